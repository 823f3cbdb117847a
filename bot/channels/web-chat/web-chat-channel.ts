import type { Db } from '../../../records/database.ts';
import { notify } from '../../../records/signals.ts';
import type { Channel } from '../channel.ts';
import { TEXT_LIMITS } from '../text-limits.ts';

export const WEB_CHAT = 'web-chat';
/** There is one chat page a copy. */
export const WEB_CHAT_ACCOUNT = 'page';

/**
 * The way out to chat pages. The delivery row itself is the person's history, so a message is sent once it stands
 * there; `send` only wakes the pages that are open now, in whichever process. Repeating it does no harm.
 */
export function webChatChannel({ db, account = WEB_CHAT_ACCOUNT }: { db: Db; account?: string }): Channel {
  return {
    name: WEB_CHAT,
    account,
    limits: { maxTextLength: TEXT_LIMITS['web-chat'], hasButtons: true, isRationed: false, sendIsRepeatable: true },
    send: async ({ contactId }) => {
      try {
        await notify(db, 'web-chat', contactId);
        return { kind: 'sent' };
      } catch {
        return { kind: 'transient', reason: 'database-away' };
      }
    },
  };
}
