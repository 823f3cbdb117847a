import { applicableQuestions } from './applicable-questions.ts';
import { EDIT, KEEP, SKIP, SUBMIT } from './ask-form.ts';
import type { FormTools } from './fields/field-reading.ts';
import { readField } from './fields/read-field.ts';
import type { FormDefinition, Question } from './form.ts';
import { type FormState, REVIEW } from './form-state.ts';
import { type FormStep, findCurrent, nextOpen, settleState, standAt, step } from './form-step.ts';
import { answerWords, exampleWords } from './form-words.ts';
import { readReply } from './read-reply.ts';
import { readReview } from './read-review.ts';
import type { Saying } from './saying.ts';
import { type Answers, type AnswerValue, findFittingValue, SKIPPED } from './values.ts';

/** What a person did: wrote, or made one of the choices that `ask` offered, now or long ago. */
export type FormInput = { kind: 'text'; text: string } | { kind: 'option'; questionId: string; option: string };

type Here = { form: FormDefinition; state: FormState; answers: Answers; tools: FormTools };

/** Moves a form by one input. Pure; every (state, input) has a step, and every step asks something. */
export function answerForm({ input, ...given }: Here & { input: FormInput }): FormStep {
  const here = { ...given, state: settleState(given.form, given.state, given.answers) };
  return input.kind === 'text' ? answerText(here, input.text.normalize('NFC').trim()) : answerOption(here, input);
}

function answerText(here: Here, text: string): FormStep {
  const { form, state, answers, tools } = here;
  const question = findCurrent(form, state, answers);
  if (question === undefined) return answerReview(here, text);
  if (state.pending !== undefined) {
    const reply = readReply(state.pending, text, tools.say);
    if (reply?.kind === 'value') return accept(here, question, { value: reply.value, raw: state.pending.raw });
    if (reply?.kind === 'no') return refuse(here, question);
  }
  const edited = readReview(here, text, { isCard: false });
  if (edited?.kind === 'edit') return edit(here, edited.question);

  const reading = readField(form, question, text, tools);
  switch (reading.kind) {
    case 'value':
      return accept(here, question, { value: reading.value, raw: text });
    case 'confirm':
      return askBack(here, {
        kind: 'confirm',
        about: reading.about,
        options: [{ value: reading.value, label: '' }],
        raw: text,
      });
    case 'choose':
      return askBack(here, { kind: 'choose', about: reading.about, options: reading.options, raw: text });
    case 'unread':
      return miss(here, question, reading.problem);
  }
}

function answerReview(here: Here, text: string): FormStep {
  const wish = readReview(here, text, { isCard: true });
  if (wish?.kind === 'edit') return edit(here, wish.question);
  if (wish?.kind === 'submit') return submit(here);
  return miss(here, undefined, { key: 'register:problem.review' });
}

function answerOption(here: Here, { questionId, option }: { questionId: string; option: string }): FormStep {
  const { form, state, answers } = here;
  if (questionId === REVIEW && option === SUBMIT) return submit(here);
  const question = applicableQuestions(form, answers).find(({ id }) => id === questionId);
  if (question === undefined) return say(here, { key: 'register:oldChoice' });
  if (option === EDIT) return edit(here, question);
  if (option === KEEP) return questionId === state.at ? moveOn(here, answers) : say(here);
  if (option === SKIP && question.skip !== undefined) return accept(here, question, { value: SKIPPED, raw: undefined });
  if (option.startsWith('.')) return answerPending(here, question, option);

  const value = findFittingValue(question, option);
  if (value === undefined || question.field.kind !== 'choice') return say(here, { key: 'register:oldChoice' });
  // The same button again, when the form has gone on: nothing to change.
  if (questionId !== state.at && answers[questionId] === value) return say(here);
  return accept(here, question, { value, raw: undefined });
}

/** A button of a question back; one of an earlier question back changes nothing. */
function answerPending(here: Here, question: Question, option: string): FormStep {
  const { pending, at } = here.state;
  const [, verb, serial, order] = option.split('.');
  if (pending === undefined || question.id !== at || serial !== String(pending.serial)) return say(here);
  if (verb === 'no') return refuse(here, question);
  const picked = pending.options[verb === 'yes' ? 0 : Number(order ?? Number.NaN)];
  if (picked === undefined) return say(here);
  return accept(here, question, { value: picked.value, raw: pending.raw });
}

/** Keeps an answer and goes on; a late answer to another question leaves the person where they stand. */
function accept(
  { form, state, answers }: Here,
  question: Question,
  { value, raw }: { value: AnswerValue; raw: string | undefined },
): FormStep {
  const kept = { ...answers, [question.id]: value };
  const isCurrent = question.id === state.at;
  const next = isCurrent ? standAt(state, nextOpen(form, kept)) : settleState(form, state, kept);
  return step(form, {
    state: next,
    answers: kept,
    changes: [{ questionId: question.id, value, raw }],
    said: [{ key: 'register:noted', values: { answer: answerWords(form, question, value) } }],
  });
}

function moveOn({ form, state }: Here, answers: Answers): FormStep {
  return step(form, { state: standAt(state, nextOpen(form, answers)), answers });
}

function edit({ form, state, answers }: Here, question: Question): FormStep {
  const isFromReview = nextOpen(form, answers) === REVIEW;
  return step(form, { state: { ...standAt(state, question.id), isEditing: isFromReview }, answers });
}

function submit({ form, state, answers }: Here): FormStep {
  const open = nextOpen(form, answers);
  if (open === REVIEW) return { ...step(form, { state: standAt(state, REVIEW), answers }), isSubmitted: true };
  return step(form, { state: standAt(state, open), answers, said: [{ key: 'register:notComplete' }] });
}

function say({ form, state, answers }: Here, ...said: Saying[]): FormStep {
  return step(form, { state, answers, said });
}

function askBack({ form, state, answers }: Here, pending: Omit<NonNullable<FormState['pending']>, 'serial'>): FormStep {
  const serial = state.serial + 1;
  return step(form, { state: { ...state, serial, pending: { ...pending, serial } }, answers });
}

/** "Xã khác": asks anew, and tells what would help. */
function refuse(here: Here, question: Question): FormStep {
  const state = { ...here.state, pending: undefined };
  return miss({ ...here, state }, question, { key: `register:again.${question.field.kind}` });
}

const MISSES_BEFORE_EXAMPLE = 2;
const MISSES_BEFORE_OFFICER = 3;

/** Says what was not understood; the second time with an example, the third with an officer beside it. */
function miss({ form, state, answers }: Here, question: Question | undefined, problem: Saying): FormStep {
  const misses = state.misses + 1;
  const said = [problem];
  if (question !== undefined && misses >= MISSES_BEFORE_EXAMPLE) {
    said.push({ key: 'register:example', values: { example: exampleWords(form, question) } });
  }
  const next = { ...state, pending: undefined, misses };
  return { ...step(form, { state: next, answers, said }), isStuck: misses >= MISSES_BEFORE_OFFICER };
}
