import { fold, foldPhrase } from '../text/fold.ts';
import { applicableQuestions } from './applicable-questions.ts';
import type { FormTools } from './fields/field-reading.ts';
import { readField } from './fields/read-field.ts';
import type { Filling } from './filling.ts';
import type { Question } from './form.ts';
import { type AnswerValue, skippedValue } from './values.ts';

type Here = Filling & { tools: FormTools };

/** Kinds of answers that are known by themselves, whatever was asked. */
const TELLTALE = new Set(['phone', 'money', 'tax-code', 'place']);
const SUM =
  /^(?:(?:khoang|tam|gan|hon|duoi|chung) )*[\d., -]+ ?(?:tr|trieu|ty|ti|k|nghin|ngan|dong|d|vnd)(?: ?\d+)?(?: (?:a|nhe|dong|thoi))*$/;
const PLACE = /^(?:(?:o|toi|em|minh|tai) )*(?:xa|phuong|thi tran|dac khu) /;

/**
 * The one later question that a text surely answers instead of the one asked: a phone number where the place was asked.
 * `isSaidAgain`: also one that was answered just so before.
 */
export function readElsewhere(
  here: Here,
  asked: Question,
  text: string,
  { isSaidAgain = false }: { isSaidAgain?: boolean } = {},
): { question: Question; value: AnswerValue } | undefined {
  const { form, answers, isOpen = () => true, tools } = here;
  if (answers[asked.id] !== undefined) return undefined;
  const open = applicableQuestions(form, answers).filter(
    ({ id, field }) =>
      id !== asked.id && (answers[id] === undefined || isSaidAgain) && isOpen(id) && TELLTALE.has(field.kind),
  );
  const found = open.flatMap((question) => {
    if (question.field.kind === 'place' && !PLACE.test(foldPhrase(text))) return [];
    const reading = readField(form, question, text, tools);
    const isSure = reading.kind === 'value' && !skippedValue.safeParse(reading.value).success;
    const kept = answers[question.id];
    const isNew = kept === undefined || (isSure && JSON.stringify(kept) === JSON.stringify(reading.value));
    return isSure && isNew ? [{ question, value: reading.value }] : [];
  });
  const [only, another] = found;
  return another === undefined ? only : undefined;
}

/** A sum alone is no name and no product, though letters are in it: "400tr". */
export function isSumAlone(text: string): boolean {
  return SUM.test(fold(text.normalize('NFKC')).trim());
}
