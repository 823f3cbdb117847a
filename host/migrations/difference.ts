import { readFile } from 'node:fs/promises';
import { filters, readMigrationList, schemaPath } from './migration-list.ts';
import { openSchemaEngine } from './schema-engine.ts';

/**
 * The SQL that leads from what the migrations make to what schema.prisma says; '' when they agree.
 * `url` is an empty database used as scratch.
 */
export async function differenceFromMigrations(options: { url: string }): Promise<string> {
  const engine = await openSchemaEngine({ url: options.url, schemaPath });
  try {
    const { stdout } = await engine.diff({
      from: { tag: 'migrations', ...(await readMigrationList()) },
      to: { tag: 'schemaDatamodel', files: [{ path: schemaPath, content: await readFile(schemaPath, 'utf8') }] },
      script: true,
      exitCode: null,
      filters,
    });
    const sql = (stdout ?? '').trim();
    return sql.includes('This is an empty migration') ? '' : `${sql}\n`;
  } finally {
    engine.free();
  }
}
