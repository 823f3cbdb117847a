import { Prisma } from '../generated/prisma/client.ts';

/**
 * The id of a message that is written down with many others, made of its key (an SQL expression): neither has to be sent
 * along for each of them, and what is written again has the same ids. Version 8 of RFC 9562.
 */
export const idOfKeySql = (key: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`overlay(overlay(md5(${key}) placing '8' from 13) placing 'a' from 17)::uuid`;
