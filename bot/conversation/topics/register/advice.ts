import { REVIEW } from '../../../../core/forms/form-state.ts';
import type { FormStep } from '../../../../core/forms/form-step.ts';
import { findProgrammeSettledBy } from '../../../../core/programmes/programmes.ts';
import type { Turn } from '../../topic.ts';
import type { FilledForm } from '../filled-form.ts';
import { adviceLines } from '../form/advice.ts';
import { findState } from './state.ts';

/** Said before the review card, and what was said of it so far. */
export type ReviewAdvice = { lines: string[]; told: string | undefined };

/** Before a request is sent its person learns once how it seems to stand; again only of what an answer changed. */
export function adviseAtReview(
  turn: Turn,
  { application }: FilledForm,
  { state, changes }: Pick<FormStep, 'state' | 'changes'>,
): ReviewAdvice {
  const open = findState(turn);
  const before = open?.step === 'form' && open.applicationId === application.id ? open.told : undefined;
  if (state.at !== REVIEW) return { lines: [], told: before };
  const lines = adviceLines(turn, { application, changes, programme: findProgrammeSettledBy(changes)?.id });
  const known = before?.split('\n') ?? [];
  return { lines: lines.filter((line) => !known.includes(line)), told: lines.join('\n') };
}
