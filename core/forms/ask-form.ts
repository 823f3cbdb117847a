import { applicableQuestions } from './applicable-questions.ts';
import type { FormDefinition, Question } from './form.ts';
import { type FormState, type Pending, REVIEW } from './form-state.ts';
import { answerWords, askWords, labelWords, optionWords, skipWords } from './form-words.ts';
import type { Saying } from './saying.ts';
import type { Answers } from './values.ts';

/** A choice: `option` is one of the question's, or one of the engine's own, which begin with a dot. */
export type FormChoice = { questionId: string; option: string; label: Saying };

/** What to ask where the person stands. `contactButton`: a phone number is asked for, which some channels can share by a button. */
export type FormAsk = { text: Saying; choices: FormChoice[]; contactButton?: Saying };

export const KEEP = '.keep';
export const SKIP = '.skip';
export const EDIT = '.edit';
export const SUBMIT = '.submit';

export function askForm(form: FormDefinition, state: FormState, answers: Answers): FormAsk {
  const questions = applicableQuestions(form, answers);
  const question = questions.find(({ id }) => id === state.at);
  if (question === undefined) return askReview(form, questions, answers);
  if (state.pending !== undefined) return askPending(question, state.pending);
  return {
    text: {
      key: 'register:question',
      values: {
        number: questions.indexOf(question) + 1,
        total: questions.length,
        ask: askWords(form, question, answers),
      },
    },
    choices: questionChoices(form, question, answers),
    ...(question.field.kind === 'phone' && { contactButton: { key: 'register:contactButton' } }),
  };
}

function questionChoices(form: FormDefinition, question: Question, answers: Answers): FormChoice[] {
  const { id, field, skip } = question;
  const options = field.kind === 'choice' ? field.options : [];
  const choices = options.map(
    (option): FormChoice => ({
      questionId: id,
      option: option.id,
      label: optionWords(form, question, option.id),
    }),
  );
  if (skip !== undefined) choices.push({ questionId: id, option: SKIP, label: skipWords(form, question) });
  const answer = answers[id];
  if (answer !== undefined) {
    const label = { key: 'register:keep', values: { answer: answerWords(form, question, answer) } };
    choices.push({ questionId: id, option: KEEP, label });
  }
  return choices;
}

function askPending({ id, field }: Question, { kind, serial, about, options }: Pending): FormAsk {
  if (kind === 'confirm') {
    return {
      text: about,
      choices: [
        { questionId: id, option: `.yes.${serial}`, label: { key: 'register:yes' } },
        { questionId: id, option: `.no.${serial}`, label: { key: `register:another.${field.kind}` } },
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
function askReview(form: FormDefinition, questions: readonly Question[], answers: Answers): FormAsk {
  const lines = questions.flatMap((question): FormChoice[] => {
    const value = answers[question.id];
    if (value === undefined) return [];
    const values = { label: labelWords(form, question), answer: answerWords(form, question, value) };
    return [{ questionId: question.id, option: EDIT, label: { key: 'register:review.line', values } }];
  });
  return {
    text: { key: 'register:review.intro' },
    choices: [...lines, { questionId: REVIEW, option: SUBMIT, label: { key: 'register:review.submit' } }],
  };
}
