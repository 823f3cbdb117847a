import type { Article } from '../article.ts';
import { type Syllable, splitSyllables } from '../typing/syllables.ts';
import { countGreetingWords } from './intents.ts';
import { expandShortenings, plainForm } from './plain-form.ts';

/** One question as the rules read it. */
export type Question = {
  text: string;
  /** Without the greeting before it. */
  asked: string;
  /** Folded, shortenings written out: for the patterns. */
  plain: string;
  syllables: Syllable[];
  /** The same with slips mended: what was not typed so has no accents. */
  mended: Syllable[];
  isAccented: boolean;
};

export type ReadQuestion = (text: string) => Question;

/** What holds while one message is answered. */
export type Occasion = {
  /** ISO date. */
  date: string;
  /** Codes of provinces: the one named in the question, the person's own, and the one that is answered for. */
  named?: string;
  own?: string;
  province?: string;
  isAllowed: (article: Article) => boolean;
};

/** What comes after is not read, so that no message can take long. */
const LONGEST_QUESTION = 1_000;

/** In a longer message nothing hangs on one word. */
const MOST_MENDED = 60;

/** Reads one question; `mend` tells what was meant by what was typed. */
export function readQuestion(typed: string, mend: (text: string) => Syllable[]): Question {
  // Some phones send each accent as a letter of its own.
  const text = typed.normalize('NFC').slice(0, LONGEST_QUESTION);
  const syllables = splitSyllables(text);
  const expanded = expandShortenings(syllables);
  const plain = plainForm(syllables);
  const greeting = countGreetingWords(plain);
  return {
    text,
    asked:
      greeting === 0
        ? text
        : expanded
            .slice(greeting)
            .map(({ exact }) => exact)
            .join(' '),
    plain,
    syllables: expanded,
    mended: expanded.length > MOST_MENDED ? expanded : mend(text),
    isAccented: syllables.some((syllable) => syllable.exact !== syllable.folded),
  };
}
