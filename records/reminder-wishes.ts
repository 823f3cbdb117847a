import { ANY_PROGRAMME } from '../core/audience/condition.ts';
import { programmesOfWindow } from '../core/audience/window-audience.ts';
import { writeSubject } from '../core/schedule/reminder-subject.ts';
import { isLead, type Lead } from '../core/schedule/window-leads.ts';
import { Prisma } from '../generated/prisma/client.ts';
import type { Db, Tx } from './database.ts';

type Wish = { id: string; personId: string; programme: string; now: Date };

/** What a person asked to be reminded of: a programme or `any`, and how long before a closing, if they said so. */
export type KeptWish = { programme: string; leads: Lead[] };

/**
 * Keeps that a person wants to be reminded of a programme's windows, or of `any`: then nothing stays stopped. `leads`: how
 * long before a closing; none: as the window's rule says. Left out, what they said of that before stands, also before a stop.
 */
export async function wishReminders(
  tx: Tx,
  { id, personId, programme, leads, now }: Wish & { leads?: readonly Lead[] },
): Promise<void> {
  const before = await tx.reminderWish.findUnique({ where: { personId_programme: { personId, programme } } });
  // Said once more it is no newer wish: the round that a standstill held back is still of one who had asked in time.
  const isSame = leads === undefined || leads.join() === before?.leads.join();
  const stands = before !== null && before.stoppedAt === null && isSame;
  // "Đừng nhắc nữa" ends reminders; how long before they were wanted is not forgotten by it.
  const ofAny =
    leads === undefined && (before === null || before.leads.length === 0)
      ? await tx.reminderWish.findFirst({ where: { personId, programme: ANY_PROGRAMME, stoppedAt: { not: null } } })
      : null;
  const wanted = leads ?? (ofAny === null || ofAny.leads.length === 0 ? undefined : ofAny.leads);
  const kept = wanted === undefined ? {} : { leads: [...wanted] };
  if (programme === ANY_PROGRAMME) {
    const stopped = { personId, stoppedAt: { not: null }, programme: { not: ANY_PROGRAMME } };
    await tx.reminderWish.updateMany({
      where: { ...stopped, leads: { isEmpty: false } },
      data: { stoppedAt: null, createdAt: now },
    });
    await tx.reminderWish.deleteMany({ where: stopped });
  }
  await tx.reminderWish.upsert({
    where: { personId_programme: { personId, programme } },
    create: { id, personId, programme, createdAt: now, ...kept },
    update: { createdAt: stands ? before.createdAt : now, stoppedAt: null, ...kept },
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
  return (await listKeptWishes(db, personId)).map(({ programme }) => programme);
}

export async function listKeptWishes(db: Db | Tx, personId: string): Promise<KeptWish[]> {
  const wishes = await db.reminderWish.findMany({
    where: { personId, stoppedAt: null },
    orderBy: { createdAt: 'asc' },
    select: { programme: true, leads: true },
  });
  return wishes.map(({ programme, leads }) => ({ programme, leads: leads.filter(isLead) }));
}

/** What a person said "đừng nhắc nữa" of: programmes, `any`, or something else that is named in `ReminderWish`. */
export async function listStopped(db: Db | Tx, personId: string): Promise<string[]> {
  const stopped = await db.reminderWish.findMany({
    where: { personId, stoppedAt: { not: null } },
    orderBy: { stoppedAt: 'asc' },
    select: { programme: true },
  });
  return stopped.map(({ programme }) => programme);
}

/** Takes back a stop of one thing that nobody wishes for by itself: a window, a dossier, a kind of reminder. */
export async function resumeReminders(tx: Tx, { personId, what }: { personId: string; what: string }): Promise<void> {
  await tx.reminderWish.deleteMany({ where: { personId, programme: what, stoppedAt: { not: null } } });
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
export function wantsRoundSql(
  { programme, closesAt }: { programme: string; closesAt: Date },
  { rule, rounds }: { rule: readonly string[]; rounds: string[] },
): Prisma.Sql {
  // A lead whose time was over when it was asked for is of later windows: of this one the person hears as all do.
  return Prisma.sql`(COALESCE((
    SELECT array_agg(l."lead") FROM (
      SELECT w."leads", w."createdAt" FROM "ReminderWish" w WHERE w."personId" = p."id" AND w."stoppedAt" IS NULL
        AND cardinality(w."leads") > 0 AND w."programme" = ANY(${[ANY_PROGRAMME, ...programmesOfWindow(programme)]})
      ORDER BY w."programme" = ${ANY_PROGRAMME}, w."createdAt" DESC LIMIT 1) o
    CROSS JOIN LATERAL unnest(o."leads") AS l("lead")
    WHERE ${closesAt}::timestamptz - replace(l."lead", '-', ' ')::interval > o."createdAt"), ${[...rule]}::text[]) && ${rounds}::text[])`;
}

/** Person `p` said that they want no reminders of this window, or of its programme's. */
export function saidStopSql({ id, programme }: { id: string; programme: string }): Prisma.Sql {
  return Prisma.sql`EXISTS (
    SELECT 1 FROM "ReminderWish" w WHERE w."personId" = p."id" AND w."stoppedAt" IS NOT NULL
      AND (w."programme" IN (${programme}, ${writeSubject({ kind: 'window', id })}) OR (w."programme" = ${ANY_PROGRAMME} AND NOT EXISTS (
        SELECT 1 FROM "ReminderWish" y WHERE y."personId" = p."id" AND y."stoppedAt" IS NULL
          AND y."programme" = ANY(${programmesOfWindow(programme)})))))`;
}
