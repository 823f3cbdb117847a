import { Redis } from 'ioredis';
import pg from 'pg';
import { findRedisServer, startRedis } from '../../support/redis.ts';

/** Where queues can live, and how a test looks into them and destroys them. */
export type QueueHome = {
  redisUrl: string | undefined;
  /** All that is stored, as one text. */
  readAll: () => Promise<string>;
  /** The ids of the sweeps that come round, sorted. */
  schedulers: () => Promise<string[]>;
  /** Everything is lost: tables, schema, keys. */
  wipe: () => Promise<void>;
  close: () => Promise<void>;
};

const redisServer = findRedisServer();

/** PostgreSQL always; Redis where redis-server is found (its absence has been told loudly). */
export const queueKinds: readonly ('postgresql' | 'redis')[] =
  redisServer === undefined ? ['postgresql'] : ['postgresql', 'redis'];

export async function openQueueHome(
  kind: 'postgresql' | 'redis',
  databaseUrl: string,
  { port }: { port?: number } = {},
): Promise<QueueHome> {
  return kind === 'postgresql' || redisServer === undefined
    ? openInPostgres(databaseUrl)
    : await openInRedis(redisServer, port);
}

function openInPostgres(databaseUrl: string): QueueHome {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 1 });
  return {
    redisUrl: undefined,
    readAll: async () => {
      const texts: string[] = [];
      for (const table of ['job', 'event', 'scheduler', 'dedup', 'dedup_next', 'job_log']) {
        const { rows } = await pool.query<{ text: string }>(
          `SELECT row_to_json(t)::text AS text FROM bullmq.${table} t`,
        );
        texts.push(...rows.map((row) => row.text));
      }
      return texts.join('\n');
    },
    schedulers: async () => {
      const { rows } = await pool.query<{ id: string }>('SELECT scheduler_id AS id FROM bullmq.scheduler');
      return rows.map((row) => row.id).sort();
    },
    wipe: async () => await dropSchema(pool),
    close: () => pool.end(),
  };
}

const DEADLOCK = '40P01';

/** A queue at work takes its tables in another order than the drop does: whom PostgreSQL picks to give way begins again. */
async function dropSchema(pool: pg.Pool): Promise<void> {
  for (;;) {
    try {
      await pool.query('DROP SCHEMA bullmq CASCADE');
      return;
    } catch (error) {
      if (!(error instanceof pg.DatabaseError) || error.code !== DEADLOCK) throw error;
    }
  }
}

async function openInRedis(path: string, port?: number): Promise<QueueHome> {
  const server = await startRedis(path, { port });
  const client = new Redis(server.url);
  return {
    redisUrl: server.url,
    readAll: async () => {
      const texts: string[] = [];
      for (const key of await client.keys('*')) {
        const type = await client.type(key);
        const value =
          type === 'hash'
            ? await client.hgetall(key)
            : type === 'stream'
              ? await client.xrange(key, '-', '+')
              : type === 'zset'
                ? await client.zrange(key, '0', '-1')
                : type === 'list'
                  ? await client.lrange(key, 0, -1)
                  : type === 'set'
                    ? await client.smembers(key)
                    : await client.get(key);
        texts.push(`${key} ${JSON.stringify(value)}`);
      }
      return texts.join('\n');
    },
    schedulers: async () => {
      const keys = await client.keys('*:sweeps:repeat');
      const ids = await Promise.all(keys.map((key) => client.zrange(key, '0', '-1')));
      return ids.flat().sort();
    },
    wipe: async () => {
      await client.flushall();
    },
    close: async () => {
      client.disconnect();
      await server.stop();
    },
  };
}
