import { applicableQuestions } from './applicable-questions.ts';
import type { Filling } from './filling.ts';
import type { FormDefinition, Question } from './form.ts';
import { answerWords, groupWords, labelWords } from './form-words.ts';
import { listItemsOf, MORE } from './group.ts';
import type { Saying } from './saying.ts';
import type { Answers } from './values.ts';

/** One line of the card: a question, or a whole group. */
export type FormItem = {
  /** The question's id, or the group's. */
  id: string;
  label: Saying;
  /** Undefined while there is none. */
  answer: Saying | undefined;
  /** Something of it has no answer yet. */
  isMissing: boolean;
  /** Something of it may be answered or changed now. */
  isOpen: boolean;
};

/** The items of a form in order: what is there, what is missing, and what may be changed now. */
export function listItems({ form, answers, isOpen = () => true }: Filling): FormItem[] {
  const questions = applicableQuestions(form, answers);
  const items = new Map<string, Question[]>();
  for (const question of questions) {
    const id = question.group?.id ?? question.id;
    items.set(id, [...(items.get(id) ?? []), question]);
  }
  return [...items].map(([id, parts]) => {
    const isGroup = parts[0]?.group !== undefined;
    const told = isGroup ? describeGroup(form, id, answers) : describeQuestion(form, parts[0], answers);
    const isMissing =
      told.answer === undefined || parts.some((part) => part.group?.part !== MORE && answers[part.id] === undefined);
    return { id, ...told, isMissing, isOpen: parts.some((part) => isOpen(part.id)) };
  });
}

function describeQuestion(form: FormDefinition, question: Question | undefined, answers: Answers) {
  if (question === undefined) return { label: '', answer: undefined };
  const value = answers[question.id];
  return {
    label: labelWords(form, question),
    answer: value === undefined ? undefined : answerWords(form, question, value),
  };
}

function describeGroup(form: FormDefinition, groupId: string, answers: Answers) {
  const number = listItemsOf(form, groupId, answers).length;
  return {
    label: groupWords(form, groupId, 'label'),
    answer: number === 0 ? undefined : groupWords(form, groupId, 'items', { number }),
  };
}
