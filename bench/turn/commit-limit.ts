import pg from 'pg';

/** As many connections as our assistant has for its records. */
const POOL_SIZE = 10;

/** How many one-row transactions a second this PostgreSQL makes durable: nothing that keeps what it did can be faster. */
export async function measureCommits(url: string, seconds: number): Promise<number> {
  const pool = new pg.Pool({ connectionString: url, max: POOL_SIZE });
  try {
    await pool.query('CREATE TABLE IF NOT EXISTS one_row (id bigserial PRIMARY KEY, said text NOT NULL)');
    const beganMs = performance.now();
    const isOver = (): boolean => performance.now() - beganMs >= seconds * 1000;
    let commits = 0;
    const one = async (): Promise<void> => {
      while (!isOver()) {
        await pool.query('INSERT INTO one_row (said) VALUES ($1)', ['miến dong']);
        commits += 1;
      }
    };
    await Promise.all(Array.from({ length: POOL_SIZE }, one));
    return commits / ((performance.now() - beganMs) / 1000);
  } finally {
    await pool.end();
  }
}
