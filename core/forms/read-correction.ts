import { fold, foldPhrase } from '../text/fold.ts';
import { applicableQuestions } from './applicable-questions.ts';
import type { FieldReading } from './fields/field-reading.ts';
import { looksLikeOrganisation } from './fields/organisation-name.ts';
import { looksLikePersonName } from './fields/person-name.ts';
import { readField } from './fields/read-field.ts';
import type { Question } from './form.ts';
import { labelWords } from './form-words.ts';
import type { Here } from './moves.ts';
import { isSumAlone } from './read-elsewhere.ts';
import { readItemChange } from './read-item-change.ts';
import { isSkipped } from './values.ts';

/** "À nhầm", "xin lỗi em ghi sai", "sửa lại": what was said before was wrong. */
const SLIP =
  /^(?:(?:a|o|oi|u|khong|ko|k|khoan|da|thoi|nhung|ma|xin loi) )*y (?:cua )?(?:toi|em|minh|chau|con|chi|anh|bac|co|tui) (?:(?:muon )?noi (?:la )?|la )+|^(?:(?:a|o|oi|u|thoi|xin loi|da|cho) )*(?:(?:toi|em|minh|chau) )?(?:(?:go|ghi|viet|bam|noi|khai|dien) )?(?:nham|sai|lon)(?: (?:roi|mat|a|em|mat roi|o tren|cau tren|cau truoc))*(?: |$)|^(?:(?:a|o|oi|u|thoi|da) )*(?:khong|ko|k) (?:phai|dung)(?: (?:roi|dau|a|em|the|vay|cai do|cau do))*$/;
const CHANGE =
  /^(?:(?:a|o|oi|cho|xin|da|toi muon|em muon|muon) )*(?:sua|doi|chinh|thay)(?: lai| giup| giup em| ho)?(?: (?:thong tin|cai|muc))? /;
const BETWEEN =
  /^(?:(?:cua (?:toi|em|minh|chung toi|nha)|la|thanh|sang|lai|moi|dung|phai la|phai|cho dung|nhe|a|o|chu khong phai) |: ?)*/;

/** "Lợn" and "lớn" are other words than "lộn". */
const OTHER_WORD = /(?<!\p{L})l(?:ợn|ớn|on)(?!\p{L})/iu;

export function saysSlip(text: string): boolean {
  return findSlip(text) !== undefined;
}

function findSlip(text: string): string | undefined {
  const slip = SLIP.exec(foldWords(text))?.[0];
  if (slip === undefined || !/(?:^| )lon(?: |$)/.test(slip)) return slip;
  // Without marks only what follows tells: "lon roi".
  const isOther = OTHER_WORD.test(text.normalize('NFC')) && !/(?:^| )lon (?:roi|mat|o|cau)/.test(slip);
  return isOther ? undefined : slip;
}

/** "Nhầm rồi ạ", and nothing of what would be right. */
export function saysOnlySlip(text: string): boolean {
  return foldPhrase(text).replace(SLIP, '').trim() === '';
}

/** "Nhầm, 90tr": what follows the words of a slip; undefined when there are none. */
export function afterSlip(text: string): string | undefined {
  const slip = findSlip(text);
  return slip === undefined ? undefined : dropWords(text, countWords(slip));
}

export type Correction =
  /** To be asked again. */
  | { question: Question; reading: undefined; raw: string }
  /** Said right away. */
  | { question: Question; reading: FieldReading; raw: string };

/**
 * What somebody puts right in the middle of a form: "à nhầm, số là 0900000002", "sửa tên
 * cơ sở thành HTX Tài Hoan", "nhầm rồi". Undefined when it is not clear which answer is meant: it may be one itself.
 */
export function readCorrection(here: Here, asked: Question | undefined, text: string): Correction | undefined {
  const { form, answers } = here;
  if (form.order === 'any') return readItemChange(here, text);
  const folded = foldWords(text);
  const slip = findSlip(text);
  const start = slip ?? CHANGE.exec(folded)?.[0];
  const answered = applicableQuestions(form, answers).filter(({ id }) => answers[id] !== undefined);
  if (start === undefined) {
    const another = SAYS_ANOTHER.test(folded) ? findAnother(here, answered, text) : undefined;
    return another === undefined
      ? (readLateSlip(here, text) ?? readRenamed(here, text))
      : { question: another, reading: undefined, raw: text };
  }
  const rest = withoutWhat(withoutDenied(dropWords(text, countWords(start))));
  const before = slip === undefined ? undefined : beforeOf(answered, here, asked);
  // "Nhầm rồi ạ": the last answer, most likely.
  if (before !== undefined && rest === '') return { question: before, reading: undefined, raw: text };
  const another = findAnother(here, answered, rest);
  if (another !== undefined) return { question: another, reading: undefined, raw: text };
  const named = findNamed(here, answered, rest);
  if (named !== undefined || slip === undefined) return named;
  // "Sai số điện thoại", where none is known yet: that is asked, and no other answer becomes these words.
  const unknown = applicableQuestions(form, answers).find(
    (question) => answers[question.id] === undefined && afterLabel(here, question, rest) === '',
  );
  if (unknown !== undefined) return { question: unknown, reading: undefined, raw: text };
  const told = answered.flatMap((question): Correction[] => {
    if (!['phone', 'money', 'place'].includes(question.field.kind)) return [];
    const correction = readAs(here, question, rest);
    return correction === undefined ? [] : [correction];
  });
  if (told.length > 0) return told.length === 1 ? told[0] : undefined;
  const made = answered.find(({ madeOf = [] }) =>
    madeOf.some((thing) => `${foldPhrase(rest)} `.startsWith(`${thing} `)),
  );
  if (made !== undefined) return readAs(here, made, rest);
  return before === undefined ? undefined : readAs(here, before, rest);
}

/** "Cơ sở khác cơ", "xã khác", "không phải số này": which answer is wrong is said, and not what would be right. */
function findAnother(here: Here, answered: readonly Question[], rest: string): Question | undefined {
  const what = ANOTHER.exec(foldWords(rest));
  const said = what?.[1] ?? what?.[2];
  if (said === undefined) return undefined;
  const [only, more] = answered.filter((question) =>
    [...namesOf(here, question), ...shortNamesOf(question)].includes(said),
  );
  return more === undefined ? only : undefined;
}

const ANOTHER =
  /^(?:(?:la|cua|cho|o|phai|day|cai|ten) )*(\S+(?: \S+){0,2}?) (?:khac|kia)(?: (?:co|ma|roi|a|nhe|em|chu|day|co ma))*$|^(?:khong|ko) phai (\S+(?: \S+){0,2}?) (?:nay|do|ay|tren)(?: (?:a|nhe|em|dau|roi))*$/;

/** "Xã khác cơ mà", "không phải số này": words of a slip without saying so. */
const SAYS_ANOTHER =
  / (?:khac|kia) (?:co|ma|chu|co ma)$|^(?:khong|ko) phai \S+(?: \S+){0,2} (?:nay|do|ay)(?: (?:a|nhe|em|dau))*$/;

/** "Cơ sở khác" is another establishment; the words alone are too common to lead to what would be right. */
function shortNamesOf({ field }: Question): readonly string[] {
  if (field.kind !== 'name') return [];
  return field.of === 'establishment' ? ['co so', 'xuong', 'htx', 'hop tac xa', 'cong ty', 'cty'] : ['nguoi', 'ten'];
}

/** "Bún khô chứ không phải bột dong": what it is not is no part of it. */
const DENIED =
  /[, ]+(?:chứ|chu) (?:không|khong|ko|k)(?: (?:phải|phai|là|la))* .+$|[, ]+(?:không phải|khong phai|ko phai) .+$|[, ]+(?:thôi|thoi)[, ]+(?:không|khong|ko|k) (?:có|co|làm|lam|bán|ban) .+$/iu;

/** "Sai tên rồi, tên là …": what was wrong is told once more with what is right. */
function withoutWhat(rest: string): string {
  const [first = '', ...others] = rest.split(/[,.;:] ?/);
  return others.length > 0 && WHAT.test(foldPhrase(first)) ? others.join(', ') : rest;
}

const WHAT =
  /^(?:ten|so|sdt|so dien thoai|xa|dia chi|gia|so tien|san pham|loai)(?: (?:co so|nguoi|lien he|htx|cong ty|em|toi))*(?: (?:roi|mat|a|em|o tren))*$/;

function withoutDenied(text: string): string {
  return text.normalize('NFC').replace(DENIED, '').trim() || text;
}

/** "Tên công ty tôi ghi sai, là Công ty Hà", "số điện thoại nhầm rồi": the slip is said after what it is about. */
const LATE_SLIP =
  /^(.{2,40}?) (?:(?:toi|em|minh|chau|con) )?(?:(?:bi|vua|ghi|viet|go|khai|noi|dien|bao) )*(?:sai|nham|lon)(?: (?:roi|mat|a|em|het))*(?: |$)/;

function readLateSlip(here: Here, text: string): Correction | undefined {
  const folded = foldWords(text);
  const [before = '', label] = LATE_SLIP.exec(folded) ?? [];
  if (label === undefined) return undefined;
  const { form, answers } = here;
  const answered = applicableQuestions(form, answers).filter(({ id }) => answers[id] !== undefined);
  const rest = withoutDenied(dropWords(text, countWords(before)));
  return findNamed(here, answered, `${label} ${rest}`.trim());
}

function readAs({ form, tools }: Here, question: Question, text: string): Correction | undefined {
  // "À nhầm, 90tr" is of no product and of no name.
  if ((question.field.kind === 'text' || question.field.kind === 'name') && isSumAlone(text)) return undefined;
  const reading = readField(form, question, text, tools);
  const isRead = reading.kind === 'value' ? !isSkipped(reading.value) : reading.kind !== 'unread';
  return isRead ? { question, reading, raw: text } : undefined;
}

/** Folded word by word, so that words can be counted off the text itself. */
function foldWords(text: string): string {
  return text
    .normalize('NFC')
    .trim()
    .split(/\s+/)
    .map((word) => fold(word).replace(/[,;:.!-]+/g, ''))
    .filter((word) => word !== '')
    .join(' ');
}

function countWords(phrase: string): number {
  return phrase.trim() === '' ? 0 : phrase.trim().split(' ').length;
}

/** What is left of a text without its first words, commas and all. */
function dropWords(text: string, count: number): string {
  const words = text.normalize('NFC').trim().split(/\s+/);
  let left = count;
  while (words.length > 0 && (left > 0 || !/[\p{L}\p{N}+(]/u.test(words[0] ?? ''))) {
    if (/[\p{L}\p{N}]/u.test(words.shift() ?? '')) left -= 1;
  }
  return words.join(' ');
}

/** At the review, a sum or a phone number alone: the answer of its kind is to be changed to it. */
export function readChange(here: Here, text: string): Correction | undefined {
  const { form, answers, tools } = here;
  const kind = isSumAlone(text) ? 'money' : /^[\d .+()-]{9,}$/.test(text.trim()) ? 'phone' : undefined;
  const [question, another] = applicableQuestions(form, answers).filter(
    ({ field, isAside }) => field.kind === kind && isAside !== true,
  );
  if (question === undefined || another !== undefined) return undefined;
  const reading = readField(form, question, text, tools);
  return reading.kind === 'value' ? { question, reading, raw: text } : undefined;
}

/** "Hợp tác xã em tên là chè Tân Cương", "à quên, em tên Hoa": whose name it is stands before it. */
function readRenamed(here: Here, text: string): Correction | undefined {
  const folded = foldWords(text);
  const [lead, what = ''] = NAMED.exec(folded) ?? [];
  if (lead === undefined) return undefined;
  const of = /^(?:toi|em|minh|chau|chi|anh|tui)$/.test(what) ? 'person' : 'establishment';
  const question = applicableQuestions(here.form, here.answers).find(
    ({ id, field }) => field.kind === 'name' && field.of === of && here.answers[id] !== undefined,
  );
  return question && readAs(here, question, dropWords(text, countWords(lead)));
}

const NAMED =
  /^(?:(?:a|a quen|quen|o|oi|da|khoan|nhung|thuc ra) )*(hop tac xa|htx|to hop tac|cong ty|cty|co so|xuong|toi|em|minh|chau|chi|anh|tui)(?: (?:cua|nha))?(?: (?:em|toi|minh|chau|tui|ben em|chung toi))? ten (?:la |dung la |moi la |that la )?(?=\S)/;

/** "tên cơ sở là HTX Tài Hoan": its label, and perhaps the right answer. */
function findNamed(here: Here, answered: readonly Question[], rest: string): Correction | undefined {
  const told = answered.flatMap((question) => {
    const value = afterLabel(here, question, rest) ?? afterBareName(question, rest);
    return value === undefined ? [] : [{ question, value }];
  });
  // The longest label leaves the least; of two that are called alike that which is called so itself.
  const isOwnLabel = (question: Question) =>
    foldWords(rest).startsWith(foldPhrase(here.tools.say(labelWords(here.form, question)))) ? 0 : 1;
  const best = told.toSorted(
    (a, b) => a.value.length - b.value.length || isOwnLabel(a.question) - isOwnLabel(b.question),
  )[0];
  if (best === undefined) return undefined;
  const { question, value } = best;
  if (value === '') return { question, reading: undefined, raw: rest };
  return { question, reading: readField(here.form, question, value, here.tools), raw: value };
}

/** "Tên là cơ sở bún Hòa Bình", "tên là Nguyễn Thị Hoa": whose name it is, its look tells. */
function afterBareName({ field }: Question, text: string): string | undefined {
  if (field.kind !== 'name' || !/^ten /.test(foldWords(text))) return undefined;
  const value = dropWords(
    text,
    countWords(/^ten (?:(?:la|phai la|dung la|moi la) )?/.exec(foldWords(text))?.[0] ?? ''),
  );
  const isEstablishment = looksLikeOrganisation(value) || /^(?:co so|xuong) \S/.test(foldPhrase(value));
  return (field.of === 'establishment' ? isEstablishment : !isEstablishment && looksLikePersonName(value))
    ? value
    : undefined;
}

/** What follows the label of a question: "sản phẩm: miến dong", "số điện thoại là 0900000001". */
export function afterLabel(here: Here, question: Question, text: string): string | undefined {
  const folded = foldWords(text);
  const name = namesOf(here, question).find((each) => folded === each || folded.startsWith(`${each} `));
  if (name === undefined) return undefined;
  const between = BETWEEN.exec(`${folded.slice(name.length).trim()} `)?.[0] ?? '';
  // "Xã La Bằng": the word belongs to the name of the commune.
  const whole = question.field.kind === 'place' && between !== '' ? dropWords(text, countWords(name)) : undefined;
  if (whole !== undefined && readField(here.form, question, whole, here.tools).kind === 'value') return whole;
  return dropWords(text, countWords(name) + countWords(between));
}

const ALSO_CALLED: Readonly<Record<string, readonly string[]>> = {
  phone: ['so dien thoai', 'sdt', 'so dt', 'dien thoai', 'so'],
  money: ['so tien', 'gia', 'tien'],
  place: ['xa', 'dia chi', 'noi san xuat', 'cho o'],
};

const NAMES: Readonly<Record<'person' | 'establishment', readonly string[]>> = {
  establishment: ['ten co so', 'ten cong ty', 'ten htx', 'ten hop tac xa', 'ten xuong', 'ten to hop tac'],
  person: ['ho ten', 'ten nguoi lien he', 'nguoi lien he'],
};

function namesOf({ form, tools }: Here, { field, ...question }: Question): string[] {
  const also = field.kind === 'name' ? NAMES[field.of] : (ALSO_CALLED[field.kind] ?? []);
  return [foldPhrase(tools.say(labelWords(form, { field, ...question }))), ...also];
}

/** The answered question just before the one that is asked. */
function beforeOf(answered: readonly Question[], { form }: Here, asked: Question | undefined): Question | undefined {
  const order = form.questions.map(({ id }) => id);
  const at = asked === undefined ? order.length : order.indexOf(asked.id);
  return answered.filter(({ id }) => order.indexOf(id) < at).at(-1);
}
