import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { migrate } from '../../host/migrations/migrate.ts';
import { startTemporaryPostgres } from '../../host/postgres/temporary-postgres.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** A migrated database of this run: the template that each test's own database is cloned from. */
    templateUrl: string;
    /** A folder of this run, for what its test files make once and share. */
    runFolder: string;
  }
}

/** One real PostgreSQL for the whole run, in a temporary folder, and a folder to share. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const postgres = await startTemporaryPostgres({ settings: { max_connections: '300' } });
  try {
    await migrate({ url: postgres.url });
  } catch (error) {
    await postgres.stop();
    throw error;
  }
  project.provide('templateUrl', postgres.url);
  const runFolder = await mkdtemp(join(tmpdir(), 'khuyencong-run-'));
  project.provide('runFolder', runFolder);
  return async () => {
    await postgres.stop();
    await rm(runFolder, { recursive: true, force: true });
  };
}
