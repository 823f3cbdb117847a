import {
  type AnnouncementAction,
  type AnnouncementFacts,
  allowedAnnouncementActions,
  announcementState,
} from '../core/announcements/state.ts';
import { AppError } from '../core/app-error.ts';
import type { Tx } from './database.ts';

export type LockedAnnouncement = AnnouncementFacts & {
  text: string;
  topic: string;
  audience: unknown;
  updatedAt: Date;
  confirmedById: string | null;
  wantedAt: Date | null;
  pictureId: string | null;
  pictureAlt: string;
};

/**
 * Takes the announcement for this transaction, after whoever is planning it, and looks whether the action is allowed. Throws
 * `not-found`, `announcement.not-allowed` in a state that does not allow it, and `announcement.changed` when it is not what
 * the officer saw (`seenAt`: its `updatedAt` then).
 */
export async function lockAnnouncement(
  tx: Tx,
  { id, action, now, seenAt }: { id: string; action: AnnouncementAction; now: Date; seenAt?: Date },
): Promise<LockedAnnouncement> {
  await tx.$executeRaw`SELECT 1 FROM "Announcement" WHERE "id" = ${id}::uuid FOR UPDATE`;
  const [found] = await tx.$queryRaw<LockedAnnouncement[]>`
    SELECT a."text", a."topic", a."audience", a."confirmedById", a."confirmedAt", a."wantedAt", a."leavesAt", a."plannedThrough", a."plannedAt",
      a."pausedAt", a."stoppedAt", a."updatedAt", a."pictureId", a."pictureAlt",
      (SELECT count(*)::int FROM "Delivery" d
       WHERE d."announcementId" = a."id" AND d."status" IN ('waiting', 'sending')) AS "open"
    FROM "Announcement" a WHERE a."id" = ${id}::uuid`;
  if (found === undefined) throw new AppError('not-found');
  if (!allowedAnnouncementActions(announcementState(found, now)).includes(action)) {
    throw new AppError('announcement.not-allowed');
  }
  if (seenAt !== undefined && seenAt.getTime() !== found.updatedAt.getTime())
    throw new AppError('announcement.changed');
  return found;
}
