import pg from 'pg';
import * as z from 'zod';

/** As many connections as our assistant has for its records. */
const POOL_SIZE = 10;

/** What a peer's process is told; `port` is where its webhook listens. */
export function readTask(): { databaseUrl: string; apiUrl: string; token: string; secret: string; port: number } {
  const task = z.object({
    databaseUrl: z.string(),
    apiUrl: z.string(),
    token: z.string(),
    secret: z.string(),
    port: z.number(),
  });
  return task.parse(JSON.parse(process.argv[2] ?? '{}'));
}

/** The peers' database: one row a chat for what is under way (theirs), and a row a request that was sent. */
export async function openRequests(databaseUrl: string): Promise<{
  pool: pg.Pool;
  /** Returns the request's code. */
  keep: (chat: number, answers: Record<string, string>) => Promise<string>;
}> {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: POOL_SIZE });
  await pool.query(
    'CREATE TABLE IF NOT EXISTS request (id bigserial PRIMARY KEY, chat text NOT NULL, answers jsonb NOT NULL, sent_at timestamptz NOT NULL)',
  );
  return {
    pool,
    keep: async (chat, answers) => {
      const { rows } = await pool.query<{ id: string }>(
        'INSERT INTO request (chat, answers, sent_at) VALUES ($1, $2, $3) RETURNING id',
        [String(chat), JSON.stringify(answers), new Date()],
      );
      return `KC-${rows[0]?.id}`;
    },
  };
}
