import {
  type AnnouncementAction,
  allowedAnnouncementActions,
  announcementLeavesAt,
  announcementState,
} from '../core/announcements/state.ts';
import { AppError } from '../core/app-error.ts';
import type { Condition } from '../core/audience/condition.ts';
import type { Db, Tx } from './database.ts';
import { notify } from './signals.ts';

/** What a console that is open hears when an announcement changes. */
const SIGNAL = 'announcement';

export async function createAnnouncement(
  tx: Tx,
  {
    id,
    text,
    audience,
    officerId,
    now,
  }: { id: string; text: string; audience: Condition; officerId: string; now: Date },
): Promise<void> {
  await tx.announcement.create({
    data: { id, text, audience, createdById: officerId, createdAt: now, updatedAt: now },
  });
  await notify(tx, 'console', SIGNAL);
}

/** Only a draft can be changed. Throws `not-found`, `announcement.not-allowed`, `announcement.changed`. */
export async function changeAnnouncement(
  tx: Tx,
  change: { id: string; text: string; audience: Condition; seenAt: Date; now: Date },
): Promise<void> {
  const { id, text, audience, seenAt, now } = change;
  await lockFor(tx, { id, action: 'change', now, seenAt });
  await tx.announcement.update({ where: { id }, data: { text, audience, updatedAt: laterThan(seenAt, now) } });
  await notify(tx, 'console', SIGNAL);
}

/** Throws `not-found` and, when it is no draft, `announcement.not-allowed`. */
export async function deleteAnnouncement(tx: Tx, { id, now }: { id: string; now: Date }): Promise<void> {
  await lockFor(tx, { id, action: 'delete', now });
  await tx.announcement.delete({ where: { id } });
  await notify(tx, 'console', SIGNAL);
}

/**
 * Somebody said "send". It leaves after the hold, in sending hours. Throws `announcement.changed` when it is not what the
 * officer saw (`seenAt`: its `updatedAt` then), and as above.
 */
export async function confirmAnnouncement(
  tx: Tx,
  { id, officerId, seenAt, now }: { id: string; officerId: string; seenAt: Date; now: Date },
): Promise<{ leavesAt: Date }> {
  await lockFor(tx, { id, action: 'confirm', now, seenAt });
  const leavesAt = announcementLeavesAt(now);
  await tx.announcement.update({ where: { id }, data: { confirmedById: officerId, confirmedAt: now, leavesAt } });
  await notify(tx, 'console', SIGNAL);
  return { leavesAt };
}

/** Within the hold it becomes a draft again, and nobody has heard of it. Throws as above. */
export async function takeBackAnnouncement(tx: Tx, { id, now }: { id: string; now: Date }): Promise<void> {
  await lockFor(tx, { id, action: 'take-back', now });
  await tx.announcement.update({ where: { id }, data: { confirmedById: null, confirmedAt: null, leavesAt: null } });
  await notify(tx, 'console', SIGNAL);
}

/**
 * Nothing more leaves: what waits is skipped in this transaction. What a sender has claimed by now may still arrive; what
 * of it comes back to wait is skipped when it is claimed again. Throws as above.
 */
export async function stopAnnouncement(
  tx: Tx,
  { id, officerId, now }: { id: string; officerId: string; now: Date },
): Promise<{ skipped: number }> {
  await lockFor(tx, { id, action: 'stop', now });
  await tx.announcement.update({ where: { id }, data: { stoppedAt: now, stoppedById: officerId } });
  const skipped = await tx.$executeRaw`
    UPDATE "Delivery" SET "status" = 'skipped', "reason" = 'stopped', "settledAt" = ${now}
    WHERE "announcementId" = ${id}::uuid AND "status" = 'waiting'`;
  await notify(tx, 'console', SIGNAL);
  return { skipped };
}

type Locked = {
  confirmedAt: Date | null;
  leavesAt: Date | null;
  plannedThrough: string | null;
  plannedAt: Date | null;
  stoppedAt: Date | null;
  updatedAt: Date;
  open: number;
};

/** Takes the announcement for this transaction, after whoever is planning it, and looks whether the action is allowed. */
async function lockFor(
  tx: Tx,
  { id, action, now, seenAt }: { id: string; action: AnnouncementAction; now: Date; seenAt?: Date },
): Promise<void> {
  await tx.$executeRaw`SELECT 1 FROM "Announcement" WHERE "id" = ${id}::uuid FOR UPDATE`;
  const [found] = await tx.$queryRaw<Locked[]>`
    SELECT a."confirmedAt", a."leavesAt", a."plannedThrough", a."plannedAt", a."stoppedAt", a."updatedAt",
      (SELECT count(*)::int FROM "Delivery" d
       WHERE d."announcementId" = a."id" AND d."status" IN ('waiting', 'sending')) AS "open"
    FROM "Announcement" a WHERE a."id" = ${id}::uuid`;
  if (found === undefined) throw new AppError('not-found');
  if (!allowedAnnouncementActions(announcementState(found, now)).includes(action)) {
    throw new AppError('announcement.not-allowed');
  }
  if (seenAt !== undefined && seenAt.getTime() !== found.updatedAt.getTime())
    throw new AppError('announcement.changed');
}

/** A change is told from the one before even when both fall into the same instant. */
const laterThan = (before: Date, now: Date): Date => new Date(Math.max(now.getTime(), before.getTime() + 1));

/** Announcements whose time has come and whose messages are not all written down yet. */
export async function listAnnouncementsDue(db: Db, now: Date): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "Announcement"
    WHERE "leavesAt" <= ${now} AND "plannedAt" IS NULL AND "stoppedAt" IS NULL ORDER BY "leavesAt", "id"`;
  return rows.map(({ id }) => id);
}
