import { mustBeAgreedTo } from '../core/announcements/approval.ts';
import { announcementLeavesAt, faultOfWantedTime, mayApprove } from '../core/announcements/state.ts';
import { parseTemplate } from '../core/announcements/template.ts';
import type { NewsTopic } from '../core/announcements/topics.ts';
import { AppError } from '../core/app-error.ts';
import { type Condition, conditionSchema } from '../core/audience/condition.ts';
import { holdPicture, removeUnusedPicture } from './announcement-pictures.ts';
import { findAnnouncementRules } from './announcement-rules.ts';
import { countAudience } from './audience-count.ts';
import type { Db, Tx } from './database.ts';
import { lockAnnouncement } from './lock-announcement.ts';
import { notify } from './signals.ts';

/** What a console that is open hears when an announcement changes. */
const SIGNAL = 'announcement';
/** So many are sent at once when an announcement goes on; the next sweep takes the rest. */
const WOKEN_AT_ONCE = 25;

/** What an officer wrote. Without a topic it is the centre's general news. */
type Written = {
  text: string;
  topic?: NewsTopic;
  audience: Condition;
  choices?: string[];
  /** An `AnnouncementPicture` and what it shows in words, which may still be missing. */
  picture?: { id: string; alt: string };
};

/** Throws `announcement.picture-missing`. */
async function pictureFields(
  tx: Tx,
  picture: Written['picture'],
): Promise<{ pictureId: string | null; pictureAlt: string }> {
  if (picture === undefined) return { pictureId: null, pictureAlt: '' };
  await holdPicture(tx, picture.id);
  return { pictureId: picture.id, pictureAlt: picture.alt };
}

export async function createAnnouncement(
  tx: Tx,
  { id, officerId, now, picture, choices = [], ...written }: Written & { id: string; officerId: string; now: Date },
): Promise<void> {
  const fields = await pictureFields(tx, picture);
  await tx.announcement.create({
    data: { id, ...written, choices, ...fields, createdById: officerId, createdAt: now, updatedAt: now },
  });
  await notify(tx, 'console', SIGNAL);
}

/**
 * Only a draft can be changed. Throws `not-found`, `announcement.not-allowed`, `announcement.changed`,
 * `announcement.picture-missing`.
 */
export async function changeAnnouncement(
  tx: Tx,
  change: Written & { id: string; seenAt: Date; now: Date },
): Promise<void> {
  const { id, text, topic, audience, choices = [], picture, seenAt, now } = change;
  await lockAnnouncement(tx, { id, action: 'change', now, seenAt });
  const fields = await pictureFields(tx, picture);
  await tx.announcement.update({
    where: { id },
    data: { text, topic, audience, choices, ...fields, updatedAt: laterThan(seenAt, now) },
  });
  await notify(tx, 'console', SIGNAL);
}

/** Its picture goes with it. Throws `not-found` and, when it is no draft, `announcement.not-allowed`. */
export async function deleteAnnouncement(tx: Tx, { id, now }: { id: string; now: Date }): Promise<void> {
  const { pictureId } = await lockAnnouncement(tx, { id, action: 'delete', now });
  await tx.announcement.delete({ where: { id } });
  if (pictureId !== null) await removeUnusedPicture(tx, pictureId);
  await notify(tx, 'console', SIGNAL);
}

/**
 * Somebody said "send". It leaves after the hold or at `wantedAt`, in sending hours; when it is for more people than the rules
 * say, a second officer must agree first, and `leavesAt` is null until then. Throws `announcement.changed` when it is not what
 * the officer saw (`seenAt`: its `updatedAt` then), `announcement.wrong-variable`, `announcement.picture-unnamed` without
 * words for its picture, `announcement.time-past` or `…-too-far`, and as above.
 */
export async function confirmAnnouncement(
  tx: Tx,
  confirmed: { id: string; officerId: string; seenAt: Date; wantedAt?: Date; now: Date },
): Promise<{ leavesAt: Date | null }> {
  const { id, officerId, seenAt, wantedAt, now } = confirmed;
  const found = await lockAnnouncement(tx, { id, action: 'confirm', now, seenAt });
  const { audience, text, topic, pictureId, pictureAlt } = found;
  if (parseTemplate(text).faults.length > 0) throw new AppError('announcement.wrong-variable');
  if (pictureId !== null && pictureAlt === '') throw new AppError('announcement.picture-unnamed');
  const fault = wantedAt === undefined ? undefined : faultOfWantedTime(wantedAt, now);
  if (fault !== undefined) throw new AppError(fault);
  const { approvalAbove } = await findAnnouncementRules(tx);
  const { reachable } = await countAudience(tx, { topic, audience: conditionSchema.parse(audience) });
  const mustBeApproved = mustBeAgreedTo({ people: reachable, above: approvalAbove, agreedFor: null });
  const leavesAt = mustBeApproved ? null : announcementLeavesAt(now, wantedAt);
  const approvalPeople = mustBeApproved ? reachable : null;
  await tx.announcement.update({
    where: { id },
    data: { confirmedById: officerId, confirmedAt: now, wantedAt: wantedAt ?? null, leavesAt, approvalPeople },
  });
  await notify(tx, 'console', SIGNAL);
  return { leavesAt };
}

/**
 * A second officer agrees, for as many people as they saw (`people`); from now on it is as if it had been confirmed now. A
 * chosen time that has passed meanwhile means as soon as it may. Throws `announcement.own` for who said "send",
 * `announcement.grown` when it is for more people by now, and as above.
 */
export async function approveAnnouncement(
  tx: Tx,
  approved: { id: string; officerId: string; seenAt: Date; people: number; now: Date },
): Promise<{ leavesAt: Date }> {
  const { id, officerId, seenAt, people, now } = approved;
  const found = await lockAnnouncement(tx, { id, action: 'approve', now, seenAt });
  if (!mayApprove(officerId, found)) throw new AppError('announcement.own');
  const { reachable } = await countAudience(tx, {
    topic: found.topic,
    audience: conditionSchema.parse(found.audience),
  });
  if (reachable > people) throw new AppError('announcement.grown');
  const leavesAt = announcementLeavesAt(now, found.wantedAt);
  await tx.announcement.update({
    where: { id },
    data: { approvedById: officerId, approvedAt: now, approvedPeople: people, leavesAt },
  });
  await notify(tx, 'console', SIGNAL);
  return { leavesAt };
}

/** Before anybody has heard of it, it becomes a draft again. Throws as above. */
export async function takeBackAnnouncement(tx: Tx, { id, now }: { id: string; now: Date }): Promise<void> {
  await lockAnnouncement(tx, { id, action: 'take-back', now });
  const unsaid = { confirmedById: null, confirmedAt: null, wantedAt: null, leavesAt: null };
  const unasked = { approvalPeople: null, approvedById: null, approvedAt: null, approvedPeople: null };
  await tx.announcement.update({ where: { id }, data: { ...unsaid, ...unasked } });
  await notify(tx, 'console', SIGNAL);
}

/**
 * Nothing leaves until somebody goes on: a claim passes over what belongs to it. What a sender has claimed by now may still
 * arrive; all else waits, and its messages are written down meanwhile, so that the count is whole. Throws as above.
 */
export async function pauseAnnouncement(
  tx: Tx,
  { id, officerId, now }: { id: string; officerId: string; now: Date },
): Promise<void> {
  await lockAnnouncement(tx, { id, action: 'pause', now });
  await tx.announcement.update({ where: { id }, data: { pausedAt: now, pausedById: officerId } });
  await notify(tx, 'console', SIGNAL);
}

/** What waits leaves again, to those who still may be written to: the first at once, the rest behind them. Throws as above. */
export async function resumeAnnouncement(tx: Tx, { id, now }: { id: string; now: Date }): Promise<void> {
  await lockAnnouncement(tx, { id, action: 'resume', now });
  await tx.announcement.update({ where: { id }, data: { pausedAt: null, pausedById: null } });
  const where = { announcementId: id, status: 'waiting' };
  const first = await tx.delivery.findMany({ where, orderBy: { seq: 'asc' }, take: WOKEN_AT_ONCE });
  for (const { contactId } of first) await notify(tx, 'delivery', contactId);
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
  await lockAnnouncement(tx, { id, action: 'stop', now });
  // No longer paused: what comes back to wait must be claimed once more, to be skipped.
  await tx.announcement.update({ where: { id }, data: { stoppedAt: now, stoppedById: officerId, pausedAt: null } });
  const skipped = await tx.$executeRaw`
    UPDATE "Delivery" SET "status" = 'skipped', "reason" = 'stopped', "settledAt" = ${now}
    WHERE "announcementId" = ${id}::uuid AND "status" = 'waiting'`;
  await notify(tx, 'console', SIGNAL);
  return { skipped };
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
