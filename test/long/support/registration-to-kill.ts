import { appendFileSync } from 'node:fs';
import { createRooms } from '../../../bot/conversation/rooms.ts';
import { loadPlaces } from '../../../host/load-places.ts';
import { createRecordingChannel, createTestBot, noParts } from '../../support/test-bot.ts';
import { type Crash, countSteps, openSteppedDatabase } from './dies-at-step.ts';

/** A whole registration, and a second one by somebody who is known: what is typed, message by message. */
export const REGISTRATION = [
  'đăng ký hỗ trợ',
  'đồng ý',
  'mua máy sấy miến',
  'miến dong',
  'xã Côn Minh, Na Rì',
  'Hợp tác xã Tài Hoan',
  'hợp tác xã',
  'Nguyễn Thị Hoa',
  '0900000001',
  '400tr',
  'gửi phiếu',
  'tôi muốn làm bao bì',
  'đúng rồi',
  '50tr',
  'gửi phiếu',
] as const;

export type RegistrationToKill = { url: string; journal: string; message: number; crash?: Crash };

const places = await loadPlaces();

/** One message of the registration reaches the assistant, and what a crash before left is swept up. */
export async function handOverMessage({ url, journal, message, crash }: RegistrationToKill): Promise<void> {
  const steps = countSteps(crash);
  const channel = createRecordingChannel();
  const sendReally = channel.send;
  channel.send = (sent) =>
    steps.take(async () => {
      appendFileSync(journal, `sent ${sent.deliveryId}\n`);
      return await sendReally(sent);
    });
  const bot = createTestBot({
    url,
    db: openSteppedDatabase(url, steps),
    clock: { now: () => new Date() },
    channel,
    rooms: createRooms(),
    // The articles answer no question here, and would take a second of every process.
    parts: { ...noParts, places },
  });
  await bot.say('lan', REGISTRATION[message] ?? '', `m${message}`);
  await bot.sweepInbound();
  await bot.sender.recoverStuck();
  await bot.sender.sendDue();
  await bot.settle();
  await bot.close();
}
