import type { Condition } from '../../core/audience/condition.ts';
import {
  changeAnnouncement,
  confirmAnnouncement,
  createAnnouncement,
  deleteAnnouncement,
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
  options: { requestId: string; text: string; audience: Condition; officer: Officer },
): Promise<string> {
  const { requestId: id, text, audience, officer } = options;
  await writeOnce(deps, deedOf('created', id, id, officer), (tx, now) =>
    createAnnouncement(tx, { id, text, audience, officerId: officer.id, now }),
  );
  return id;
}

/** Each deed leaves its entry in the audit, and a repeat changes nothing. Throws `not-found`, `announcement.not-allowed` in a state that does not allow it, `announcement.changed`. */
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
      return await changeAnnouncement(tx, { id, text: deed.text, audience: deed.audience, seenAt: deed.seenAt, now });
    case 'deleted':
      return await deleteAnnouncement(tx, { id, now });
    case 'confirmed':
      return await confirmAnnouncement(tx, { id, officerId, seenAt: deed.seenAt, now });
    case 'taken-back':
      return await takeBackAnnouncement(tx, { id, now });
    case 'stopped':
      return await stopAnnouncement(tx, { id, officerId, now });
  }
}

function deedOf(kind: string, id: string, requestId: string, { id: actorId }: Officer) {
  return { requestId, actorId, action: `announcement.${kind}`, subjectKind: 'Announcement', subjectId: id };
}
