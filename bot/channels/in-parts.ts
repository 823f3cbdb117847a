import type { MessageContent } from './channel.ts';
import { numberChoices } from './number-choices.ts';
import { splitText } from './split-text.ts';

/**
 * A message as the parts in which it leaves on a channel without buttons: NFC, none longer than `maxLength`, the
 * numbered choices together at the end. Empty when there is nothing to say.
 */
export function inParts(content: MessageContent, maxLength: number): string[] {
  const whole = numberChoices(content).normalize('NFC').trim();
  if (whole.length <= maxLength) return whole === '' ? [] : [whole];
  const choices = numberChoices({ ...content, text: '' })
    .normalize('NFC')
    .trim();
  if (choices === '' || choices.length > maxLength) return splitText(whole, maxLength);
  const parts = splitText(content.text.normalize('NFC'), maxLength);
  const last = parts.at(-1);
  const together = last === undefined ? choices : `${last}\n${choices}`;
  return together.length <= maxLength ? [...parts.slice(0, -1), together] : [...parts, choices];
}
