/**
 * Measures the assistant over so many made articles, in a process of its own so that memory and times are its own. Started
 * by ../many-articles.ts with --expose-gc; reads a `Task` from standard input, writes one JSON line of `Measured`.
 */
import { text } from 'node:stream/consumers';
import { readKnowledge } from '../../bot/library/read-knowledge.ts';
import { createAnswerer } from '../../core/answers/answerer.ts';
import { fold } from '../../core/text/fold.ts';
import { openCorpus } from '../../host/ask/retrieve.ts';
import { projectRoot } from '../../host/project-root.ts';
import { percentiles, settledMemory } from '../answers/gauges.ts';
import { seeded } from '../answers/seeded.ts';
import { makeArticles } from './make-articles.ts';

export type Task = { through: 'assistant' | 'search'; count: number; questions: number };
export type Measured = Task & {
  kilobytes: number;
  words: number;
  buildMs: number;
  memoryMb: number;
  p50Ms: number;
  p95Ms: number;
  p99Ms: number;
};

const SEED = 60_000;
const DATE = '2026-11-22';
const WARM_UP = 50;

process.stdout.write(`${JSON.stringify(await measure(JSON.parse(await text(process.stdin))))}\n`);

async function measure(task: Task): Promise<Measured> {
  const knowledge = await readKnowledge({ root: projectRoot });
  const articles = makeArticles(knowledge.articles, { count: task.count, seed: SEED });
  const whole = articles.map((article) => [article.title, ...article.asks, article.text].join('\n'));
  // The same questions at every size: the ways of asking that are shipped, half of them without accents.
  const random = seeded(SEED);
  const asks = knowledge.articles.flatMap((article) => article.asks);
  const questions = Array.from({ length: task.questions }, (_, at) => {
    const question = asks[Math.floor(random() * asks.length)] ?? '';
    return at % 2 === 0 ? question : fold(question);
  });

  const before = await settledMemory();
  const startedAt = performance.now();
  const ask = open(task, { ...knowledge, articles });
  const buildMs = performance.now() - startedAt;
  const memoryMb = ((await settledMemory()) - before) / 1e6;

  for (const question of questions.slice(0, WARM_UP)) ask(question);
  const times = questions.map((question) => {
    const askedAt = performance.now();
    ask(question);
    return performance.now() - askedAt;
  });
  return {
    ...task,
    kilobytes: whole.reduce((sum, one) => sum + one.length, 0) / 1_000,
    words: new Set(whole.flatMap((one) => one.toLowerCase().match(/\p{L}+/gu) ?? [])).size,
    buildMs,
    memoryMb,
    ...percentiles(times),
  };
}

function open({ through }: Task, knowledge: Awaited<ReturnType<typeof readKnowledge>>): (question: string) => unknown {
  if (through === 'assistant') {
    const { ask } = createAnswerer(knowledge);
    return (question) => ask({ text: question, date: DATE });
  }
  const find = openCorpus(
    knowledge.articles.map(({ id, title, asks, text }) => ({ id, title, text: [...asks, text].join('\n') })),
  );
  return (question) => find(question, 10);
}
