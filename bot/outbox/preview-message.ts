import type { DeliveryContent } from '../../records/deliveries.ts';
import { splitText } from '../channels/split-text.ts';
import { inlineKeyboard } from '../channels/telegram/inline-keyboard.ts';
import { telegramParts } from '../channels/telegram/telegram-parts.ts';
import { TEXT_LIMITS } from '../channels/text-limits.ts';
import { zaloParts } from '../channels/zalo-bot/zalo-parts.ts';

/**
 * The messages that a person on this channel would get, in order, as they would read them; `buttons` stand under the last one
 * where the channel has buttons, elsewhere the choices are numbered lines of it.
 */
export type ChannelPreview = {
  channel: keyof typeof TEXT_LIMITS;
  maxLength: number;
  parts: string[];
  buttons: string[];
  /**
   * Its picture: in one message with the first part, before it as a message of its own, or only told in words (which stand in the
   * first part). Null for a message without one.
   */
  picture: 'with-text' | 'before-text' | 'in-words' | null;
};

/** A message as it would leave on each channel, by the same functions that send it. */
export function previewMessage(content: DeliveryContent): ChannelPreview[] {
  return [previewOnZalo(content), previewOnTelegram(content), previewOnPage(content)];
}

function previewOnZalo(content: DeliveryContent): ChannelPreview {
  const parts = zaloParts(content);
  const isShown = parts[0]?.picture !== undefined;
  return {
    ...{ channel: 'zalo-bot', maxLength: TEXT_LIMITS['zalo-bot'], parts: parts.map(({ text }) => text), buttons: [] },
    picture: content.picture === undefined ? null : isShown ? 'with-text' : 'in-words',
  };
}

function previewOnTelegram(content: DeliveryContent): ChannelPreview {
  const parts = telegramParts(content);
  const isAlone = parts[0]?.picture !== undefined && parts[0].text === '';
  // What its buttons cannot carry are numbers there too.
  const hasButtons = inlineKeyboard(content.choices) !== undefined;
  return {
    ...{ channel: 'telegram', maxLength: TEXT_LIMITS.telegram },
    parts: parts.map(({ text }) => text).filter((text) => text !== ''),
    buttons: hasButtons ? content.choices.map(({ label }) => label) : [],
    picture: content.picture === undefined ? null : isAlone ? 'before-text' : 'with-text',
  };
}

function previewOnPage(content: DeliveryContent): ChannelPreview {
  const maxLength = TEXT_LIMITS['web-chat'];
  const isShown = content.picture !== undefined;
  const buttons = content.choices.map(({ label }) => label);
  const parts = splitText(content.text.normalize('NFC'), maxLength);
  return { channel: 'web-chat', maxLength, parts, buttons, picture: isShown ? 'with-text' : null };
}
