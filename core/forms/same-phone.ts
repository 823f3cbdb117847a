import { foldPhrase } from '../text/fold.ts';
import { applicableQuestions } from './applicable-questions.ts';
import type { FieldReading } from './fields/field-reading.ts';
import { sayPhone } from './fields/phone-field.ts';
import type { Question } from './form.ts';
import type { Here } from './moves.ts';

const WHO = '(?:(?:da|vang|thi|van|cu|lay|dung|goi|ghi|em|toi|minh|chau) )*';
const AFTER = '(?: (?:a|nhe|nha|luon|do|day|di|thoi|cung duoc|em|ad))*';
/** "Cùng số trên", "số vừa cho": the one that was told before. */
const EARLIER = new RegExp(
  `^${WHO}(?:(?:cung|chung|van|giong|nhu|y) (?:mot )?(?:so|sdt)(?: dien thoai)?(?: (?:tren|o tren|truoc|do|kia|vua roi|vua cho|vua nay))*|(?:so|sdt) (?:o )?(?:tren|truoc|do|ay|kia|cu|vua (?:roi|cho|ghi|gui|nay|doc))|nhu tren|giong tren|so cau tren)${AFTER}$`,
);
/** "Số này luôn": perhaps the one they write from, which a channel does not tell. */
const THIS = new RegExp(
  `^${WHO}(?:(?:cung |chinh )?(?:so|sdt|zalo) (?:nay|dang (?:nhan|nhan tin|dung|goi|chat)|zalo nay|zalo))${AFTER}$`,
);

/** At the question for a phone: the one number that was told before, where it is meant; where it may be meant it is asked back. */
export function readSamePhone(
  { form, answers }: Pick<Here, 'form' | 'answers'>,
  question: Question,
  text: string,
): FieldReading | undefined {
  if (question.field.kind !== 'phone') return undefined;
  const typed = foldPhrase(text);
  const isEarlier = EARLIER.test(typed);
  if (!isEarlier && !THIS.test(typed)) return undefined;
  const told = applicableQuestions(form, answers).flatMap(({ id, field }) => {
    const value = answers[id];
    return field.kind === 'phone' && id !== question.id && typeof value === 'string' ? [value] : [];
  });
  const [phone, another] = [...new Set(told)];
  if (phone === undefined || another !== undefined) return undefined;
  if (isEarlier) return { kind: 'value', value: phone };
  const about = { key: 'register:confirm.phone', values: { phone: sayPhone(phone) } };
  return { kind: 'confirm', value: phone, about };
}
