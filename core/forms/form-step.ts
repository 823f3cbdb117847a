import { applicableQuestions } from './applicable-questions.ts';
import { askForm, type FormAsk } from './ask-form.ts';
import type { FormDefinition, Question } from './form.ts';
import { type FormState, REVIEW } from './form-state.ts';
import type { Saying } from './saying.ts';
import type { Answers, AnswerValue } from './values.ts';

/** What one input does to a form. */
export type FormStep = {
  state: FormState;
  /** Answers to keep now, with the person's own words. */
  changes: { questionId: string; value: AnswerValue; raw: string | undefined }[];
  /** Said before the question: what was noted, or why it was not understood. */
  said: Saying[];
  ask: FormAsk;
  /** The person sends it, and nothing is missing. */
  isSubmitted: boolean;
  /** Not understood for the third time: offer an officer. */
  isStuck: boolean;
};

/** The first question that has no answer yet, or the review. */
export function nextOpen(form: FormDefinition, answers: Answers): string {
  return applicableQuestions(form, answers).find(({ id }) => answers[id] === undefined)?.id ?? REVIEW;
}

export function standAt(state: FormState, at: string): FormState {
  return { at, misses: 0, serial: state.serial, isEditing: false };
}

/** Where the person stands, after the form or the answers may have changed since. */
export function settleState(form: FormDefinition, state: FormState, answers: Answers): FormState {
  const isApplicable = applicableQuestions(form, answers).some(({ id }) => id === state.at);
  const isComplete = nextOpen(form, answers) === REVIEW;
  if (isApplicable || (state.at === REVIEW && isComplete)) return state;
  return standAt(state, nextOpen(form, answers));
}

export function step(
  form: FormDefinition,
  {
    state,
    answers,
    said = [],
    changes = [],
  }: Pick<FormStep, 'state'> & Partial<Pick<FormStep, 'said' | 'changes'>> & { answers: Answers },
): FormStep {
  return { state, changes, said, ask: askForm(form, state, answers), isSubmitted: false, isStuck: false };
}

export function findCurrent(form: FormDefinition, state: FormState, answers: Answers): Question | undefined {
  return applicableQuestions(form, answers).find(({ id }) => id === state.at);
}
