import { applicableQuestions } from './applicable-questions.ts';
import type { Filling } from './filling.ts';
import type { FormState } from './form-state.ts';
import { REVIEW } from './form-state.ts';
import { type FormStep, findCurrent, nextOpen, settleState, standAt, step } from './form-step.ts';
import { GONE } from './group.ts';
import { findView } from './views.ts';

/** Begins a form, or goes on where its answers end; in any order with its card. */
export function openForm({ form, answers, isOpen }: Filling): FormStep {
  const at = form.order === 'any' ? REVIEW : nextOpen(form, answers);
  return step({ form, answers, isOpen }, { state: { at, misses: 0, serial: 0, isEditing: false } });
}

type Standing = Filling & { state: FormState };

/** Asks again where the person stands. */
export function askFormAgain({ form, state, answers, isOpen }: Standing): FormStep {
  const filling = { form, answers, isOpen };
  return step(filling, { state: settleState(filling, state) });
}

/**
 * One question back, in any order to the card, and from the card out of it. A question back ("đúng không ạ?") is left first;
 * from a change, back means the review card.
 */
export function goBackInForm({ form, state, answers, isOpen }: Standing): FormStep {
  const filling = { form, answers, isOpen };
  const current = settleState(filling, state);
  if (current.pending !== undefined)
    return step(filling, { state: { ...standAt(current, current.at), isEditing: current.isEditing } });
  if (form.order === 'any') return goUp(filling, current);
  if (current.isEditing) return step(filling, { state: standAt(current, nextOpen(form, answers)) });
  const questions = applicableQuestions(form, answers);
  const order = current.at === REVIEW ? questions.length : questions.findIndex(({ id }) => id === current.at);
  const before = questions[order - 1];
  if (before === undefined) return step(filling, { state: current, said: [{ key: 'register:atStart' }] });
  return step(filling, { state: standAt(current, before.id) });
}

function goUp(filling: Filling, state: FormState): FormStep {
  const card = step(filling, { state: standAt(state, REVIEW) });
  if (state.at === REVIEW) return { ...card, isDone: true };
  const view = findView(filling.form, filling.answers, state.at);
  if (view?.kind === 'item') return step(filling, { state: standAt(state, view.groupId) });
  const group = findCurrent(filling.form, state, filling.answers)?.group;
  if (group?.part === GONE) return step(filling, { state: standAt(state, `${group.id}.${group.number}`) });
  return card;
}
