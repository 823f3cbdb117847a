import { certificateEnds } from '../../core/schedule/certificate-reminders.ts';
import { MORNING_HOUR, planAgain, writeAgain } from '../../core/schedule/remind-again.ts';
import { writeSubject } from '../../core/schedule/reminder-subject.ts';
import { wordsForTime } from '../../core/schedule/words-for-time.ts';
import { capitalize, sayDay, sayTime, sayTimeLeft } from '../../locales/say-time.ts';
import { type Words, wordsFor } from '../../locales/words.ts';
import type { Certificate } from '../../records/certificates.ts';
import type { DeliveryContent } from '../../records/deliveries.ts';
import type { ApplicationWindow } from '../../records/windows.ts';

type Told = Pick<Certificate, 'id' | 'product' | 'level' | 'validUntil'>;
/** The window of a selection that is open where its person is. */
type Selection = Pick<ApplicationWindow, 'closesAt'> | undefined;

const TOMORROW = { in: 'days', count: 1, hour: MORNING_HOUR } as const;

export function sayCertificate(words: Words, { product, level }: Pick<Told, 'product' | 'level'>): string {
  return words.t('certificates:what', { product, level: words.t(`certificates:level.${level}`) });
}

/** Its last day and how much of it is left: "thứ Năm 31/12", "còn 30 ngày". */
export function sayCertificateEnd(
  words: Words,
  { validUntil }: Pick<Told, 'validUntil'>,
  now: Date,
): { day: string; left: string } {
  // The last moment at which it still holds, so that the day which is told is the last one.
  const last = wordsForTime({ at: new Date(certificateEnds(validUntil).getTime() - 1), now });
  return { day: sayDay(words, last), left: sayTimeLeft(words, last) };
}

/** What to do about one that ends: register where products are taken, otherwise ask the centre. */
export function certificateChoice({ t }: Words, selection: Selection): { key: string; label: string } {
  return selection === undefined
    ? { key: 'officer:start', label: t('conversation:menu.officer') }
    : { key: 'register:start', label: t('certificates:register') };
}

/** That a certificate ends, or until when it holds after all, and the one thing to do next. */
export function certificateContent(
  certificate: Told,
  { locale, isChanged, selection, now }: { locale: string; isChanged: boolean; selection: Selection; now: Date },
): DeliveryContent {
  const words = wordsFor(locale === 'en' ? 'en' : 'vi');
  const { t } = words;
  const { day, left } = sayCertificateEnd(words, certificate, now);
  const what = sayCertificate(words, certificate);
  const values = { what, day, left: isChanged ? left : capitalize(left) };
  const lines = [t(isChanged ? 'certificates:round.changed' : 'certificates:round.before', values)];
  lines.push(
    selection === undefined
      ? t('certificates:next.ask')
      : t('certificates:next.register', { closes: sayTime(words, wordsForTime({ at: selection.closesAt, now })) }),
  );
  const subject = writeSubject({ kind: 'certificate', id: certificate.id });
  const tomorrow = planAgain(TOMORROW, { now, closesAt: certificateEnds(certificate.validUntil) });
  const again = { key: `reminders:again:${writeAgain(TOMORROW)}:${subject}`, label: t('reminders:choice.tomorrow') };
  return {
    text: lines.join('\n'),
    choices: [
      certificateChoice(words, selection),
      ...(tomorrow === undefined || tomorrow.isEarlier ? [] : [again]),
      { key: `reminders:stop-this:${subject}`, label: t('reminders:choice.stop') },
    ],
  };
}
