import { foldPhrase } from '../text/fold.ts';
import { applicableQuestions } from './applicable-questions.ts';
import { looksLikeOrganisation, withoutCalling } from './fields/organisation-name.ts';
import { looksLikePersonName } from './fields/person-name.ts';
import { readField } from './fields/read-field.ts';
import type { Field, Question } from './form.ts';
import type { Here } from './moves.ts';
import { saysYesOrNo } from './read-elsewhere.ts';
import { isExactly } from './read-exactly.ts';
import { saysNeed } from './read-several.ts';
import { readSaidOwn } from './said-own.ts';
import { findToldName } from './told-name.ts';
import { type AnswerValue, isSkipped, SKIPPED } from './values.ts';

type Stray = { question: Question; value: AnswerValue };

const SPEAKER = /^(?:(?:da|vang|a) )*(?:em|e|toi|tui|minh|chau|chi|anh|bac|co|chu|ong|ba) (?:ho )?ten /;

/** Two words may be anything; a family name with two more is somebody. */
const FEWEST_NAME_WORDS = 3;

/** "Cơ sở bún Lan" is no product; "cơ sở tôi làm bún" is no name. */
const PLACE_OF_WORK =
  /^(?:co so|xuong) (?!(?:(?:\S+ )*(?:(?:muon|can|xin|o|tai|mua|dang|co|chua|khong|cua)(?: |$)|lam ))|toi|em|minh|nha|chung|san xuat)(?:\S+ ){0,5}\S+$/;

/** "Lò rèn Nông Văn Dũ", "tiệm mộc Hà Thị Lan": where somebody works, by their whole name. */
const WORKS_AT = /^(?:lo|tiem|quan|nha may|nha hang|lang nghe|to|trai|vuon|hieu) /;
const NAME_WORDS = 3;

function isWorkOfSomebody(text: string): boolean {
  const words = text.normalize('NFC').trim().split(/\s+/);
  const name = words.slice(-NAME_WORDS).join(' ');
  const isBefore = words.length > NAME_WORDS && words.length <= NAME_WORDS + 3;
  return (
    isBefore && WORKS_AT.test(foldPhrase(text)) && / (?:van|thi) /.test(foldPhrase(name)) && looksLikePersonName(name)
  );
}

function isFreeText({ field }: Question): boolean {
  return field.kind === 'text' || (field.kind === 'name' && field.of === 'person');
}

/** The name of the establishment, where something else was asked; `isUnread`: these words do not answer that. One that has no name yet gets it; one told in full is put right. */
export function readStrayOrganisation(
  here: Here,
  asked: Question,
  text: string,
  { isUnread = isFreeText(asked) } = {},
): Stray | undefined {
  const name = withoutCalling(text);
  const isName =
    looksLikeOrganisation(name) || (isUnread && (PLACE_OF_WORK.test(foldPhrase(text)) || isWorkOfSomebody(text)));
  if (here.form.order === 'any' || isNameOf('establishment')(asked) || !isName) return undefined;
  const { form, answers, isOpen = () => true } = here;
  const question =
    openQuestions(here, asked, { isSkippedOpen: true }).find(isNameOf('establishment')) ??
    applicableQuestions(form, answers).find((each) => isNameOf('establishment')(each) && isOpen(each.id));
  return question && take(here, question, name);
}

/** What words that do not answer the question surely tell about a later one: what is made, who is to be called. */
export function readStray(here: Here, asked: Question, text: string): Stray | undefined {
  if (here.form.order === 'any') return undefined;
  const again = findAgain(here, asked, text);
  if (again !== undefined) return again;
  const open = openQuestions(here, asked);
  const speaker = readSpeaker(here, open, text);
  if (speaker !== undefined) return speaker;
  for (const question of open) {
    const own = isMadeOf(question, text) ? text : readSaidOwn(question, text);
    const value = own === undefined || saysNeed(here, own) ? undefined : take(here, question, own);
    if (value !== undefined) return value;
  }
  const without = open.find((question) => saysNoneOf(question, text));
  if (without !== undefined) return { question: without, value: SKIPPED };
  const isLong = foldPhrase(text).split(' ').length >= FEWEST_NAME_WORDS;
  // "Nhà bà Ín": of whom it is, and not whom to call.
  const isHouse = /^(?:ho|nha) (?:ong|ba|anh|chi|co|chu|bac|cu) /.test(foldPhrase(text));
  const isName = isLong && !isHouse && !isDoing(text) && looksLikePersonName(text) && !mayBePlace(here, asked, text);
  const isGoods = isName && open.some((question) => beginsAsGoods(question, text));
  const person = isName && !isGoods ? open.find(isNameOf('person')) : undefined;
  return person && take(here, person, text);
}

/** "Chị tên Thơm": who speaks, and no name of a workshop. */
function readSpeaker(here: Here, open: readonly Question[], text: string): Stray | undefined {
  const name = SPEAKER.test(foldPhrase(text)) ? findToldName(text) : undefined;
  const question = open.find((each) => isNameOf('person')(each) && each.phone !== undefined);
  return name === undefined || question === undefined ? undefined : take(here, question, name);
}

/** "Miến dong", "chè xanh và mật ong": nothing but such things. */
function isMadeOf({ madeOf = [] }: Question, text: string): boolean {
  const parts = text.split(/[,;]| và | va /).map(foldPhrase);
  return madeOf.length > 0 && parts.every((part) => madeOf.includes(part));
}

/** "Chưa đặt tên", "chưa hỏi giá": the very words by which one question is left open, and what it asks is named in them. */
function saysNoneOf({ skip }: Question, text: string): boolean {
  const typed = foldPhrase(text);
  return / (?:ten|gia)$/.test(typed) && skip?.phrases.includes(typed) === true;
}

const MIDDLE_NAME = /^(?:van|thi|duc|minh|quang|ngoc|xuan|hong|thanh)$/;

/** "Dao phuc sen" is a knife as soon as a Mr Đào, while nobody knows yet what is made. */
function beginsAsGoods({ madeOf = [] }: Question, text: string): boolean {
  const [first = '', second = ''] = foldPhrase(text).split(' ');
  return madeOf.includes(first) && !MIDDLE_NAME.test(second);
}

/** "Lam du lich" is what somebody does, as "Lam Thi Hoa" is who. */
function isDoing(text: string): boolean {
  const [first = '', second = ''] = foldPhrase(text).split(' ');
  return first === 'lam' && text === text.toLowerCase() && !MIDDLE_NAME.test(second);
}

/** "Tả Lèng, Lai Châu" begins like a family name. */
function mayBePlace({ tools }: Here, { field }: Question, text: string): boolean {
  // It was read as a place before and is none: "Võ Thị Hường" can only be somebody.
  if (field.kind === 'place') return !/ (?:thi|van|a|mi|seo|duc|mui) /.test(foldPhrase(text));
  const finding = tools.places.find(text, { provinceCode: tools.nearProvinceCode });
  return finding.kind !== 'unknown' && !(finding.kind === 'found' && finding.guessed);
}

/** "Hợp tác xã", when the name has told it already: the very words of a choice are meant for it. */
export function findAgain(here: Here, asked: Question | undefined, text: string): Stray | undefined {
  const { form, answers } = here;
  if (saysYesOrNo(text)) return undefined;
  const question = applicableQuestions(form, answers).find(
    (each) => each.id !== asked?.id && answers[each.id] !== undefined && isExactly(here, each, text),
  );
  return question && take(here, question, text);
}

/** "Hộ kinh doanh", where a product or a name is asked: the very words of a choice, answered or not. */
export function findOption(here: Here, asked: Question, text: string): Stray | undefined {
  const again = findAgain(here, asked, text);
  if (again !== undefined || saysYesOrNo(text)) return again;
  const question = openQuestions(here, asked).find((each) => isExactly(here, each, text));
  return question && take(here, question, text);
}

function openQuestions(
  { form, answers, isOpen = () => true }: Here,
  asked: Question,
  { isSkippedOpen = false } = {},
): Question[] {
  return applicableQuestions(form, answers).filter(
    ({ id, isAside }) =>
      id !== asked.id &&
      isAside !== true &&
      isOpen(id) &&
      (answers[id] === undefined || (isSkippedOpen && isSkipped(answers[id]))),
  );
}

function take({ form, tools }: Here, question: Question, text: string): Stray | undefined {
  const reading = readField(form, question, text, tools);
  return reading.kind === 'value' && !isSkipped(reading.value) ? { question, value: reading.value } : undefined;
}

function isNameOf(of: Extract<Field, { kind: 'name' }>['of']) {
  return ({ field }: Question): boolean => field.kind === 'name' && field.of === of;
}
