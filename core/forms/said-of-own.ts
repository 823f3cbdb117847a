import { foldPhrase } from '../text/fold.ts';
import type { Beside } from './accept-answer.ts';
import { applicableQuestions } from './applicable-questions.ts';
import { looksLikeOrganisation, readKindInName } from './fields/organisation-name.ts';
import { readField } from './fields/read-field.ts';
import type { ChoiceOption, Question } from './form.ts';
import type { Here } from './moves.ts';
import { splitNameAndPlace } from './name-and-place.ts';
import { saysNeed } from './read-several.ts';
import { findToldName } from './told-name.ts';
import { isSkipped } from './values.ts';

/** Who says that they are one: "em là hộ kinh doanh", "của htx", "htx chúng em", "công ty muốn …". */
const IS = /(?:^| )(?:em|toi|minh|chau|nha em|nha toi|chung toi|chung em|ben em|co so|day) la (?:mot )?$/;
const OF = / cua $/;
/** "Học quản lý cho htx", and not "bán cho công ty", "làm thuê cho công ty". */
const FOR_IT = / cho (?:ca )?$/;
const FOR_ANOTHER =
  /(?:^| )(?:ban|nhap|giao|cung cap|cung ung|thue|gia cong|lam viec|cho thue|hang|tra|ho|giup|dai ly|nop|gui)(?: \S+){0,3} cho (?:ca )?$/;
const OWN =
  /^ (?:em|toi|minh|chau|chung toi|chung em|chung minh|nha em|nha toi|nha minh|ben em|ben toi|cua em|cua toi)(?: |$)/;
const THEN = /^ (?:muon|can|xin|dinh|dang|co nhu cau|de nghi|chuyen|lam|san xuat|o)(?: |$)/;
const POLITE = /^ ?(?:(?:da|chao|ad|anh|chi|oi|thua|kinh gui) )*$/;
/** "Muốn lập hợp tác xã": what they wish to become. */
const TO_BE = /(?:^| )(?:lap|mo|thanh lap|len|thanh|dang ky|vao|thanh vien|giai the|chuyen sang) (?:mot |them )?$/;
const DENIED = /^(?:chua|khong|ko) /;
const CLAUSES = /[,.;!\n]+/;
/** Where what is made ends: "cho miến dong của htx". */
const FOR =
  /(?:^| )cho (?:(?:cac|san pham|mat hang|nghe|loai) )*((?:\S+ ){0,4}?\S+?)(?= (?:cua|ben|nha|o|tai|voi|va xin|xin|nhe|a|gia|khoang|de|thi|co|dang|em|toi|minh|htx|hop|muon|can|tu)(?: |$)|$)/g;

/** What a wish tells of who wishes it: what they make ("nhãn hiệu cho miến dong") and what they are ("của htx"). */
export function readOwnBeside(here: Here, asked: Question, raw: string | undefined): Beside[] {
  if (raw === undefined || asked.field.kind !== 'choice' || asked.field.menu === undefined) return [];
  const clauses = raw.split(CLAUSES).filter((clause) => clause.trim() !== '');
  const { form, answers, isOpen = () => true } = here;
  return applicableQuestions(form, answers).flatMap((question): Beside[] => {
    const { id, field, madeOf, isAside } = question;
    if (id === asked.id || isAside === true || answers[id] !== undefined || !isOpen(id)) return [];
    if (field.kind === 'choice') {
      const told = [...new Set(clauses.flatMap((clause) => findKind(here, field.options, clause) ?? []))];
      return told.length === 1 && told[0] !== undefined ? [{ questionId: id, value: told[0] }] : [];
    }
    if (field.kind === 'money') return readSpokenSum(here, question, raw);
    if (field.kind === 'name' && field.of === 'person') return readName(here, question, raw);
    if (field.kind === 'name' && field.of === 'establishment')
      return clauses.flatMap((clause) => readWhose(here, question, clause));
    if (madeOf === undefined) return [];
    const [made] = clauses.flatMap(
      (clause) =>
        findMade(here, clause, madeOf) ?? findDone(here, clause, madeOf) ?? findLeading(here, clause, madeOf) ?? [],
    );
    return made === undefined ? [] : [{ questionId: id, value: made, raw: made }];
  });
}

function readName(here: Here, question: Question, raw: string): Beside[] {
  const name = findToldName(raw);
  const reading = name === undefined ? undefined : readField(here.form, question, name, here.tools);
  return reading?.kind === 'value' && !isSkipped(reading.value)
    ? [{ questionId: question.id, value: reading.value, raw: name }]
    : [];
}

/** The one kind of establishment that a clause tells of who speaks. */
function findKind(here: Here, options: readonly ChoiceOption[], clause: string): string | undefined {
  const typed = foldPhrase(clause);
  const told = options.filter(({ inNames = [], aliases }) => {
    const isOwn = inNames.some((name) => isOfOwn(typed, name));
    return isOwn || aliases.some((alias) => DENIED.test(alias) && isAtEnd(here, clause, typed, alias));
  });
  const [only, another] = told;
  return another === undefined ? only?.id : undefined;
}

function isOfOwn(typed: string, name: string): boolean {
  const at = ` ${typed} `.indexOf(` ${name} `);
  if (at === -1) return false;
  const [before, after] = [` ${typed.slice(0, at)}`, typed.slice(at + name.length)];
  if (TO_BE.test(before)) return false;
  const isWhose = OWN.test(after) || (POLITE.test(before) && THEN.test(after));
  // "Mua máy của công ty Hà Anh" tells who sells it.
  const isFor = FOR_IT.test(before) && !FOR_ANOTHER.test(before);
  return isWhose || IS.test(before) || ((OF.test(before) || isFor) && after.trim() === '');
}

/** "Xưởng em chưa đăng ký", and not "nhãn hiệu chưa đăng ký". */
function isAtEnd(here: Here, clause: string, typed: string, alias: string): boolean {
  return (typed === alias || typed.endsWith(` ${alias}`)) && !saysNeed(here, clause);
}

/** "…chị làm bún khô chị muốn mua máy…", as a voice tells it: only what is known as something that is made. */
function findDone(here: Here, clause: string, madeOf: readonly string[]): string | undefined {
  const words = clause.normalize('NFC').trim().split(/\s+/);
  const plain = words.map(foldPhrase);
  for (const [at, word] of plain.entries()) {
    const before = plain.slice(0, at).join(' ');
    const isWhole = at === 0 && word === 'lam';
    if (!/^(?:lam|xuat|bien)$/.test(word) || !(isWhole || DOES.test(`${before} ${word}`))) continue;
    const length = [3, 2, 1].find((each) => {
      // "Làm bún" between commas, and nothing else.
      if (isWhole && plain.length !== each + 1) return false;
      const said = plain.slice(at + 1, at + 1 + each).join(' ');
      return (
        madeOf.includes(said) &&
        said.length > (isWhole ? 1 : 3) &&
        !saysNeed(here, said) &&
        !saysNeed(here, `mua ${said}`)
      );
    });
    if (length !== undefined) return words.slice(at + 1, at + 1 + length).join(' ');
  }
  return undefined;
}

/** "Miến dong ở Côn Minh cần máy sấy": what is known as something that is made stands first, and is no need itself. */
function findLeading(here: Here, clause: string, madeOf: readonly string[]): string | undefined {
  const words = clause.normalize('NFC').trim().split(/\s+/);
  const plain = words.map(foldPhrase);
  const length = [3, 2, 1].find((each) => {
    const said = plain.slice(0, each).join(' ');
    return madeOf.includes(said) && LEADS_ON.test(plain[each] ?? '') && !saysNeed(here, said);
  });
  return length === undefined ? undefined : words.slice(0, length).join(' ');
}

const LEADS_ON = /^(?:o|tai|can|muon|xin|dinh)$/;

const DOES =
  /(?:^| )(?:nghe|cong ty|doanh nghiep|htx|hop tac xa|to hop tac|lang nghe|em|toi|minh|chi|anh|chau|nha em|nha toi|ben em|chung toi|chung em|co so|xuong)(?: (?:dang|chuyen|hien|co))* (?:lam|san xuat|che bien)$/;
const NUMERAL = '(?:khong|mot|hai|ba|bon|tu|nam|sau|bay|tam|chin|muoi|linh|le|lam|ruoi|tram|chuc|\\d+(?:[.,]\\d+)?)';
const SPOKEN_SUM = new RegExp(
  `(?<= )(?:${NUMERAL} ){1,6}(?:trieu|ty|ti)(?: (?:${NUMERAL} ){0,4}trieu| ruoi| ${NUMERAL}(?= (?:\\D|$)))?(?= |$)`,
  'g',
);
const LONG = 80;

/** "…cho chè của HTX Hảo Đạt": its name, and what it is. "Mua máy của công ty Hà Anh" tells who sells it. */
function readWhose(here: Here, question: Question, clause: string): Beside[] {
  const words = clause.normalize('NFC').trim().split(/\s+/);
  const plain = words.map(foldPhrase);
  const at = plain.lastIndexOf('cua');
  const said = words.slice(at + 1).join(' ');
  // "… của HTX Tài Hoan ở Côn Minh": its place is no part of its name.
  const name = splitNameAndPlace(here, said)?.name ?? said;
  if (at === -1 || !plain.slice(0, at).includes('cho') || !looksLikeOrganisation(name)) return [];
  const kind = applicableQuestions(here.form, here.answers).find(({ id }) => question.alsoReads?.includes(id));
  const option = kind?.field.kind === 'choice' ? readKindInName(kind.field.options, name) : undefined;
  const isOpen = kind !== undefined && here.answers[kind.id] === undefined;
  return [
    { questionId: question.id, value: name, raw: name },
    ...(option === undefined || kind === undefined || !isOpen ? [] : [{ questionId: kind.id, value: option }]),
  ];
}

/** A sum in words, in the middle of a long run of them: "…khoảng bốn trăm triệu…". One, and one alone. */
function readSpokenSum(here: Here, question: Question, raw: string): Beside[] {
  if (raw.length < LONG) return [];
  const typed = ` ${foldPhrase(raw)} `;
  const [sum, another] = [...typed.matchAll(SPOKEN_SUM)].map((match) => match[0]);
  if (sum === undefined || another !== undefined) return [];
  const reading = readField(here.form, question, sum, here.tools);
  return reading.kind === 'value' && !isSkipped(reading.value)
    ? [{ questionId: question.id, value: reading.value, raw: sum }]
    : [];
}

/** What a name tells of what is made holds only what is known as that: of "cơ sở sản xuất miến dong Nguyễn Thị Hoa" the noodles. */
export function withoutName(here: Here, beside: readonly Beside[]): Beside[] {
  const names = beside.flatMap(({ questionId, raw }) =>
    here.form.questions.some(({ id, field }) => id === questionId && field.kind === 'name')
      ? [foldPhrase(raw ?? '')]
      : [],
  );
  return beside.map((each) => {
    const { madeOf = [] } = here.form.questions.find(({ id }) => id === each.questionId) ?? {};
    const made = typeof each.value === 'string' ? foldPhrase(each.value) : '';
    if (made === '' || madeOf.includes(made) || !names.some((name) => name.includes(made))) return each;
    const [thing] = madeOf.filter((one) => made.startsWith(`${one} `)).toSorted((a, b) => b.length - a.length);
    if (thing === undefined) return each;
    const value = String(each.value).split(/\s+/).slice(0, thing.split(' ').length).join(' ');
    return { ...each, value, raw: value };
  });
}

/** "…cho miến dong của htx": only what is known as something that is made. */
function findMade(here: Here, clause: string, madeOf: readonly string[]): string | undefined {
  const words = clause.normalize('NFC').trim().split(/\s+/);
  const typed = words.map(foldPhrase).join(' ');
  for (const match of typed.matchAll(FOR)) {
    const said = match[1] ?? '';
    const isThing = madeOf.some((thing) => said === thing || said.startsWith(`${thing} `));
    // "Cho xưởng bún": of where it is made only what is made.
    const [thing] = madeOf.filter((each) => said.endsWith(` ${each}`)).toSorted((a, b) => b.length - a.length);
    const made = isThing ? said : thing;
    // "Cho trung bay": without its mark an egg is how goods are shown.
    if (made === undefined || saysNeed(here, made)) continue;
    const before = typed.slice(0, match.index + match[0].length - made.length).trim();
    const from = before === '' ? 0 : before.split(' ').length;
    return words.slice(from, from + made.split(' ').length).join(' ');
  }
  return undefined;
}
