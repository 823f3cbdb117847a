import type { Queue, Worker } from 'bullmq';

/** The part of BullMQ's Queue that we use: both backends have it. */
export type JobQueue = Pick<
  Queue,
  'name' | 'addBulk' | 'upsertJobScheduler' | 'getJobSchedulers' | 'removeJobScheduler' | 'getJobCounts'
> & { close: () => Promise<void> };

export type JobWorker = { isRunning: () => boolean; close: Worker['close'] };

/** A job as it comes out of a queue. `data` is checked by the job's own schema. */
export type TakenJob = { id?: string; name: string; data: unknown };

export type WorkerOptions = {
  name: string;
  /** How many jobs at once. */
  concurrency: number;
  work: (job: TakenJob) => Promise<void>;
};

/** Where the queues live: PostgreSQL, or Redis when there is one. Nothing in them is the only copy of anything. */
export type QueueBackend = {
  kind: 'postgresql' | 'redis';
  /** Makes what the queues stand on; doing it again mends what was lost. */
  prepare: () => Promise<void>;
  openQueue: (name: string) => JobQueue;
  openWorker: (options: WorkerOptions) => JobWorker;
  close: () => Promise<void>;
};

/** Errors of a connection, for the log. They carry no job data. */
export type OnQueueError = (error: unknown, where: string) => void;

const HOUR_S = 3600;

/**
 * Finished jobs are kept for a while to see what happened; BullMQ trims them as others finish.
 * One attempt each: the next sweep is the retry, and it looks at the database first.
 */
export const JOB_OPTIONS = {
  attempts: 1,
  removeOnComplete: { age: HOUR_S, count: 500 },
  removeOnFail: { age: 7 * 24 * HOUR_S, count: 1000 },
} as const;

/** Nobody listens to the queues' events, so few are kept. */
export const EVENT_OPTIONS = { events: { maxLen: 100 } } as const;

/** How soon a worker looks again after its database or Redis was away. BullMQ's own 15 seconds are long for a lost reply. */
export const RUN_RETRY_MS = 2_000;
