import type { ApplicationStatus } from '../../../../core/applications/status.ts';
import { findQuestion } from '../../../../core/forms/form.ts';
import { answerWords } from '../../../../core/forms/form-words.ts';
import { inSentence } from '../../../../core/forms/saying.ts';
import { planYearFor } from '../../../../core/schedule/plan-year.ts';
import { wordsForTime } from '../../../../core/schedule/words-for-time.ts';
import { officeDay } from '../../../../core/time.ts';
import { say } from '../../../../locales/say.ts';
import { sayDay } from '../../../../locales/say-time.ts';
import type { Application } from '../../../../records/applications.ts';
import type { Turn } from '../../topic.ts';
import { countAnswered, fillForm } from '../filled-form.ts';
import { sayDue } from '../project/say-next.ts';
import { saySupport } from '../project/say-project.ts';
import { sayMending, sayMissing } from './missing.ts';

type ShownStatus = Exclude<ApplicationStatus, 'discarded' | 'expired' | 'erased'>;
/** `whose`: the establishment, where it tells a person's dossiers apart. */
export type ShownDossier = Application & { status: ShownStatus; whose?: string };

/** Dossiers that were given up, ran out or were erased are not shown any more. */
export function isShown(dossier: Application): dossier is ShownDossier {
  return dossier.status !== 'discarded' && dossier.status !== 'expired' && dossier.status !== 'erased';
}

/** One line of the list: "KC-2026-0123: Mua máy móc, dây chuyền – miến dong (cán bộ đã xem)". */
export function dossierLine(turn: Turn, dossier: ShownDossier): string {
  return turn.words.t('dossiers:line', {
    name: nameOf(turn, dossier),
    what: whatOf(turn, dossier),
    status: statusOf(turn, dossier),
  });
}

/** "KC-2026-0123: mua máy móc, dây chuyền – miến dong". */
export function dossierTitle(turn: Turn, dossier: Application & { whose?: string }): string {
  return turn.words.t('dossiers:named', { name: nameOf(turn, dossier), what: whatOf(turn, dossier) });
}

/** What it is, where it stands and what is missing, what happens next and by when: three short lines. */
export function describeDossier(turn: Turn, dossier: ShownDossier): string[] {
  const { words, now } = turn;
  const { submittedAt } = dossier;
  return [
    words.t('dossiers:detail', { name: nameOf(turn, dossier), what: whatOf(turn, dossier) }),
    [
      submittedAt === undefined
        ? words.t('dossiers:statusLine', { status: statusOf(turn, dossier) })
        : words.t('dossiers:statusSince', {
            status: statusOf(turn, dossier),
            day: sayDay(words, wordsForTime({ at: submittedAt, now })),
          }),
      ...(dossier.project === undefined ? sayMissing(turn, dossier) : saySupport(turn, dossier.project)),
    ].join(' '),
    sayNext(turn, dossier),
  ];
}

/** "Việc tiếp theo: …", with the day where one is known. */
function sayNext(turn: Turn, dossier: ShownDossier): string {
  const { words, now, plan } = turn;
  const { status } = dossier;
  const due = sayDue(turn, dossier);
  if (due !== undefined && 'next' in due) return due.next;
  const filled = fillForm(dossier);
  const counts = filled === undefined ? { answered: 0, total: 0 } : countAnswered(filled);
  const { planYear } = planYearFor(officeDay(now), plan);
  const next =
    (status === 'needs-papers' ? sayMending(turn, dossier) : undefined) ??
    words.t(`dossiers:next.${status}`, { ...counts, planYear: dossier.project?.planYear ?? planYear });
  return due === undefined ? next : `${next} ${due.by}`;
}

function statusOf({ words }: Turn, { status }: ShownDossier): string {
  return words.t(`dossiers:status.${status}`);
}

function nameOf({ words }: Turn, { code }: Application): string {
  return code ?? words.t('dossiers:draftName');
}

/** What is needed, for which product, as far as it was said. */
function whatOf(turn: Turn, dossier: Application & { whose?: string }): string {
  const what = needOf(turn, dossier);
  return dossier.whose === undefined ? what : turn.words.t('establishment:of', { name: dossier.whose, what });
}

function needOf(turn: Turn, dossier: Application): string {
  const { words, person } = turn;
  const filled = fillForm(dossier);
  const parts = ['need', 'product'].flatMap((id) => {
    const question = filled === undefined ? undefined : findQuestion(filled.form, id);
    const value = filled?.answers[id];
    if (filled === undefined || question === undefined || value === undefined) return [];
    return [say(words, person.locale === 'en' ? 'en' : 'vi', answerWords(filled.form, question, value))];
  });
  const [need, product] = parts;
  if (need === undefined) return words.t('dossiers:whatUnknown');
  return product === undefined ? inSentence(need) : words.t('dossiers:what', { need: inSentence(need), product });
}
