import { foldPhrase } from '../text/fold.ts';
import type { Beside } from './accept-answer.ts';
import { applicableQuestions } from './applicable-questions.ts';
import { surelyRead } from './fields/field-reading.ts';
import { isFullName, isNameAlone } from './fields/person-name.ts';
import { readField } from './fields/read-field.ts';
import { findQuestion, type Question } from './form.ts';
import type { Here } from './moves.ts';
import type { Saying } from './saying.ts';
import { type AnswerValue, isSkipped, SKIPPED } from './values.ts';

const NUMBER = /\+?\(?\+?\d[\d .()-]{7,}\d/;
/** "Số con", "sđt của em": whose number it is. */
const MINE =
  /(?:^| )(?:so|sdt|dt|so dien thoai|dien thoai|zalo)(?: dien thoai)?(?: (?:nay|do|la|cua|cho))* (?:toi|em|chau|con|minh|tui)(?: |$)/;
const MINE_ALONE =
  /^(?:(?:so|sdt|dt|so dien thoai|dien thoai|zalo|nay|do|la|cua|cho|toi|em|chau|con|minh|tui|goi|day|a|nhe) ?)+$/;
/** "Gọi cháu", "cứ liên hệ em nhé". */
const CALL_ME =
  /^(?:(?:cu|can bo|thi|co gi) )*(?:goi|lien he|lh|alo|nhan)(?: (?:cho|so|vao|thang|qua))* (?:toi|em|chau|con|minh|tui)(?: (?:a|nhe|theo|so|qua|la|duoc))*$/;
/** "Ông không có số": whoever it is, there is none of theirs. */
const NO_PHONE =
  /^(?:\S+ ){0,3}(?:khong|ko|k|kg|chua|chang) (?:co|dung|xai|biet dung) (?:so|sdt|dt|dien thoai|so dien thoai|zalo|may)(?: (?:rieng|dau|a|gi))*$/;
const WHO = /^(?:tôi|toi|mình|minh|cháu|chau|con|tui|em)(?: (?:là|la|tên|ten|tên là|ten la))? (?=\p{L})/iu;

/**
 * Where somebody else's phone is asked too, the number of who speaks: "số con 0977 …, mẹ con không dùng điện thoại", "tôi Hoàng
 * Thị Hoa 0988 …". It is whom to call, with their name where it is told. Undefined when the words do not say that it is theirs.
 */
export function readOwnNumber(
  here: Here,
  asked: Question,
  text: string,
): { question: Question; value: AnswerValue; raw: string; warning?: Saying; beside: Beside[] } | undefined {
  const { form, answers, isOpen = () => true, tools } = here;
  if (form.order === 'any') return undefined;
  const [last] = applicableQuestions(form, answers)
    .filter(({ phone }) => phone !== undefined)
    .toReversed();
  const phone = last?.phone === undefined ? undefined : findQuestion(form, last.phone);
  const number = NUMBER.exec(text)?.[0];
  if (last === undefined || phone === undefined || [phone.id, last.id].includes(asked.id) || number === undefined)
    return undefined;
  const told = surelyRead(readField(form, phone, number, tools));
  if (told === undefined || isSkipped(told.value) || answers[phone.id] !== undefined || !isOpen(phone.id))
    return undefined;
  const parts = text
    .replace(number, ' ')
    .split(/[,;.]+/)
    .map((part) => part.trim());
  const name = parts.map((part) => part.replace(WHO, '')).find((part, at) => part !== parts[at] && isSomebody(part));
  const isCall = (part: string) => CALL_ME.test(foldPhrase(part));
  const callsMe =
    parts.some(isCall) && parts.every((part) => part === '' || isCall(part) || NO_PHONE.test(foldPhrase(part)));
  if (name === undefined && !callsMe && !parts.some((part) => MINE.test(foldPhrase(part)))) return undefined;
  const theirs = asked.field.kind === 'phone' ? asked : findPhoneOfOther(here, asked, last);
  const without = theirs
    ? parts.filter((part) => part !== '' && (saysNone(here, theirs, part) || NO_PHONE.test(foldPhrase(part))))
    : [];
  const isNone = without.length > 0;
  // Where no phone is asked what else is said is not lost.
  const isOwnPart = (part: string) =>
    part === '' ||
    part.replace(WHO, '') === name ||
    MINE_ALONE.test(foldPhrase(part)) ||
    isCall(part) ||
    without.includes(part);
  if (asked.field.kind !== 'phone' && !parts.every(isOwnPart)) return undefined;
  return {
    ...{ question: phone, value: told.value, raw: text, warning: told.notice },
    beside: [
      ...(name === undefined || answers[last.id] !== undefined
        ? []
        : [{ questionId: last.id, value: name, raw: text }]),
      ...(theirs && isNone ? [{ questionId: theirs.id, value: SKIPPED, raw: text }] : []),
    ],
  };
}

/** Of the one whose name is asked, or who is another than the one to call: also before their name is asked. */
function findPhoneOfOther({ form }: Here, asked: Question, last: Question): Question | undefined {
  const other = form.questions.find(({ id, phone }) => phone !== undefined && id !== last.id);
  const phone = asked.phone ?? other?.phone;
  return phone === undefined ? undefined : findQuestion(form, phone);
}

function isSomebody(part: string): boolean {
  return isFullName(part) && isNameAlone(part);
}

function saysNone({ form, tools }: Here, asked: Question, part: string): boolean {
  const reading = readField(form, asked, part, tools);
  return reading.kind === 'value' && isSkipped(reading.value);
}
