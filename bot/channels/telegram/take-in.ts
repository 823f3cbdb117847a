import { setReachable } from '../../../records/people.ts';
import { createIntake, type Intake } from '../inward/intake.ts';
import type { TelegramApi } from './call-telegram.ts';
import { readUpdate, type TelegramPhoto, tapIdOf } from './read-update.ts';
import { TELEGRAM } from './telegram-channel.ts';

/**
 * What comes from Telegram, on its way to the journal. A tap is answered first of all, so that the button stops spinning;
 * nobody waits for that answer, and it may fail (a tap is too old after some minutes).
 */
export function createTelegramIntake({
  api,
  ...options
}: { api: TelegramApi } & Omit<Parameters<typeof createIntake<TelegramPhoto>>[0], 'channel' | 'read'>): Intake {
  const { db, account } = options;
  const intake = createIntake<TelegramPhoto>({
    ...options,
    channel: TELEGRAM,
    read: (update) => {
      const read = readUpdate(update);
      return read.kind === 'membership' ? { kind: 'ignored', reason: 'no-message', event: 'my_chat_member' } : read;
    },
  });
  return {
    ...intake,
    take: async (update) => {
      const tapId = tapIdOf(update);
      if (tapId !== undefined) void api.call('answerCallbackQuery', { callback_query_id: tapId });
      const read = readUpdate(update);
      if (read.kind !== 'membership') return await intake.take(update);
      const { address, isBlocked } = read;
      await setReachable(db, { channel: TELEGRAM, account, address, isReachable: !isBlocked });
    },
  };
}
