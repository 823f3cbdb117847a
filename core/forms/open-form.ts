import { applicableQuestions } from './applicable-questions.ts';
import { askForm } from './ask-form.ts';
import type { FormDefinition } from './form.ts';
import { type FormState, REVIEW } from './form-state.ts';
import { type FormStep, nextOpen, settleState, standAt, step } from './form-step.ts';
import type { Answers } from './values.ts';

/** Begins a form, or goes on where its answers end. */
export function openForm({ form, answers }: { form: FormDefinition; answers: Answers }): FormStep {
  return step(form, { state: { at: nextOpen(form, answers), misses: 0, serial: 0, isEditing: false }, answers });
}

/** Asks again where the person stands. */
export function askFormAgain({
  form,
  state,
  answers,
}: {
  form: FormDefinition;
  state: FormState;
  answers: Answers;
}): FormStep {
  return step(form, { state: settleState(form, state, answers), answers });
}

/** One question back. A question back ("đúng không ạ?") is left first; from a change, back means the review card. */
export function goBackInForm({
  form,
  state,
  answers,
}: {
  form: FormDefinition;
  state: FormState;
  answers: Answers;
}): FormStep {
  const current = settleState(form, state, answers);
  if (current.pending !== undefined)
    return step(form, { state: { ...standAt(current, current.at), isEditing: current.isEditing }, answers });
  if (current.isEditing) return step(form, { state: standAt(current, nextOpen(form, answers)), answers });
  const questions = applicableQuestions(form, answers);
  const order = current.at === REVIEW ? questions.length : questions.findIndex(({ id }) => id === current.at);
  const before = questions[order - 1];
  if (before === undefined)
    return {
      ...step(form, { state: current, answers }),
      said: [{ key: 'register:atStart' }],
      ask: askForm(form, current, answers),
    };
  return step(form, { state: standAt(current, before.id), answers });
}
