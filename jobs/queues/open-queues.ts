import type { Sweep } from '../job.ts';
import { within } from '../within.ts';
import type { JobQueue, QueueBackend, TakenJob } from './queue-backend.ts';

/** Two of the four queues that a copy may have: what wakes up by the clock, and what those found. */
const SWEEPS_QUEUE = 'sweeps';
const TASKS_QUEUE = 'tasks';
export const WORKERS = 2;

// Every kind of sweep can run at the same time, so that a slow one holds up no other.
const SWEEPS_AT_ONCE = 8;
// Each may hold one of the process's ten connections to the records.
const TASKS_AT_ONCE = 2;
// Within this time the same task is not added twice. A limit, so that a task which a crash left behind blocks nothing for long.
const SAME_TASK_MS = 5 * 60_000;

export type OpenQueues = {
  /** Makes sure that every sweep comes round; doing it again changes nothing. */
  schedule: (sweeps: readonly Sweep[]) => Promise<void>;
  /** Adds tasks with ids only. The same one is not added again for five minutes, even when it is done. */
  add: (taskId: string, payloads: unknown[]) => Promise<void>;
  /**
   * Takes up nothing new and lets the jobs under way end, for `drainMs` at most. What they leave is found by the next
   * sweep. A queue that is away gets `letGoMs`; its connections are cut by the backend afterwards. Never rejects.
   */
  close: (limits: { drainMs: number; letGoMs: number }) => Promise<void>;
};

export function openQueues(options: {
  backend: QueueBackend;
  runSweep: (id: string) => Promise<void>;
  runTask: (id: string, data: unknown) => Promise<void>;
}): OpenQueues {
  const { backend, runSweep, runTask } = options;
  const sweepQueue = backend.openQueue(SWEEPS_QUEUE);
  const taskQueue = backend.openQueue(TASKS_QUEUE);
  const workers = [
    backend.openWorker({
      name: SWEEPS_QUEUE,
      concurrency: SWEEPS_AT_ONCE,
      work: (job: TakenJob) => runSweep(job.name),
    }),
    backend.openWorker({
      name: TASKS_QUEUE,
      concurrency: TASKS_AT_ONCE,
      work: (job: TakenJob) => runTask(job.name, job.data),
    }),
  ];

  return {
    schedule: async (sweeps) => {
      const wanted = new Set(sweeps.map((sweep) => sweep.id));
      for (const { id, everyMs } of sweeps) {
        await sweepQueue.upsertJobScheduler(id, { every: everyMs }, { name: id, data: {} });
      }
      await removeOthers(sweepQueue, wanted);
    },
    add: async (taskId, payloads) => {
      if (payloads.length === 0) return;
      await taskQueue.addBulk(
        payloads.map((data) => ({
          name: taskId,
          data,
          opts: { deduplication: { id: `${taskId} ${JSON.stringify(data)}`, ttl: SAME_TASK_MS } },
        })),
      );
    },
    close: async ({ drainMs, letGoMs }) => {
      await Promise.all(
        workers.map(async (worker) => {
          const isClosed = await endsWithin(drainMs, worker.close());
          if (!isClosed) await endsWithin(letGoMs, worker.close(true));
        }),
      );
      await Promise.all([sweepQueue, taskQueue].map((queue) => endsWithin(letGoMs, queue.close())));
    },
  };
}

/** What an earlier version of the product used to do. */
async function removeOthers(queue: JobQueue, wanted: ReadonlySet<string>): Promise<void> {
  for (const scheduler of await queue.getJobSchedulers()) {
    if (!wanted.has(scheduler.key)) await queue.removeJobScheduler(scheduler.key);
  }
}

async function endsWithin(timeoutMs: number, work: Promise<unknown>): Promise<boolean> {
  try {
    await within(timeoutMs, work);
    return true;
  } catch {
    return false;
  }
}
