import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readPhotos } from '../../../core/applications/photos.ts';
import { keyOf, prepareRequestHouse } from './request-house.ts';
import type { Talker } from './talker.ts';

const house = prepareRequestHouse();
const photosAt = async (talker: Talker, questionId = 'quotation') =>
  readPhotos((await house.answersOf(talker))[questionId]);

/** Sends so many photos that are stored, one after another. */
async function send(talker: Talker, count = 1): Promise<void> {
  const personId = await talker.personId();
  for (let sent = 0; sent < count; sent += 1) {
    const id = randomUUID();
    const file = { mediaType: 'image/jpeg', byteSize: 1, width: 1500, height: 2000, sha256: '' };
    await house.db.storedFile.create({ data: { id, personId, key: id, ...file, createdAt: house.clock.now() } });
    await talker.sendPhotos([id]);
  }
}

/** Somebody who sent so many photos of a quotation, one after another. */
async function withQuotation(count: number): Promise<Talker> {
  const lan = await house.sent('Bổ sung');
  await lan.type('ảnh báo giá');
  await send(lan, count);
  return lan;
}

describe('a photo that was sent', () => {
  it('is taken away by its number, and put back where it was', async () => {
    const lan = await withQuotation(3);
    const before = await photosAt(lan);
    expect((await lan.type('xoá ảnh 2')).text).toContain('Đã bỏ ảnh 2 khỏi mục Ảnh báo giá, còn 2 ảnh.');
    expect(await photosAt(lan)).toEqual([before[0], before[2]]);
    expect((await lan.type('lấy lại')).text).toContain('mục Ảnh báo giá có 3 ảnh');
    expect(await photosAt(lan)).toEqual(before);
  });

  it('is taken away by its button, which means that photo also after more came', async () => {
    const lan = await withQuotation(1);
    const [first] = await photosAt(lan);
    const drop = keyOf(lan, 'Bỏ ảnh vừa gửi');
    await send(lan);
    await lan.tap(drop);
    expect(await photosAt(lan)).not.toContain(first);
    const undo = keyOf(lan, 'Lấy lại ảnh vừa bỏ');
    expect((await lan.tap(drop)).text).toContain('Ảnh này không còn ở đó nữa.');
    await lan.type('xong');
    await lan.tap(undo);
    await lan.tap(undo);
    expect((await photosAt(lan)).at(0)).toBe(first);
    expect(await photosAt(lan)).toHaveLength(2);
  });

  it('is taken away in the middle of another question, which is asked again after its paper', async () => {
    const lan = await withQuotation(1);
    await lan.type('xong');
    const asked = lan.last().text;
    expect((await lan.type('xoá ảnh vừa gửi')).text).toContain('mục này chưa có ảnh nào');
    expect(await photosAt(lan)).toEqual([]);
    await send(lan);
    expect(await photosAt(lan)).toHaveLength(1);
    expect((await lan.type('xong')).text).toBe(asked);
  });

  it('is taken away with nothing open, from a draft, and while its paper is asked for', async () => {
    const lan = await withQuotation(2);
    await lan.type('xong');
    await lan.type('dừng');
    expect((await lan.type('xoá ảnh cuối')).text).toContain('còn 1 ảnh');

    const mai = await house.begun(4);
    await send(mai);
    const { text } = await mai.type('xoa anh vua gui');
    expect(text).toContain('Đã bỏ ảnh khỏi phiếu.');
    expect(text).toContain('Câu 6/8');
    expect(await photosAt(mai, 'photos')).toEqual([]);

    const hoa = await house.sent('Bổ sung');
    await send(hoa, 2);
    expect((await hoa.type('xoá ảnh 1')).text).toContain('Đã nhận 1 ảnh. Đây là ảnh gì?');
    expect(await photosAt(hoa, 'photos')).toHaveLength(1);
  });

  it('that is not there is not taken: how many there are is said', async () => {
    const lan = await withQuotation(2);
    expect((await lan.type('xoá ảnh 7')).text).toContain('Ở đây có 2 ảnh.');
    expect((await lan.type('xoá hết ảnh')).text).toContain('Trợ lý bỏ từng ảnh một.');
    expect(await photosAt(lan)).toHaveLength(2);
    expect((await house.meet().type('xoá ảnh 1')).text).toContain('Chưa có ảnh nào để bỏ.');
  });

  it('stays while an officer looks at the dossier, and what came back is open again without its new photo', async () => {
    const lan = await withQuotation(1);
    await house.decide(lan, { action: 'claim' });
    expect((await lan.type('xoá ảnh vừa gửi')).text).toContain('không tự bỏ được');
    await house.decide(lan, { action: 'return', items: [{ questionId: 'quotation', remark: 'ảnh mờ' }] });
    expect((await lan.type('xoá ảnh 1')).text).toContain('mục này chưa có ảnh nào');
    expect(await photosAt(lan)).toEqual([]);
  });
});
