import type { TestProject } from 'vitest/node';
import { migrate } from '../../host/migrations/migrate.ts';
import { startTemporaryPostgres } from '../../host/postgres/temporary-postgres.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** A migrated database of this run: the template that each test's own database is cloned from. */
    templateUrl: string;
  }
}

/** One real PostgreSQL for the whole run, in a temporary folder. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const postgres = await startTemporaryPostgres({ settings: { max_connections: '300' } });
  try {
    await migrate({ url: postgres.url });
  } catch (error) {
    await postgres.stop();
    throw error;
  }
  project.provide('templateUrl', postgres.url);
  return postgres.stop;
}
