import { foldPhrase } from '../text/fold.ts';
import type { Filling } from './filling.ts';
import type { Question } from './form.ts';
import { ENOUGH, KEEP, LATER, NONE, SAME } from './form-choice.ts';
import { findEarlierMore } from './group.ts';
import { findSameValue } from './values.ts';

const ENDINGS = /(?: (?:a|nhe|em|anh|chi|ad|da))+$/;
const PUT_OFF = new Set([
  'de sau',
  'de luc khac',
  'luc khac',
  'bo qua',
  'tra loi sau',
  'lam sau',
  'bo sung sau',
  'gui sau',
  'noi sau',
  'hoi sau',
  'cau khac',
  'muc khac',
]);
const UNCHANGED = new Set(['giu nguyen', 'giu', 'khong doi', 'ko doi', 'nhu cu']);
/** "Như trên", "vẫn chỗ đó", "ngay tại cơ sở luôn": what was told of the other question. */
const SAME_WORDS =
  /^(?:(?:da|vang|thi|van|cung|o|tai|ngay|chinh|la|giong|nhu|luon|xuong|xuong em|nha xuong) )*(?:tren|cho (?:do|ay|cu|nay|tren|noi|ghi)|do|day|co so|nha|dia chi (?:do|tren|cu)|mot cho|cung cho|cung xa|xa (?:do|tren|nay|ay)|vay|the|cu|noi tren)(?: (?:luon|a|nhe|thoi|do|ay))*$/;
const PHOTOS_END = new Set([
  'xong',
  'xong roi',
  'da xong',
  'het',
  'het roi',
  'du roi',
  'du',
  'the thoi',
  'vay thoi',
  'gui het roi',
  'gui xong',
  'gui xong roi',
  'ok',
]);
const NO_FURTHER = new Set([
  'het',
  'het roi',
  'khong',
  'ko',
  'k',
  'khong con',
  'ko con',
  'khong co',
  'thoi',
  'khong con may nao',
]);

/** The engine's own choice that a text makes at a question: put it off, leave it as it is, enough photos, no further item. */
export function readAside(filling: Filling, question: Question, text: string): string | undefined {
  const { form, answers } = filling;
  const typed = foldPhrase(text.normalize('NFKC')).replace(ENDINGS, '');
  const isAnswered = answers[question.id] !== undefined;
  // Who changes an answer from the review is done with it.
  if (isAnswered && form.order !== 'any' && PHOTOS_END.has(typed) && typed !== 'ok') return KEEP;
  const isListing = question.field.kind === 'photos' || question.field.kind === 'choices';
  if (isListing && isAnswered && PHOTOS_END.has(typed)) return ENOUGH;
  if (!isAnswered && SAME_WORDS.test(typed) && findSameValue(filling, question) !== undefined) return SAME;
  if (NO_FURTHER.has(typed) && findEarlierMore(filling, question) !== undefined) return NONE;
  if (isAnswered && (UNCHANGED.has(typed) || PUT_OFF.has(typed))) return KEEP;
  if (form.order !== 'any') return undefined;
  return PUT_OFF.has(typed) ? LATER : undefined;
}

/** "Bỏ qua", "để sau": the question is to be passed over. */
export function saysPutOff(text: string): boolean {
  return PUT_OFF.has(foldPhrase(text.normalize('NFKC')).replace(ENDINGS, ''));
}
