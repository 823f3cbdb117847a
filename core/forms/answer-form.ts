import { addPhotos } from '../applications/photos.ts';
import { acceptAnswer } from './accept-answer.ts';
import { agreeByGoingOn } from './agree-by-going-on.ts';
import { answerOption } from './answer-option.ts';
import { answerText } from './answer-text.ts';
import { readField } from './fields/read-field.ts';
import { findQuestion } from './form.ts';
import { type FormStep, findCurrent, settleState, step } from './form-step.ts';
import { type Here, say } from './moves.ts';
import { askNotedPlace, notePlace } from './told-place.ts';
import type { Answers, AnswerValue } from './values.ts';

export type { Here } from './moves.ts';

/** What a person did: wrote, sent photos, or made one of the choices that `ask` offered, now or long ago. */
export type FormInput =
  | { kind: 'text'; text: string }
  | { kind: 'option'; questionId: string; option: string }
  | { kind: 'photos'; fileIds: readonly string[] }
  /** The value that their words meant, read outside of the form: `raw`. */
  | { kind: 'value'; questionId: string; value: AnswerValue; raw: string };

/** Moves a form by one input. Pure; every (state, input) has a step, and every step asks something. */
export function answerForm({ input, ...given }: Here & { input: FormInput }): FormStep {
  const here = { ...given, state: settleState(given, given.state) };
  switch (input.kind) {
    case 'text':
      return answerSaid(here, withoutPictures(input.text.normalize('NFC')));
    case 'option':
      return askWhich(here, answerOption(here, input));
    case 'value':
      return askWhich(here, answerValue(here, input));
    case 'photos':
      return answerPhotos(here, input.fileIds);
  }
}

const LONGEST_KEPT = 200;
const SHORTEST_KEPT = 6;

function answerSaid(given: Here, text: string): FormStep {
  const { last, ...state } = given.state;
  const here = { ...given, state };
  const again = last === text ? hearAgain(here, text) : undefined;
  if (again !== undefined) return again;
  const told = hearNew(here, text);
  const isKept = told.changes.length > 0 && text.length >= SHORTEST_KEPT && text.length <= LONGEST_KEPT;
  return isKept ? { ...told, state: { ...told.state, last: text } } : told;
}

/** The same message, sent twice on a bad line: nothing is made of it, unless it is plainly the answer to what is asked now. */
function hearAgain({ form, answers, tools, ...here }: Here, text: string): FormStep | undefined {
  const question = findCurrent(form, here.state, answers);
  if (question === undefined || here.state.pending !== undefined) return undefined;
  const reading = readField(form, question, text, tools);
  if (reading.kind === 'value') return undefined;
  return say({ ...here, form, answers, tools }, { key: 'register:problem.saidAlready' });
}

function hearNew(here: Here, text: string): FormStep {
  const first = answerText(here, text);
  const told = agreeByGoingOn(here, first, text) ?? first;
  const isAsked = findCurrent(here.form, here.state, here.answers)?.field.kind === 'place';
  const after = { ...here, answers: answersAfter(here, told) };
  const state = isAsked || here.form.order === 'any' ? told.state : notePlace(after, told.state, text);
  return askWhich(here, { ...told, state });
}

/** Of a place that was named before, where it comes to be asked. */
function askWhich(here: Here, told: FormStep): FormStep {
  return told.state.place === undefined ? told : askNotedPlace({ ...here, answers: answersAfter(here, told) }, told);
}

function answersAfter({ answers }: Here, { changes }: FormStep): Answers {
  return { ...answers, ...Object.fromEntries(changes.map(({ questionId, value }) => [questionId, value])) };
}

function answerValue(here: Here, { questionId, value, raw }: Extract<FormInput, { kind: 'value' }>): FormStep {
  const question = findQuestion(here.form, questionId);
  if (question === undefined || here.isOpen?.(questionId) === false) return say(here, { key: 'register:locked' });
  return acceptAnswer(here, question, { value, raw });
}

/** "Miến dong 😋": the picture is no part of the answer. */
function withoutPictures(text: string): string {
  const bare = text.replace(/(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u200D|\uFE0F)+/gu, ' ').trim();
  return bare === '' ? text.trim() : bare;
}

/** Photos are added to those that are there; the question stays, since more may come. */
function answerPhotos(here: Here, fileIds: readonly string[]): FormStep {
  const { form, state, answers } = here;
  const question = findCurrent(form, state, answers);
  if (question?.field.kind !== 'photos' || fileIds.length === 0) {
    return say(here, { key: 'register:photosElsewhere' });
  }
  const value = addPhotos(answers[question.id], fileIds);
  return step(
    { ...here, answers: { ...answers, [question.id]: value } },
    {
      state: { ...state, pending: undefined, misses: 0 },
      changes: [{ questionId: question.id, value, raw: undefined }],
      said: [{ key: 'register:photosReceived', values: { number: value.fileIds.length } }],
    },
  );
}
