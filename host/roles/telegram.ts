import type { Receive } from '../../bot/channels/channel.ts';
import type { PlatformBot } from '../../bot/channels/inward/platform-bot.ts';
import { createTelegramBot } from '../../bot/channels/telegram/create-telegram-bot.ts';
import { sayWhileCutOff } from '../../bot/outbox/cut-off.ts';
import { readOrMakeSecret } from '../secrets.ts';
import { otherWaysOf } from './other-ways.ts';
import { PHOTO_SPACE } from './photo-space.ts';
import type { Shared } from './shared.ts';

/** The Telegram bot of the settings; undefined when there is no token. */
export async function openTelegram(shared: Shared, receive: Receive): Promise<PlatformBot | undefined> {
  const { config, db, ids, clock } = shared;
  if (config.telegram === undefined) return undefined;
  const { mode, webhookSecret, ...rest } = config.telegram;
  const common = { ...shared, space: PHOTO_SPACE, receive };
  if (mode === 'polling') return createTelegramBot({ ...common, settings: { ...rest, mode } });
  const { publicUrl, dataDir } = config;
  const secret = webhookSecret ?? (await readOrMakeSecret({ dataDir, name: 'telegram-webhook-secret' }));
  return createTelegramBot({
    ...common,
    settings: { ...rest, mode, publicUrl, secret },
    sayWhileCutOff: (contact) => sayWhileCutOff({ db, ids, otherWays: otherWaysOf(config), contact, now: clock.now() }),
  });
}
