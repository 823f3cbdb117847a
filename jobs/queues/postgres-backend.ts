import { createPostgresBackend, DEFAULT_SCHEMA, runMigrations, withBackend } from 'bullmq';
import pg from 'pg';
import { EVENT_OPTIONS, JOB_OPTIONS, type OnQueueError, type QueueBackend, RUN_RETRY_MS } from './queue-backend.ts';

/** Each worker holds one connection to LISTEN; beyond those, this many serve all queries of all queues of the process. */
const SHARED_CONNECTIONS = 6;
const IDLE_TIMEOUT_MS = 30_000;

/**
 * Queues in PostgreSQL: one pool for all of BullMQ in this process, since each Queue and Worker would otherwise own one.
 * With fewer connections than workers + 2, `add` waits for ever.
 */
export function openPostgresBackend(options: {
  databaseUrl: string;
  workers: number;
  onError: OnQueueError;
}): QueueBackend {
  const { databaseUrl, workers, onError } = options;
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: workers + SHARED_CONNECTIONS,
    options: `-c search_path=${DEFAULT_SCHEMA}`,
    idleTimeoutMillis: IDLE_TIMEOUT_MS,
    // Without it BullMQ cannot notice a LISTEN connection that died silently.
    keepAlive: true,
    application_name: 'khuyencong-jobs',
  });
  pool.on('error', (error) => onError(error, 'pool'));
  // Every Queue and Worker adds a listener of its own.
  pool.setMaxListeners(0);

  const { Queue, Worker } = withBackend(createPostgresBackend);
  return {
    kind: 'postgresql',
    prepare: async () => {
      const client = await pool.connect();
      try {
        await runMigrations(client, DEFAULT_SCHEMA);
      } finally {
        client.release();
      }
    },
    openQueue: (name) => {
      const queue = new Queue(name, { connection: pool, defaultJobOptions: JOB_OPTIONS, streams: EVENT_OPTIONS });
      queue.on('error', (error) => onError(error, `queue ${name}`));
      return queue;
    },
    openWorker: ({ name, concurrency, work }) => {
      const worker = new Worker(name, work, { connection: pool, concurrency, runRetryDelay: RUN_RETRY_MS });
      worker.on('error', (error) => onError(error, `worker ${name}`));
      return worker;
    },
    close: () => pool.end(),
  };
}
