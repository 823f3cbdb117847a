import { isAllowed } from '../../../../core/applications/actions.ts';
import type { ReminderSubject } from '../../../../core/schedule/reminder-subject.ts';
import { findApplication } from '../../../../records/applications.ts';
import { findWindow } from '../../../../records/windows.ts';
import type { Choice } from '../../../channels/channel.ts';
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
