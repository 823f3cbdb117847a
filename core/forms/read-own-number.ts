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
  if (name === undefined && !parts.some((part) => MINE.test(foldPhrase(part)))) return undefined;
  const theirs = asked.field.kind === 'phone' ? asked : asked.phone && findQuestion(form, asked.phone);
  const without = theirs ? parts.filter((part) => part !== '' && saysNone(here, theirs, part)) : [];
  const isNone = without.length > 0;
  // Where no phone is asked what else is said is not lost.
  const isOwnPart = (part: string) =>
    part === '' || part.replace(WHO, '') === name || MINE_ALONE.test(foldPhrase(part)) || without.includes(part);
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

function isSomebody(part: string): boolean {
  return isFullName(part) && isNameAlone(part);
}

function saysNone({ form, tools }: Here, asked: Question, part: string): boolean {
  const reading = readField(form, asked, part, tools);
  return reading.kind === 'value' && isSkipped(reading.value);
}
