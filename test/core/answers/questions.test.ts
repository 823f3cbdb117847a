import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { loadLibrary } from '../../../bot/library/load-library.ts';
import { fold } from '../../../core/text/fold.ts';
import { projectRoot } from '../../../host/project-root.ts';

// The questions in `seen` to `seen-10` and `outside` may be looked at while building, and all but `seen-4` and `seen-7` to `seen-10` teach
// the weights; those in `held` to `held-7` are only scored: no way of asking in knowledge/ is written after them. `held` to `held-3` were
// written by somebody who had no part in the answering; `seen-4` and `held-4` are the year of thirty imagined people, the six of `held-4`
// kept apart; `seen-5` and `held-5` are of one later hand (no articles were read for them, but their writer then worked here); `seen-6` and
// `held-6` are eleven more, written with the titles at hand and before any reply was seen; `seen-7` asks what stands close to the field,
// two thirds of it what nobody here can answer, and `held-7` is of its hand, written before it; `seen-8` asks for each fact that we hold;
// `seen-9` is stories, dialect with and without accents, and details that no article has, written before any reply to it was seen;
// `seen-10` is a producer's year in plain questions, of one hand, written before any reply to it was seen. Two earlier held sets had
// leaked, and were moved to `seen` with the half of this one that has been read. Never copy a held question into an article; write a new
// set instead.
const line = z.object({
  q: z.string(),
  kind: z.enum(['answer', 'amount', 'intent', 'none']),
  articles: z.array(z.string()).default([]),
  amountVnd: z.array(z.number()).default([]),
  intent: z.string().optional(),
  previous: z.string().optional(),
  provinceCode: z.string().default('19'),
});
type Question = z.output<typeof line>;

const library = await loadLibrary({ root: projectRoot });

async function readQuestions(name: string): Promise<Question[]> {
  const text = await readFile(new URL(`questions/${name}.jsonl`, import.meta.url), 'utf8');
  return text
    .trim()
    .split('\n')
    .map((row) => line.parse(JSON.parse(row)));
}

type Mark = 'right' | 'refused' | 'wrong' | 'harmful';

/** Harmful: a sum of money other than the right one, or a sum where there is none. */
function mark(question: Question, spoil: (text: string) => string): Mark {
  const { q, kind, articles, amountVnd, intent, previous, provinceCode } = question;
  const answer = library.ask({ text: spoil(q), previous, provinceCode, date: '2026-11-22' });
  const ids = answer.articles.map(({ id }) => id);
  if (answer.kind === 'amount') {
    const sums = answer.amounts.map((amount) => amount.amountVnd);
    if (kind === 'amount') return sums.join() === amountVnd.join() ? 'right' : 'harmful';
    // The sum of a rate that is not confirmed says what its article says, for the price that was named.
    const isRule = answer.amounts.every(({ rate }) => rate.certainty === 'recalled') && articles.includes(ids[0] ?? '');
    return isRule ? 'right' : 'harmful';
  }
  if (answer.kind === 'none') return kind === 'none' ? 'right' : 'refused';
  if (answer.kind === 'intent') {
    return (kind === 'intent' ? intent === answer.intent : articles.includes(`intent ${answer.intent}`))
      ? 'right'
      : 'wrong';
  }
  // To be sent to the office that does answer is as right as a refusal.
  if (kind === 'none') return articles.includes(ids[0] ?? '') ? 'right' : 'wrong';
  // A price whose rate is not confirmed, or several machines: share and ceiling, told by the article named, are as right as a sum.
  if (kind === 'intent') return 'wrong';
  const isRight = answer.kind === 'answer' ? articles.includes(ids[0] ?? '') : ids.some((id) => articles.includes(id));
  return isRight ? 'right' : 'wrong';
}

function score(questions: Question[], kinds: Question['kind'][], spoil = (text: string): string => text) {
  const marks = questions.filter(({ kind }) => kinds.includes(kind)).map((question) => mark(question, spoil));
  const count = (wanted: Mark): number => marks.filter((one) => one === wanted).length;
  return {
    questions: marks.length,
    right: Math.round((1000 * count('right')) / marks.length) / 10,
    refused: count('refused'),
    harmful: count('harmful'),
  };
}

// In percent: of those that can be answered, as typed and without accents; of those that nobody here can answer; of the wishes. The floors
// keep what there is. The aim on questions never seen is 92 right and 95 refused.
const FLOORS = {
  seen: { right: 92, refused: 95, met: 97 },
  'seen-2': { right: 93, refused: 86, met: 96 },
  'seen-3': { right: 90, refused: 90, met: 90 },
  'seen-4': { right: 89, refused: 82, met: 86 },
  'seen-5': { right: 82, refused: 80, met: 62 },
  'seen-6': { right: 88, refused: 87, met: 71 },
  'seen-7': { right: 86, refused: 80, met: 0 },
  'seen-8': { right: 94, refused: 0, met: 0 },
  'seen-9': { right: 84, refused: 44, met: 90 },
  'seen-10': { right: 94, refused: 90, met: 90 },
  held: { right: 92, refused: 86, met: 90 },
  'held-2': { right: 88, refused: 73, met: 89 },
  'held-3': { right: 83, refused: 85, met: 76 },
  'held-4': { right: 50, refused: 70, met: 53 },
  'held-5': { right: 63, refused: 66, met: 66 },
  'held-6': { right: 86, refused: 87, met: 83 },
  'held-7': { right: 86, refused: 78, met: 80 },
};
const LEAST_REFUSED_OUTSIDE = 90;

describe.each(Object.entries(FLOORS))('our own questions, %s', async (name, floor) => {
  const questions = await readQuestions(name);

  it.each([
    { typing: 'as typed', spoil: (text: string): string => text },
    { typing: 'without accents', spoil: fold },
  ])(`are answered right, $typing: at least ${floor.right} % of those that can be`, ({ typing, spoil }) => {
    const answered = score(questions, ['answer', 'amount'], spoil);
    console.log(`${name}, ${typing}: answered`, answered);
    expect(answered.right).toBeGreaterThanOrEqual(floor.right);
    expect(answered.harmful).toBe(0);
  });

  it(`are refused where nothing is known: at least ${floor.refused} %; met where they ask for no knowledge: ${floor.met} %`, () => {
    const refused = score(questions, ['none']);
    const met = score(questions, ['intent']);
    console.log(`${name}: refused`, refused, 'intents', met);
    if (refused.questions > 0) expect(refused.right).toBeGreaterThanOrEqual(floor.refused);
    expect(refused.harmful).toBe(0);
    if (met.questions > 0) expect(met.right).toBeGreaterThanOrEqual(floor.met);
  });
});

describe('questions from outside', () => {
  it('are refused: at least 90 %, and no sum is ever told', async () => {
    const refused = score(await readQuestions('outside'), ['none']);
    console.log('outside: refused', refused);
    expect(refused.right).toBeGreaterThanOrEqual(LEAST_REFUSED_OUTSIDE);
    expect(refused.harmful).toBe(0);
  });
});
