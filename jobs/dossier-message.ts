import type { DossierWait } from '../core/schedule/dossier-reminders.ts';
import { MORNING_HOUR, writeAgain } from '../core/schedule/remind-again.ts';
import { writeSubject } from '../core/schedule/reminder-subject.ts';
import { wordsForTime } from '../core/schedule/words-for-time.ts';
import { capitalize, sayDay, sayTimeLeft } from '../locales/say-time.ts';
import { wordsFor } from '../locales/words.ts';
import type { Application } from '../records/applications.ts';
import type { DeliveryContent } from '../records/deliveries.ts';

const TOMORROW = writeAgain({ in: 'days', count: 1, hour: MORNING_HOUR });

/** What a dossier waits for, in its person's language: how long still, and the one thing to do. */
export function dossierMessage(
  { id, code = '', returned }: Pick<Application, 'id' | 'code' | 'returned'>,
  { wait, locale, now }: { wait: DossierWait; locale: string; now: Date },
): { content: DeliveryContent; paragraphs: string[] } {
  const words = wordsFor(locale === 'en' ? 'en' : 'vi');
  const { t } = words;
  const subject = writeSubject({ kind: 'dossier', id });
  // The last moment that is still in time, so that the day which is told is the last one.
  const last = wordsForTime({ at: new Date(wait.closesAt.getTime() - 1), now });
  const values = { code, day: sayDay(words, last), left: capitalize(sayTimeLeft(words, last)) };
  const open = returned.filter(({ isOpen }) => isOpen).length;
  const paragraphs =
    wait.kind === 'progress'
      ? [t('reminders:dossier.progress', { ...values, month: Number(wait.about.slice(-2)) })]
      : [
          open > 0
            ? t('reminders:dossier.papers', { ...values, number: open })
            : t('reminders:dossier.sendAgain', values),
        ];
  paragraphs.push(t(wait.kind === 'progress' ? 'reminders:dossier.progressNext' : 'reminders:dossier.papersNext'));
  const choices = [
    wait.kind === 'progress'
      ? { key: `project:report:${id}`, label: t('reminders:choice.report') }
      : { key: `details:open:${id}`, label: t('reminders:choice.papers') },
    { key: `reminders:again:${TOMORROW}:${subject}`, label: t('reminders:choice.tomorrow') },
    { key: `reminders:stop-this:${subject}`, label: t('reminders:choice.stop') },
  ];
  return { content: { text: paragraphs.join('\n'), choices }, paragraphs };
}
