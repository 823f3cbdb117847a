import { describe, expect, it } from 'vitest';
import { readPhotos } from '../../../core/applications/photos.ts';
import { codeIn, keyOf, prepareRequestHouse } from './request-house.ts';
import type { Talker } from './talker.ts';

const house = prepareRequestHouse();
const WHICH = 'Ảnh này của phiếu nào?';

/** How many photos are with each dossier, the oldest first. */
async function photosOf(talker: Talker): Promise<number[]> {
  return (await house.dossiersOf(talker)).map(
    ({ answers }) => new Set(answers.flatMap(({ value }) => readPhotos(value))).size,
  );
}

/** Somebody who sent two requests, both not complete, with nothing open; and their codes. */
async function withTwo(): Promise<{ lan: Talker; codes: string[] }> {
  const lan = await house.sent();
  const first = codeIn(lan.last().text) ?? '';
  house.clock.advance(3_600_000);
  await lan.tap('register:start');
  await lan.pick('Đúng rồi');
  for (const text of ['mua máy sấy miến', '400tr']) await lan.type(text);
  const second = codeIn((await lan.type('gửi phiếu')).text) ?? '';
  return { lan, codes: [first, second] };
}

describe('a photo that comes while nothing is open, to one who has two dossiers', () => {
  it('is asked about: each dossier by its code and what it is; there it is kept, and the paper is asked for', async () => {
    const { lan, codes } = await withTwo();
    const { text, choices } = await lan.sendPhotos(2);
    expect(text).toContain('đang giữ 2 ảnh');
    expect(text).toContain(WHICH);
    expect(choices.map(({ label }) => label)).toEqual([
      `${codes[1]}: mua máy móc, dây chuyền – Miến dong`,
      `${codes[0]}: mua máy móc, dây chuyền – Miến dong`,
      'Để sau',
    ]);
    expect(await photosOf(lan)).toEqual([0, 0]);
    expect((await lan.type('2')).text).toContain('Đã nhận 2 ảnh. Đây là ảnh gì?');
    expect(await photosOf(lan)).toEqual([2, 0]);
    await lan.pick('Ảnh báo giá');
    expect(readPhotos((await house.answersOf(lan)).quotation)).toHaveLength(2);
  });

  it('waits for the answer: more photos, a question, other words and "đọc lại" lose none', async () => {
    const { lan, codes } = await withTwo();
    await lan.sendPhotos(1);
    expect((await lan.sendPhotos(1)).text).toContain('đang giữ 2 ảnh');
    expect((await lan.type('máy cũ có được hỗ trợ không')).text).toContain(WHICH);
    expect((await lan.type('cái kia')).text).toContain(WHICH);
    expect((await lan.sendSticker()).text).toContain(WHICH);
    expect((await lan.type('đọc lại')).text).toContain(WHICH);
    await lan.type(`phiếu ${codes[1]?.split('-').at(-1)}`);
    expect(await photosOf(lan)).toEqual([0, 2]);
  });

  it('put off, it waits in the menu and for the next photo; a request begun meanwhile loses it neither', async () => {
    const { lan } = await withTwo();
    await lan.sendPhotos(1);
    await lan.pick('Để sau');
    expect((await lan.tap('menu:resume')).text).toContain('đang giữ 1 ảnh');
    await lan.pick('Để sau');
    const { text } = await lan.sendPhotos(1);
    expect(text).toContain('đang giữ 2 ảnh');
    const first = lan.last().choices[1]?.key ?? '';
    house.clock.advance(3_600_000);
    await lan.tap('register:start');
    await lan.type('mua máy sấy');
    await lan.tap(first);
    expect((await photosOf(lan)).slice(0, 2)).toEqual([2, 0]);
  });

  it('is asked about only among those with something back from the officer', async () => {
    const { lan } = await withTwo();
    await house.decide(lan, { action: 'claim' });
    await house.decide(lan, { action: 'return', items: [{ questionId: 'quotation', remark: 'ảnh mờ' }] });
    expect((await lan.sendPhotos(1)).text).toContain('Ghi vào mục: Ảnh báo giá');
    expect(await photosOf(lan)).toEqual([0, 1]);
  });

  it('waits also while the consent is asked anew', async () => {
    const { lan } = await withTwo();
    await house.db.consentRecord.updateMany({
      where: { personId: await lan.personId(), purpose: 'request' },
      data: { withdrawnAt: house.clock.now() },
    });
    await lan.sendPhotos(1);
    await lan.type('1');
    expect(await photosOf(lan)).toEqual([0, 0]);
    await lan.tap(keyOf(lan, 'Đồng ý'));
    expect(await photosOf(lan)).toEqual([0, 1]);
  });
});
