import type { Receive } from '../../bot/channels/channel.ts';
import type { PlatformBot } from '../../bot/channels/inward/platform-bot.ts';
import { createZaloBot } from '../../bot/channels/zalo-bot/create-zalo-bot.ts';
import { readOrMakeSecret } from '../secrets.ts';
import { PHOTO_SPACE } from './photo-space.ts';
import type { Shared } from './shared.ts';

/** The Zalo bot of the settings; undefined when there is no token. */
export async function openZaloBot(shared: Shared, receive: Receive): Promise<PlatformBot | undefined> {
  const { config } = shared;
  if (config.zaloBot === undefined) return undefined;
  const { mode, webhookSecret, ...rest } = config.zaloBot;
  if (mode === 'polling') return createZaloBot({ ...shared, space: PHOTO_SPACE, receive, settings: { ...rest, mode } });
  const { publicUrl, dataDir } = config;
  const secret = webhookSecret ?? (await readOrMakeSecret({ dataDir, name: 'zalo-webhook-secret' }));
  return createZaloBot({ ...shared, space: PHOTO_SPACE, receive, settings: { ...rest, mode, publicUrl, secret } });
}
