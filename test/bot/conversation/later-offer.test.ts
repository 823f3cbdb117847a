import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTalkHouse, type Talker, type TalkHouse } from '../topics/talker.ts';

const HOUR_MS = 3_600_000;
let house: TalkHouse;
beforeAll(async () => {
  house = await openTalkHouse();
});
afterAll(async () => {
  await house.close();
});

/** What an officer wrote at night and left in the morning, with a choice to see one's requests. */
async function leaves(talker: Talker, options: { hoursLater: number; status?: string; choices?: object[] }) {
  const { hoursLater, status = 'sent', choices = [{ key: 'my-dossiers:list', label: 'Xem phiếu' }] } = options;
  const personId = await talker.personId();
  const { id: contactId } = await house.db.contact.findFirstOrThrow({ where: { personId } });
  const at = new Date(house.clock.now().getTime() + hoursLater * HOUR_MS);
  await house.db.delivery.create({
    data: {
      ...{ id: randomUUID(), key: `officer/${randomUUID()}`, personId, contactId, kind: 'officer', status },
      content: { text: 'Cán bộ Hoa đã xem phiếu.', choices },
      ...{ notBefore: at, createdAt: house.clock.now(), settledAt: status === 'waiting' ? null : at },
    },
  });
}

describe('a message that left after the last turn', () => {
  it('is what a typed number means, and what is read again', async () => {
    const lan = house.meet();
    await lan.type('chào');
    await leaves(lan, { hoursLater: 10 });
    house.clock.advance(11 * HOUR_MS);
    expect((await lan.type('đọc lại')).text).toContain('Cán bộ Hoa đã xem phiếu.');
    expect((await lan.type('1')).text).toContain('chưa có phiếu nào');
  });

  it.each([
    { said: 'has not left yet', hoursLater: 10, status: 'waiting' },
    { said: 'failed', hoursLater: 1, status: 'failed' },
    { said: 'left before the last turn', hoursLater: -1 },
    { said: 'offers nothing', hoursLater: 1, choices: [] },
  ])('one that $said changes nothing', async ({ said: _said, ...options }) => {
    const lan = house.meet();
    await lan.type('chào');
    const before = lan.last().choices;
    await leaves(lan, options);
    house.clock.advance(2 * HOUR_MS);
    await lan.type('1');
    expect(before[0]?.key).not.toBe('my-dossiers:list');
    expect(lan.last().text).not.toContain('chưa có phiếu nào');
  });

  it('is over with the next turn', async () => {
    const lan = house.meet();
    await lan.type('chào');
    await leaves(lan, { hoursLater: 1 });
    house.clock.advance(2 * HOUR_MS);
    await lan.type('menu');
    expect((await lan.type('1')).text).not.toContain('chưa có phiếu nào');
  });
});
