import pg from 'pg';
import type { Config } from '../../config.ts';
import type { OfficerKnowledge } from '../../core/answers/officer-knowledge.ts';
import { findClusterFile, urlOf } from '../postgres/cluster-file.ts';

/** A database that runs beside us answers in less. */
const TIMEOUT_MS = 300;

/**
 * What officers have published, when a database is running: that of DATABASE_URL, or the one in the data folder. Nothing is
 * started, waited for, locked or written; a database that is away or of another version mean none.
 */
export async function findOfficerKnowledge(
  settings: Pick<Config, 'databaseUrl' | 'dataDir'>,
): Promise<OfficerKnowledge | undefined> {
  try {
    const { databaseUrl, dataDir } = settings;
    const file = databaseUrl === undefined ? await findClusterFile(dataDir) : undefined;
    const url = databaseUrl ?? (file && urlOf(file));
    if (url === undefined || !(await answersSoon(url))) return undefined;
    // Loaded only where a database runs: the command needs none, nor the client that is made for it.
    const [{ openDatabase }, { listPublishedKnowledge }] = await Promise.all([
      import('../../records/database.ts'),
      import('../../records/published-knowledge.ts'),
    ]);
    const db = openDatabase({ url, poolSize: 1 });
    try {
      return await listPublishedKnowledge(db);
    } finally {
      await db.$disconnect();
    }
  } catch {
    return undefined;
  }
}

async function answersSoon(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: TIMEOUT_MS });
  client.on('error', () => {});
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}
