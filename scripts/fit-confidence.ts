import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { readKnowledge } from '../bot/library/read-knowledge.ts';
import type { Article } from '../core/answers/article.ts';
import { buildArticleIndex, openArticleFinder } from '../core/answers/asking/article-finder.ts';
import {
  CONFIDENCE_NAMES,
  DEFAULT_THRESHOLDS,
  decide,
  FEATURE_NAMES,
  leadsOf,
  type Thresholds,
  weighFeatures,
} from '../core/answers/asking/confidence.ts';
import type { Features } from '../core/answers/asking/features.ts';
import { isOutside } from '../core/answers/asking/outside.ts';
import type { OutsideTopic } from '../core/answers/asking/outside-topic.ts';
import { OUTSIDE_TOPICS } from '../core/answers/asking/outside-topics.ts';
import { plainForm } from '../core/answers/asking/plain-form.ts';
import { splitSyllables } from '../core/answers/typing/syllables.ts';
import { alsoAnswers } from './fit/also-answers.ts';
import { fitLogistic, type Row } from './fit/fit-logistic.ts';

// Fits the weights of core/answers/asking/confidence.ts, and prints them. Two kinds of questions teach: those that may be
// looked at (test/core/answers/questions), and the articles' own ways of asking, each tried against a knowledge base that
// has never heard it; so do the outside topics. Every question is also asked with all articles on its topics taken away: then to refuse is right.
// Before that it prints how well weights answer that were fitted without the question: what strangers may expect.

const FOLDS = 6;
/** How many candidates of a question teach. */
const TAUGHT_CANDIDATES = 4;
/** What a real question teaches beside a way of asking, a question whose articles were taken away, and one of an outside topic. */
const WEIGHTS = { real: 10, without: 0.15, outsideItem: 4 };

type Lesson = { q: string; right: string[]; weight: number; group: string; fold: number; province?: string };
type Looked = { id: string; features: Features };
type Exercise = Lesson & { looked: Looked[]; extra: number[]; outside: boolean };

const root = join(import.meta.dirname, '..');
const line = z.object({
  q: z.string(),
  kind: z.string(),
  articles: z.array(z.string()).default([]),
  previous: z.string().optional(),
  provinceCode: z.string().default('19'),
});
const { articles, provinces } = await readKnowledge({ root });
const placeNames = provinces.flatMap(({ names }) => names);
const byId = new Map(articles.map((article) => [article.id, article]));

const real = (await Promise.all(['seen', 'seen-2', 'seen-3', 'seen-5', 'seen-6', 'outside'].map(readLessons))).flat();
const exercises = practise(articles, real);
for (let fold = 0; fold < FOLDS; fold += 1) {
  const isHeld = (at: number, ask: number): boolean => (at * 7 + ask) % FOLDS === fold;
  const rest = articles.map((article, at) => ({ ...article, asks: article.asks.filter((_, ask) => !isHeld(at, ask)) }));
  const lessons = articles.flatMap((article, at) =>
    article.asks
      .filter((_, ask) => isHeld(at, ask))
      .map((q) => ({ q, right: alsoAnswers(article.id), weight: 1, group: 'asks', fold, province: article.province })),
  );
  const restOutside = OUTSIDE_TOPICS.map(({ name, items }, at) => ({
    name,
    items: items.filter((_, item) => !isHeld(at, item)),
  }));
  const outsideLessons = OUTSIDE_TOPICS.flatMap(({ items }, at) =>
    items
      .filter((_, item) => isHeld(at, item))
      .map((q) => ({ q, right: [], weight: WEIGHTS.outsideItem, group: 'outside-items', fold, province: '19' })),
  );
  exercises.push(...practise(rest, lessons), ...practise(articles, outsideLessons, restOutside));
}

async function readLessons(name: string): Promise<Lesson[]> {
  const text = await readFile(join(root, `test/core/answers/questions/${name}.jsonl`), 'utf8');
  return (
    text
      .trim()
      .split('\n')
      .map((row) => line.parse(JSON.parse(row)))
      .filter(({ kind, previous }) => (kind === 'answer' || kind === 'none') && previous === undefined)
      // Met by a wish alone: the articles have nothing to learn from it.
      .filter(({ kind, articles: met }) => kind === 'none' || met.some((id) => byId.has(id)))
      .map(({ q, kind, articles: right, provinceCode }, at) => ({
        q,
        // For what nobody here answers: the article that tells whom to ask.
        right: right.filter((id) => byId.has(id)),
        weight: WEIGHTS.real,
        group: name !== 'outside' && kind === 'none' ? `${name}-none` : name,
        fold: at % FOLDS,
        province: provinceCode,
      }))
  );
}

/** Asks each question, and once more with every article on its topics taken away. */
function practise(
  known: readonly Article[],
  lessons: readonly Lesson[],
  outsideTopics: readonly OutsideTopic[] = OUTSIDE_TOPICS,
): Exercise[] {
  const finder = openArticleFinder(buildArticleIndex(known, { outsideTopics, placeNames }), known);
  return lessons.flatMap((lesson) => {
    const { q, right, province } = lesson;
    const outside = isOutside(plainForm(splitSyllables(q)));
    const look = (isAllowed: (article: Article) => boolean) => {
      const { candidates, extra } = finder.rank(
        q,
        (article) => (article.province === undefined || article.province === province) && isAllowed(article),
      );
      return { looked: candidates.map(({ article, features }) => ({ id: article.id, features })), extra, outside };
    };
    const asked = { ...lesson, ...look(() => true) };
    if (right.length === 0) return [asked];
    const topics = new Set(right.flatMap((id) => byId.get(id)?.topics ?? []));
    const without = look(
      (article) => !right.includes(article.id) && !article.topics.some((topic) => topics.has(topic)),
    );
    return [
      asked,
      { ...lesson, right: [], weight: lesson.weight * WEIGHTS.without, group: `${lesson.group}-without`, ...without },
    ];
  });
}

type Model = { rank: number[]; confidence: number[] };

function learn(taught: readonly Exercise[]): Model {
  const rankRows: Row[] = taught.flatMap(({ looked, right, weight }) =>
    right.length === 0
      ? []
      : looked.map(({ id, features }) => ({ x: toVector(features), y: right.includes(id) ? 1 : 0, weight })),
  );
  const rank = fitLogistic(rankRows);
  const rows: Row[] = taught.flatMap((exercise) =>
    judge(exercise, rank)
      .slice(0, TAUGHT_CANDIDATES)
      .map(({ id, x }) => ({ x, y: exercise.right.includes(id) ? 1 : 0, weight: exercise.weight })),
  );
  return { rank, confidence: fitLogistic(rows) };
}

function toVector(features: Features): number[] {
  return FEATURE_NAMES.map((name) => features[name]);
}

function toRank(rank: readonly number[]): Features {
  return Object.fromEntries(FEATURE_NAMES.map((name, at) => [name, rank[at + 1] ?? 0])) as Features;
}

function judge({ looked, extra }: Exercise, rank: readonly number[]): { id: string; x: number[] }[] {
  const weights = toRank(rank);
  const ordered = looked
    .map((one) => ({ ...one, score: weighFeatures(one.features, weights) }))
    .sort((a, b) => b.score - a.score);
  const leads = leadsOf(ordered.map(({ score }) => score));
  return ordered.map(({ id, features }, at) => ({ id, x: [...toVector(features), leads[at] ?? 0, ...extra] }));
}

type Judged = Exercise & { ranked: { id: string; p: number }[] };

function apply(exercise: Exercise, { rank, confidence }: Model): Judged {
  const ranked = judge(exercise, rank).map(({ id, x }) => {
    const sum = x.reduce((total, value, at) => total + value * (confidence[at + 1] ?? 0), confidence[0] ?? 0);
    return { id, p: 1 / (1 + Math.exp(-sum)) };
  });
  return { ...exercise, ranked };
}

const judged: Judged[] = [];
for (let fold = 0; fold < FOLDS; fold += 1) {
  const model = learn(exercises.filter((exercise) => exercise.fold !== fold));
  judged.push(...exercises.filter((exercise) => exercise.fold === fold).map((exercise) => apply(exercise, model)));
}

const percent = (part: number, all: number): number => Math.round((1000 * part) / (all || 1)) / 10;

function outcome({ ranked, right, outside }: Judged, thresholds: Thresholds): 'told' | 'offered' | 'wrong' | 'refused' {
  const decision = decide(
    ranked.map(({ p }) => p),
    thresholds,
  );
  if (outside || decision.kind === 'refuse') return 'refused';
  const shown = ranked.slice(0, decision.count);
  if (!shown.some(({ id }) => right.includes(id))) return 'wrong';
  return decision.kind === 'tell' ? 'told' : 'offered';
}

const groups = [...new Set(judged.map(({ group }) => group))];
for (const group of groups) {
  const ones = judged.filter((one) => one.group === group);
  const first = percent(ones.filter(({ ranked, right }) => right.includes(ranked[0]?.id ?? '')).length, ones.length);
  const three = percent(
    ones.filter(({ ranked, right }) => ranked.slice(0, 3).some(({ id }) => right.includes(id))).length,
    ones.length,
  );
  console.log(group.padEnd(13), String(ones.length).padStart(5), 'first', first, 'in three', three);
}
console.log('[answer, offer]: % told + offered right, -wrong, ?refused; of those that have no answer: refused');
for (const answer of [0.5, 0.6]) {
  for (const offer of [0.5, 0.45, 0.4, 0.35, 0.3, 0.25]) {
    const lines = groups.map((group) => {
      const ones = judged.filter((one) => one.group === group);
      const marks = ones.map((one) => outcome(one, { ...DEFAULT_THRESHOLDS, answer, offer }));
      const count = (wanted: string): number => percent(marks.filter((mark) => mark === wanted).length, marks.length);
      if (ones.every(({ right }) => right.length === 0)) return `${group} ${count('refused')}`;
      return `${group} ${count('told')}+${count('offered')} -${count('wrong')} ?${count('refused')}`;
    });
    console.log(answer, offer, lines.join(', '));
  }
}

const model = learn(exercises);
const print = (title: string, names: readonly string[], weights: readonly number[]): void => {
  console.log(title, Object.fromEntries(names.map((name, at) => [name, Number((weights[at] ?? 0).toFixed(2))])));
};
print('RANK_WEIGHTS', FEATURE_NAMES, model.rank.slice(1));
print('CONFIDENCE_WEIGHTS', ['bias', ...CONFIDENCE_NAMES], model.confidence);
