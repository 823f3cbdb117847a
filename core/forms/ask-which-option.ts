import type { FieldReading } from './fields/field-reading.ts';
import { findQuestion, type Question } from './form.ts';
import type { FormStep } from './form-step.ts';
import { answerWords, labelWords } from './form-words.ts';
import { askBack, type Here } from './moves.ts';

/** "Hà Nội với Trung Quốc": one of them is asked back; the words are kept beside, where a question of words is there for them. */
export function askWhichOption(
  here: Here,
  question: Question,
  { reading: { about, options }, raw }: { reading: Extract<FieldReading, { kind: 'choose' }>; raw: string },
): FormStep {
  const words = question.wordsTo === undefined ? undefined : findQuestion(here.form, question.wordsTo);
  if (words === undefined) return askBack(here, { kind: 'choose', about, options, raw });
  const values = { label: labelWords(here.form, question) };
  const asked = askBack(here, { kind: 'choose', about: { key: 'register:choose.first', values }, options, raw });
  if (here.answers[words.id] !== undefined || here.isOpen?.(words.id) === false) return asked;
  const answer = { key: 'register:noted', values: { answer: answerWords(here.form, words, raw) } };
  return { ...asked, changes: [{ questionId: words.id, value: raw, raw }], said: [answer] };
}
