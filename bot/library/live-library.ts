import type { Ask } from '../../core/answers/answer.ts';
import type { Thresholds } from '../../core/answers/asking/confidence.ts';
import type { Knowledge } from '../../core/answers/knowledge.ts';
import { mergeKnowledge } from '../../core/answers/officer-knowledge.ts';
import { AppError } from '../../core/app-error.ts';
import { errorFacts } from '../../core/error-facts.ts';
import type { Log } from '../../core/log.ts';
import type { Clock } from '../../core/time.ts';
import type { Db } from '../../records/database.ts';
import { followChanges } from '../../records/follow-changes.ts';
import { clearKnowledgeFailure, noteKnowledgeFailure, readKnowledgeState } from '../../records/knowledge-state.ts';
import { listPublishedKnowledge } from '../../records/published-knowledge.ts';
import type { Signals } from '../../records/signals.ts';
import { buildInThread, rehearseInThread, type Told } from './build-in-thread.ts';
import type { Library } from './library.ts';
import { openLibrary } from './load-library.ts';
import { readKnowledge } from './read-knowledge.ts';

export type LiveLibrary = {
  /** What answers now. A turn takes it once and keeps it. */
  current: () => Library;
  /** What came with the product. */
  shipped: Knowledge;
  /** The number of the officers' version that `current` holds; what could not be taken over is not in it. */
  takenOver: () => number;
  /** What another state of the knowledge would answer. One at a time. */
  rehearse: (knowledge: Knowledge, asks: readonly Ask[]) => Promise<Told[]>;
  /** Resolves when what is known of now has been taken over, or could not be. */
  refresh: () => Promise<void>;
  stop: () => Promise<void>;
};

/** After a failure the next tries come after 1, 2, 4… polls, this many at most. */
const MOST_POLLS_SKIPPED = 16;

/**
 * The library of this process: what is shipped under `root` with what officers have published. When that changes it is
 * built again in a thread and swapped whole. What cannot be built is logged and told to the officers, the old one goes on
 * answering, and it is tried again; at the start the old one is what is shipped.
 */
export async function openLiveLibrary(options: {
  db: Db;
  root: string;
  signals: Pick<Signals, 'on' | 'onReconnect'>;
  clock: Clock;
  log: Log;
  build?: typeof buildInThread;
  thresholds?: Thresholds;
  pollMs?: number;
}): Promise<LiveLibrary> {
  const { db, signals, clock, log, thresholds, build = buildInThread, pollMs } = options;
  const closing = new AbortController();
  const shipped = await readKnowledge(options);
  let library: Library | undefined;
  let version = -1;
  let failures = 0;
  let pollsToSkip = 0;
  let rehearsed: Promise<unknown> = Promise.resolve();

  async function takeOver(): Promise<void> {
    const state = await readKnowledgeState(db);
    if (state.version === version || closing.signal.aborted) return;
    try {
      const knowledge = mergeKnowledge(shipped, await listPublishedKnowledge(db));
      library = openLibrary(await build(knowledge, closing.signal), thresholds);
      version = state.version;
      if (failures > 0 || state.failedVersion !== null) await clearKnowledgeFailure(db, { version });
      if (failures > 0) log.info({ version }, 'what officers published was taken over in the end');
      failures = 0;
    } catch (error) {
      if (closing.signal.aborted) return;
      failures += 1;
      pollsToSkip = Math.min(2 ** (failures - 1), MOST_POLLS_SKIPPED);
      log.warn(
        { ...errorFacts(causeOf(error)), version: state.version },
        'what officers published could not be taken over; the version before goes on answering',
      );
      await noteKnowledgeFailure(db, { version: state.version, now: clock.now() });
    }
  }

  const following = await followChanges({
    ...{ what: 'knowledge', signals, pollMs },
    // The database is away: the next look asks again, and others tell it.
    look: () =>
      takeOver().catch((error) => log.debug(errorFacts(error), 'the version of the knowledge could not be read')),
    skipsPoll: () => {
      if (pollsToSkip === 0) return false;
      pollsToSkip -= 1;
      return true;
    },
  });
  if (library === undefined) {
    const asShipped = openLibrary(await build(shipped, closing.signal), thresholds);
    // What officers published may have been taken over meanwhile.
    library ??= asShipped;
  }

  return {
    current: () => {
      if (library === undefined) throw new AppError('library.not-built');
      return library;
    },
    shipped,
    takenOver: () => Math.max(version, 0),
    rehearse: async (knowledge, asks) => {
      const next = rehearsed.then(() => rehearseInThread({ knowledge, asks }, closing.signal));
      rehearsed = next.catch(() => {});
      return await next;
    },
    refresh: following.refresh,
    stop: async () => {
      closing.abort();
      await following.stop();
      await rehearsed;
    },
  };
}

/** That it was not built is told already; why is what helps. */
function causeOf(error: unknown): unknown {
  return error instanceof AppError && error.cause !== undefined ? error.cause : error;
}
