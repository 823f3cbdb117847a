import { applicableQuestions, askableQuestions } from './applicable-questions.ts';
import { askForm } from './ask-form.ts';
import type { Filling } from './filling.ts';
import type { FormDefinition, Question } from './form.ts';
import type { FormAsk } from './form-choice.ts';
import { type FormState, REVIEW } from './form-state.ts';
import type { Saying } from './saying.ts';
import type { Answers, AnswerValue } from './values.ts';
import { isViewOf } from './views.ts';

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
  /** In any order: the person leaves the card, complete or not; everything is kept already. */
  isDone: boolean;
  /** Not understood for the third time: offer an officer. */
  isStuck: boolean;
};

/** The first question that has no answer yet, or the review. */
export function nextOpen(form: FormDefinition, answers: Answers): string {
  return applicableQuestions(form, answers).find(({ id }) => answers[id] === undefined)?.id ?? REVIEW;
}

/** The questions that have no answer yet and may get one. */
export function openQuestions({ form, answers, isOpen = () => true }: Filling): Question[] {
  return applicableQuestions(form, answers).filter(({ id }) => answers[id] === undefined && isOpen(id));
}

/**
 * Where to stand after the question `after` was answered or put off. One after the other: the first open one. In any order:
 * the next open one in the form's order, then those before it, without what was put off; then the card.
 */
export function goOnAfter({ form, answers, isOpen }: Filling, state: FormState, after: string): FormState {
  if (form.order !== 'any') return standAt(state, nextOpen(form, answers));
  const open = openQuestions({ form, answers, isOpen }).filter(({ id }) => !state.later?.includes(id));
  const order = form.questions.map(({ id }) => id);
  const next = open.find(({ id }) => order.indexOf(id) > order.indexOf(after)) ?? open[0];
  return standAt(state, next?.id ?? REVIEW);
}

/** At the card what was put off is forgotten: it stands there to be picked. */
export function standAt(state: FormState, at: string): FormState {
  const keepsLater = at !== REVIEW && state.later !== undefined;
  return {
    ...{ at, misses: 0, serial: state.serial, isEditing: false },
    ...(keepsLater && { later: state.later }),
    ...(state.place !== undefined && { place: state.place }),
  };
}

/** Where the person stands, after the form or the answers may have changed since. */
export function settleState({ form, answers, isOpen = () => true }: Filling, state: FormState): FormState {
  const isAskable = askableQuestions(form, answers, state).some(({ id }) => id === state.at) && isOpen(state.at);
  if (isAskable) return state;
  if (form.order === 'any') {
    return state.at === REVIEW || isViewOf(form, answers, state.at) ? state : standAt(state, REVIEW);
  }
  const isComplete = nextOpen(form, answers) === REVIEW;
  return state.at === REVIEW && isComplete ? state : standAt(state, nextOpen(form, answers));
}

export function step(
  { form, answers, isOpen }: Filling,
  { state, said = [], changes = [] }: Pick<FormStep, 'state'> & Partial<Pick<FormStep, 'said' | 'changes'>>,
): FormStep {
  return {
    state,
    changes,
    said,
    ask: askForm({ form, answers, isOpen }, state),
    isSubmitted: false,
    isDone: false,
    isStuck: false,
  };
}

/** The question at which the person stands; undefined at the review, the card, or a view of a group. */
export function findCurrent(form: FormDefinition, state: FormState, answers: Answers): Question | undefined {
  return askableQuestions(form, answers, state).find(({ id }) => id === state.at);
}
