import { isAllowed } from '../../../../core/applications/actions.ts';
import { certificateEnds } from '../../../../core/schedule/certificate-reminders.ts';
import type { ReminderSubject } from '../../../../core/schedule/reminder-subject.ts';
import { findApplication } from '../../../../records/applications.ts';
import { findOwnCertificate } from '../../../../records/certificates.ts';
import { findOpenSelection } from '../../../../records/open-selection.ts';
import { findWindow } from '../../../../records/windows.ts';
import type { Choice } from '../../../channels/channel.ts';
import { certificateChoice, sayCertificate } from '../../../outbox/certificate-words.ts';
import { sayWindow, windowChoice } from '../../../outbox/window-words.ts';
import type { Turn } from '../../topic.ts';

/** Something that one can still be reminded of: how it is called, when it closes, and the one thing to do about it. */
export type NamedSubject = { subject: ReminderSubject; what: string; closesAt?: Date; choice: Choice };

/** Undefined when it is over, or not this person's. */
export async function nameSubject(turn: Turn, subject: ReminderSubject): Promise<NamedSubject | undefined> {
  const { tx, words, person, now } = turn;
  const { kind, id } = subject;
  if (kind === 'window') {
    const window = await findWindow(tx, id);
    if (window === undefined || window.withdrawnAt !== undefined || window.closesAt <= now) return undefined;
    const what = words.t('reminders:subject.window', { what: sayWindow(words, window) });
    return { subject, what, closesAt: window.closesAt, choice: windowChoice(words, window) };
  }
  if (kind === 'certificate') {
    const certificate = await findOwnCertificate(tx, { id, personId: person.id });
    const closesAt = certificate === undefined ? now : certificateEnds(certificate.validUntil);
    if (certificate === undefined || closesAt <= now) return undefined;
    const selection = await findOpenSelection(tx, { personId: person.id, now });
    return { subject, what: sayCertificate(words, certificate), closesAt, choice: certificateChoice(words, selection) };
  }
  const dossier = await findApplication(tx, { id, personId: person.id });
  if (dossier === undefined) return undefined;
  const code = dossier.code ?? '';
  if (dossier.status === 'draft') {
    const choice = { key: `register:continue:${id}`, label: words.t('reminders:choice.continue') };
    return { subject: { kind: 'draft', id }, what: words.t('reminders:subject.draft'), choice };
  }
  if (dossier.status === 'needs-papers') {
    const choice = { key: `details:open:${id}`, label: words.t('reminders:choice.papers') };
    return { subject: { kind: 'dossier', id }, what: words.t('reminders:subject.papers', { code }), choice };
  }
  if (!isAllowed({ action: 'report-progress', status: dossier.status, actor: 'person' })) return undefined;
  const choice = { key: `project:report:${id}`, label: words.t('reminders:choice.report') };
  return { subject: { kind: 'dossier', id }, what: words.t('reminders:subject.progress', { code }), choice };
}
