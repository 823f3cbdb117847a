import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Answer, Ask } from '../../core/answers/answer.ts';
import type { AnswerIndex } from '../../core/answers/answer-index.ts';
import { type IndexPieces, joinIndex } from '../../core/answers/index-pieces.ts';
import type { Knowledge } from '../../core/answers/knowledge.ts';
import { AppError } from '../../core/app-error.ts';

export type ThreadTask =
  | { kind: 'build'; knowledge: Knowledge }
  | { kind: 'rehearse'; knowledge: Knowledge; asks: readonly Ask[] };

/** A piece by its name; a slice of `forms` by its place. */
export type PieceWanted = Exclude<keyof IndexPieces, 'forms'> | number;

/** What was answered to one question, as far as it is compared. */
export type Told = { kind: Answer['kind']; articleIds: string[] };

export type BuiltIndex = { index: AnswerIndex; version: string };

/** What takes longer than this has lost its way. */
const LONGEST_MS = 60_000;

/** Builds an index beside the event loop. Throws `library.not-built`; aborting ends the thread. */
export async function buildInThread(knowledge: Knowledge, signal?: AbortSignal): Promise<BuiltIndex> {
  return await withThread({ kind: 'build', knowledge }, signal, async (hear, worker) => {
    const { version, slices } = await hear<{ version: string; slices: number }>();
    const take = <Piece>(wanted: PieceWanted): Promise<Piece> => {
      worker.postMessage(wanted);
      return hear<Piece>();
    };
    const pieces: IndexPieces = {
      rest: await take('rest'),
      articles: await take('articles'),
      byAsk: await take('byAsk'),
      engine: await take('engine'),
      vocabulary: await take('vocabulary'),
      documents: await take('documents'),
      grams: await take('grams'),
      store: await take('store'),
      kinds: await take('kinds'),
      subjects: await take('subjects'),
      outside: await take('outside'),
      forms: [],
    };
    for (let slice = 0; slice < slices; slice += 1) pieces.forms.push(await take(slice));
    return { index: joinIndex(pieces), version };
  });
}

/** What this state of the knowledge would answer, without taking it over. Throws as above. */
export async function rehearseInThread(
  { knowledge, asks }: { knowledge: Knowledge; asks: readonly Ask[] },
  signal?: AbortSignal,
): Promise<Told[]> {
  return await withThread({ kind: 'rehearse', knowledge, asks }, signal, (hear) => hear<Told[]>());
}

/** `hear`: the thread's next message. */
async function withThread<Result>(
  task: ThreadTask,
  signal: AbortSignal | undefined,
  use: (hear: <Message>() => Promise<Message>, worker: Worker) => Promise<Result>,
): Promise<Result> {
  const worker = new Worker(new URL('./index-worker.ts', import.meta.url), { workerData: task });
  const ended = new AbortController();
  const limit = AbortSignal.any([AbortSignal.timeout(LONGEST_MS), ended.signal, ...(signal ? [signal] : [])]);
  worker.once('exit', () => ended.abort());
  try {
    // Rejects when the thread throws, too.
    return await use(async () => (await once(worker, 'message', { signal: limit }))[0], worker);
  } catch (cause) {
    throw new AppError('library.not-built', {}, { cause });
  } finally {
    await worker.terminate();
  }
}
