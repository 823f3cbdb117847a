import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { migrate } from '../../host/migrations/migrate.ts';
import { startPostgres } from '../../host/postgres/start-postgres.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** A migrated database of this run: the template that each test's own database is cloned from. */
    templateUrl: string;
  }
}

/** One real PostgreSQL for the whole run, in a temporary folder. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(join(tmpdir(), 'khuyencong-test-'));
  // When root tests, the database runs as another account that must pass through.
  await chmod(dataDir, 0o711);
  const postgres = await startPostgres({
    dataDir,
    note: () => {},
    // Nothing here is worth a disk's wait.
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '300' },
  });
  const teardown = async () => {
    await postgres.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
  try {
    await migrate({ url: postgres.url });
  } catch (error) {
    await teardown();
    throw error;
  }
  project.provide('templateUrl', postgres.url);
  return teardown;
}
