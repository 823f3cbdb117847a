import { applicableQuestions, askableQuestions } from './applicable-questions.ts';
import { askCard, askView } from './ask-card.ts';
import type { Filling } from './filling.ts';
import type { Question } from './form.ts';
import {
  EDIT,
  ENOUGH,
  type FormAsk,
  type FormChoice,
  KEEP,
  LATER,
  MENU,
  NONE,
  SAME,
  SKIP,
  SUBMIT,
} from './form-choice.ts';
import { type FormState, type Pending, REVIEW } from './form-state.ts';

import { answerWords, askWords, groupWords, labelWords, menuWords, optionWords, skipWords } from './form-words.ts';
import { findEarlierMore, GONE, MORE } from './group.ts';
import type { Saying } from './saying.ts';
import { choicesValue, findSameValue, photosValue } from './values.ts';
import { findView } from './views.ts';

export function askForm(filling: Filling, state: FormState): FormAsk {
  const { form, answers } = filling;
  const question = askableQuestions(form, answers, state).find(({ id }) => id === state.at);
  if (question === undefined) return askOverview(filling, state);
  if (state.pending !== undefined) return askPending(question, state.pending);
  return {
    text: questionText(filling, question),
    choices: questionChoices(filling, question),
    ...(question.field.kind === 'phone' && { contactButton: { key: 'register:contactButton' } }),
  };
}

function askOverview(filling: Filling, state: FormState): FormAsk {
  if (filling.form.order !== 'any') return askReview(filling);
  const view = findView(filling.form, filling.answers, state.at);
  return view === undefined ? askCard(filling) : askView(filling, view);
}

function questionText({ form, answers }: Filling, question: Question): Saying {
  const hasPhotos = photosValue.safeParse(answers[question.id]).success;
  const ask: Saying = hasPhotos ? { key: 'register:photosMore' } : askWords(form, question, answers);
  if (form.order === 'any') return ask;
  const questions = applicableQuestions(form, answers).filter(({ isAside }) => isAside !== true);
  if (question.isAside) return ask;
  const values = { number: questions.indexOf(question) + 1, total: questions.length, ask };
  return { key: 'register:question', values };
}

/**
 * What can be chosen instead of typed. Where a small number is the answer itself ("2" workers) nothing is offered, since a
 * choice is a number everywhere: putting it off is said in words then.
 */
function questionChoices(filling: Filling, question: Question): FormChoice[] {
  const { form, answers } = filling;
  const { id, field, skip, group } = question;
  if (field.kind === 'count') return [];
  const choose = (option: string, label: Saying): FormChoice => ({ questionId: id, option, label });
  const answer = answers[id];
  if (field.kind === 'choices' && choicesValue.safeParse(answer).success) return someChosen(filling, question);
  const choices = offeredOptions(filling, question);
  if (field.kind === 'photos' && photosValue.safeParse(answer).success) {
    return [choose(ENOUGH, { key: 'register:photoEnough' })];
  }
  if (findEarlierMore(filling, question) !== undefined) {
    choices.push(choose(NONE, groupWords(form, group?.id ?? '', 'none')));
  }
  const same = findSameValue(filling, question);
  if (same !== undefined && answer === undefined) {
    const key = field.kind === 'place' ? 'register:same' : 'register:sameName';
    choices.push(choose(SAME, { key, values: { answer: answerWords(form, question, same) } }));
  }
  if (skip !== undefined) choices.push(choose(SKIP, skipWords(form, question)));
  const isAboutItems = group?.part === MORE || group?.part === GONE;
  if (answer !== undefined && !isAboutItems) {
    choices.push(choose(KEEP, { key: 'register:keep', values: { answer: answerWords(form, question, answer) } }));
  } else if (form.order === 'any' && !isAboutItems) {
    choices.push(choose(LATER, { key: 'register:later' }));
  }
  return choices;
}

/** The options, or the entries of their menu. */
function offeredOptions({ form }: Filling, question: Question): FormChoice[] {
  const { id, field } = question;
  if (field.kind !== 'choice' && field.kind !== 'choices') return [];
  if (field.kind === 'choice' && field.menu !== undefined) {
    return field.menu.map((entry) => {
      const [only, another] = entry.options;
      const isOne = only !== undefined && another === undefined;
      return {
        questionId: id,
        option: isOne ? only : MENU + entry.id,
        label: isOne ? optionWords(form, question, only) : menuWords(form, question, entry.id),
      };
    });
  }
  const offered = field.options.filter(({ isKeptOnly, isUnlisted }) => isKeptOnly !== true && isUnlisted !== true);
  return offered.map((option) => ({
    questionId: id,
    option: option.id,
    label: optionWords(form, question, option.id),
  }));
}

/** Those chosen are marked and keep their numbers; the last choice goes on. */
function someChosen(filling: Filling, question: Question): FormChoice[] {
  const chosen = choicesValue.safeParse(filling.answers[question.id]).data?.optionIds ?? [];
  const options = offeredOptions(filling, question).map(({ label, ...choice }) => ({
    ...choice,
    label: chosen.includes(choice.option) ? { key: 'register:chosen', values: { label } } : label,
  }));
  return [...options, { questionId: question.id, option: ENOUGH, label: { key: 'register:choicesEnough' } }];
}

function askPending({ id, field }: Question, { kind, serial, about, options }: Pending): FormAsk {
  if (kind === 'confirm') {
    return {
      text: about,
      choices: [
        { questionId: id, option: `.yes.${serial}`, label: { key: 'register:yes' } },
        // "None of these" is no answer to a single one.
        {
          questionId: id,
          option: `.no.${serial}`,
          label: { key: `register:another.${field.kind === 'choice' ? 'text' : field.kind}` },
        },
      ],
    };
  }
  const picks = options.map(
    ({ label }, order): FormChoice => ({ questionId: id, option: `.pick.${serial}.${order}`, label }),
  );
  return {
    text: about,
    choices: [...picks, { questionId: id, option: `.no.${serial}`, label: { key: `register:another.${field.kind}` } }],
  };
}

/** The review card is its choices: the number of an answer changes it, and the last one sends. */
function askReview({ form, answers }: Filling): FormAsk {
  const lines = applicableQuestions(form, answers).flatMap((question): FormChoice[] => {
    const value = answers[question.id];
    if (value === undefined || question.group?.part === MORE) return [];
    const values = { label: labelWords(form, question), answer: answerWords(form, question, value) };
    return [{ questionId: question.id, option: EDIT, label: { key: 'register:review.line', values } }];
  });
  return {
    text: { key: 'register:review.intro' },
    choices: [...lines, { questionId: REVIEW, option: SUBMIT, label: { key: 'register:review.submit' } }],
  };
}
