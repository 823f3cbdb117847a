import { windowArea } from '../core/audience/window-audience.ts';
import type { OwnState } from '../core/budget/importance.ts';
import type { RoundName } from '../core/schedule/window-rounds.ts';
import { Prisma } from '../generated/prisma/client.ts';
import { audienceSql, preferredContactSql } from './audience.ts';
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

/** For how many people each of a window's rounds would be on one account at this moment, by what they have of it already. */
export async function countMeantOn(
  db: Db,
  { window, rounds, channel, account }: AccountKey & { window: ApplicationWindow; rounds: readonly RoundName[] },
): Promise<Map<RoundName, Map<OwnState, number>>> {
  const counted = new Map(rounds.map((which) => [which, new Map<OwnState, number>()]));
  if (rounds.length === 0) return counted;
  // Whom any of them could be for is looked for once; only who was told other dates is beyond the area.
  const widest = rounds.includes('changed') ? 'changed' : 'opening';
  const meant = rounds.map((which) => {
    const inArea = which === widest || widest === 'opening' ? Prisma.sql`true` : audienceSql(windowArea(window));
    return Prisma.sql`CASE WHEN ${inArea} AND ${hearsRoundSql(window, [which])} THEN ${which}::text END`;
  });
  const rows = await db.$queryRaw<{ which: RoundName; state: WindowState; count: number }[]>`
    SELECT r."which", COALESCE(u."state", 'none') AS "state", count(*)::int AS "count"
    FROM "Person" p CROSS JOIN LATERAL ${preferredContactSql} c LEFT JOIN LATERAL ${ownDossierSql(window)} u ON true
    CROSS JOIN LATERAL unnest(ARRAY[${Prisma.join(meant)}]) r("which")
    WHERE c."channel" = ${channel} AND c."account" = ${account} AND ${meantSql(window, widest)} AND r."which" IS NOT NULL
    GROUP BY 1, 2`;
  for (const { which, state, count } of rows) {
    const counts = counted.get(which);
    counts?.set(OWN[state], (counts.get(OWN[state]) ?? 0) + count);
  }
  return counted;
}
