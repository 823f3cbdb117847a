import { TOLD_TO_PRODUCERS } from '../../../../core/schedule/plan-calendar.ts';
import type { PlanDue } from '../../../../core/schedule/plan-year.ts';
import type { Application } from '../../../../records/applications.ts';
import type { Turn } from '../../topic.ts';
import { dueOf, sayIsoDay } from './due.ts';

/** What the producer reads of what is due: `next` is the whole of what happens next, `by` the day that goes with it. */
export type ToldDue = { next: string } | { by: string };

/** What is due next of a dossier, where a day of it is known, with the caution that an unconfirmed day needs. */
export function sayDue(turn: Turn, dossier: Application): ToldDue | undefined {
  const due = dueOf(turn, dossier).find(({ id }) => TOLD_TO_PRODUCERS.has(id));
  const { words } = turn;
  if (due === undefined) {
    const isLocalPlan = dossier.status === 'proposed' && dossier.project?.fund === 'local';
    return isLocalPlan ? { by: words.t('project:by.local') } : undefined;
  }
  const day = sayIsoDay(turn, due.on);
  switch (due.id) {
    case 'outline':
    case 'appraisal':
      return { by: sayPlanDay(turn, due) };
    case 'local-approval':
      return { by: words.t(due.isPast ? 'project:by.localPast' : 'project:by.localDay', { day }) };
    case 'settlement-papers':
      return { next: words.t('project:next.settlement-papers', { day }) };
    default:
      return { next: sayProgress(turn, dossier, { day, isPast: due.isPast }) };
  }
}

/** The report of the month is owed also while a change is asked for: both are told. */
function sayProgress(
  { words }: Turn,
  { status }: Application,
  { day, isPast }: { day: string; isPast: boolean },
): string {
  if (status !== 'amendment-asked') {
    return words.t(isPast ? 'project:next.progressLate' : 'project:next.progress', { day });
  }
  return words.t(isPast ? 'project:next.amendmentAndLate' : 'project:next.amendmentAndProgress', { day });
}

/** "Kịp nguồn quốc gia năm 2028 thì hồ sơ nộp Sở Công Thương trước hết thứ Năm 20/5/2027 (ngày chưa xác nhận, …)." */
function sayPlanDay(turn: Turn, { id, on, planYear, isPast, isConfirmed }: PlanDue): string {
  const { words } = turn;
  const day = sayIsoDay(turn, on);
  const caution = isConfirmed ? words.t('project:by.mayChange') : words.t('project:by.unconfirmed');
  if (id === 'outline') return words.t('project:by.outline', { planYear, day, caution });
  return words.t(isPast ? 'project:by.appraisalPast' : 'project:by.appraisal', { day, caution });
}
