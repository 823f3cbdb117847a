/**
 * Measures one engine on one set of questions, in a process of its own so that time and memory are its own. Started by
 * ../answers.ts with --expose-gc; reads a `Task` from standard input, writes one JSON line of `Measured` at its end.
 */
import { text } from 'node:stream/consumers';
import { readDataSet, sampleOf, TYPINGS } from './data.ts';
import type { Find, Grain } from './engine.ts';
import { ENGINES } from './engines.ts';
import { percentiles, settledMemory } from './gauges.ts';
import { byTyping, type Found, type FoundFor, measureRefusal, recallOfShort } from './metrics.ts';
import { rollUp, splitClauses } from './roll-up.ts';
import { foldedWords } from './tokens.ts';

export type Task = { data: string; set: string; engine: string; grain: Grain; sample?: number };
export type Measured = Awaited<ReturnType<typeof measure>>;

const WARM_UP = 30;
const LIMIT = 10;
const MB = 1e6;

process.stdout.write(`${JSON.stringify(await measure(JSON.parse(await text(process.stdin))))}\n`);

async function measure({ data, set, engine: name, grain, sample }: Task) {
  const { passages, questions, unanswerable } = await readDataSet(data, set);
  const { clauses, owners } = splitClauses(passages);
  const units = grain === 'clauses' ? clauses : passages;

  const loadStartedAt = performance.now();
  const loaded = await ENGINES[name]?.load();
  const loadMs = performance.now() - loadStartedAt;
  if (loaded === undefined) throw new Error(`There is no engine "${name}".`);
  const { engine } = loaded;
  await engine.prepare?.();

  const memoryBefore = await settledMemory();
  const buildStartedAt = performance.now();
  const { find: findUnits, outsideMb, close } = await engine.build(units);
  const buildMs = performance.now() - buildStartedAt;
  const memoryMb = ((await settledMemory()) - memoryBefore) / MB + (outsideMb ?? 0);
  const peakMb = (process.resourceUsage().maxRSS * 1024 - memoryBefore) / MB + (outsideMb ?? 0);

  const find = grain === 'clauses' ? rollUp(findUnits, owners) : findUnits;
  const times: number[] = [];
  const asked = sampleOf(questions, sample);
  for (const question of asked.slice(0, WARM_UP)) await find(question.noisy_nodia, LIMIT);
  const found: FoundFor[] = [];
  for (const [at, question] of asked.entries()) {
    found.push(...(await findAll(find, question, times)).map((one) => ({ ...one, relevant: question.rel })));
    if (at % 100 === 99) process.stderr.write(`  ${name} ${grain} ${at + 1}/${asked.length}\n`);
  }
  const refusable = { near: [] as Found[], far: [] as Found[] };
  for (const one of sampleOf(unanswerable, sample)) {
    refusable[one.near ? 'near' : 'far'].push(...(await findAll(find, one, times)));
  }
  await close?.();

  return {
    set,
    engine: name,
    grain,
    setUp: engine.setUp,
    units: units.length,
    questions: asked.length,
    quality: byTyping(found),
    shortRecall1: recallOfShort(found),
    refusal: measureRefusal(found, refusable),
    loadMs,
    buildMs,
    memoryMb,
    peakMb,
    ...percentiles(times),
  };
}

async function findAll(find: Find, question: Record<(typeof TYPINGS)[number], string>, times: number[]) {
  const found: Found[] = [];
  for (const typing of TYPINGS) {
    const startedAt = performance.now();
    const hits = await find(question[typing], LIMIT);
    times.push(performance.now() - startedAt);
    found.push({ typing, syllables: foldedWords(question[typing]).length, hits });
  }
  return found;
}
