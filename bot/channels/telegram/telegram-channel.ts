import type { Db } from '../../../records/database.ts';
import type { Channel, SendOutcome } from '../channel.ts';
import { sendParts } from '../send-parts.ts';
import { TEXT_LIMITS } from '../text-limits.ts';
import { createBreaker } from './breaker.ts';
import type { TelegramAnswer, TelegramApi } from './call-telegram.ts';
import { sendOutcomeOf } from './send-outcome.ts';
import { createPictureSender } from './send-picture.ts';
import { type TelegramPart, telegramParts } from './telegram-parts.ts';

export const TELEGRAM = 'telegram';

/** About one message a second to a chat, short bursts tolerated (Bot FAQ, "My bot is hitting limits"); an album has up to ten photos. */
const CHAT_PACE = { burst: 10, everyMs: 1_000 };
/** Telegram lets a bot send about 30 a second and bans for longer whoever goes beyond (Bot FAQ): some are left for other calls. */
const MESSAGES_PER_SECOND = 25;

/**
 * The way out to a Telegram bot: plain text, choices as buttons under it, long texts in parts with the buttons under the last, a
 * picture with its text or before it.
 */
export function telegramChannel(options: {
  api: TelegramApi;
  account: string;
  db: Db;
  messagesPerSecond?: number;
}): Channel {
  const { api, account, db, messagesPerSecond = MESSAGES_PER_SECOND } = options;
  const breaker = createBreaker();
  const sendPicture = createPictureSender({ api, db, channel: TELEGRAM, account });

  const sendText = (address: string, text: string, markup: object): Promise<TelegramAnswer> =>
    api.call('sendMessage', {
      chat_id: address,
      text,
      link_preview_options: { is_disabled: true },
      reply_markup: markup,
    });

  const sendPart = async (address: string, { text, markup, picture }: TelegramPart): Promise<SendOutcome> => {
    if (picture === undefined) return judge(await sendText(address, text, markup));
    const answer = await sendPicture({ address, picture, caption: text, markup });
    // It was surely not taken: the news matters more than its picture.
    if (answer.kind === 'picture-refused') {
      return judge(await sendText(address, [picture.inWords, text].filter(Boolean).join('\n\n'), markup));
    }
    return judge(answer);
  };
  const judge = (answer: TelegramAnswer): SendOutcome => breaker.judge(sendOutcomeOf(answer), answer);

  return {
    name: TELEGRAM,
    account,
    limits: {
      maxTextLength: TEXT_LIMITS.telegram,
      hasButtons: true,
      isRationed: false,
      sendIsRepeatable: false,
      pace: { perSecond: messagesPerSecond, chat: CHAT_PACE },
    },
    send: ({ address, content, partsSent }) =>
      sendParts(telegramParts(content), { partsSent }, (part) => sendPart(address, part)),
  };
}
