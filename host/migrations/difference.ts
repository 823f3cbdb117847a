import { readFile } from 'node:fs/promises';
import { filters, readMigrationList, schemaPath } from './migration-list.ts';
import { withSchemaEngine } from './schema-engine.ts';

/**
 * The SQL that leads from what the migrations make to what schema.prisma says; '' when they agree.
 * `url` is an empty database used as scratch.
 */
export async function differenceFromMigrations(options: { url: string }): Promise<string> {
  const content = await readFile(schemaPath, 'utf8');
  const migrations = await readMigrationList();
  const { stdout } = await withSchemaEngine({ url: options.url, schemaPath }, (engine) =>
    engine.diff({
      from: { tag: 'migrations', ...migrations },
      to: { tag: 'schemaDatamodel', files: [{ path: schemaPath, content }] },
      script: true,
      exitCode: null,
      filters,
    }),
  );
  const sql = (stdout ?? '').trim();
  return sql.includes('This is an empty migration') ? '' : `${sql}\n`;
}
