import type { Filling } from './filling.ts';
import type { Question } from './form.ts';
import { ADD, CARD, DONE, EDIT, type FormAsk, type FormChoice } from './form-choice.ts';
import { REVIEW } from './form-state.ts';
import { answerWords, groupWords, itemWords, labelWords } from './form-words.ts';
import { findMoreQuestion, GONE, partId } from './group.ts';
import { listItems } from './list-items.ts';
import type { View } from './views.ts';

/** The card of a form in any order: its lines are its choices; what may not be changed now is only counted. */
export function askCard(filling: Filling): FormAsk {
  const items = listItems(filling);
  const open = items.filter(({ isOpen }) => isOpen);
  const lines = open.map(({ id, label, answer }): FormChoice => {
    const line = answer ?? { key: 'register:card.missing' };
    return { questionId: id, option: EDIT, label: { key: 'register:review.line', values: { label, answer: line } } };
  });
  const isMissing = open.some((item) => item.isMissing);
  const done: FormChoice = {
    questionId: REVIEW,
    option: DONE,
    label: { key: isMissing ? 'register:card.leave' : 'register:card.done' },
  };
  return { text: { key: introKey({ open: open.length, all: items.length, isMissing }) }, choices: [...lines, done] };
}

function introKey({ open, all, isMissing }: { open: number; all: number; isMissing: boolean }): string {
  if (open === 0) return 'register:card.nothingOpen';
  if (open < all) return 'register:card.someOpen';
  return isMissing ? 'register:card.intro' : 'register:card.complete';
}

/** The items of a group, or one of them with its parts. */
export function askView(filling: Filling, view: View): FormAsk {
  const card: FormChoice = { questionId: REVIEW, option: CARD, label: { key: 'register:card.back' } };
  return view.kind === 'group' ? askItems(filling, view, card) : askItem(filling, view, card);
}

function askItems(
  { form, answers, isOpen = () => true }: Filling,
  { groupId, items }: View & { kind: 'group' },
  card: FormChoice,
): FormAsk {
  const lines = items.map(
    (item): FormChoice => ({ questionId: item.id, option: EDIT, label: itemWords(form, groupId, item, answers) }),
  );
  const more = findMoreQuestion(form, groupId, answers);
  const add: FormChoice = { questionId: groupId, option: ADD, label: groupWords(form, groupId, 'add') };
  return {
    text: groupWords(form, groupId, 'list'),
    choices: [...lines, ...(more !== undefined && isOpen(more.id) ? [add] : []), card],
  };
}

function askItem(filling: Filling, { groupId, item }: View & { kind: 'item' }, card: FormChoice): FormAsk {
  const { form, answers, isOpen = () => true } = filling;
  const edit = (question: Question): FormChoice => {
    const value = answers[question.id];
    const answer = value === undefined ? { key: 'register:card.missing' } : answerWords(form, question, value);
    const label = { key: 'register:review.line', values: { label: labelWords(form, question), answer } };
    return { questionId: question.id, option: EDIT, label };
  };
  const gone: FormChoice = {
    questionId: partId({ id: groupId, number: item.number, part: GONE }),
    option: EDIT,
    label: groupWords(form, groupId, 'remove', { number: item.number }),
  };
  return {
    text: itemWords(form, groupId, item, answers),
    choices: [
      ...item.questions.filter(({ id }) => isOpen(id)).map(edit),
      ...(mayRemove(filling, item) ? [gone] : []),
      card,
    ],
  };
}

/** An item is removed only while each of its answers may be changed. */
export function mayRemove(
  { isOpen = () => true }: Filling,
  { questions }: { questions: readonly Question[] },
): boolean {
  return questions.every(({ id }) => isOpen(id));
}
