import { programmesOfWindow } from '../core/audience/window-audience.ts';
import type { Db } from './database.ts';
import type { ApplicationWindow } from './windows.ts';

/**
 * What became of a window's messages, over all its versions. `ambiguous`: nobody can know whether they arrived, and they are
 * not sent again.
 */
export type WindowCounts = {
  told: number;
  waiting: number;
  sent: number;
  failed: number;
  skipped: number;
  ambiguous: number;
};

const NONE: WindowCounts = { told: 0, waiting: 0, sent: 0, failed: 0, skipped: 0, ambiguous: 0 };

/** `told` counts people, who of an ambiguous message too, since it may have arrived; the others count messages. */
export async function countWindowMessages(db: Db, windowIds: string[]): Promise<(id: string) => WindowCounts> {
  const rows = await db.$queryRaw<({ id: string } & WindowCounts)[]>`
    SELECT d."windowId" AS "id",
      count(DISTINCT d."personId") FILTER (WHERE d."status" IN ('sent', 'sending', 'ambiguous'))::int AS "told",
      count(*) FILTER (WHERE d."status" IN ('waiting', 'sending'))::int AS "waiting",
      count(*) FILTER (WHERE d."status" = 'sent')::int AS "sent",
      count(*) FILTER (WHERE d."status" = 'ambiguous')::int AS "ambiguous",
      count(*) FILTER (WHERE d."status" = 'failed')::int AS "failed",
      count(*) FILTER (WHERE d."status" = 'skipped')::int AS "skipped"
    FROM "Delivery" d WHERE d."windowId" = ANY(${windowIds}::uuid[]) GROUP BY 1`;
  const byId = new Map(rows.map(({ id, ...counts }) => [id, counts]));
  return (id) => byId.get(id) ?? NONE;
}

/** How many requests of the window's programmes were sent while it was open. Those sent at other times are taken too. */
export async function countRequestsWithin(
  db: Db,
  { programme, opensAt, closesAt }: Pick<ApplicationWindow, 'programme' | 'opensAt' | 'closesAt'>,
): Promise<number> {
  const rows = await db.$queryRaw<{ count: number }[]>`
    SELECT count(DISTINCT a."id")::int AS "count"
    FROM "Application" a JOIN "ApplicationEvent" e ON e."applicationId" = a."id" JOIN "Person" p ON p."id" = a."personId"
    WHERE a."programme" = ANY(${programmesOfWindow(programme)}) AND e."kind" = 'submitted' AND NOT p."isSample"
      AND e."at" >= ${opensAt} AND e."at" < ${closesAt}`;
  return rows[0]?.count ?? 0;
}
