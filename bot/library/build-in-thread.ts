import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Answer, Ask } from '../../core/answers/answer.ts';
import type { AnswerIndex } from '../../core/answers/answer-index.ts';
import type { Knowledge } from '../../core/answers/knowledge.ts';
import { AppError } from '../../core/app-error.ts';

export type ThreadTask =
  | { kind: 'build'; knowledge: Knowledge }
  | { kind: 'rehearse'; knowledge: Knowledge; asks: readonly Ask[] };

/** What was answered to one question, as far as it is compared. */
export type Told = { kind: Answer['kind']; articleIds: string[] };

export type ThreadResult = { kind: 'build'; index: AnswerIndex; version: string } | { kind: 'rehearse'; told: Told[] };

export type BuiltIndex = { index: AnswerIndex; version: string };

/** What takes longer than this has lost its way. */
const LONGEST_MS = 60_000;

/** Builds an index beside the event loop. Throws `library.not-built`; aborting ends the thread. */
export async function buildInThread(knowledge: Knowledge, signal?: AbortSignal): Promise<BuiltIndex> {
  const result = await runThread({ kind: 'build', knowledge }, signal);
  if (result.kind !== 'build') throw new AppError('library.not-built');
  return result;
}

/** What this state of the knowledge would answer, without taking it over. Throws as above. */
export async function rehearseInThread(
  { knowledge, asks }: { knowledge: Knowledge; asks: readonly Ask[] },
  signal?: AbortSignal,
): Promise<Told[]> {
  const result = await runThread({ kind: 'rehearse', knowledge, asks }, signal);
  if (result.kind !== 'rehearse') throw new AppError('library.not-built');
  return result.told;
}

async function runThread(task: ThreadTask, signal?: AbortSignal): Promise<ThreadResult> {
  const worker = new Worker(new URL('./index-worker.ts', import.meta.url), { workerData: task });
  const ended = new AbortController();
  const limit = AbortSignal.any([AbortSignal.timeout(LONGEST_MS), ended.signal, ...(signal ? [signal] : [])]);
  worker.once('exit', () => ended.abort());
  try {
    // Rejects when the thread throws, too.
    const [result]: ThreadResult[] = await once(worker, 'message', { signal: limit });
    if (result === undefined) throw new AppError('library.not-built');
    return result;
  } catch (cause) {
    throw new AppError('library.not-built', {}, { cause });
  } finally {
    await worker.terminate();
  }
}
