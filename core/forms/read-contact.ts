import { foldPhrase } from '../text/fold.ts';
import type { Beside } from './accept-answer.ts';
import { applicableQuestions } from './applicable-questions.ts';
import { surelyRead } from './fields/field-reading.ts';
import { isFullName, isNameAlone, splitRole, withoutIntroduction } from './fields/person-name.ts';
import { withSpokenDigits } from './fields/phone-field.ts';
import { readField } from './fields/read-field.ts';
import { findQuestion, type Question } from './form.ts';
import { isWord } from './is-word.ts';
import type { Here } from './moves.ts';
import type { Saying } from './saying.ts';
import { type AnswerValue, isSkipped } from './values.ts';

/** A number with what people write before it. */
const PHONE =
  /(?:^|[,;:( -]+)(?:(?:sđt|sdt|đt|dt|số điện thoại|so dien thoai|điện thoại|dien thoai|số|so|tel|zalo|gọi|goi)[:. ]*)*(?<!\d)\+?\(?\+?\d[\d .()-]{7,}\d\)?/iu;
/** "Lh:", "liên hệ với", "gọi cho": whom to call, said outright. */
const CALL =
  /^(?:(?:dạ|da|vâng|vang|người|nguoi|cứ|cu) )*(?:liên hệ|lien he|lh|gọi|goi|gặp|gap)(?: (?:với|voi|cho|là|la|lại|lai|thẳng|thang))*(?: (?:em|cháu|chau|tôi|toi|mình|minh|con)(?= *[,:-]| (?:là|la|tên|ten) )(?: *[,:-]* *(?:là|la|tên|ten))*)?(?=[ :,.-]|$)[ :,.-]*/iu;
/** "Cháu là Vàng Thị Dế", where a name of a thing or what is made is asked. */
const I_AM =
  /^(?:(?:dạ|da|vâng|vang) )?(?:tôi|toi|em|cháu|chau|con|mình|minh|tui|chị|chi|anh|cô|co|chú|chu|bác|bac) (?:là|la|tên là|ten la|tên|ten) (?=\p{L})/iu;
const EDGES = /^[\s,;:.()-]+|[\s,;:.()-]+$/g;

type Contact = { question: Question; value: AnswerValue; raw: string; warning?: Saying; beside: Beside[] };

/**
 * Somebody with the number by which they are called: "gđ Nông Văn Thắng 0900 000 206", "lh: chị Lan 0900000001". Whose name and
 * phone they answer is told by what was asked; elsewhere they are those of whom to call. Undefined when the text says more.
 */
export function readContact(here: Here, asked: Question, text: string): Contact | undefined {
  const { form, answers, isOpen = () => true } = here;
  if (form.order === 'any') return undefined;
  const typed = withSpokenDigits(text);
  const number = PHONE.exec(typed)?.[0];
  const left = (number === undefined ? typed : typed.replace(number, ' ')).replace(EDGES, '');
  const said = left.replace(CALL, '').replace(EDGES, '');
  const isCall = said !== left;
  if (said === '' && number !== undefined) return readNumberAlone(here, asked, number, text);
  const role = splitRole(said);
  const self = asked.phone === undefined && isWord(asked) ? said.replace(I_AM, '') : said;
  const isSelf = self !== said && isFullName(self);
  const name = role?.name ?? (isSelf ? self : withoutIntroduction(said));
  if (!isNameAlone(name) || (number === undefined && !isCall && !isSelf && role === undefined)) return undefined;
  const question = findMeant(here, asked, { isCall: isCall || isSelf });
  const value = question && read(here, question, name);
  if (question === undefined || value === undefined || !isOpen(question.id)) return undefined;
  const phone = question.phone === undefined ? undefined : findQuestion(form, question.phone);
  const told =
    number === undefined || phone === undefined ? undefined : surelyRead(readField(form, phone, number, here.tools));
  if (number !== undefined && (phone === undefined || told === undefined || !isOpen(phone.id))) return undefined;
  const named = role === undefined || !isFullName(name) ? undefined : findToldBy(here, role.role);
  return {
    ...{ question, value, raw: text },
    beside: [
      ...(phone === undefined || told === undefined ? [] : [{ questionId: phone.id, ...told, raw: text }]),
      ...(named === undefined || answers[named.id] !== undefined ? [] : [{ questionId: named.id, value, raw: text }]),
    ],
  };
}

/** A number at the question for a name is that of who was asked for. */
function readNumberAlone(
  { form, answers, isOpen = () => true, tools }: Here,
  asked: Question,
  number: string,
  raw: string,
): Contact | undefined {
  const phone = asked.phone === undefined ? undefined : findQuestion(form, asked.phone);
  const told = phone && surelyRead(readField(form, phone, number, tools));
  if (phone === undefined || told === undefined || answers[phone.id] !== undefined || !isOpen(phone.id))
    return undefined;
  return { question: phone, value: told.value, warning: told.notice, raw, beside: [] };
}

/** Of several names that of whom was asked; else whom to call, who is put right only where that is said. */
function findMeant({ form, answers }: Here, asked: Question, { isCall }: { isCall: boolean }): Question | undefined {
  const names = applicableQuestions(form, answers).filter(({ phone }) => phone !== undefined);
  if (asked.phone !== undefined) return asked;
  const [last] = names.toReversed();
  // At the question for their phone the name is known; "gọi cháu, Dế …" at that of the owner tells of another.
  const asksPhoneOf = names.find(({ phone }) => phone === asked.id);
  if (last === undefined || (asksPhoneOf !== undefined && !(isCall && asksPhoneOf !== last))) return undefined;
  if (names.some(({ id }) => id !== last.id && answers[id] === undefined)) return undefined;
  return isCall || answers[last.id] === undefined ? last : undefined;
}

/** The question that is told by what somebody is: "giám đốc", also as "gđ". */
function findToldBy({ form }: Here, role: string): Question | undefined {
  const whole = role.replace(/^gd(?= |$)/, 'giam doc');
  return form.questions.find(
    ({ field, toldBy = [] }) => field.kind === 'name' && toldBy.some((each) => whole.startsWith(foldPhrase(each))),
  );
}

function read({ form, tools }: Here, question: Question, text: string): AnswerValue | undefined {
  const reading = readField(form, question, text, tools);
  return reading.kind === 'value' && !isSkipped(reading.value) ? reading.value : undefined;
}
