import type { MessageContent } from '../channel.ts';
import { inParts } from '../in-parts.ts';
import { pictureInWords } from '../picture-in-words.ts';
import { TEXT_LIMITS } from '../text-limits.ts';

/** A message of Zalo. With a picture the text is its caption, and `withoutPicture` what is said when Zalo will not take it. */
export type ZaloPart = { text: string; picture?: { url: string; withoutPicture: string } };

const MAX_LENGTH = TEXT_LIMITS['zalo-bot'];

/**
 * A message as the parts in which it leaves on Zalo. A caption may be as long as a text (2,000), so a picture costs no message
 * of its own: it goes with the first part. Zalo fetches it from a public address; without one the picture is told in words.
 */
export function zaloParts(content: MessageContent): ZaloPart[] {
  const url = content.picture?.address;
  if (url === undefined) return inParts(pictureInWords(content), MAX_LENGTH).map((text) => ({ text }));
  const [first = '', ...rest] = inParts(content, MAX_LENGTH);
  const said = pictureInWords({ ...content, text: first, choices: [] }).text.normalize('NFC');
  // One message in its place, never two: words that do not fit any more are left out.
  const withoutPicture = said.length <= MAX_LENGTH ? said : first;
  return [{ text: first, picture: { url, withoutPicture } }, ...rest.map((text) => ({ text }))];
}
