/**
 * `npm run bench -- answers --data FOLDER`: the search of the answering engine beside other engines, on the retrieval bench
 * in FOLDER. Its README tells the form of the data and of the measures.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { DATA_SETS, readDataSet } from './answers/data.ts';
import type { Grain } from './answers/engine.ts';
import { ENGINES } from './answers/engines.ts';
import type { Measured, Task } from './answers/measure-one.ts';
import { splitClauses } from './answers/roll-up.ts';
import { rounded, runAlone } from './answers/run-alone.ts';
import { printTables } from './answers/tables.ts';

const USAGE = `npm run bench -- answers --data FOLDER [--only ours,sqlite] [--set vnlaw] [--quick]

  --data   the folder of the retrieval bench, with vnlaw/ and xquad-vi/ in it (corpus.jsonl.gz, dev.jsonl)
  --only   engines, by name: ${Object.keys(ENGINES).join(', ')}
  --set    one set of questions: ${DATA_SETS.join(' or ')}
  --quick  40 questions for every engine, for a look`;

const QUICK_SAMPLE = 40;
/** Questions for engines that take long over one. */
const SLOW_SAMPLE = 200;

export async function bench(args: string[]): Promise<object> {
  const { values } = parseArgs({
    args,
    options: {
      data: { type: 'string' },
      only: { type: 'string' },
      set: { type: 'string' },
      quick: { type: 'boolean', default: false },
    },
  });
  const { data } = values;
  const names = values.only?.split(',') ?? Object.keys(ENGINES);
  const sets = values.set === undefined ? DATA_SETS : DATA_SETS.filter((set) => set === values.set);
  const isComplete = data !== undefined && sets.every((set) => existsSync(join(data, set, 'dev.jsonl')));
  if (!isComplete || sets.length === 0 || names.some((name) => ENGINES[name] === undefined)) {
    console.error(USAGE);
    process.exitCode = 2;
    return { error: data === undefined ? 'no --data given' : 'no such data or no such engine' };
  }

  const script = join(import.meta.dirname, 'answers/measure-one.ts');
  const results: Measured[] = [];
  for (const set of sets) {
    const { passages } = await readDataSet(data, set);
    // Paragraphs of one line each are their own clauses.
    const hasClauses = splitClauses(passages).clauses.length > 2 * passages.length;
    for (const name of names) {
      const grains: Grain[] = hasClauses && !ENGINES[name]?.hasBothGrains ? ['articles', 'clauses'] : ['articles'];
      for (const grain of grains) {
        console.error(`${set}: ${name}, ${grain}`);
        const sample = values.quick ? QUICK_SAMPLE : ENGINES[name]?.isSlow && SLOW_SAMPLE;
        const task: Task = { data, set, engine: name, grain, sample: sample || undefined };
        const result = await runAlone<Measured>(script, task);
        results.push(result);
        const { orig, noisy_nodia: worst } = result.quality;
        console.error(
          `  Recall@1 ${orig.recall1.toFixed(1)} as written, ${worst.recall1.toFixed(1)} with the worst typing`,
        );
      }
    }
    console.log(printTables(results.filter((result) => result.set === set)));
  }
  return { node: process.version, results: rounded(results) };
}
