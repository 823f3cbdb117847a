import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { MigrationList } from '@prisma/schema-engine-wasm/schema_engine_bg';
import { projectRoot } from '../project-root.ts';

export const schemaPath = join(projectRoot, 'prisma', 'schema.prisma');
export const migrationsFolder = join(projectRoot, 'prisma', 'migrations');

/** No table or enum lies outside the schema's care; BullMQ's are in a schema of their own. */
export const filters = { externalTables: [], externalEnums: [] };

/** The names of our migrations, in the order in which they are applied. */
export async function migrationNames(): Promise<string[]> {
  const entries = await readdir(migrationsFolder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/** The folder prisma/migrations as the schema engine wants it. */
export async function readMigrationList(): Promise<MigrationList> {
  const migrationDirectories = await Promise.all(
    (await migrationNames()).map(async (name) => ({
      path: name,
      migrationFile: {
        path: 'migration.sql',
        content: { tag: 'ok' as const, value: await readFile(join(migrationsFolder, name, 'migration.sql'), 'utf8') },
      },
    })),
  );
  const lockfile = join(migrationsFolder, 'migration_lock.toml');
  const content = await readFile(lockfile, 'utf8').catch(() => null);
  return {
    baseDir: migrationsFolder,
    lockfile: { path: 'migration_lock.toml', content },
    shadowDbInitScript: '',
    migrationDirectories,
  };
}
