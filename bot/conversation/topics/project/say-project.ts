import type { Project } from '../../../../core/applications/project.ts';
import { sayMoney } from '../../../../core/forms/fields/money-field.ts';
import { say } from '../../../../locales/say.ts';
import type { Turn } from '../../topic.ts';
import { sayIsoDay } from './due.ts';

/** What it brings, as far as that is decided: one short sentence, or none. */
export function saySupport(turn: Turn, project: Project): string[] {
  const { words } = turn;
  const { proposedVnd, nationalVnd, localVnd, paidNationalVnd, paidLocalVnd, endsOn } = project;
  const paid = sumOf(paidNationalVnd, paidLocalVnd);
  if (paid !== undefined) return [words.t('project:support.paid', { sum: sayVnd(turn, paid) })];
  const approved = sumOf(nationalVnd, localVnd);
  if (approved !== undefined) {
    const sum = sayVnd(turn, approved);
    if (endsOn === null) return [words.t('project:support.approved', { sum })];
    return [words.t('project:support.approvedUntil', { sum, day: sayIsoDay(turn, endsOn) })];
  }
  return proposedVnd === null ? [] : [words.t('project:support.asked', { sum: sayVnd(turn, proposedVnd) })];
}

function sumOf(national: number | null, local: number | null): number | undefined {
  return national === null && local === null ? undefined : (national ?? 0) + (local ?? 0);
}

function sayVnd({ words, person }: Turn, vnd: number): string {
  return say(words, person.locale === 'en' ? 'en' : 'vi', sayMoney({ minVnd: vnd, maxVnd: vnd }));
}
