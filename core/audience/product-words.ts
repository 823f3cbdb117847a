import { fold } from '../text/fold.ts';

/**
 * What a product is compared by: its words without marks, each with a blank on both sides (" mien dong "), so that a word is
 * found only as a whole. `records/audience.ts` says the same in SQL.
 */
export function productWords(text: string): string {
  return ` ${fold(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()} `;
}
