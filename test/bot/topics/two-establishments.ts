import type { prepareRequestHouse } from './request-house.ts';
import type { Talker } from './talker.ts';

const DAY_MS = 24 * 3_600_000;
export const OTHER = { establishment: 'Chè Hoa Sen', product: 'Chè', 'contact-name': 'Đào Thị Sen' };

/** Somebody of two establishments who began a request for the first of them. */
export async function begunForOne(house: ReturnType<typeof prepareRequestHouse>): Promise<Talker> {
  const lan = await house.sentBefore();
  house.clock.advance(DAY_MS);
  await house.sendOnce(await lan.personId(), OTHER);
  house.clock.advance(DAY_MS);
  await lan.type('tôi muốn làm bao bì');
  await lan.pick('Hợp tác xã Tài Hoan');
  await lan.type('50tr');
  return lan;
}
