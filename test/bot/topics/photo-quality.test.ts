import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cleanPhoto } from '../../../bot/channels/photos/clean-photo.ts';
import { findSamePhotos } from '../../../bot/channels/photos/same-photo.ts';
import { storePhotos } from '../../../bot/channels/photos/store-photos.ts';
import { readPhotos } from '../../../core/applications/photos.ts';
import { type FileStore, openFileStore } from '../../../records/file-store.ts';
import { blur, drawPaper, reencode, relight } from '../../support/pictures.ts';
import { prepareRequestHouse } from './request-house.ts';
import type { Talker } from './talker.ts';

const house = prepareRequestHouse();
let folder: string;
let files: FileStore;
/** Drawn once: a good photo, the same as another app sends it, and those with which something is wrong. */
let pictures: Record<'good' | 'goodAgain' | 'other' | 'blurred' | 'dark' | 'small', Buffer>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'photos-'));
  files = openFileStore(folder);
  const [good, other] = [await drawPaper({ height: 1200 }), await drawPaper({ height: 1200, page: 2 })];
  pictures = {
    good,
    goodAgain: await reencode(good, { quality: 60, height: 1000 }),
    other,
    blurred: await blur(good, 4),
    dark: await relight(other, 0.2),
    small: await reencode(other, { quality: 80, height: 500 }),
  };
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

/** As a channel would: cleaned, measured, compared with what is kept, and sent in one message. */
async function send(talker: Talker, ...names: (keyof typeof pictures)[]) {
  const personId = await talker.personId();
  const clean = await Promise.all(names.map((name) => cleanPhoto(pictures[name])));
  const photos = await findSamePhotos({ db: house.db, files }, personId, clean);
  const parts = { db: house.db, files, ids: { next: randomUUID }, clock: house.clock };
  return await talker.sendPhotos(await storePhotos(parts, { personId, photos }));
}

const quotationOf = async (talker: Talker) => readPhotos((await house.answersOf(talker)).quotation);

async function atQuotation(): Promise<Talker> {
  const lan = await house.sent('Bổ sung');
  await lan.type('ảnh báo giá');
  return lan;
}

describe('a photo of a paper', () => {
  it('that is good is taken without a word about it', async () => {
    const lan = await atQuotation();
    const { text } = await send(lan, 'good');
    expect(text).toBe('Đã nhận, mục này có 1 ảnh.\nCòn ảnh nào nữa thì anh/chị gửi tiếp; đủ rồi thì gõ "xong".');
  });

  it('that is there already as another paper is told where, and taken all the same', async () => {
    const lan = await atQuotation();
    const id = randomUUID();
    await lan.sendPhotos([id]);
    for (const text of ['xong', 'quay lại', 'ảnh giấy đăng ký']) await lan.type(text);
    expect((await lan.sendPhotos([id])).text).toContain('mục này có 1 ảnh.\nẢnh này đã có ở mục: Ảnh báo giá.');
  });

  it.each([
    ['blurred', 'Ảnh hơi mờ, cán bộ có thể không đọc được.'],
    ['dark', 'Ảnh hơi tối, cán bộ có thể không đọc được.'],
    ['small', 'Ảnh hơi nhỏ, cán bộ có thể không đọc được.'],
  ] as const)('that is %s is told so at once, with what to do, and is kept', async (name, words) => {
    const lan = await atQuotation();
    const { text } = await send(lan, name);
    expect(text).toContain(words);
    expect(text).toContain('ảnh này vẫn được giữ');
    expect(await quotationOf(lan)).toHaveLength(1);
  });

  it('sent twice, or once more as another app encoded it, is there once and said to be there', async () => {
    const lan = await atQuotation();
    await send(lan, 'good');
    for (const name of ['good', 'goodAgain'] as const) {
      expect((await send(lan, name)).text).toContain('Ảnh này đã có ở đây rồi, mục này vẫn là 1 ảnh.');
    }
    expect(await quotationOf(lan)).toHaveLength(1);
    expect(await house.db.storedFile.count({ where: { personId: await lan.personId() } })).toBe(1);
  });

  it('in focus after a blurred one of the same page is another photo, and both are kept', async () => {
    const lan = await atQuotation();
    await send(lan, 'blurred');
    expect((await send(lan, 'good')).text).toContain('mục này có 2 ảnh');
    expect(await quotationOf(lan)).toHaveLength(2);
  });

  it('among several at once is told by its number, in one reply', async () => {
    const lan = await atQuotation();
    await send(lan, 'good');
    const { text } = await send(lan, 'good', 'blurred', 'dark');
    expect(text.split('\n').slice(0, 3)).toEqual([
      'Đã nhận, mục này có 3 ảnh.',
      '1 ảnh đã có từ trước nên không ghi thêm.',
      'Ảnh 2 hơi mờ, ảnh 3 hơi tối: cán bộ có thể không xem rõ. Anh/chị chụp lại gần hơn, đủ sáng nhé; các ảnh này vẫn được giữ.',
    ]);
  });

  it('that an officer sent back does not mend its paper when the same one comes again', async () => {
    const lan = await atQuotation();
    await send(lan, 'blurred');
    await house.decide(lan, { action: 'claim' });
    await house.decide(lan, { action: 'return', items: [{ questionId: 'quotation', remark: 'ảnh mờ' }] });
    expect((await send(lan, 'blurred')).text).toContain('Ảnh này cán bộ đã xem rồi. Anh/chị chụp ảnh mới giúp.');
    expect((await send(lan, 'good')).text).toContain('mục này có 2 ảnh');
  });

  it('that comes before its paper is known is told once, not again when it is sorted', async () => {
    const lan = await house.sent('Bổ sung');
    expect((await send(lan, 'blurred')).text).toContain('Ảnh hơi mờ');
    expect((await lan.pick('Ảnh báo giá')).text).not.toContain('mờ');
    await lan.type('xong');
    await lan.type('quay lại');
    expect((await send(lan, 'blurred')).text).toContain('Ảnh này đã có ở mục: Ảnh báo giá.');
  });

  it('with a request that is being filled in is told too, and the question is asked again', async () => {
    const lan = await house.begun(3);
    const { text } = await send(lan, 'dark');
    expect(text).toContain('Ảnh hơi tối');
    expect(text).toContain('Câu 4/8');
    expect((await send(lan, 'dark')).text).toContain('Ảnh này đã được giữ cùng phiếu rồi.');
  });
});
