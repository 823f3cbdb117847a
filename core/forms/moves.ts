import { acceptAnswer } from './accept-answer.ts';
import type { FormTools } from './fields/field-reading.ts';
import type { Filling } from './filling.ts';
import type { Question } from './form.ts';
import { type FormState, REVIEW } from './form-state.ts';
import { type FormStep, findCurrent, goOnAfter, nextOpen, standAt, step } from './form-step.ts';
import { answerWords, exampleWords, labelWords } from './form-words.ts';
import { listPutOff } from './group.ts';
import type { Saying } from './saying.ts';
import { type AnswerValue, photosValue, SKIPPED } from './values.ts';

/** Where somebody stands in a form, and what reading needs. */
export type Here = Filling & { state: FormState; tools: FormTools };

/** Photos that are there are not thrown away by "chưa có". */
export function skip(here: Here, question: Question, raw: string | undefined): FormStep {
  const hasPhotos = photosValue.safeParse(here.answers[question.id]).success;
  if (hasPhotos) return question.id === here.state.at ? moveOn(here) : say(here);
  return acceptAnswer(here, question, { value: SKIPPED, raw });
}

export function moveOn(here: Here): FormStep {
  return step(here, { state: goOnAfter(here, here.state, here.state.at) });
}

export function putOff(here: Here): FormStep {
  const { form, state, answers } = here;
  const question = findCurrent(form, state, answers);
  const putOffNow = question === undefined ? [state.at] : listPutOff(form, question, answers);
  const later = [...new Set([...(state.later ?? []), ...putOffNow])];
  return step(here, { state: goOnAfter(here, { ...state, later }, state.at) });
}

/** "Không biết", where any item may wait: what is there stays, what is missing is not asked again by itself. */
export function leaveForLater(here: Here, { id }: Question): FormStep {
  const next = here.answers[id] === undefined ? putOff(here) : moveOn(here);
  return { ...next, said: [{ key: 'register:putOff' }] };
}

export function edit(here: Here, question: Question): FormStep {
  const { form, state, answers } = here;
  const isFromReview = form.order === 'any' ? state.at === REVIEW : nextOpen(form, answers) === REVIEW;
  return step(here, { state: { ...standAt(state, question.id), isEditing: isFromReview } });
}

export function submit(here: Here): FormStep {
  const { form, state, answers } = here;
  const open = nextOpen(form, answers);
  if (open === REVIEW) return { ...step(here, { state: standAt(state, REVIEW) }), isSubmitted: true };
  // A question back at the open question is not asked all over again.
  const next = open === state.at ? { ...state, misses: 0 } : standAt(state, open);
  return step(here, { state: next, said: [{ key: 'register:notComplete' }] });
}

export function say(here: Here, ...said: Saying[]): FormStep {
  return step(here, { state: here.state, said });
}

/** Questions back are told apart by a number that stays short, since it stands in the keys of buttons. */
const SERIALS = 1_000;

export function askBack(here: Here, pending: Omit<NonNullable<FormState['pending']>, 'serial'>): FormStep {
  const serial = (here.state.serial + 1) % SERIALS;
  return step(here, { state: { ...here.state, serial, pending: { ...pending, serial } } });
}

/** An answer to another question than the one that is asked, which has one already: what was given is not changed unasked. */
export function askAnew(here: Here, question: Question, { value, raw }: { value: AnswerValue; raw: string }): FormStep {
  const values = { label: labelWords(here.form, question), answer: answerWords(here.form, question, value) };
  const about: Saying = { key: 'register:confirm.anew', values };
  const options = [{ value, label: '' }];
  return askBack({ ...here, state: edit(here, question).state }, { kind: 'confirm', about, options, raw });
}

/** "Xã khác": asks anew, and tells what would help. */
export function refuse(here: Here, question: Question): FormStep {
  const state = { ...here.state, pending: undefined };
  return miss({ ...here, state }, question, { key: `register:again.${question.field.kind}` });
}

const MISSES_BEFORE_EXAMPLE = 2;
const MISSES_BEFORE_OFFICER = 3;

/** Who does not know what to say gets the example at once. */
const HELPLESS = new Set(
  ['notKnown', 'notKnownYet', 'needed', 'unclear'].map((problem) => `register:problem.${problem}`),
);

/** Says what was not understood; the second time with an example, the third with an officer instead of it. */
export function miss(here: Here, question: Question | undefined, problem: Saying): FormStep {
  const misses = here.state.misses + 1;
  const said = [problem];
  const isUnsure = typeof problem !== 'string' && HELPLESS.has(problem.key);
  const isOwn = question !== undefined && here.state.pending === undefined;
  const isStuck = misses >= MISSES_BEFORE_OFFICER;
  if (isOwn && !isStuck && (isUnsure || misses >= MISSES_BEFORE_EXAMPLE)) {
    said.push({ key: 'register:example', values: { example: exampleWords(here.form, question) } });
  }
  // A question back stays until it is answered: "đúng không ạ?" is not lost over words that mean something else.
  const next = { ...here.state, misses };
  const missed = { ...step(here, { state: next, said }), isStuck };
  if (question !== undefined || misses < MISSES_BEFORE_EXAMPLE) return missed;
  // The whole card once more would not help: an example, and how to see it again. Its numbers go on meaning its items.
  const key = here.form.order === 'any' ? 'cardShort' : 'reviewShort';
  return {
    ...missed,
    said: isStuck ? [] : said,
    ask: { text: { key: `register:problem.${key}` }, choices: [] },
  };
}
