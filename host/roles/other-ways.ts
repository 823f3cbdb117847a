import type { OtherWays } from '../../bot/outbox/other-ways.ts';
import type { Config } from '../../config.ts';

/** Where else people reach this copy; a chat page that only this machine can open is nowhere. */
export function otherWaysOf({ zaloBot, publicUrl }: Config): OtherWays {
  return {
    zalo: zaloBot && { link: zaloBot.link },
    chatLink: publicUrl.startsWith('https:') ? publicUrl : undefined,
  };
}
