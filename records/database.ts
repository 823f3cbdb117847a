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
  return new PrismaClient({ adapter });
}
