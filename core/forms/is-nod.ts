import { readField } from './fields/read-field.ts';
import type { Question } from './form.ts';
import { isWord } from './is-word.ts';
import type { Here } from './moves.ts';
import { saysHeard } from './speaks-to-form.ts';
import { placeValue } from './values.ts';

/**
 * Whether these words only nod to what was noted, and answer nothing of this question. "Đồng ý" sent twice is no commune of
 * that name in another province.
 */
export function isNod({ form, tools }: Here, question: Question, text: string): boolean {
  const { kind } = question.field;
  if (!saysHeard(text, { mayBeThing: kind === 'text' })) return false;
  if (isWord(question)) return true;
  const reading = readField(form, question, text, tools);
  if (kind !== 'place') return reading.kind === 'unread';
  const place = 'value' in reading ? placeValue.safeParse(reading.value).data : undefined;
  return place === undefined || place.provinceCode !== tools.nearProvinceCode;
}
