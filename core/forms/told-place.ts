import { applicableQuestions } from './applicable-questions.ts';
import { readField } from './fields/read-field.ts';
import { findUnclearPlace } from './fields/said-place.ts';
import type { FormState } from './form-state.ts';
import { type FormStep, findCurrent } from './form-step.ts';
import { askBack, type Here } from './moves.ts';

/** Where the person stands, with the words by which they named a place that is still to be asked: "tôi ở Tân Thành". */
export function notePlace({ form, answers, tools }: Here, state: FormState, text: string): FormState {
  const isOpen = applicableQuestions(form, answers).some(
    ({ id, field, isAside }) => field.kind === 'place' && isAside !== true && answers[id] === undefined,
  );
  const place = isOpen && state.pending === undefined ? findUnclearPlace(text, tools) : undefined;
  return place === undefined ? state : { ...state, place };
}

/** Who comes to the question of a place that they named before is asked only which one it is. */
export function askNotedPlace(here: Here, step: FormStep): FormStep {
  const { place, ...state } = step.state;
  const { form, answers, tools } = here;
  const question = place === undefined ? undefined : findCurrent(form, state, answers);
  if (place === undefined || question?.field.kind !== 'place' || state.pending !== undefined) return step;
  if (answers[question.id] !== undefined) return { ...step, state };
  const reading = readField(form, question, place, tools);
  if (reading.kind === 'unread') return { ...step, state, said: [...step.said, reading.problem] };
  if (reading.kind !== 'choose') return { ...step, state };
  const { about, options } = reading;
  const { state: asked, ask } = askBack({ ...here, state }, { kind: 'choose', about, options, raw: place });
  return { ...step, state: asked, ask };
}
