import type { Office } from './deeds-of-officers.ts';
import { HOUR_MS, MINUTE_MS, startOfDay } from './office-time.ts';
import type { World } from './world-in-hand.ts';

/** A sweep comes so soon after something is due. */
const A_MOMENT_MS = 1000;

/** How long before a closing people of the simulation say that they want to hear of it (deeds-of-people.ts). */
const LEADS_OF_PEOPLE = ['10-days', '7-days', '2-days', '1-day', '5-hours'] as const;

/**
 * When next something may be due, before `until`: what the database says waits for its time, what windows, requests and
 * certificates promise, and some hours of the day anyway. Undefined when nothing is.
 */
export async function nextInstant(
  world: World,
  { office, until }: { office: Office; until: number },
): Promise<number | undefined> {
  const now = world.now();
  const instants = [nextTick(now), ...windowInstants(office)];
  if (world.isUp()) instants.push(...(await databaseInstants(world)));
  const next = Math.min(...instants.filter((at) => at > now));
  return next < until ? next : undefined;
}

/** The edges of the night, the hour at which what is due on a day is told, and a few looks in between. */
const TICKS = [1, 7, 8, 10, 13, 16, 19, 20, 25];

function nextTick(now: number): number {
  const day = startOfDay(now);
  return Math.min(...TICKS.map((hour) => day + hour * HOUR_MS).filter((at) => at > now));
}

function windowInstants({ windows }: Office): number[] {
  return windows.flatMap(({ versions, rules, withdrawnAt }) => {
    if (withdrawnAt !== undefined) return [withdrawnAt + A_MOMENT_MS];
    const version = versions.at(-1);
    const leads = [...(rules.at(-1)?.rule.before ?? []), ...LEADS_OF_PEOPLE];
    if (version === undefined) return [];
    const { opensAt, closesAt, since } = version;
    const before = leads.map(
      (lead) => closesAt - Number.parseInt(lead, 10) * HOUR_MS * (lead.includes('day') ? 24 : 1),
    );
    return [since + A_MOMENT_MS, opensAt, ...before];
  });
}

async function databaseInstants({ db, clock }: World): Promise<number[]> {
  const now = clock.now();
  const rows = await db.$queryRaw<{ at: Date | null }[]>`
    SELECT min("notBefore") AS "at" FROM "Delivery" WHERE "status" = 'waiting' AND "notBefore" > ${now}
    UNION ALL SELECT min("claimedAt") + interval '61 seconds' FROM "Delivery"
      WHERE "status" = 'sending' AND "claimedAt" > ${new Date(now.getTime() - MINUTE_MS)}
    UNION ALL SELECT min("settledAt") + interval '60 seconds' FROM "Delivery"
      WHERE "status" = 'ambiguous' AND "kind" = 'reply' AND "resentAt" IS NULL AND "settledAt" > ${new Date(now.getTime() - MINUTE_MS)}
    UNION ALL SELECT min("pausedUntil") FROM "ChannelAccount" WHERE "pausedUntil" > ${now}
    UNION ALL SELECT min(s."at") FROM "ChannelAccount" a CROSS JOIN LATERAL unnest(a."slots") s("at")
      WHERE s."at" > ${now} AND (a."pausedUntil" IS NULL OR a."pausedUntil" <= ${now}) AND EXISTS (
        SELECT 1 FROM "Delivery" d WHERE d."channel" = a."channel" AND d."account" = a."account" AND d."status" = 'waiting'
          AND d."notBefore" <= ${now} AND NOT EXISTS (
            SELECT 1 FROM "Announcement" n WHERE n."id" = d."announcementId" AND n."pausedAt" IS NOT NULL))
    UNION ALL SELECT min("dueAt") FROM "ReminderAgain" WHERE "outcome" IS NULL AND "dueAt" > ${now}
    UNION ALL SELECT min("leavesAt") FROM "Announcement" WHERE "plannedAt" IS NULL AND "leavesAt" > ${now}
    UNION ALL SELECT min(t."at" + l."after") FROM (
        SELECT GREATEST(a."updatedAt", max(v."answeredAt")) AS "at" FROM "Application" a
        LEFT JOIN "ApplicationAnswer" v ON v."applicationId" = a."id" WHERE a."code" IS NULL GROUP BY a."id") t
      CROSS JOIN (VALUES (interval '3 days'), (interval '14 days'), (interval '83 days'), (interval '90 days')) l("after")
      WHERE t."at" + l."after" > ${now}`;
  return rows.flatMap(({ at }) => (at === null ? [] : [at.getTime()]));
}
