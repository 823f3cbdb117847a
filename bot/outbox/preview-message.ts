import type { DeliveryContent } from '../../records/deliveries.ts';
import { inParts } from '../channels/in-parts.ts';
import { TEXT_LIMITS } from '../channels/text-limits.ts';

/** The messages that a person on this channel would get, in order, as they would read them. */
export type ChannelPreview = { channel: keyof typeof TEXT_LIMITS; maxLength: number; parts: string[] };

/** A message without buttons as it would leave on each channel. */
export function previewMessage(content: DeliveryContent): ChannelPreview[] {
  const channels = ['zalo-bot', 'telegram', 'web-chat'] as const;
  return channels.map((channel) => {
    const maxLength = TEXT_LIMITS[channel];
    return { channel, maxLength, parts: inParts(content, maxLength) };
  });
}
