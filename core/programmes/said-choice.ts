import type { Answers } from '../forms/values.ts';
import { foldPhrase } from '../text/fold.ts';
import type { Programme } from './programme.ts';

/** Of one question of the details: whether more than one option may be kept, and the words (folded) that tell each. */
type SaidOption = { isSeveral?: true; phrases: Readonly<Record<string, readonly string[]>> };

/**
 * Reads what the words of a wish tell of choices in the details: of "đi hội chợ ở Trung Quốc" that it is abroad. Words that
 * tell two options of one question tell nothing: it is asked.
 */
export function readsChoices(questions: Readonly<Record<string, SaidOption>>): NonNullable<Programme['readWish']> {
  return (text): Answers => {
    const typed = ` ${foldPhrase(text)} `;
    const told = Object.entries(questions).flatMap(([question, { isSeveral, phrases }]) => {
      const options = Object.entries(phrases)
        .filter(([, words]) => words.some((phrase) => typed.includes(` ${phrase} `)))
        .map(([option]) => option);
      const [only, another] = options;
      if (only === undefined || another !== undefined) return [];
      return [[question, isSeveral === true ? { optionIds: [only] } : only] as const];
    });
    return Object.fromEntries(told);
  };
}
