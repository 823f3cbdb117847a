import { foldPhrase } from '../text/fold.ts';
import { applicableQuestions } from './applicable-questions.ts';
import { readField } from './fields/read-field.ts';
import type { Question } from './form.ts';
import type { FormStep } from './form-step.ts';
import { isWord } from './is-word.ts';
import { edit, type Here } from './moves.ts';
import { takeReading } from './take-reading.ts';
import { placeValue } from './values.ts';

const UNIT = /^(?:(?:o|tai|em|toi|minh|nha) )*(?:xa|phuong|thi tran) (?:\S+ ?){1,4}$/;

/** "Xã La Bằng" once more, where a name or a product is asked: it is known, and neither of them. */
export function isPlaceAgain({ form, answers, tools }: Here, asked: Question, text: string): boolean {
  if (!isWord(asked) || form.order === 'any' || !UNIT.test(foldPhrase(text))) return false;
  return form.questions.some((question) => {
    const kept = question.field.kind === 'place' ? placeValue.safeParse(answers[question.id]).data : undefined;
    const reading = kept && readField(form, question, text, tools);
    const value = reading?.kind === 'value' ? placeValue.safeParse(reading.value).data : undefined;
    return value !== undefined && value.communeCode === kept?.communeCode;
  });
}

/** "Xã Phú Đình", where any words are an answer: no product, also when it has to be asked which one is meant. */
export function takeNamedPlace(here: Here, text: string): FormStep | undefined {
  const { form, answers, isOpen = () => true, tools } = here;
  if (form.order === 'any' || !UNIT.test(foldPhrase(text))) return undefined;
  const question = applicableQuestions(form, answers).find(
    ({ id, field, isAside }) => field.kind === 'place' && isAside !== true && answers[id] === undefined && isOpen(id),
  );
  if (question === undefined) return undefined;
  const reading = readField(form, question, text, tools);
  if (reading.kind !== 'choose' && reading.kind !== 'confirm') return undefined;
  return takeReading({ ...here, state: edit(here, question).state }, question, { reading, text: undefined, raw: text });
}
