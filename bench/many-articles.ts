/**
 * `npm run bench -- many-articles`: how time and memory grow from 600 to 6,000 and 60,000 articles, through the whole
 * assistant and through its search alone. The articles are made of the shipped ones, from a seed.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { rounded, runAlone } from './answers/run-alone.ts';
import type { Measured, Task } from './many-articles/measure-count.ts';

const COUNTS = [600, 6_000, 60_000];
const QUESTIONS = 300;

export async function bench(args: string[]): Promise<object> {
  const { values } = parseArgs({ args, options: { quick: { type: 'boolean', default: false } } });
  const script = join(import.meta.dirname, 'many-articles/measure-count.ts');
  const results: Measured[] = [];
  for (const through of ['search', 'assistant'] as const) {
    for (const count of values.quick ? COUNTS.slice(0, 2) : COUNTS) {
      console.error(`${through}: ${count} articles`);
      const task: Task = { through, count, questions: QUESTIONS };
      results.push(await runAlone<Measured>(script, task));
    }
  }
  console.log(
    'through    articles      KB   words   build s      MB    p50 ms       p95       p99   (× the row above)',
  );
  results.forEach((one, at) => {
    const before = results[at - 1]?.through === one.through ? results[at - 1] : undefined;
    console.log(line(one, before));
  });
  return { node: process.version, results: rounded(results) };
}

function line(one: Measured, before: Measured | undefined): string {
  const cell = (value: number, digits: number, width: number): string => value.toFixed(digits).padStart(width);
  const cells = [
    one.through.padEnd(9),
    cell(one.count, 0, 9),
    cell(one.kilobytes, 0, 7),
    cell(one.words, 0, 7),
    cell(one.buildMs / 1_000, 2, 9),
    cell(one.memoryMb, 0, 7),
    cell(one.p50Ms, 2, 9),
    cell(one.p95Ms, 2, 9),
    cell(one.p99Ms, 2, 9),
  ];
  if (before === undefined) return cells.join(' ');
  const growth = (of: (each: Measured) => number): string => `×${(of(one) / of(before)).toFixed(1)}`;
  const ratios = [
    `text ${growth(({ kilobytes }) => kilobytes)}`,
    `build ${growth(({ buildMs }) => buildMs)}`,
    `memory ${growth(({ memoryMb }) => memoryMb)}`,
    `p50 ${growth(({ p50Ms }) => p50Ms)}`,
    `p95 ${growth(({ p95Ms }) => p95Ms)}`,
  ];
  return `${cells.join(' ')}   ${ratios.join(', ')}`;
}
