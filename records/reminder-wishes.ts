import { ANY_PROGRAMME } from '../core/audience/condition.ts';
import { programmesOfWindow } from '../core/audience/window-audience.ts';
import { isLead, type Lead } from '../core/schedule/window-leads.ts';
import { Prisma } from '../generated/prisma/client.ts';
import type { Db, Tx } from './database.ts';

type Wish = { id: string; personId: string; programme: string; now: Date };

/** Keeps that a person wants to be reminded of a programme's windows, or of `any`: then nothing stays stopped. */
export async function wishReminders(tx: Tx, { id, personId, programme, now }: Wish): Promise<void> {
  if (programme === ANY_PROGRAMME) {
    await tx.reminderWish.deleteMany({ where: { personId, stoppedAt: { not: null } } });
  }
  await tx.reminderWish.upsert({
    where: { personId_programme: { personId, programme } },
    create: { id, personId, programme, createdAt: now },
    update: { createdAt: now, stoppedAt: null },
  });
}

/**
 * "Đừng nhắc nữa" of a programme's windows, or of `any`. It is kept also for those who never asked and were reminded of
 * something unfinished; what a stop of one programme says holds beside a wish for any.
 */
export async function stopReminders(tx: Tx, { id, personId, programme, now }: Wish): Promise<void> {
  if (programme === ANY_PROGRAMME) {
    await tx.reminderWish.updateMany({ where: { personId, stoppedAt: null }, data: { stoppedAt: now } });
  }
  await tx.reminderWish.upsert({
    where: { personId_programme: { personId, programme } },
    create: { id, personId, programme, createdAt: now, stoppedAt: now },
    update: { stoppedAt: now },
  });
}

/** The programmes, or `any`, of which a person asked to be reminded, and has not stopped it. */
export async function listWishes(db: Db | Tx, personId: string): Promise<string[]> {
  const wishes = await db.reminderWish.findMany({
    where: { personId, stoppedAt: null },
    orderBy: { createdAt: 'asc' },
    select: { programme: true },
  });
  return wishes.map(({ programme }) => programme);
}

/** Two people are one: of two words about the same programme the last counts. The caller holds both lanes. */
export async function mergeWishes(tx: Tx, { fromId, intoId }: { fromId: string; intoId: string }): Promise<void> {
  await tx.$executeRaw`
    DELETE FROM "ReminderWish" w USING "ReminderWish" o
    WHERE w."programme" = o."programme" AND w."personId" IN (${fromId}::uuid, ${intoId}::uuid)
      AND o."personId" IN (${fromId}::uuid, ${intoId}::uuid) AND w."personId" <> o."personId"
      AND (GREATEST(w."createdAt", w."stoppedAt"), w."id") < (GREATEST(o."createdAt", o."stoppedAt"), o."id")`;
  await tx.$executeRaw`
    UPDATE "ReminderWish" SET "personId" = ${intoId}::uuid WHERE "personId" = ${fromId}::uuid`;
  await tx.reminderAgain.updateMany({ where: { personId: fromId }, data: { personId: intoId } });
}

/**
 * How long before the closing of a programme's windows people asked to hear of it, each since when somebody wants it, by
 * programme (or `any`).
 */
export async function listWishedLeads(db: Db | Tx): Promise<(programme: string) => { lead: Lead; since: Date }[]> {
  const rows = await db.$queryRaw<{ programme: string; lead: string; since: Date }[]>`
    SELECT w."programme", l."lead", min(w."createdAt") AS "since"
    FROM "ReminderWish" w CROSS JOIN LATERAL unnest(w."leads") AS l("lead")
    WHERE w."stoppedAt" IS NULL GROUP BY 1, 2`;
  return (programme) => {
    const programmes = [ANY_PROGRAMME, ...programmesOfWindow(programme)];
    return rows.flatMap(({ programme: of, lead, since }) =>
      programmes.includes(of) && isLead(lead) ? [{ lead, since }] : [],
    );
  };
}

/**
 * Person `p` wants to hear of a window at one of these rounds before its closing: as they said themselves, what they said
 * of its programme before what they said of any; otherwise as its rule names them.
 */
export function wantsRoundSql(programme: string, { rule, rounds }: { rule: readonly string[]; rounds: string[] }) {
  return Prisma.sql`(COALESCE((
    SELECT w."leads" FROM "ReminderWish" w WHERE w."personId" = p."id" AND w."stoppedAt" IS NULL
      AND cardinality(w."leads") > 0 AND w."programme" = ANY(${[ANY_PROGRAMME, ...programmesOfWindow(programme)]})
    ORDER BY w."programme" = ${ANY_PROGRAMME}, w."createdAt" DESC LIMIT 1), ${[...rule]}::text[]) && ${rounds}::text[])`;
}

/** Person `p` said that they want no reminders of this programme's windows. */
export function saidStopSql(programme: string): Prisma.Sql {
  return Prisma.sql`EXISTS (
    SELECT 1 FROM "ReminderWish" w WHERE w."personId" = p."id" AND w."stoppedAt" IS NOT NULL
      AND (w."programme" = ${programme} OR (w."programme" = ${ANY_PROGRAMME} AND NOT EXISTS (
        SELECT 1 FROM "ReminderWish" y WHERE y."personId" = p."id" AND y."stoppedAt" IS NULL
          AND y."programme" = ANY(${programmesOfWindow(programme)})))))`;
}
