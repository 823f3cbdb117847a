import { addPhotos } from '../applications/photos.ts';
import { acceptAnswer } from './accept-answer.ts';
import { answerOverview, chooseInOverview, meansFinished } from './answer-overview.ts';
import { askableQuestions } from './applicable-questions.ts';
import { openEntry } from './fields/choice-field.ts';
import type { FieldReading, FormTools } from './fields/field-reading.ts';
import { choiceOf, mayBeSeveral, readField } from './fields/read-field.ts';
import { hidePersonalIds } from './fields/tax-code-field.ts';
import type { Filling } from './filling.ts';
import type { Question } from './form.ts';
import { EDIT, ENOUGH, KEEP, LATER, MENU, SKIP, SUBMIT } from './form-choice.ts';
import { type FormState, REVIEW } from './form-state.ts';
import { type FormStep, findCurrent, goOnAfter, nextOpen, settleState, standAt, step } from './form-step.ts';
import { answerWords, exampleWords, menuWords } from './form-words.ts';
import { listPutOff } from './group.ts';
import { readAside } from './read-aside.ts';
import { isSumAlone, readBeside, readElsewhere } from './read-elsewhere.ts';
import { readReply } from './read-reply.ts';
import { readReview } from './read-review.ts';
import type { Saying } from './saying.ts';
import { type AnswerValue, choicesValue, findFittingValue, photosValue, SKIPPED, skippedValue } from './values.ts';

/** What a person did: wrote, sent photos, or made one of the choices that `ask` offered, now or long ago. */
export type FormInput =
  | { kind: 'text'; text: string }
  | { kind: 'option'; questionId: string; option: string }
  | { kind: 'photos'; fileIds: readonly string[] };

/** Where somebody stands in a form, and what reading needs. */
export type Here = Filling & { state: FormState; tools: FormTools };

/** Moves a form by one input. Pure; every (state, input) has a step, and every step asks something. */
export function answerForm({ input, ...given }: Here & { input: FormInput }): FormStep {
  const here = { ...given, state: settleState(given, given.state) };
  switch (input.kind) {
    case 'text':
      return answerText(here, input.text.normalize('NFC').trim());
    case 'option':
      return answerOption(here, input);
    case 'photos':
      return answerPhotos(here, input.fileIds);
  }
}

function answerText(here: Here, text: string): FormStep {
  const { form, state, answers, tools } = here;
  const question = findCurrent(form, state, answers);
  if (question === undefined) return answerReview(here, text);
  const raw = question.field.kind === 'tax-code' ? hidePersonalIds(text) : text;
  if (state.pending !== undefined) {
    const reply = readReply(state.pending, text, tools.say, { mayBeSeveral: mayBeSeveral(form, question) });
    if (reply?.kind === 'value') return acceptWords(here, question, { value: reply.value, raw: state.pending.raw });
    if (reply?.kind === 'no') return refuse(here, question);
  }
  if (form.order === 'any' && isWord(question) && meansFinished(text)) {
    return step(here, { state: standAt(state, REVIEW) });
  }
  const aside = readAside(here, question, text);
  if (aside !== undefined) return answerOption(here, { questionId: question.id, option: aside });
  const edited = form.order === 'any' ? undefined : readReview(here, text, { isCard: false });
  if (edited?.kind === 'edit') return edit(here, edited.question);

  const other = isWord(question) && isSumAlone(text) ? readElsewhere(here, question, text) : undefined;
  if (other !== undefined) return acceptElsewhere(here, other, text);
  return takeReading(here, question, { reading: readField(form, question, text, tools), text, raw });
}

/** A question that would take any word for its answer, also "xong". */
function isWord({ field }: Question): boolean {
  return field.kind === 'text' || field.kind === 'name';
}

/** Keeps, asks back, or says what was not understood. */
function takeReading(
  here: Here,
  question: Question,
  { reading, text, raw }: { reading: FieldReading; text: string | undefined; raw: string },
): FormStep {
  switch (reading.kind) {
    case 'value':
      if (skippedValue.safeParse(reading.value).success) return skip(here, question, raw);
      return acceptWords(here, question, { value: reading.value, raw, warning: reading.warning });
    case 'confirm': {
      const options = [{ value: reading.value, label: '' }];
      return askBack(here, { kind: 'confirm', about: reading.about, options, raw });
    }
    case 'choose':
      return askBack(here, { kind: 'choose', about: reading.about, options: reading.options, raw });
    case 'unread': {
      const other = text === undefined ? undefined : readElsewhere(here, question, text);
      return other === undefined ? miss(here, question, reading.problem) : acceptElsewhere(here, other, raw);
    }
  }
}

/** With what the same words tell about later questions. */
function acceptWords(
  here: Here,
  question: Question,
  accepted: { value: AnswerValue; raw: string | undefined; warning?: Saying },
): FormStep {
  return acceptAnswer(here, question, { ...accepted, beside: readBeside(here, question, accepted.raw) });
}

function acceptElsewhere(
  here: Here,
  { question, value }: { question: Question; value: AnswerValue },
  text: string,
): FormStep {
  const raw = question.field.kind === 'tax-code' ? hidePersonalIds(text) : text;
  return acceptAnswer({ ...here, state: { ...here.state, misses: 0 } }, question, { value, raw });
}

function answerReview(here: Here, text: string): FormStep {
  if (here.form.order === 'any') {
    const choice = answerOverview(here, text);
    return choice === undefined ? miss(here, undefined, { key: 'register:problem.card' }) : answerOption(here, choice);
  }
  const wish = readReview(here, text, { isCard: true });
  if (wish?.kind === 'edit') return edit(here, wish.question);
  if (wish?.kind === 'submit') return submit(here);
  return miss(here, undefined, { key: 'register:problem.review' });
}

function answerOption(here: Here, choice: { questionId: string; option: string }): FormStep {
  const { form, state, answers, isOpen = () => true } = here;
  const { questionId, option } = choice;
  if (form.order !== 'any' && questionId === REVIEW && option === SUBMIT) return submit(here);
  const moved = chooseInOverview(here, choice);
  if (moved !== undefined) return moved;
  const question = askableQuestions(form, answers).find(({ id }) => id === questionId);
  if (question === undefined) return say(here, { key: 'register:oldChoice' });
  if (!isOpen(questionId)) return say(here, { key: 'register:locked' });
  if (option === EDIT) return edit(here, question);
  if (option === KEEP || option === ENOUGH) return questionId === state.at ? moveOn(here) : say(here);
  if (option === LATER) return questionId === state.at ? putOff(here) : say(here);
  if (option === SKIP && question.skip !== undefined) return skip(here, question, undefined);
  if (option.startsWith(MENU)) return openMenu(here, question, option.slice(MENU.length));
  if (option.startsWith('.')) return answerPending(here, question, option);
  if (question.field.kind === 'choices') return addOption(here, question, option);

  const value = findFittingValue(question, option);
  if (value === undefined || question.field.kind !== 'choice') return say(here, { key: 'register:oldChoice' });
  // The same button again, when the form has gone on: nothing to change.
  if (questionId !== state.at && answers[questionId] === value) return say(here);
  return acceptAnswer(here, question, { value, raw: undefined });
}

/** The options of an entry are asked like any question back; by an old button its question is changed. */
function openMenu(given: Here, question: Question, entryId: string): FormStep {
  const { form, state, tools } = given;
  if (question.field.kind !== 'choice') return say(given);
  const here = question.id === state.at ? given : { ...given, state: edit(given, question).state };
  const entry = question.field.menu?.find(({ id }) => id === entryId);
  if (entry === undefined) return say(here, { key: 'register:oldChoice' });
  const reading = openEntry(entry, choiceOf(form, question, question.field, tools));
  return takeReading(here, question, { reading, text: undefined, raw: tools.say(menuWords(form, question, entry.id)) });
}

/** Tapped one after the other: each is kept at once, and the question stays until "xong". */
function addOption(here: Here, question: Question, option: string): FormStep {
  const { answers } = here;
  const known = question.field.kind === 'choices' ? question.field.options.map(({ id }) => id) : [];
  if (!known.includes(option)) return say(here, { key: 'register:oldChoice' });
  const chosen = choicesValue.safeParse(answers[question.id]).data?.optionIds ?? [];
  const optionIds = known.filter((id) => id === option || chosen.includes(id));
  const value = { optionIds };
  if (optionIds.length === chosen.length) return say(here);
  return step(
    { ...here, answers: { ...answers, [question.id]: value } },
    {
      state: { ...here.state, pending: undefined, misses: 0 },
      changes: [{ questionId: question.id, value, raw: undefined }],
      said: [{ key: 'register:noted', values: { answer: answerWords(here.form, question, value) } }],
    },
  );
}

/** A button of a question back; one of an earlier question back changes nothing. */
function answerPending(here: Here, question: Question, option: string): FormStep {
  const { pending, at } = here.state;
  const [, verb, serial, order] = option.split('.');
  if (pending === undefined || question.id !== at || serial !== String(pending.serial)) return say(here);
  if (verb === 'no') return refuse(here, question);
  const picked = pending.options[verb === 'yes' ? 0 : Number(order ?? Number.NaN)];
  if (picked === undefined) return say(here);
  return acceptWords(here, question, { value: picked.value, raw: pending.raw });
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

/** Photos that are there are not thrown away by "chưa có". */
function skip(here: Here, question: Question, raw: string | undefined): FormStep {
  const hasPhotos = photosValue.safeParse(here.answers[question.id]).success;
  if (hasPhotos) return question.id === here.state.at ? moveOn(here) : say(here);
  return acceptAnswer(here, question, { value: SKIPPED, raw });
}

function moveOn(here: Here): FormStep {
  return step(here, { state: goOnAfter(here, here.state, here.state.at) });
}

function putOff(here: Here): FormStep {
  const { form, state, answers } = here;
  const question = findCurrent(form, state, answers);
  const putOffNow = question === undefined ? [state.at] : listPutOff(form, question, answers);
  const later = [...new Set([...(state.later ?? []), ...putOffNow])];
  return step(here, { state: goOnAfter(here, { ...state, later }, state.at) });
}

function edit(here: Here, question: Question): FormStep {
  const { form, state, answers } = here;
  const isFromReview = form.order === 'any' ? state.at === REVIEW : nextOpen(form, answers) === REVIEW;
  return step(here, { state: { ...standAt(state, question.id), isEditing: isFromReview } });
}

function submit(here: Here): FormStep {
  const { form, state, answers } = here;
  const open = nextOpen(form, answers);
  if (open === REVIEW) return { ...step(here, { state: standAt(state, REVIEW) }), isSubmitted: true };
  return step(here, { state: standAt(state, open), said: [{ key: 'register:notComplete' }] });
}

function say(here: Here, ...said: Saying[]): FormStep {
  return step(here, { state: here.state, said });
}

/** Questions back are told apart by a number that stays short, since it stands in the keys of buttons. */
const SERIALS = 1_000;

function askBack(here: Here, pending: Omit<NonNullable<FormState['pending']>, 'serial'>): FormStep {
  const serial = (here.state.serial + 1) % SERIALS;
  return step(here, { state: { ...here.state, serial, pending: { ...pending, serial } } });
}

/** "Xã khác": asks anew, and tells what would help. */
function refuse(here: Here, question: Question): FormStep {
  const state = { ...here.state, pending: undefined };
  return miss({ ...here, state }, question, { key: `register:again.${question.field.kind}` });
}

const MISSES_BEFORE_EXAMPLE = 2;
const MISSES_BEFORE_OFFICER = 3;

/** Says what was not understood; the second time with an example, the third with an officer beside it. */
function miss(here: Here, question: Question | undefined, problem: Saying): FormStep {
  const misses = here.state.misses + 1;
  const said = [problem];
  if (question !== undefined && misses >= MISSES_BEFORE_EXAMPLE) {
    said.push({ key: 'register:example', values: { example: exampleWords(here.form, question) } });
  }
  const next = { ...here.state, pending: undefined, misses };
  return { ...step(here, { state: next, said }), isStuck: misses >= MISSES_BEFORE_OFFICER };
}
