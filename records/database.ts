import { PrismaPg } from '@prisma/adapter-pg';
import { type Prisma, PrismaClient } from '../generated/prisma/client.ts';

export type Db = PrismaClient;
/** What runs inside one transaction. */
export type Tx = Prisma.TransactionClient;

/** Ten connections a process for all records; BullMQ and LISTEN have their own. */
const POOL_SIZE = 10;

/** Opens the records of one database. Close with `$disconnect()`. */
export function openDatabase(options: { url: string; poolSize?: number }): Db {
  const adapter = new PrismaPg({ connectionString: options.url, max: options.poolSize ?? POOL_SIZE });
  // When a thousand write at once they wait in line for a connection; Prisma's own limit of 2 seconds would turn them away.
  return new PrismaClient({ adapter, transactionOptions: { maxWait: 30_000, timeout: 30_000 } });
}
