import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { readKnowledge } from '../bot/library/read-knowledge.ts';
import type { Article } from '../core/answers/article.ts';
import { createArticleFinder } from '../core/answers/asking/article-finder.ts';
import { FEATURE_NAMES } from '../core/answers/asking/confidence.ts';

// Fits the weights of core/answers/asking/confidence.ts, and prints them. Two kinds of questions teach:
// those that may be looked at (test/core/answers/questions/seen.jsonl), and the articles' own ways of asking, each tried
// against a knowledge base that has never heard it. Every question is also asked with its article taken away: then the
// right answer is to refuse. Plain logistic regression; the same input always gives the same weights.

const FOLDS = 8;
const STEPS = 6_000;
const RATE = 0.3;
/** Keeps weights small: there are few questions. */
const SHRINK = 0.0005;
/** How many candidates of a question teach. */
const TAUGHT_CANDIDATES = 4;
/** What a real question teaches beside a way of asking. */
const REAL_QUESTION_WEIGHT = 10;

type Lesson = { q: string; right: string[]; weight: number };
type Row = { x: number[]; y: number; weight: number };

const root = join(import.meta.dirname, '..');
const line = z.object({
  q: z.string(),
  kind: z.string(),
  articles: z.array(z.string()).default([]),
  previous: z.string().optional(),
});
const files = await Promise.all(
  ['seen', 'outside'].map((name) => readFile(join(root, `test/core/answers/questions/${name}.jsonl`), 'utf8')),
);
const seen = files.join('').trim().split('\n');
const { articles: everything } = await readKnowledge({ root });
const articles = everything.filter((article) => article.province === undefined);

const real: Lesson[] = seen
  .map((text) => line.parse(JSON.parse(text)))
  .filter(({ kind, previous }) => (kind === 'answer' || kind === 'none') && previous === undefined)
  .map(({ q, articles: right }) => ({ q, right, weight: REAL_QUESTION_WEIGHT }));

const rankRows: Row[] = [];
const confidenceRows: Row[] = [];
teach(articles, real);
for (let fold = 0; fold < FOLDS; fold += 1) {
  const isHeld = (at: number, ask: number): boolean => (at * 7 + ask) % FOLDS === fold;
  const rest = articles.map((article, at) => ({ ...article, asks: article.asks.filter((_, ask) => !isHeld(at, ask)) }));
  const lessons = articles.flatMap((article, at) =>
    article.asks.filter((_, ask) => isHeld(at, ask)).map((q) => ({ q, right: [article.id], weight: 1 })),
  );
  teach(rest, lessons);
}

function teach(known: readonly Article[], lessons: readonly Lesson[]): void {
  const finder = createArticleFinder(known);
  for (const { q, right, weight } of lessons) {
    const asked = finder.rank(q, () => true);
    for (const { article, features } of asked.candidates) {
      rankRows.push({ x: FEATURE_NAMES.map((name) => features[name]), y: right.includes(article.id) ? 1 : 0, weight });
    }
    const without = finder.rank(q, (article) => !right.includes(article.id));
    for (const { candidates, unknownShare, cue } of right.length === 0 ? [asked] : [asked, without]) {
      for (const { article, features, lead } of candidates.slice(0, TAUGHT_CANDIDATES)) {
        confidenceRows.push({
          x: [...FEATURE_NAMES.map((name) => features[name]), lead, unknownShare, cue],
          y: right.includes(article.id) ? 1 : 0,
          weight,
        });
      }
    }
  }
}

function fitLogistic(rows: readonly Row[]): number[] {
  const width = (rows[0]?.x.length ?? 0) + 1;
  const weights = new Array<number>(width).fill(0);
  const total = rows.reduce((sum, row) => sum + row.weight, 0);
  for (let step = 0; step < STEPS; step += 1) {
    const slope = new Array<number>(width).fill(0);
    for (const { x, y, weight } of rows) {
      let sum = weights[0] ?? 0;
      for (let at = 0; at < x.length; at += 1) sum += (x[at] ?? 0) * (weights[at + 1] ?? 0);
      const error = weight * (1 / (1 + Math.exp(-sum)) - y);
      slope[0] = (slope[0] ?? 0) + error;
      for (let at = 0; at < x.length; at += 1) slope[at + 1] = (slope[at + 1] ?? 0) + error * (x[at] ?? 0);
    }
    for (let at = 0; at < width; at += 1) {
      const shrink = at === 0 ? 0 : SHRINK * (weights[at] ?? 0);
      weights[at] = (weights[at] ?? 0) - RATE * 4 * ((slope[at] ?? 0) / total + shrink);
    }
  }
  return weights;
}

function print(title: string, names: readonly string[], weights: readonly number[]): void {
  console.log(title, Object.fromEntries(names.map((name, at) => [name, Number((weights[at] ?? 0).toFixed(2))])));
}

print('rank', ['bias', ...FEATURE_NAMES], fitLogistic(rankRows));
print('confidence', ['bias', ...FEATURE_NAMES, 'lead', 'unknownShare', 'cue'], fitLogistic(confidenceRows));
