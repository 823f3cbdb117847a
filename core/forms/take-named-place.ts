import { foldPhrase } from '../text/fold.ts';
import { applicableQuestions } from './applicable-questions.ts';
import { readField } from './fields/read-field.ts';
import type { FormStep } from './form-step.ts';
import { edit, type Here } from './moves.ts';
import { takeReading } from './take-reading.ts';

const UNIT = /^(?:(?:o|tai|em|toi|minh|nha) )*(?:xa|phuong|thi tran) (?:\S+ ?){1,4}$/;

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
