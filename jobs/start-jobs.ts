import { errorFacts } from '../core/error-facts.ts';
import type { Clock } from '../core/time.ts';
import { guarded } from './guarded.ts';
import type { JobParts, Run } from './job.ts';
import { openBackend } from './queues/open-backend.ts';
import { type OpenQueues, openQueues, WORKERS } from './queues/open-queues.ts';
import { runPeriodicWork } from './run-periodic-work.ts';
import { within } from './within.ts';
import { allWorks, type Works } from './works.ts';

/** While all is well, the schedulers are set again this often: whatever wiped the queue costs at most so much. */
const HEAL_MS = 30_000;
/** While the queue is away, the works run without it this often, and it is tried again. */
const RETRY_MS = 10_000;
/** A queue that does not answer in this time counts as away. */
const QUEUE_TIMEOUT_MS = 5_000;
const COMPLAINT_MS = 60_000;
/** How long a stop waits for works under way. */
const DRAIN_MS = 20_000;
/** How long a stop waits for a queue that is away to let go. */
const LET_GO_MS = 1_000;

export type Jobs = {
  /** Whether the schedulers were last found in place. */
  isQueueUp: () => boolean;
  /** Lets the works under way end and takes up nothing new. */
  stop: () => Promise<void>;
};

/**
 * Waits and repeats. The database is the truth and the queue is its clock: a queue that is wiped is filled again, and
 * while it is away the works run by a plain timer. Resolves after the first attempt, never rejects for a missing queue.
 */
export async function startJobs(
  options: JobParts & {
    clock: Clock;
    databaseUrl: string;
    redisUrl?: string;
    /** For tests: the product's own otherwise. */
    works?: Works;
    healMs?: number;
    retryMs?: number;
  },
): Promise<Jobs> {
  const { clock, databaseUrl, redisUrl, works = allWorks, healMs = HEAL_MS, retryMs = RETRY_MS, ...parts } = options;
  const { sweeps, tasks } = works;
  const { log } = parts;
  let complainedAt = Number.NEGATIVE_INFINITY;
  const backend = openBackend({
    databaseUrl,
    redisUrl,
    workers: WORKERS,
    onError: (error, where) => {
      // A queue that is away complains several times a second, and has been told of when it was found away.
      if (clock.now().getTime() - complainedAt < COMPLAINT_MS) return;
      complainedAt = clock.now().getTime();
      log.warn({ ...errorFacts(error), where }, 'the queue had an error');
    },
  });
  let queues: OpenQueues | undefined;
  let isUp = false;
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;

  const run = (): Run => ({
    ...parts,
    now: clock.now(),
    handOn: async (task, payloads) => queues?.add(task.id, payloads),
  });

  const running = new Set<string>();
  const runSweep = async (id: string): Promise<void> => {
    const sweep = sweeps.find((each) => each.id === id);
    // An earlier version's sweep, or one of ours that is still running in this process: it sees what is new by itself.
    if (sweep === undefined || running.has(id)) return;
    running.add(id);
    try {
      await guarded(id, log, () => sweep.run(run()));
    } finally {
      running.delete(id);
    }
  };
  const runTask = async (id: string, data: unknown): Promise<void> => {
    const task = tasks.find((each) => each.id === id);
    if (task !== undefined) await guarded(id, log, () => task.runUnchecked(data, run()));
  };

  const heal = async (): Promise<void> => {
    try {
      await within(QUEUE_TIMEOUT_MS, backend.prepare());
      // Opened only now: a worker that first meets an unprepared PostgreSQL would never recover.
      queues ??= openQueues({ backend, runSweep, runTask });
      await within(QUEUE_TIMEOUT_MS, queues.schedule(sweeps));
      if (!isUp) log.info({ queue: backend.kind }, 'periodic work is scheduled');
      isUp = true;
    } catch (error) {
      isUp = false;
      log.warn({ queue: backend.kind, ...errorFacts(error) }, 'the queue is away; periodic work runs without it');
      // What fails is logged there, and the next round tries it again.
      await runPeriodicWork({ ...parts, works, now: clock.now() }).catch(() => {});
    }
  };

  let healing: Promise<void> = heal();
  const healLater = (): void => {
    if (stopped) return;
    timer = setTimeout(
      () => {
        healing = heal().then(healLater);
      },
      isUp ? healMs : retryMs,
    );
  };
  await healing;
  healLater();

  return {
    isQueueUp: () => isUp,
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await healing;
      await queues?.close(
        isUp ? { drainMs: DRAIN_MS, letGoMs: LET_GO_MS } : { drainMs: LET_GO_MS, letGoMs: LET_GO_MS },
      );
      await within(LET_GO_MS, backend.close()).catch(() => {
        log.warn({ queue: backend.kind }, 'the queue did not let go of its connections');
      });
    },
  };
}
