import type { MessageContent } from '../channel.ts';
import { inParts } from '../in-parts.ts';
import { splitText } from '../split-text.ts';
import { TEXT_LIMITS } from '../text-limits.ts';
import { contactKeyboard, REMOVE_KEYBOARD } from './contact-keyboard.ts';
import { inlineKeyboard } from './inline-keyboard.ts';

/** A message of Telegram; with a picture, `text` is its caption and may be empty. */
export type TelegramPart = { text: string; markup: object; picture?: NonNullable<MessageContent['picture']> };

const MAX_TEXT_LENGTH = TEXT_LIMITS.telegram;
/** Bot API, sendPhoto: "0-1024 characters after entities parsing". */
const MAX_CAPTION_LENGTH = 1024;

/**
 * A message as the parts in which it leaves on Telegram: the buttons stand under the last one. A picture goes with the text
 * where that is short enough for a caption, else before it, as a message of its own.
 */
export function telegramParts({ picture, ...content }: MessageContent): TelegramPart[] {
  const parts = textParts(content);
  if (picture === undefined) return parts;
  const [first] = parts;
  if (first !== undefined && parts.length === 1 && first.text.length <= MAX_CAPTION_LENGTH) {
    return [{ ...first, picture }];
  }
  return [{ text: '', markup: REMOVE_KEYBOARD, picture }, ...parts];
}

function textParts(content: MessageContent): TelegramPart[] {
  const { choices, contactButton, endsContactButton } = content;
  const texts = splitText(content.text.normalize('NFC'), MAX_TEXT_LENGTH);
  if (contactButton) return withLast(texts, contactKeyboard(contactButton, choices));
  const buttons = inlineKeyboard(choices);
  // Choices that Telegram cannot carry are numbers, as on channels without buttons: a typed number works everywhere.
  if (buttons === undefined) return withLast(inParts(content, MAX_TEXT_LENGTH), REMOVE_KEYBOARD);
  // One message cannot both take a keyboard away and have buttons.
  return withLast(endsContactButton ? [endsContactButton, ...texts] : texts, { inline_keyboard: buttons });
}

const withLast = (texts: readonly string[], markup: object): TelegramPart[] =>
  texts.map((text, index) => ({ text, markup: index === texts.length - 1 ? markup : REMOVE_KEYBOARD }));
