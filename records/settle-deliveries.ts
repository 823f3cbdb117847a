import { Prisma } from '../generated/prisma/client.ts';
import { type Db, PLANNED_ONCE, type Tx } from './database.ts';
import type { DeliveryStatus } from './deliveries.ts';

/** How a claim ends. */
export type ClaimEnd = {
  id: string;
  /** Of the claim: only its holder can end it. */
  attempts: number;
  status: Exclude<DeliveryStatus, 'sending'>;
  now: Date;
  reason?: string;
  providerMessageId?: string;
  partsSent?: number;
  /** For `waiting`: when to try again. */
  notBefore?: Date;
};

/**
 * Ends claims in one statement, each only for its holder (the same attempt). Returns those that were still held, each with whether something else waits for its
 * contact and is due by now: who wanted to send it meanwhile found the contact busy.
 */
export async function settleDeliveries(
  db: Db | Tx,
  ends: readonly ClaimEnd[],
): Promise<Map<string, { isMoreDue: boolean }>> {
  const rows = ends.map(({ now, ...end }) => ({ ...end, now, settledAt: end.status === 'waiting' ? null : now }));
  const settled = await db.$queryRaw<{ id: string; isMoreDue: boolean }[]>(Prisma.sql`${PLANNED_ONCE}
    UPDATE "Delivery" d
    SET "status" = e."status", "settledAt" = e."settledAt", "reason" = e."reason", "providerMessageId" = e."providerMessageId",
      "partsSent" = COALESCE(e."partsSent", d."partsSent"), "notBefore" = COALESCE(e."notBefore", d."notBefore")
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS e(
      "id" uuid, "attempts" int, "status" text, "now" timestamptz, "settledAt" timestamptz, "reason" text,
      "providerMessageId" text, "partsSent" int, "notBefore" timestamptz)
    WHERE d."id" = e."id" AND d."status" = 'sending' AND d."attempts" = e."attempts"
    RETURNING d."id", EXISTS (
      SELECT 1 FROM "Delivery" w WHERE w."contactId" = d."contactId" AND w."status" = 'waiting' AND w."id" <> d."id"
        AND w."notBefore" <= e."now") AS "isMoreDue"`);
  return new Map(settled.map(({ id, isMoreDue }) => [id, { isMoreDue }]));
}
