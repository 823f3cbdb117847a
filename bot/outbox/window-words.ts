import { ANY_PROGRAMME } from '../../core/audience/condition.ts';
import { MORNING_HOUR, planAgain, writeAgain } from '../../core/schedule/remind-again.ts';
import { writeSubject } from '../../core/schedule/reminder-subject.ts';
import type { RoundName } from '../../core/schedule/window-rounds.ts';
import { wordsForTime } from '../../core/schedule/words-for-time.ts';
import { capitalize, renewTimeLeft, sayTime, sayTimeLeft } from '../../locales/say-time.ts';
import { type Locale, type Words, wordsFor } from '../../locales/words.ts';
import type { DeliveryContent } from '../../records/deliveries.ts';
import type { OwnDossier, ReminderContents, WindowNews, WindowState } from '../../records/window-reminders.ts';
import type { ApplicationWindow } from '../../records/windows.ts';

type Told = Pick<ApplicationWindow, 'id' | 'kind' | 'programme' | 'opensAt' | 'closesAt' | 'note' | 'noteEn'>;

/** What stands for a person's dossier in a content that is the same for many; the ledger's statement fills it in. */
const DOSSIER_ID = '{dossier-id}';
export const DOSSIER_CODE = '{dossier-code}';

/** Time left is told by the ten minutes that have begun: a round that is told a moment late still says "còn 1 ngày". */
const STEP_MS = 10 * 60_000;

export function sayProgramme(words: Words, programme: string): string {
  return programme === ANY_PROGRAMME ? words.t('reminders:any') : words.t(`programmes:${programme}.inSentence`);
}

export function sayProgrammes(words: Words, programmes: readonly string[]): string {
  return programmes.map((programme) => sayProgramme(words, programme)).join('; ');
}

/** What a window is there for: "nhận phiếu mua máy móc, thiết bị tiên tiến", "ghi danh lớp tập huấn quản lý". */
export function sayWindow(words: Words, { kind, programme }: Pick<ApplicationWindow, 'kind' | 'programme'>): string {
  return words.t(`reminders:what.${kind}`, { programme: sayProgramme(words, programme) });
}

/** Every text that a round may need, by language, by what is new to the person, and by what they have already. */
export function windowContents(window: Told, { which, now }: { which: RoundName; now: Date }): ReminderContents {
  const news: WindowNews[] =
    which === 'changed' ? ['changed', 'elsewhere', 'opening'] : [which === 'withdrawn' ? which : newsOf(which)];
  const states: WindowState[] = ['draft', 'papers', 'sent', 'none'];
  const of = (locale: Locale): ReminderContents[Locale] =>
    Object.fromEntries(
      news.flatMap((each) =>
        states.map((state) => [`${each}/${state}`, windowContent(window, { locale, news: each, state, now })]),
      ),
    );
  return { vi: of('vi'), en: of('en') };
}

export function windowContent(
  window: Told,
  { locale, news, state, now }: { locale: Locale; news: WindowNews; state: WindowState; now: Date },
): DeliveryContent {
  const words = wordsFor(locale);
  const { t } = words;
  const isOver = news === 'withdrawn' || news === 'elsewhere';
  const next = isOver ? t('reminders:next.kept') : nextLine(words, window, state);
  const note = locale === 'en' && window.noteEn !== '' ? window.noteEn : window.note;
  // In English it begins with what the window is for.
  const lines = [capitalize(firstLine(words, window, { news, now })), isOver ? '' : note.trim(), next];
  return {
    text: lines.filter((line) => line !== '').join('\n'),
    choices: isOver
      ? [{ key: 'my-dossiers:list', label: t('reminders:choice.myDossiers') }]
      : [
          wayOn(words, window, state),
          // Who sent it has nothing to be reminded of.
          ...(state === 'sent' ? [] : tomorrow(words, window, now)),
          { key: `reminders:stop-programme:${window.programme}`, label: t('reminders:choice.stop') },
        ],
  };
}

/** What one person is told of a window that is not over, with what they have of it. */
export function windowContentFor(
  window: Told,
  { locale, own, now }: { locale: Locale; own: OwnDossier; now: Date },
): DeliveryContent {
  const news = window.opensAt > now ? 'opening' : 'before';
  const { text, choices } = windowContent(window, { locale, news, state: own.state, now });
  return {
    text: text.replaceAll(DOSSIER_CODE, own.code ?? ''),
    choices: choices.map(({ key, label }) => ({ key: key.replaceAll(DOSSIER_ID, own.id ?? ''), label })),
  };
}

/** The same text with the time that is left now. */
export function renewWindowText(
  text: string,
  { locale, closesAt, now }: { locale: Locale; closesAt: Date; now: Date },
) {
  return renewTimeLeft(wordsFor(locale), text, wordsForTime({ at: closesAt, now: begunStep(now) }));
}

function newsOf(which: Exclude<RoundName, 'changed' | 'withdrawn'>): WindowNews {
  return which === 'opening' ? 'opening' : 'before';
}

function firstLine(words: Words, window: Told, { news, now }: { news: WindowNews; now: Date }): string {
  const time = (at: Date) => wordsForTime({ at, now: begunStep(now) });
  const left = sayTimeLeft(words, time(window.closesAt));
  const values = {
    what: sayWindow(words, window),
    opens: sayTime(words, time(window.opensAt)),
    closes: sayTime(words, time(window.closesAt)),
    left,
    leftFirst: capitalize(left),
  };
  const isComing = window.opensAt > now;
  if (news === 'opening') return words.t(isComing ? 'reminders:round.coming' : 'reminders:round.opening', values);
  if (news === 'changed')
    return words.t(isComing ? 'reminders:round.changedComing' : 'reminders:round.changed', values);
  return words.t(`reminders:round.${news}`, values);
}

/** The one thing to do next: who has nothing of it yet chooses a course, asks about the voting, or sends a request. */
function nextLine({ t }: Words, { kind }: Told, state: WindowState): string {
  if (state === 'none' && kind === 'enrolment') return t('reminders:next.courses');
  if (state === 'none' && kind === 'voting') return t('reminders:next.voting');
  return t(`reminders:next.${state}`, { code: DOSSIER_CODE });
}

function wayOn({ t }: Words, { kind }: Told, state: WindowState): { key: string; label: string } {
  if (state === 'draft') return { key: `register:continue:${DOSSIER_ID}`, label: t('reminders:choice.continue') };
  if (state === 'papers') return { key: `details:open:${DOSSIER_ID}`, label: t('reminders:choice.papers') };
  if (state === 'sent') return { key: 'my-dossiers:list', label: t('reminders:choice.myDossiers') };
  if (kind === 'enrolment') return { key: 'courses:list', label: t('reminders:choice.courses') };
  if (kind === 'voting') return { key: 'officer:start', label: t('conversation:menu.officer') };
  return { key: 'register:start', label: t('reminders:choice.start') };
}

/** "Mai nhắc lại", while tomorrow comes before the last hours. */
function tomorrow({ t }: Words, { id, closesAt }: Told, now: Date): { key: string; label: string }[] {
  const when = { in: 'days', count: 1, hour: MORNING_HOUR } as const;
  const plan = planAgain(when, { now, closesAt });
  if (plan === undefined || plan.isEarlier) return [];
  const key = `reminders:again:${writeAgain(when)}:${writeSubject({ kind: 'window', id })}`;
  return [{ key, label: t('reminders:choice.tomorrow') }];
}

/** What somebody does who has nothing of it yet. */
export function windowChoice(words: Words, window: Told): { key: string; label: string } {
  return wayOn(words, window, 'none');
}

function begunStep(now: Date): Date {
  return new Date(Math.floor(now.getTime() / STEP_MS) * STEP_MS);
}
