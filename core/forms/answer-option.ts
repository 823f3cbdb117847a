import { acceptAnswer } from './accept-answer.ts';
import { chooseInOverview } from './answer-overview.ts';
import { askableQuestions } from './applicable-questions.ts';
import { openEntry } from './fields/choice-field.ts';
import { choiceOf } from './fields/read-field.ts';
import type { Question } from './form.ts';
import { EDIT, ENOUGH, KEEP, LATER, MENU, SAME, SKIP, SUBMIT } from './form-choice.ts';
import { REVIEW } from './form-state.ts';
import { type FormStep, step } from './form-step.ts';
import { answerWords, menuWords } from './form-words.ts';
import { edit, type Here, moveOn, putOff, refuse, say, skip, submit } from './moves.ts';
import { acceptWords, takeReading } from './take-reading.ts';
import { choicesValue, findFittingValue, findSameValue } from './values.ts';

/** Makes one of the choices that were offered, now or long ago. */
export function answerOption(here: Here, choice: { questionId: string; option: string }): FormStep {
  const { form, state, answers, isOpen = () => true } = here;
  const { questionId, option } = choice;
  if (form.order !== 'any' && questionId === REVIEW && option === SUBMIT) return submit(here);
  const moved = chooseInOverview(here, choice);
  if (moved !== undefined) return moved;
  const question = askableQuestions(form, answers, state).find(({ id }) => id === questionId);
  if (question === undefined) return say(here, { key: 'register:oldChoice' });
  if (!isOpen(questionId)) return say(here, { key: 'register:locked' });
  if (option === EDIT) return edit(here, question);
  if (option === KEEP || option === ENOUGH) return questionId === state.at ? moveOn(here) : say(here);
  if (option === LATER) return questionId === state.at ? putOff(here) : say(here);
  if (option === SKIP && question.skip !== undefined) return skip(here, question, undefined);
  if (option === SAME) return takeSame(here, question);
  if (option.startsWith(MENU)) return openMenu(here, question, option.slice(MENU.length));
  if (option.startsWith('.')) return answerPending(here, question, option);
  if (question.field.kind === 'choices') return addOption(here, question, option);

  const value = findFittingValue(question, option);
  if (value === undefined || question.field.kind !== 'choice') return say(here, { key: 'register:oldChoice' });
  // The same button again, when the form has gone on: nothing to change.
  if (questionId !== state.at && answers[questionId] === value) return say(here);
  return acceptAnswer(here, question, { value, raw: undefined });
}

/** A button that was pressed late changes nothing that was said since. */
function takeSame(here: Here, question: Question): FormStep {
  const value = here.answers[question.id] === undefined ? findSameValue(here, question) : undefined;
  return value === undefined ? say(here) : acceptAnswer(here, question, { value, raw: undefined });
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
