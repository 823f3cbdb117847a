import type { Answers } from '../forms/values.ts';
import { foldPhrase } from '../text/fold.ts';
import type { Programme } from './programme.ts';

/** Of one question of the details: whether more than one option may be kept (`all`: also when several are told), and the words (folded) that tell each. */
type SaidOption = { isSeveral?: true | 'all'; phrases: Readonly<Record<string, readonly string[]>> };

/**
 * Reads what the words of a wish tell of choices in the details: of "đi hội chợ ở Trung Quốc" that it is abroad. Words that
 * tell two options of one question tell nothing, unless all may be kept: it is asked.
 */
export function readsChoices(questions: Readonly<Record<string, SaidOption>>): NonNullable<Programme['readWish']> {
  return (text): Answers => {
    const typed = ` ${foldPhrase(text)} `;
    const told = Object.entries(questions).flatMap(
      ([question, { isSeveral, phrases }]): [string, Answers[string]][] => {
        const options = Object.entries(phrases)
          .filter(([, words]) => words.some((phrase) => typed.includes(` ${phrase} `)))
          .map(([option]) => option);
        const [only, another] = options;
        if (only === undefined || (another !== undefined && isSeveral !== 'all')) return [];
        return [[question, isSeveral === undefined ? only : { optionIds: options }]];
      },
    );
    return Object.fromEntries(told);
  };
}
