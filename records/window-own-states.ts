import type { OwnState } from '../core/budget/importance.ts';
import type { RoundName } from '../core/schedule/window-rounds.ts';
import { preferredContactSql } from './audience.ts';
import type { AccountKey } from './channel-accounts.ts';
import type { Db, Tx } from './database.ts';
import { hearsRoundSql, meantSql, ownDossierSql, type WindowState } from './window-reminders.ts';
import type { ApplicationWindow } from './windows.ts';

const OWN: Record<WindowState, OwnState> = { draft: 'unfinished', papers: 'unfinished', sent: 'sent', none: 'none' };

/** What each of these people has of what a window is for; who has nothing is not in it. */
export async function findOwnStates(
  db: Db | Tx,
  { window, personIds }: { window: Pick<ApplicationWindow, 'programme'>; personIds: string[] },
): Promise<Map<string, OwnState>> {
  const rows = await db.$queryRaw<{ id: string; state: WindowState }[]>`
    SELECT p."id", u."state" FROM "Person" p CROSS JOIN LATERAL ${ownDossierSql(window)} u
    WHERE p."id" = ANY(${personIds}::uuid[])`;
  return new Map(rows.map(({ id, state }) => [id, OWN[state]]));
}

/** For how many people a round would be on one account at this moment, by what they have of what the window is for. */
export async function countMeantOn(
  db: Db,
  { window, which, channel, account }: AccountKey & { window: ApplicationWindow; which: RoundName },
): Promise<Map<OwnState, number>> {
  const rows = await db.$queryRaw<{ state: WindowState; count: number }[]>`
    SELECT COALESCE(u."state", 'none') AS "state", count(*)::int AS "count"
    FROM "Person" p CROSS JOIN LATERAL ${preferredContactSql} c LEFT JOIN LATERAL ${ownDossierSql(window)} u ON true
    WHERE c."channel" = ${channel} AND c."account" = ${account}
      AND ${meantSql(window, which)} AND ${hearsRoundSql(window, [which])} GROUP BY 1`;
  const counts = new Map<OwnState, number>();
  for (const { state, count } of rows) counts.set(OWN[state], (counts.get(OWN[state]) ?? 0) + count);
  return counts;
}
