import type { DeliveryContent } from '../../records/deliveries.ts';
import { inParts } from '../channels/in-parts.ts';
import { splitText } from '../channels/split-text.ts';
import { inlineKeyboard } from '../channels/telegram/inline-keyboard.ts';
import { TEXT_LIMITS } from '../channels/text-limits.ts';

/**
 * The messages that a person on this channel would get, in order, as they would read them; `buttons` stand under the last one
 * where the channel has buttons, elsewhere the choices are numbered lines of it.
 */
export type ChannelPreview = {
  channel: keyof typeof TEXT_LIMITS;
  maxLength: number;
  parts: string[];
  buttons: string[];
};

/** A message as it would leave on each channel. */
export function previewMessage(content: DeliveryContent): ChannelPreview[] {
  const channels = ['zalo-bot', 'telegram', 'web-chat'] as const;
  return channels.map((channel) => {
    const maxLength = TEXT_LIMITS[channel];
    // As the channel does: what its buttons cannot carry are numbers there too.
    const hasButtons =
      channel === 'web-chat' || (channel === 'telegram' && inlineKeyboard(content.choices) !== undefined);
    if (!hasButtons) return { channel, maxLength, parts: inParts(content, maxLength), buttons: [] };
    const buttons = content.choices.map(({ label }) => label);
    return { channel, maxLength, parts: splitText(content.text.normalize('NFC'), maxLength), buttons };
  });
}
