import type { Channel, MessageContent, SendOutcome } from '../channel.ts';
import { inParts } from '../in-parts.ts';
import { sendParts } from '../send-parts.ts';
import { splitText } from '../split-text.ts';
import { TEXT_LIMITS } from '../text-limits.ts';
import { createBreaker } from './breaker.ts';
import type { TelegramAnswer, TelegramApi } from './call-telegram.ts';
import { contactKeyboard, REMOVE_KEYBOARD } from './contact-keyboard.ts';
import { inlineKeyboard } from './inline-keyboard.ts';
import { sendOutcomeOf } from './send-outcome.ts';

export const TELEGRAM = 'telegram';

const MAX_TEXT_LENGTH = TEXT_LIMITS.telegram;
/** About one message a second to a chat, short bursts tolerated (Bot FAQ, "My bot is hitting limits"); an album has up to ten photos. */
const PACE = { burst: 10, everyMs: 1_000 };

/** The way out to a Telegram bot: plain text, choices as buttons under it, long texts in parts with the buttons under the last. */
export function telegramChannel(options: { api: TelegramApi; account: string }): Channel {
  const { api, account } = options;
  const breaker = createBreaker();

  const sendPart = async (address: string, part: Part): Promise<SendOutcome> => {
    const answer: TelegramAnswer = await api.call('sendMessage', {
      chat_id: address,
      text: part.text,
      link_preview_options: { is_disabled: true },
      reply_markup: part.markup,
    });
    return breaker.judge(sendOutcomeOf(answer), answer);
  };

  return {
    name: TELEGRAM,
    account,
    limits: {
      maxTextLength: MAX_TEXT_LENGTH,
      hasButtons: true,
      isRationed: false,
      sendIsRepeatable: false,
      pace: PACE,
    },
    send: ({ address, content, partsSent }) =>
      sendParts(partsOf(content), { partsSent }, (part) => sendPart(address, part)),
  };
}

type Part = { text: string; markup: object };

/** The buttons stand under the last part. */
function partsOf(content: MessageContent): Part[] {
  const { choices, contactButton, endsContactButton } = content;
  const texts = splitText(content.text.normalize('NFC'), MAX_TEXT_LENGTH);
  if (contactButton) return withLast(texts, contactKeyboard(contactButton, choices));
  const buttons = inlineKeyboard(choices);
  // Choices that Telegram cannot carry are numbers, as on channels without buttons: a typed number works everywhere.
  if (buttons === undefined) return withLast(inParts(content, MAX_TEXT_LENGTH), REMOVE_KEYBOARD);
  // One message cannot both take a keyboard away and have buttons.
  return withLast(endsContactButton ? [endsContactButton, ...texts] : texts, { inline_keyboard: buttons });
}

const withLast = (texts: readonly string[], markup: object): Part[] =>
  texts.map((text, index) => ({ text, markup: index === texts.length - 1 ? markup : REMOVE_KEYBOARD }));
