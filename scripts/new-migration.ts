// npm run migration -- add-reminders
// Writes prisma/migrations/<number>_<name>/migration.sql: what is missing from the migrations to reach schema.prisma.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { differenceFromMigrations } from '../host/migrations/difference.ts';
import { migrationNames, migrationsFolder } from '../host/migrations/migration-list.ts';
import { startTemporaryPostgres } from '../host/postgres/temporary-postgres.ts';

const name = process.argv[2];
if (!name || !/^[a-z0-9-]+$/.test(name)) {
  console.error('Say what changes, in small letters and hyphens: npm run migration -- add-reminders');
  process.exit(1);
}

const postgres = await startTemporaryPostgres();
try {
  const sql = await differenceFromMigrations({ url: postgres.url });
  if (sql === '') {
    console.log('The migrations already make what prisma/schema.prisma says.');
  } else {
    const number = String((await migrationNames()).length + 1).padStart(4, '0');
    const folder = join(migrationsFolder, `${number}_${name}`);
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'migration.sql'), sql);
    console.log(`Written: ${join(folder, 'migration.sql')}. Read it, and add what Prisma cannot say.`);
  }
} finally {
  await postgres.stop();
}
