import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import type { Probe } from '../core/answers/search/probe.ts';
import { compareFound, SURENESS_FEATURES, surenessFeatures, WEIGHED, weighRows } from '../core/answers/search/rank.ts';
import { RANK_FEATURES, rankFeatures } from '../core/answers/search/rank-features.ts';
import { readQuestion } from '../core/answers/search/read-question.ts';
import { buildSearchEngine, findByWords, type SearchEngine } from '../core/answers/search/search-engine.ts';
import { passageSchema, toDocument } from '../host/ask/retrieve.ts';
import { fitLogistic } from './fit/fit-logistic.ts';
import { fitSoftmax } from './fit/fit-softmax.ts';

// node scripts/fit-ranking.ts <folder of retrieval sets> [--write]
// Fits the weights of core/answers/search/rank-weights.ts on the dev parts of the sets. Before that it prints how well weights
// rank and refuse that were fitted without the question, or any other question on the same passage: what strangers may expect.
// To refuse is taught by the questions that no passage answers, and by each question asked with its whole law taken away.

const FOLDS = 5;
const TYPINGS = ['orig', 'nodia', 'noisy', 'noisy_nodia'] as const;
/** What a question of each set teaches, and whose questions it does not answer (one in so many). */
const SETS = [
  { name: 'vnlaw', rankWeight: 1, sureWeight: 1, strangers: 'vnlaw/dev.unanswerable.jsonl', every: 1 },
  { name: 'xquad-vi', rankWeight: 0.5, sureWeight: 0.3, strangers: 'vnlaw/dev.jsonl', every: 8 },
];
const TAKEN_AWAY_WEIGHT = 0.5;
const FAR_WEIGHT = 0.3;
const RANK_SHRINK = 1;

const typed = { orig: z.string(), nodia: z.string(), noisy: z.string(), noisy_nodia: z.string() };
const asked = z.object({
  id: z.string(),
  rel: z.array(z.string()).default([]),
  near: z.boolean().optional(),
  ...typed,
});
type Exercise = {
  set: (typeof SETS)[number];
  typing: (typeof TYPINGS)[number];
  kind: 'answerable' | 'near' | 'far' | 'takenAway';
  fold: number;
  isShort: boolean;
  right: string[];
  found: string[];
  rows: number[][];
  probe: Probe;
};

const [folder = '', ...flags] = process.argv.slice(2);
const exercises = (await Promise.all(SETS.map(practise))).flat();
const held = Array.from({ length: FOLDS }, (_, fold) => {
  const model = fitModel(exercises.filter((one) => one.fold !== fold));
  return exercises.filter((one) => one.fold === fold).map((one) => judge(one, model));
}).flat();
report(held);

const { ranking, sureness } = fitModel(exercises);
const listed = (names: readonly string[], weights: readonly number[]) =>
  names.map((name, at) => `  ${(weights[at] ?? 0).toFixed(4)}, // ${name}`).join('\n');
const table = `/** Fitted by scripts/fit-ranking.ts, in the order of \`RANK_FEATURES\`. */
export const RANK_WEIGHTS: readonly number[] = [
${listed(RANK_FEATURES, ranking)}
];

export const SURENESS_BIAS = ${(sureness[0] ?? 0).toFixed(4)};

/** In the order of \`SURENESS_FEATURES\`. */
export const SURENESS_WEIGHTS: readonly number[] = [
${listed(SURENESS_FEATURES, sureness.slice(1))}
];
`;
if (flags.includes('--write'))
  await writeFile(join(import.meta.dirname, '../core/answers/search/rank-weights.ts'), table);
else process.stdout.write(table);

async function practise(set: (typeof SETS)[number]): Promise<Exercise[]> {
  const passages = await readLines(`${set.name}/corpus.jsonl.gz`, passageSchema);
  const engine = buildSearchEngine(passages.map(toDocument));
  const groupOf = new Map(engine.documents.map(({ id }, at) => [id, engine.groups[at]]));
  const questions = await readLines(`${set.name}/dev.jsonl`, asked);
  const folds = foldByPassage(questions);
  const strangers = (await readLines(set.strangers, asked)).filter((_, at) => at % set.every === 0);
  return TYPINGS.flatMap((typing) => [
    ...questions.flatMap((question, at) => {
      const shared = { set, typing, fold: folds[at] ?? 0 };
      const own = look(engine, question, { ...shared, kind: 'answerable' as const });
      if (set.name !== 'vnlaw' || typing === 'nodia' || typing === 'noisy') return [own];
      const group = groupOf.get(question.rel[0] ?? '');
      return [own, look(engine, question, { ...shared, kind: 'takenAway' as const }, group)];
    }),
    ...strangers.map((question, at) =>
      look(engine, question, {
        set,
        typing,
        fold: at % FOLDS,
        kind: question.near ? ('near' as const) : ('far' as const),
      }),
    ),
  ]);
}

function look(
  engine: SearchEngine,
  question: z.output<typeof asked>,
  about: Pick<Exercise, 'set' | 'typing' | 'fold' | 'kind'>,
  takenAway?: number,
): Exercise {
  const { probe, found: all } = findByWords(engine, readQuestion(engine.vocabulary, question[about.typing]));
  const found = all
    .filter(({ document }) => takenAway === undefined || engine.groups[document] !== takenAway)
    .slice(0, WEIGHED);
  const syllables = question.orig.trim().split(/\s+/).length;
  return {
    ...about,
    isShort: syllables >= 11 && syllables <= 16,
    right: about.kind === 'answerable' ? question.rel : [],
    found: found.map(({ document }) => engine.documents[document]?.id ?? ''),
    rows: rankFeatures(probe, compareFound(engine, probe, found), engine.groups),
    probe,
  };
}

/** Questions on the same passage are near-duplicates often, and stay in one fold. */
function foldByPassage(questions: readonly z.output<typeof asked>[]): number[] {
  const folds = new Map<string, number>();
  let next = 0;
  return questions.map(({ rel }) => {
    const known = rel.map((id) => folds.get(id)).find((fold) => fold !== undefined);
    const fold = known ?? next++ % FOLDS;
    for (const id of rel) folds.set(id, fold);
    return fold;
  });
}

function fitModel(lessons: readonly Exercise[]): { ranking: number[]; sureness: number[] } {
  const answerable = lessons.filter(
    ({ kind, right, found }) => kind === 'answerable' && found.some((id) => right.includes(id)),
  );
  const scale = scaleOf(answerable.flatMap(({ rows }) => rows));
  const weights = fitSoftmax(
    answerable.map(({ rows, right, found, set }) => ({
      rows: rows.map((row) => row.map((value, at) => (value - (scale.means[at] ?? 0)) / (scale.spreads[at] ?? 1))),
      right: found.map((id) => right.includes(id)),
      weight: set.rankWeight,
    })),
    RANK_SHRINK,
  );
  const ranking = weights.map((weight, at) => weight / (scale.spreads[at] ?? 1));

  const sure = lessons
    .filter(({ rows }) => rows.length > 0)
    .map(({ rows, probe, kind, right, found, set }) => {
      const weighed = weighRows(rows, ranking);
      const isRight = right.includes(found[weighed.order[0] ?? 0] ?? '');
      const weight = { answerable: set.sureWeight, near: 1, far: FAR_WEIGHT, takenAway: TAKEN_AWAY_WEIGHT }[kind];
      return { x: surenessFeatures(probe, weighed), y: isRight ? 1 : 0, weight };
    });
  const sureScale = scaleOf(sure.map(({ x }) => x));
  const [bias = 0, ...slopes] = fitLogistic(
    sure.map((row) => ({
      ...row,
      x: row.x.map((value, at) => (value - (sureScale.means[at] ?? 0)) / (sureScale.spreads[at] ?? 1)),
    })),
  );
  const sureness = slopes.map((slope, at) => slope / (sureScale.spreads[at] ?? 1));
  const shift = sureness.reduce((sum, weight, at) => sum + weight * (sureScale.means[at] ?? 0), 0);
  return { ranking, sureness: [bias - shift, ...sureness] };
}

function scaleOf(rows: readonly (readonly number[])[]): { means: number[]; spreads: number[] } {
  const width = rows[0]?.length ?? 0;
  const columns = Array.from({ length: width }, (_, at) => {
    let sum = 0;
    let squares = 0;
    for (const row of rows) {
      sum += row[at] ?? 0;
      squares += (row[at] ?? 0) ** 2;
    }
    const mean = sum / (rows.length || 1);
    return { mean, spread: Math.sqrt(Math.max(0, squares / (rows.length || 1) - mean * mean)) || 1 };
  });
  return { means: columns.map(({ mean }) => mean), spreads: columns.map(({ spread }) => spread) };
}

function judge(one: Exercise, model: ReturnType<typeof fitModel>) {
  const weighed = weighRows(one.rows, model.ranking);
  const values = surenessFeatures(one.probe, weighed);
  const logit = values.reduce((sum, value, at) => sum + value * (model.sureness[at + 1] ?? 0), model.sureness[0] ?? 0);
  const isRight = one.right.includes(one.found[weighed.order[0] ?? 0] ?? '');
  const sureness = one.rows.length === 0 ? 0 : 1 / (1 + Math.exp(-logit));
  return { ...one, isRight, recall: isRight ? 1 / one.right.length : 0, sureness };
}

function report(all: readonly ReturnType<typeof judge>[]): void {
  const percent = (values: readonly number[]) =>
    ((100 * values.reduce((sum, value) => sum + value, 0)) / (values.length || 1)).toFixed(1);
  for (const set of SETS)
    for (const typing of TYPINGS) {
      const some = all.filter((one) => one.set === set && one.typing === typing && one.kind === 'answerable');
      const short = some.filter(({ isShort }) => isShort);
      const first = `${percent(some.map((one) => one.recall))}, of 11-16 syllables ${percent(short.map((one) => one.recall))}`;
      console.error(`${set.name} ${typing}: Recall@1 ${first}`);
    }
  const near = all.filter(({ kind }) => kind === 'near').map(({ sureness }) => sureness);
  const threshold = near.sort((a, b) => a - b)[Math.ceil(near.length * 0.9) - 1] ?? 1;
  const law = all.filter(({ set, kind }) => set.name === 'vnlaw' && kind === 'answerable');
  const answered = law.filter(({ sureness }) => sureness > threshold);
  const refused = (kind: Exercise['kind']) =>
    percent(all.filter((one) => one.kind === kind).map((one) => (one.sureness > threshold ? 0 : 1)));
  console.error(
    `from ${threshold.toFixed(2)}: answered ${percent(law.map((one) => (one.sureness > threshold ? 1 : 0)))},`,
    `right ${percent(answered.map((one) => (one.isRight ? 1 : 0)))}, far refused ${refused('far')},`,
    `taken-away laws refused ${refused('takenAway')}`,
  );
  const judged = all.filter(({ set, kind }) => set.name === 'vnlaw' && (kind === 'answerable' || kind === 'near'));
  for (let from = 0; from < 1; from += 0.1) {
    const some = judged.filter(({ sureness }) => sureness >= from && sureness < from + 0.1);
    const said = percent(some.map(({ sureness }) => sureness));
    console.error(`said ${said} %: right ${percent(some.map((one) => (one.isRight ? 1 : 0)))} % (${some.length})`);
  }
}

async function readLines<Schema extends z.ZodType>(file: string, schema: Schema): Promise<z.output<Schema>[]> {
  const bytes = await readFile(join(folder, file));
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  return text
    .trim()
    .split('\n')
    .map((line) => schema.parse(JSON.parse(line)));
}
