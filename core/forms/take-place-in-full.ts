import { applicableQuestions } from './applicable-questions.ts';
import { readField } from './fields/read-field.ts';
import type { FormStep } from './form-step.ts';
import { edit, type Here } from './moves.ts';
import { takeReading } from './take-reading.ts';

const MOST_PLACE_WORDS = 9;

/** "Tam Đường, Lai Châu", where any words are an answer: a place that ends with its province is that of the one place not told yet. */
export function takePlaceInFull(here: Here, text: string): FormStep | undefined {
  const { form, answers, isOpen = () => true, tools } = here;
  const words = text.replace(/[,.]+/g, ' ').trim().split(/\s+/);
  if (form.order === 'any' || /\d/.test(text) || words.length > MOST_PLACE_WORDS || words.length < 3) return undefined;
  if (tools.places.find(words.slice(-2).join(' ')).kind !== 'province') return undefined;
  const [question, another] = applicableQuestions(form, answers).filter(
    ({ id, field, isAside }) => field.kind === 'place' && isAside !== true && answers[id] === undefined && isOpen(id),
  );
  if (question === undefined || another !== undefined) return undefined;
  const reading = readField(form, question, text, tools);
  if (reading.kind === 'unread') return undefined;
  return takeReading({ ...here, state: edit(here, question).state }, question, { reading, text: undefined, raw: text });
}
