import type { ReminderSubject } from '../../../../core/schedule/reminder-subject.ts';
import { listApplications } from '../../../../records/applications.ts';
import { listOwnCertificates } from '../../../../records/certificates.ts';
import { findLastReminded } from '../../../../records/last-reminder.ts';
import type { Turn } from '../../topic.ts';
import { listWindowsHere } from './dates.ts';
import { type NamedSubject, nameSubject } from './name-subject.ts';

/** A reminder of longer ago is not what somebody answers now. */
const ANSWERED_WITHIN_MS = 7 * 24 * 3_600_000;
const MOST_OFFERED = 4;

/** What "cái này" is: that of which the person was reminded last. */
export async function findMeant({ tx, person, now }: Turn): Promise<ReminderSubject | undefined> {
  return await findLastReminded(tx, { personId: person.id, since: new Date(now.getTime() - ANSWERED_WITHIN_MS) });
}

/** All that the person could be reminded of now: what waits for them, then the windows of their place. */
export async function listRemindable(turn: Turn): Promise<NamedSubject[]> {
  const dossiers = await listApplications(turn.tx, turn.person.id);
  const certificates = await listOwnCertificates(turn.tx, turn.person.id);
  const windows = await listWindowsHere(turn);
  const subjects: ReminderSubject[] = [
    ...dossiers.map(({ id }): ReminderSubject => ({ kind: 'dossier', id })),
    ...certificates.map(({ id }): ReminderSubject => ({ kind: 'certificate', id })),
    ...windows.map(({ id }): ReminderSubject => ({ kind: 'window', id })),
  ];
  const named: NamedSubject[] = [];
  for (const subject of subjects) {
    const found = await nameSubject(turn, subject);
    if (found !== undefined) named.push(found);
    if (named.length === MOST_OFFERED) break;
  }
  return named;
}
