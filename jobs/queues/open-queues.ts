import { AppError } from '../../core/app-error.ts';
import type { Sweep } from '../job.ts';
import type { JobQueue, JobWorker, QueueBackend, TakenJob } from './queue-backend.ts';

/** Two of the four queues that a copy may have: what wakes up by the clock, and what those found. */
export const SWEEPS_QUEUE = 'sweeps';
export const TASKS_QUEUE = 'tasks';
export const WORKERS = 2;

// Every kind of sweep can run at the same time, so that a slow one holds up no other.
const SWEEPS_AT_ONCE = 5;
// Each may hold one of the process's ten connections to the records.
const TASKS_AT_ONCE = 2;
const CLOSE_TIMEOUT_MS = 20_000;

export type OpenQueues = {
  /** Makes sure that every sweep comes round; doing it again changes nothing. */
  schedule: (sweeps: readonly Sweep[]) => Promise<void>;
  /** Adds tasks with ids only. A task that waits or runs already with the same ids is not added again. */
  add: (taskId: string, payloads: unknown[]) => Promise<void>;
  /** Lets the jobs under way end, for a while, and takes up nothing new. */
  close: () => Promise<void>;
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
          opts: { deduplication: { id: `${taskId} ${JSON.stringify(data)}` } },
        })),
      );
    },
    close: async () => {
      await Promise.all(workers.map(closeWorker));
      await Promise.all([sweepQueue.close(), taskQueue.close()]);
    },
  };
}

/** What an earlier version of the product used to do. */
async function removeOthers(queue: JobQueue, wanted: ReadonlySet<string>): Promise<void> {
  for (const scheduler of await queue.getJobSchedulers()) {
    if (!wanted.has(scheduler.key)) await queue.removeJobScheduler(scheduler.key);
  }
}

async function closeWorker(worker: JobWorker): Promise<void> {
  const { promise: timeout, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new AppError('jobs.slow-to-close')), CLOSE_TIMEOUT_MS);
  try {
    await Promise.race([worker.close(), timeout]);
  } catch {
    // Its jobs are found stalled by another process, or by this one when it starts again.
    await worker.close(true);
  } finally {
    clearTimeout(timer);
  }
}
