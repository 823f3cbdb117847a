import type { NewsTopic } from '../../core/announcements/topics.ts';
import type { Condition } from '../../core/audience/condition.ts';
import { keepAnnouncementRules } from '../../records/announcement-rules.ts';
import {
  approveAnnouncement,
  changeAnnouncement,
  confirmAnnouncement,
  createAnnouncement,
  deleteAnnouncement,
  pauseAnnouncement,
  resumeAnnouncement,
  stopAnnouncement,
  takeBackAnnouncement,
} from '../../records/announcements.ts';
import type { Tx } from '../../records/database.ts';
import type { Officer } from '../auth/session.ts';
import { writeOnce } from '../http/write-once.ts';
import type { StaffDeps } from '../staff-deps.ts';
import type { AnnouncementDeed } from './schemas.ts';

/** The request's own id becomes that of the announcement, so that a repeat returns the same. */
export async function draftAnnouncement(
  deps: StaffDeps,
  options: {
    requestId: string;
    text: string;
    topic?: NewsTopic;
    audience: Condition;
    choices: string[];
    picture?: { id: string; alt: string };
    officer: Officer;
  },
): Promise<string> {
  const { requestId: id, officer, ...written } = options;
  await writeOnce(deps, deedOf('created', id, id, officer), (tx, now) =>
    createAnnouncement(tx, { ...written, id, officerId: officer.id, now }),
  );
  return id;
}

/**
 * Each deed leaves its entry in the audit, and a repeat changes nothing. Throws `not-found`, `announcement.not-allowed` in a
 * state that does not allow it, `announcement.changed`,
 * `announcement.own`, `announcement.grown`, `announcement.time-past`, `announcement.time-too-far`.
 */
export async function doToAnnouncement(
  deps: StaffDeps,
  options: { id: string; requestId: string; deed: AnnouncementDeed; officer: Officer },
): Promise<void> {
  const { id, requestId, deed, officer } = options;
  await writeOnce(deps, deedOf(deed.kind, id, requestId, officer), (tx, now) =>
    perform(tx, { id, deed, officerId: officer.id, now }),
  );
}

async function perform(
  tx: Tx,
  { id, deed, officerId, now }: { id: string; deed: AnnouncementDeed; officerId: string; now: Date },
): Promise<unknown> {
  switch (deed.kind) {
    case 'changed':
      return await changeAnnouncement(tx, { ...deed, id, now });
    case 'deleted':
      return await deleteAnnouncement(tx, { id, now });
    case 'confirmed':
      return await confirmAnnouncement(tx, { id, officerId, seenAt: deed.seenAt, wantedAt: deed.wantedAt, now });
    case 'approved':
      return await approveAnnouncement(tx, { id, officerId, seenAt: deed.seenAt, people: deed.people, now });
    case 'taken-back':
      return await takeBackAnnouncement(tx, { id, now });
    case 'paused':
      return await pauseAnnouncement(tx, { id, officerId, now });
    case 'resumed':
      return await resumeAnnouncement(tx, { id, now });
    case 'stopped':
      return await stopAnnouncement(tx, { id, officerId, now });
  }
}

/** For how many people a second officer must agree is settled by administrators. */
export async function settleRules(
  deps: StaffDeps,
  { requestId, approvalAbove, officer }: { requestId: string; approvalAbove: number | null; officer: Officer },
): Promise<void> {
  const data = { approvalAbove: approvalAbove ?? 'never' };
  const deed = { requestId, actorId: officer.id, action: 'announcement-rules.kept', data };
  await writeOnce(deps, { ...deed, subjectKind: 'AnnouncementRules', subjectId: '1' }, (tx, now) =>
    keepAnnouncementRules(tx, { approvalAbove, officerId: officer.id, now }),
  );
}

function deedOf(kind: string, id: string, requestId: string, { id: actorId }: Officer) {
  return { requestId, actorId, action: `announcement.${kind}`, subjectKind: 'Announcement', subjectId: id };
}
