import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import { EVENT_OPTIONS, JOB_OPTIONS, type OnQueueError, type QueueBackend, RUN_RETRY_MS } from './queue-backend.ts';

/** Queues in Redis, which many machines can share. Redis must keep its memory policy at `noeviction`. */
export function openRedisBackend(options: {
  redisUrl: string;
  databaseUrl: string;
  onError: OnQueueError;
}): QueueBackend {
  const { redisUrl, databaseUrl, onError } = options;
  const prefix = prefixOf(databaseUrl);
  // A producer fails fast: whoever adds a job hears at once that the queue is away, and does without it.
  const producer = new Redis(redisUrl, { maxRetriesPerRequest: 1, enableOfflineQueue: false });
  // A worker never gives up: it waits until Redis is back.
  const consumer = new Redis(redisUrl, { maxRetriesPerRequest: null });
  producer.on('error', (error) => onError(error, 'producer'));
  consumer.on('error', (error) => onError(error, 'consumer'));
  // Every Queue and Worker adds listeners of its own.
  producer.setMaxListeners(0);
  consumer.setMaxListeners(0);

  return {
    kind: 'redis',
    prepare: async () => {
      // Rejects with the first error instead of waiting for Redis to come back.
      if (producer.status !== 'ready') await once(producer, 'ready');
      await producer.ping();
    },
    openQueue: (name) => {
      const queue = new Queue(name, {
        connection: producer,
        prefix,
        defaultJobOptions: JOB_OPTIONS,
        streams: EVENT_OPTIONS,
      });
      queue.on('error', (error) => onError(error, `queue ${name}`));
      return queue;
    },
    openWorker: ({ name, concurrency, work }) => {
      const worker = new Worker(name, work, { connection: consumer, prefix, concurrency, runRetryDelay: RUN_RETRY_MS });
      worker.on('error', (error) => onError(error, `worker ${name}`));
      return worker;
    },
    close: async () => {
      producer.disconnect();
      consumer.disconnect();
    },
  };
}

/** Two copies of the assistant may share one Redis: each keeps to its own database's keys. The URL's secrets are left out. */
function prefixOf(databaseUrl: string): string {
  const { host, pathname } = new URL(databaseUrl);
  return `khuyencong:${createHash('sha256').update(`${host}${pathname}`).digest('hex').slice(0, 12)}`;
}
