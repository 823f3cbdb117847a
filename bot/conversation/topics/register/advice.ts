import { SUBMIT } from '../../../../core/forms/form-choice.ts';
import { REVIEW } from '../../../../core/forms/form-state.ts';
import type { FormStep } from '../../../../core/forms/form-step.ts';
import { findProgrammeSettledBy } from '../../../../core/programmes/programmes.ts';
import type { Choice } from '../../../channels/channel.ts';
import type { Reply, Turn } from '../../topic.ts';
import type { FilledForm } from '../filled-form.ts';
import { adviceLines, reasonLines } from '../form/advice.ts';
import { answerKey } from '../form/keys.ts';
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

/** Stands under the review card where something was told: what it rests on. */
export function groundsChoice({ words }: Turn, { application }: FilledForm, { told }: ReviewAdvice): Choice[] {
  if (told === undefined || told === '') return [];
  return [{ key: `register:grounds:${application.id}`, label: words.t('eligibility:reason.see') }];
}

/** Every reason with its document and how certain it is. The card is left as it stands: "gửi" still sends it. */
export function showGrounds(turn: Turn, { application, form }: FilledForm): Reply {
  const { words } = turn;
  const of = { topic: 'register', form, applicationId: application.id };
  return {
    paragraphs: reasonLines(turn, { application }),
    choices: [
      {
        key: answerKey({ questionId: REVIEW, option: SUBMIT }, of),
        label: words.t('register:review.submit'),
      },
      { key: `register:continue:${application.id}`, label: words.t('eligibility:reason.back') },
    ],
  };
}
