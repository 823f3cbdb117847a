import type { Measured } from './measure-one.ts';

type Column = { head: string; cell: (one: Measured) => string };

const share = (value: number | undefined): string => (value === undefined ? '–' : value.toFixed(1));
const pair = (one: Measured, of: (quality: Measured['quality']['orig']) => number): string =>
  `${share(of(one.quality.orig))} / ${share(of(one.quality.noisy_nodia))}`;

const QUALITY: Column[] = [
  { head: 'engine', cell: ({ engine }) => engine },
  { head: 'grain', cell: ({ grain, engine }) => (engine === 'ours' ? 'both' : grain) },
  { head: 'questions', cell: ({ questions }) => String(questions) },
  ...(['orig', 'nodia', 'noisy', 'noisy_nodia'] as const).map((typing) => ({
    head: typing,
    cell: ({ quality }: Measured) => share(quality[typing].recall1),
  })),
  { head: 'R@3', cell: (one) => pair(one, ({ recall3 }) => recall3) },
  { head: 'R@10', cell: (one) => pair(one, ({ recall10 }) => recall10) },
  { head: 'MRR@10', cell: (one) => pair(one, ({ mrr10 }) => mrr10) },
  { head: 'short R@1', cell: ({ shortRecall1: short }) => `${share(short.orig)} / ${share(short.noisy_nodia)}` },
];

const REFUSAL: Column[] = [
  { head: 'answered', cell: ({ refusal }) => share(refusal?.answered) },
  { head: 'right', cell: ({ refusal }) => share(refusal?.rightOfAnswered) },
  { head: 'far refused', cell: ({ refusal }) => share(refusal?.farRefused) },
];

const COST: Column[] = [
  { head: 'p50 ms', cell: ({ p50Ms }) => p50Ms.toFixed(2) },
  { head: 'p95', cell: ({ p95Ms }) => p95Ms.toFixed(2) },
  { head: 'p99', cell: ({ p99Ms }) => p99Ms.toFixed(2) },
  { head: 'build s', cell: ({ buildMs }) => (buildMs / 1000).toFixed(2) },
  { head: 'MB', cell: ({ memoryMb }) => memoryMb.toFixed(0) },
  { head: 'peak MB', cell: ({ peakMb }) => peakMb.toFixed(0) },
  { head: 'load ms', cell: ({ loadMs }) => loadMs.toFixed(0) },
];

/** Two tables of one set of questions, what their heads mean, and how each engine was set up. */
export function printTables(results: readonly Measured[]): string {
  const [first] = results;
  if (first === undefined) return '';
  const setUps = new Map(results.map(({ engine, setUp }) => [engine, setUp]));
  const hasRefusal = results.some(({ refusal }) => refusal !== undefined);
  return [
    `\n${first.set}: Recall@1 by typing; then as written / worst typing; short: 11 to 16 syllables`,
    table(results, QUALITY),
    '\nAnswered, and right of those, in % of all answerable in all typings, when 90 % of the near unanswerable are refused;',
    'one query, warm; building, and resident memory after and during it (PostgreSQL: with the size of its table and index)',
    table(results, [...QUALITY.slice(0, 2), ...(hasRefusal ? REFUSAL : []), ...COST]),
    '',
    ...[...setUps].map(([engine, setUp]) => `${engine}: ${setUp}`),
  ].join('\n');
}

function table(results: readonly Measured[], columns: readonly Column[]): string {
  const rows = [columns.map(({ head }) => head), ...results.map((one) => columns.map(({ cell }) => cell(one)))];
  const widths = columns.map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  return rows
    .map((row) =>
      row.map((cell, at) => (at < 2 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join('  '),
    )
    .join('\n');
}
