import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { loadLibrary } from '../../../bot/library/load-library.ts';
import { fold } from '../../../core/text/fold.ts';
import { projectRoot } from '../../../host/project-root.ts';
import { slipOften } from '../../support/slip-often.ts';

// Questions with a price in them, as producers put them, and others that only look like it: a third. The lists in `seen` may be
// looked at while building; `scored` is only counted: when one of it has been read, it moves to `seen` and another is written.
const line = z.object({
  q: z.string(),
  /** The sums that must be told, national first; none for what only looks like a question about a sum. */
  millions: z.array(z.number()).default([]),
  /** A sum that may be told as well as its rule: the rate is not confirmed. */
  orMillions: z.array(z.number()).optional(),
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

/** How often the right sum was told, in percent, and every sum that is not the right one. */
function score(questions: readonly z.output<typeof line>[], spoil: (text: string) => string) {
  const told = questions.map(({ q, millions, orMillions }) => {
    const answer = library.ask({ text: spoil(q), provinceCode: '19', date: '2026-11-22' });
    const sums = answer.kind === 'amount' ? answer.amounts.map(({ amountVnd }) => amountVnd / 1e6) : [];
    const isConditional = answer.kind === 'amount' && answer.isConditional === true;
    return {
      q: spoil(q),
      isAsked: millions.length > 0,
      isRight: [millions, orMillions].some((right) => right?.join() === sums.join()),
      sums,
      isConditional,
    };
  });
  const asked = told.filter(({ isAsked }) => isAsked);
  const wrong = told.filter(({ isRight, sums }) => sums.length > 0 && !isRight);
  const list = (those: typeof told): string[] => those.map(({ q, sums }) => `${q}: ${sums}`);
  return {
    computed: Math.round((100 * asked.filter(({ isRight }) => isRight).length) / asked.length),
    harmful: list(wrong.filter(({ isConditional }) => !isConditional)),
    conditional: list(wrong.filter(({ isConditional }) => isConditional)),
  };
}

const TYPINGS = [
  { typing: 'as typed', spoil: (text: string): string => text, computed: 90, harmful: 0 },
  { typing: 'without accents', spoil: fold, computed: 85, harmful: 0 },
  {
    typing: 'with a slip in every twelfth letter',
    spoil: (text: string): string => slipOften(text, 0),
    computed: 40,
    harmful: 0,
  },
  {
    typing: 'so too, without accents',
    spoil: (text: string): string => slipOften(fold(text), 1),
    computed: 40,
    harmful: 0,
  },
];

describe.each(['seen', 'scored'])('prices of machines, lines and models, %s', (name) => {
  it.each(TYPINGS)(
    'give the sum $typing: at least $computed %, wrong sums at most $harmful',
    async ({ spoil, computed, harmful, typing }) => {
      const scored = score(await readList(name), spoil);
      console.log(
        name,
        typing,
        scored.computed,
        '% computed',
        scored.harmful.length,
        'harmful',
        scored.conditional.length,
        'on a condition',
      );
      if (process.env.SHOW === name) console.log(scored.harmful.join('\n'), '\n', scored.conditional.join('\n'));
      expect(scored.computed).toBeGreaterThanOrEqual(computed);
      expect(scored.harmful.length).toBeLessThanOrEqual(harmful);
    },
  );
});
