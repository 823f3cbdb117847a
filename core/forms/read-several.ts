import { foldPhrase } from '../text/fold.ts';
import type { Beside } from './accept-answer.ts';
import { applicableQuestions } from './applicable-questions.ts';
import { surelyRead } from './fields/field-reading.ts';
import { looksLikeOrganisation, readKindInName } from './fields/organisation-name.ts';
import { isUnmistakableName } from './fields/person-name.ts';
import { readField } from './fields/read-field.ts';
import { findPlace, findSaidPlace, saysMoreThanPlace, withPlainAt } from './fields/said-place.ts';
import { type Field, findQuestion, type Question } from './form.ts';
import type { Here } from './moves.ts';
import { splitNameAndPlace } from './name-and-place.ts';
import { afterLabel } from './read-correction.ts';
import { isSumAlone } from './read-elsewhere.ts';
import { isExactly } from './read-exactly.ts';
import { readSaidOwn } from './said-own.ts';
import { listSumsByChoice } from './sum-by-choice.ts';
import { choicesValue, isSkipped, type MoneyValue } from './values.ts';

/** A phone number with what people write before it. */
const PHONE =
  /[,;:-]? ?(?:(?:sđt|sdt|đt|dt|số điện thoại|so dien thoai|điện thoại|dien thoai|số|so|tel|zalo|gọi|goi)[:. ]*)*\+?\(?\+?\d[\d .()-]{7,}\d/giu;
/** A longer text is no sum, but may hold one. */
const LONGEST_SUM = 120;
/** A tax code or a phone number is no sum: ten digits and more in one run, which no round sum is. */
const NUMBERS = /(?<![\d.,])(?!\d+0{5}(?!\d))\d{10,13}(?:-\d{3})?(?!\d)/g;
/** "Sản phẩm: chè khô" alone tells what it is. */
const LABELLED = /^[^:\d\n]{2,24}: ?\S/;
/** The comma of "1,2 tỷ" parts nothing. */
const PARTS = /[;\n]+|,+(?!\d)|(?<!\d),+|\. |(?<!\d) - | - (?!\d)/;
/** A title before a name with its capital, or words that can only lead to one. */
const PERSON =
  /^(?:(?:chị|anh|ông|bà|cô|chú|bác|chi|ong|bac|c|a)\.? \p{Lu}|(?:chi|chị|anh) (?!(?:em|nhờ|nho|muốn|muon|cần|can|xin|hỏi|hoi|ơi|oi|giúp|giup|cho|làm|lam|đang|dang|ở|có|co|không|khong|ko|thì|cũng|vẫn|ấy|này|chỉ|định|mua|gửi|gui|biết|biet|thiếu|thieu|mong|phải|phai|được|duoc|thấy|thay) )\p{L}+(?: \p{L}+){0,3}$|(?:tôi|em|mình|tên|tên tôi|tên em|toi|ten|ten toi) (?:là|la|tên là) |(?:chủ|chu|giám đốc|giam doc)(?: (?:cơ sở|co so|hộ|ho|xưởng|xuong|htx))? (?:là|la|tên|ten) |(?:liên hệ|lien he|lh|LH|Lh|gặp|gap|người liên hệ)(?: |: ?))/u;
/** "xã Côn Minh", "cơ sở tôi ở Côn Minh": a part that begins so is a place, if there is one. */
const PLACE =
  /^(?:(?:toi|em|minh|nha|co so|xuong|htx|dia chi|hien|dang|chung) )*(?:(?:o|tai(?= (?:xa|phuong|thi tran|dac khu) )) |(?=(?:(?:thon|xom|ap|khu|to dan pho) (?:\S+ ){1,4})?(?:xa|phuong|thi tran|dac khu) |(?:\S+ ){1,4}(?:huyen|tp|thanh pho|thi xa|tx|tinh) \S))/;
/** A village stands before its commune, or alone between commas: it is no product. */
const VILLAGE = /^(?:(?:toi|em|minh|nha|o|tai) )*(?:thon|xom|ap|khu|to dan pho) \S/;
/** "Thôn Nà Hin" and nothing more: what follows its comma is its commune, also without "xã". */
const VILLAGE_ALONE = /^(?:(?:toi|em|minh|nha|o|tai|dia chi) )*(?:thon|xom|ap|khu|to dan pho) (?:\S+ ?){1,4}$/;
/** "Công ty tôi cần làm nhãn hiệu" is more than a name. */
const WISH = /\b(?:muon|can|xin|dinh|mua|nhu cau|ho tro|dang ky|de nghi)\b/;
const MOST_AREA_WORDS = 5;
const FEWEST_IN_FULL = 3;
const FILLING =
  /^(?:(?:a|ah|nhe|nha|day|la|va|voi|thoi|luon|em|anh|chi|toi|cua|minh|sdt|so|dt|zalo|goi|lien he|oi|da|vang|nua) )*$/;
const ESTABLISHMENT =
  /^(?:ten )?(?:htx|hop tac xa|cong ty|cty|co so|to hop tac|tht|ho kinh doanh|hkd|doanh nghiep|dn|xuong) (?!(?:e|em|toi|minh|chau|nha|ben|chung toi|chung em) )\S/;

/** What was asked, as the rest of the words tells it, and what else they tell. */
export type Several = { own: string; beside: Beside[] };

/**
 * Several answers in one message, as people in a hurry write: "miến dong, htx Tài Hoan, xã Côn Minh, chị Lan 0900000001". Only
 * parts that can be nothing else are taken for another question; the rest is the answer to the one asked.
 */
export function readSeveral(here: Here, asked: Question, text: string): Several | undefined {
  const { form, answers, isOpen = () => true } = here;
  if (form.order === 'any' || asked.field.kind === 'phone' || asked.field.kind === 'photos') return undefined;
  const others = applicableQuestions(form, answers).filter(
    ({ id, isAside }) => id !== asked.id && isAside !== true && isOpen(id),
  );
  const open = others.filter(({ id }) => answers[id] === undefined);
  const only = (kind: Field['kind'], id?: string) => {
    const [first, another] = open.filter((each) => each.field.kind === kind && (id === undefined || each.id === id));
    return another === undefined ? first : undefined;
  };
  const beside: Beside[] = [];
  const take = (question: Question | undefined, part: string): boolean => {
    const read = question && readSurely(here, question, part);
    if (question === undefined || read === undefined) return false;
    if (beside.some(({ questionId }) => questionId === question.id)) return false;
    beside.push({ questionId: question.id, ...read, raw: part });
    return true;
  };
  const rest = text.replace(PHONE, (run) => (take(only('phone'), run) ? ', ' : run));
  const parts = rest
    .split(PARTS)
    .map((part) => part.trim())
    .filter((part) => part !== '' && !FILLING.test(`${foldPhrase(part)} `));
  const [anyPlace, anotherPlace] = others.filter(({ field }) => field.kind === 'place');
  // Said once more where something else is asked: still no product and no name.
  const left = takePlace(parts, only('place') ?? (anotherPlace === undefined ? anyPlace : undefined));
  if (parts.length < 2 && beside.length === 0 && !LABELLED.test(text)) return undefined;
  const own = left.filter((part) => {
    const labelled = open
      .map((question) => ({ question, value: afterLabel(here, question, part) }))
      .find(({ value }) => value);
    if (labelled?.value !== undefined && take(labelled.question, labelled.value)) return false;
    const option = open.find((question) => isExactly(here, question, part));
    if (option !== undefined) return !take(option, part);
    if (isSumAlone(part)) return !take(only('money'), part);
    if (PERSON.test(part) || isUnmistakableName(part)) return !take(open.find(isNameOf('person')), part);
    if (!ESTABLISHMENT.test(foldPhrase(part)) || WISH.test(foldPhrase(part))) return true;
    // "Xưởng gỗ em đang làm tốt, …, cty TNHH Yên Trạch": the one that is registered is the name.
    if (!looksLikeOrganisation(part) && left.some((each) => looksLikeOrganisation(each))) return true;
    const name = withoutPlace(part, asked.field.kind === 'place' ? asked : only('place'));
    return name !== '' && !take(others.find(isNameOf('establishment')), name);
  });
  if (beside.length === 0) return undefined;
  for (const { questionId, raw } of [...beside]) {
    const name = findQuestion(form, questionId);
    if (name?.field.kind !== 'name') continue;
    const told = readBeside(here, name, raw).filter(
      (each) => !beside.some((one) => one.questionId === each.questionId),
    );
    beside.push(...told);
  }
  return { own: own.map((part) => afterLabel(here, asked, part) || part).join(', '), beside };

  /** Takes out the first place with the districts that follow it: "xã Mỹ Phương, Ba Bể". */
  function takePlace(among: readonly string[], place: Question | undefined): readonly string[] {
    if (place === undefined) return among;
    for (const [order, part] of among.entries()) {
      const isAfterVillage =
        VILLAGE_ALONE.test(foldVillage(among[order - 1] ?? '')) ||
        endsWithArea(part) ||
        isBeforeDistrict(part, among[order + 1]);
      const before = isAfterVillage ? 0 : PLACE.exec(foldVillage(part))?.[0].trim().split(' ').filter(Boolean).length;
      if (before === undefined) continue;
      const districts = among.slice(order + 1, order + 3).findIndex((each) => !isArea(each));
      const most = districts === -1 ? 3 : districts + 1;
      for (const length of [3, 2, 1].filter((each) => each <= most)) {
        const raw = among.slice(order, order + length).join(', ');
        const village = VILLAGE.test(foldVillage(among[order - 1] ?? '')) ? 1 : 0;
        const said = raw.split(' ').slice(before).join(' ');
        const own = among.slice(order - village, order + length).join(', ');
        const found = [own, said].flatMap((each) => findWhole(each, { isNear: isAfterVillage }) ?? [])[0];
        if (found === undefined) continue;
        beside.push({ questionId: place.id, ...found, raw: own });
        return [...among.slice(0, order - village), ...among.slice(order + length)];
      }
    }
    return among;
  }

  /** "Côn Minh, Na Rì": a commune before its district of old needs no "xã" either. */
  function isBeforeDistrict(part: string, next: string | undefined): boolean {
    const { places, nearProvinceCode: provinceCode } = here.tools;
    if (next === undefined || part.split(/\s+/).length > MOST_AREA_WORDS || looksLikeOrganisation(part)) return false;
    const area = places.find(next, { provinceCode });
    const isDistrict = area.kind === 'choose' && area.reason === 'district';
    return isDistrict && findWhole(`${part}, ${next}`, { isNear: true }) !== undefined;
  }

  /** "Tân Cương Thái Nguyên", "con minh na ri": a place with its province, or its district of old, needs no "xã". */
  function endsWithArea(part: string): boolean {
    const words = part.split(/\s+/);
    if (words.length < FEWEST_IN_FULL || words.length > MOST_AREA_WORDS || looksLikeOrganisation(part)) return false;
    const { places, nearProvinceCode: provinceCode } = here.tools;
    const area = places.find(words.slice(-2).join(' '), { provinceCode });
    if (area.kind === 'province') return true;
    return area.kind === 'choose' && area.reason === 'district' && words.length > FEWEST_IN_FULL;
  }

  function findWhole(said: string, { isNear = false } = {}) {
    return saysMoreThanPlace(said) ? undefined : findPlace(said, here.tools, { isNear });
  }

  /** "cơ sở bún Hiền phường Bắc Kạn", "htx Tài Hoan ở Côn Minh": the name, without where it is. */
  function withoutPlace(part: string, place: Question | undefined): string {
    const found = place === undefined ? undefined : splitNameAndPlace(here, part);
    if (place === undefined || found === undefined) return part;
    if (!beside.some(({ questionId }) => questionId === place.id))
      beside.push({ questionId: place.id, ...found.place, raw: found.said });
    // "Cơ sở bún ở phường Bắc Kạn" tells where it is, and no name.
    return found.isAt && !looksLikeOrganisation(found.name) ? '' : found.name;
  }

  /** "Na Rì", "huyện Na Rì", "Bắc Kạn": what may follow a commune. */
  function isArea(part: string): boolean {
    if (part.split(' ').length > MOST_AREA_WORDS || PERSON.test(part) || ESTABLISHMENT.test(foldPhrase(part)))
      return false;
    const { places, nearProvinceCode } = here.tools;
    const finding = places.find(part, { provinceCode: nearProvinceCode });
    return (
      finding.kind === 'province' ||
      (finding.kind === 'choose' && finding.reason === 'district') ||
      (finding.kind === 'found' && !finding.guessed)
    );
  }
}

/** "Bản" as "thôn": without its marks it sells. */
function foldVillage(part: string): string {
  return foldPhrase(withPlainAt(part).replace(/(?<!\p{L})bản(?= )/giu, 'thon'));
}

function isNameOf(of: 'person' | 'establishment') {
  return ({ field }: Question): boolean => field.kind === 'name' && field.of === of;
}

/** What the words of one answer tell about later questions that it may answer too: a sum and a place beside what is needed. */
export function readBeside(here: Here, asked: Question, raw: string | undefined): Beside[] {
  if (raw === undefined || asked.alsoReads === undefined) return [];
  const { form, answers, tools } = here;
  return asked.alsoReads.flatMap((questionId): Beside[] => {
    const question = findQuestion(form, questionId);
    if (question === undefined) return [];
    if (asked.field.kind === 'name' && question.field.kind === 'choice') {
      return kindInName(here, { asked, question, name: raw });
    }
    if (answers[questionId] !== undefined) return [];
    if (question.saidWith !== undefined) return saidOwn(here, question, raw);
    if (question.field.kind === 'choice') {
      const value = saidOption(question, raw);
      return value === undefined ? [] : [{ questionId, value }];
    }
    // Free words take anything: only where more was said than the answer itself.
    if (question.field.kind === 'text' && !/\d/.test(raw)) return [];
    if (question.field.kind === 'place') {
      const place = findSaidPlace(raw, tools);
      return place === undefined ? [] : [{ questionId, ...place }];
    }
    const ofChoice = question.wordedBy === asked.id ? sumOfFirst(here, asked, raw) : undefined;
    if (ofChoice !== undefined) return [{ questionId, value: ofChoice }];
    const said = question.field.kind === 'money' ? saidOfMoney(raw) : raw;
    if (said === undefined) return [];
    const read = readSurely(here, question, said);
    return read === undefined ? [] : [{ questionId, ...read }];
  });
}

/** Of several options with a sum each that of the first, which is the answer. */
function sumOfFirst(here: Here, asked: Question, raw: string): MoneyValue | undefined {
  const sums = listSumsByChoice(here, asked, raw);
  const reading = sums.size === 0 ? undefined : readField(here.form, asked, raw, here.tools);
  const several = reading?.kind === 'value' ? choicesValue.safeParse(reading.value).data?.optionIds : undefined;
  return several?.[0] === undefined ? undefined : sums.get(several[0]);
}

/** What they make, told with what they need: "nhà em làm miến dong muốn mua máy sấy". */
function saidOwn(here: Here, question: Question, raw: string): Beside[] {
  const own = readSaidOwn(question, raw);
  const read = own === undefined || saysNeed(here, own) ? undefined : readSurely(here, question, own);
  return read === undefined ? [] : [{ questionId: question.id, ...read, raw: own }];
}

/** "Máy ép bún, mới, 150tr": the very words of an option between commas, or one with its marks. */
function saidOption(question: Question, raw: string): string | undefined {
  if (question.field.kind !== 'choice') return undefined;
  const words =
    raw
      .normalize('NFC')
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [];
  const parts = raw.split(PARTS).map((part) => part.trim());
  const said = question.field.options.filter(
    ({ marked = [], aliases }) =>
      words.some((word) => marked.includes(word)) || parts.some((part) => aliases.includes(foldPhrase(part))),
  );
  const [only, another] = said;
  return another === undefined ? only?.id : undefined;
}

/** "Em làm bao bì": what is needed, and no product. */
export function saysNeed({ form, tools }: Pick<Here, 'form' | 'tools'>, text: string): boolean {
  const needs = form.questions.filter(({ field }) => field.kind === 'choice' && field.menu !== undefined);
  return needs.some((need) => readField(form, need, text, tools).kind !== 'unread');
}

/** What of a text may be a sum: no tax code and no phone number, and no number word alone ("ba tôi"). */
function saidOfMoney(raw: string): string | undefined {
  const whole = raw.replace(NUMBERS, ' ');
  // Of a story only the clauses that hold a number.
  const isStory = whole.length > LONGEST_SUM;
  const said = isStory
    ? whole
        .split(/[.?!;\n](?!\d)|,(?!\d)/)
        .filter((clause) => /\d/.test(clause))
        .join(', ')
    : whole;
  return /\d|(?:^| )(?:trieu|ty|ti|tram|chuc|nghin|ngan)(?: |$)/.test(foldPhrase(said)) ? said : undefined;
}

/** "HTX Tài Hoan" tells that it is a cooperative; a new name tells it anew where the one before did. */
function kindInName(
  { answers }: Here,
  { asked, question, name }: { asked: Question; question: Question; name: string },
): Beside[] {
  if (question.field.kind !== 'choice') return [];
  const { options } = question.field;
  const [kept, nameBefore] = [answers[question.id], answers[asked.id]];
  const before = typeof nameBefore === 'string' ? readKindInName(options, nameBefore) : undefined;
  const value = readKindInName(options, name);
  const isTold = kept === undefined || kept === before;
  return value === undefined || value === kept || !isTold ? [] : [{ questionId: question.id, value }];
}

function readSurely({ form, tools }: Here, question: Question, text: string) {
  const read = surelyRead(readField(form, question, text, tools));
  return read === undefined || isSkipped(read.value) ? undefined : read;
}
