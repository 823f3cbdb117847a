import { createHash } from 'node:crypto';
import { Queue, Worker } from 'bullmq';
import { JOB_OPTIONS, type OnQueueError, type QueueBackend } from './queue-backend.ts';

/** Queues in Redis, which many machines can share. Redis must keep its memory policy at `noeviction`. */
export function openRedisBackend(options: {
  redisUrl: string;
  databaseUrl: string;
  onError: OnQueueError;
}): QueueBackend {
  const { redisUrl, databaseUrl, onError } = options;
  const prefix = prefixOf(databaseUrl);
  return {
    kind: 'redis',
    prepare: async () => {},
    openQueue: (name) => {
      // A producer fails fast: whoever adds a job hears at once that the queue is away, and does without it.
      const connection = { url: redisUrl, maxRetriesPerRequest: 1, enableOfflineQueue: false };
      const queue = new Queue(name, { connection, prefix, defaultJobOptions: JOB_OPTIONS });
      queue.on('error', (error) => onError(error, `queue ${name}`));
      return queue;
    },
    openWorker: ({ name, concurrency, work }) => {
      // A worker never gives up: it waits until Redis is back.
      const connection = { url: redisUrl, maxRetriesPerRequest: null };
      const worker = new Worker(name, work, { connection, prefix, concurrency });
      worker.on('error', (error) => onError(error, `worker ${name}`));
      return worker;
    },
    close: async () => {},
  };
}

/** Two copies of the assistant may share one Redis: each keeps to its own database's keys. The URL's secrets are left out. */
function prefixOf(databaseUrl: string): string {
  const { host, pathname } = new URL(databaseUrl);
  return `khuyencong:${createHash('sha256').update(`${host}${pathname}`).digest('hex').slice(0, 12)}`;
}
