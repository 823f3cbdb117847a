import { afterAll, beforeAll, expect, it } from 'vitest';
import { createRooms } from '../../../../bot/conversation/rooms.ts';
import { type FakeTelegram, startFakeTelegram } from '../../../platforms/telegram/fake-telegram.ts';
import type { FakePerson } from '../../../platforms/telegram/person.ts';
import { createTestDatabase, type TestDatabase } from '../../../support/database.ts';
import { openTelegramProcess, type TelegramProcess } from '../../../support/telegram-process.ts';
import { addCentre, loadRealParts, type RealParts } from '../../../support/test-bot.ts';

let database: TestDatabase;
let fake: FakeTelegram;
let lan: FakePerson;
let parts: RealParts;
let bot: TelegramProcess;

const open = async (): Promise<void> => {
  const { apiRoot, token } = fake;
  bot = await openTelegramProcess({ url: database.url, apiRoot, token, rooms: createRooms(), parts });
  bot.telegram.start();
};
/** Waits for so many more messages on the person's phone, the last of which says this. */
const answered = async (act: () => void, answer: string | RegExp, messages = 1): Promise<string> => {
  const before = lan.received.length;
  act();
  await expect.poll(() => lan.received.length, { timeout: 10_000 }).toBe(before + messages);
  const text = lan.last()?.text ?? '';
  expect(text).toMatch(answer);
  return text;
};
const say = (text: string, answer: string | RegExp) => answered(() => lan.says(text), answer);
const tap = (label: string, answer: string | RegExp) => answered(() => lan.taps(label), answer);

beforeAll(async () => {
  [database, fake, parts] = await Promise.all([createTestDatabase(), startFakeTelegram(), loadRealParts()]);
  lan = fake.person('Lan');
  await open();
  await addCentre(bot.db, new Date());
});
afterAll(async () => {
  await bot.close();
  await fake.close();
  await database.drop();
});

it('a whole life on Telegram: asked, the form by buttons, stopped in the middle, the code, and found again', async () => {
  await answered(() => lan.starts(), /trợ lý tự động của Trung tâm/);
  await say('may say mien ho tro bao nhieu', /Thông tư 28\/2018\/TT-BTC/);
  await answered(() => lan.starts('register'), /đồng ý không/);
  await tap('Đồng ý', 'Anh/chị cần: Mua máy móc, dây chuyền');
  await tap('Đúng', 'Câu 2/8');
  await say('mien dong', 'Câu 3/8');

  // The process ends in the middle; what is said meanwhile waits at Telegram, and old buttons still work afterwards.
  await bot.close();
  const before = lan.received.length;
  lan.says('xa my phuong ba be');
  await open();
  await expect.poll(() => lan.received.length, { timeout: 10_000 }).toBe(before + 1);
  expect(lan.last()?.text).toContain('xã Thượng Minh');
  await tap('Đúng', 'Câu 4/8');
  await say('HTX Tài Hoan', 'Câu 6/8');
  await say('Nguyễn Thị Lan', 'Câu 7/8');
  // Somebody else's card is no answer; one's own is.
  await answered(() => lan.sharesContact('+84900000002', 'other'), 'Câu 7/8');
  expect(lan.keyboard()).toEqual([{ text: 'Gửi số điện thoại của tôi', request_contact: true }]);
  await answered(() => lan.presses('Gửi số điện thoại của tôi'), 'Câu 8/8', 2);
  expect(lan.keyboard()).toEqual([]);
  await say('400tr', /xem lại phiếu/);
  const sent = await tap('Gửi phiếu', /KC-\d{4}-0001/);
  const code = /KC-\d{4}-\d{4}/.exec(sent)?.[0] ?? '';

  // The same button again, under a new id, makes no second request.
  const count = () => bot.db.application.count();
  const had = await count();
  const repliesBefore = lan.received.length;
  lan.taps('Gửi phiếu');
  await expect.poll(() => lan.received.length, { timeout: 10_000 }).toBe(repliesBefore + 1);
  expect(await count()).toBe(had);
  await say('phieu cua toi', code);
  for (const secret of ['0900000001', '84900000001', 'Nguyễn Thị Lan', 'HTX Tài Hoan', fake.token]) {
    expect(bot.log.text()).not.toContain(secret);
  }
}, 60_000);
