import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { loadLibrary } from '../../../bot/library/load-library.ts';
import { fold } from '../../../core/text/fold.ts';
import { projectRoot } from '../../../host/project-root.ts';
import { slipOften } from '../../support/slip-often.ts';

// Questions with a price in them, as producers put them, and others that only look like it: a third. The lists `seen` and `stories`
// may be looked at while building; `scored` and `stories-scored` are only counted: when one of these has been read, it moves to the
// other list and another is written. In `stories` the price stands in a story, among other figures, or far from what is asked.
const line = z.object({
  q: z.string(),
  /** The sums that must be told, national first; none for what only looks like a question about a sum. */
  millions: z.array(z.number()).default([]),
  /** A sum that may be told as well as its rule: the rate is not confirmed. */
  orMillions: z.array(z.number()).optional(),
  /** A sum that may be told on a condition only. */
  ifMillions: z.array(z.number()).optional(),
  province: z.string().default('19'),
  /** Where no sum is computed and an article tells what is known. */
  articles: z.array(z.string()).optional(),
});
const library = await loadLibrary({ root: projectRoot });

async function readList(name: string): Promise<z.output<typeof line>[]> {
  const text = await readFile(new URL(`amounts/${name}.jsonl`, import.meta.url), 'utf8');
  return text
    .trim()
    .split('\n')
    .map((row) => line.parse(JSON.parse(row)));
}

/** How often the right sum was told, in percent, and how many told are not the right one. */
function score(questions: readonly z.output<typeof line>[], spoil: (text: string) => string) {
  const told = questions.map(({ q, millions, orMillions, ifMillions, province }) => {
    const answer = library.ask({ text: spoil(q), provinceCode: province, date: '2026-11-22' });
    const sums = answer.kind === 'amount' ? answer.amounts.map(({ amountVnd }) => amountVnd / 1e6) : [];
    const isConditional = answer.kind === 'amount' && answer.isConditional === true;
    return {
      isAsked: millions.length > 0 || orMillions !== undefined,
      isRight:
        sums.length > 0 &&
        [millions, orMillions, isConditional ? ifMillions : undefined].some((right) => right?.join() === sums.join()),
      sums,
      isConditional,
    };
  });
  const asked = told.filter(({ isAsked }) => isAsked);
  const wrong = told.filter(({ isRight, sums }) => sums.length > 0 && !isRight);
  return {
    computed: Math.round((100 * asked.filter(({ isRight }) => isRight).length) / asked.length),
    harmful: wrong.filter(({ isConditional }) => !isConditional).length,
    conditional: wrong.filter(({ isConditional }) => isConditional).length,
  };
}

const TYPINGS = [
  { typing: 'as typed', spoil: (text: string): string => text },
  { typing: 'without accents', spoil: fold },
  { typing: 'with a slip in every twelfth letter', spoil: (text: string): string => slipOften(text, 0) },
  { typing: 'so too, without accents', spoil: (text: string): string => slipOften(fold(text), 1) },
];
/** In percent, in the order of the typings. */
const FLOORS = {
  seen: [95, 95, 55, 55],
  scored: [92, 88, 55, 55],
  stories: [90, 90, 50, 50],
  'stories-scored': [65, 65, 40, 35],
};

describe.each(['seen', 'scored', 'stories', 'stories-scored'] as const)(
  'prices of machines, lines and models, %s',
  (name) => {
    it.each(TYPINGS.map((typing, at) => ({ ...typing, least: FLOORS[name][at] ?? 0 })))(
      'give the sum $typing: at least $least %, and none is asserted wrongly',
      async ({ spoil, typing, least }) => {
        const { computed, harmful, conditional } = score(await readList(name), spoil);
        console.log(
          `${name}, ${typing}: computed ${computed} %, wrong ${harmful}, wrong on a condition ${conditional}`,
        );
        expect(computed).toBeGreaterThanOrEqual(least);
        expect(harmful).toBe(0);
      },
    );
  },
);
