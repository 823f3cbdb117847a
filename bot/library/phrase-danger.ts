import { type Danger, numbersFor } from '../../core/answers/asking/danger.ts';
import type { Words } from '../../locales/words.ts';

/** Who this is, and whom to phone at once. */
export function phraseDanger(words: Words, danger: Danger): string {
  const numbers = numbersFor(danger)
    .map(({ whom, number }) => words.t(`ask:danger.number.${whom}`, { number }))
    .join(', ');
  return words.t(danger === 'despair' ? 'ask:danger.despair' : 'ask:danger.now', { numbers });
}
