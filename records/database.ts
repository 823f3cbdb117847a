import { createHash } from 'node:crypto';
import { PrismaPg } from '@prisma/adapter-pg';
import { Prisma, PrismaClient } from '../generated/prisma/client.ts';

export type Db = PrismaClient;
/** What runs inside one transaction. */
export type Tx = Prisma.TransactionClient;

/** Ten connections a process for all records; BullMQ and LISTEN have their own. */
const POOL_SIZE = 10;

/** A statement that begins with this is planned once a connection, for it costs more to plan than to carry out. */
export const PLANNED_ONCE = Prisma.raw('/* planned once */');

/** Opens the records of one database. Close with `$disconnect()`. */
export function openDatabase(options: { url: string; poolSize?: number }): Db {
  const adapter = new PrismaPg(
    { connectionString: options.url, max: options.poolSize ?? POOL_SIZE },
    { statementNameGenerator: ({ sql }) => nameOfStatement(sql) },
  );
  // When a thousand write at once they wait in line for a connection; Prisma's own limit of 2 seconds would turn them away.
  return new PrismaClient({ adapter, transactionOptions: { maxWait: 30_000, timeout: 30_000 } });
}

const names = new Map<string, string>();

/** Without a name a statement is planned each time. PostgreSQL reads 63 characters of one. */
function nameOfStatement(sql: string): string {
  if (!sql.startsWith(PLANNED_ONCE.sql)) return '';
  const name = names.get(sql) ?? createHash('sha256').update(sql).digest('hex').slice(0, 32);
  names.set(sql, name);
  return name;
}
