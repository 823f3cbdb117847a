import { fold } from '../../text/fold.ts';
import type { Saying } from '../saying.ts';
import type { AnswerValue } from '../values.ts';
import type { FormTools } from './field-reading.ts';
import { readFoundPlace } from './place-field.ts';

/** What stands before a place in a sentence; "xã", "phường" and the like belong to it. */
const BEFORE =
  /(?<![\p{L}])(?:(?:o|tai(?= (?:xa|phuong|thi tran) )) (?:(?:thon|ban) )?|xa (?:cu|truoc|truoc day|hoi truoc|nay) la |xa |phuong |thi tran )/gu;
/** "Tại", "quê" and "thuộc" as "ở", of the same length: without their marks they are other words ("tài", "quế", "thuốc"). */
export function withPlainAt(text: string): string {
  return text.replace(/(?<![\p{L}])(?:tại|quê|thuộc)(?![\p{L}])/giu, (word) => 'ở'.padStart(word.length));
}

/** Who lives there: "tôi ở …", "cơ sở tại …". Of "mua máy ở …" it may be the seller. */
const OURS =
  /(?:^|[,.;] ?|(?<![\p{L}])(?:toi|em|minh|nha|chau|con|co so|xuong|htx|hop tac xa|cong ty|cty|ho|gia dinh|ben|me|bo|que)(?: \S+){0,3} |(?:^|[,.;] ?)(?:chi|anh|co|chu|bac|ong|ba|e|t) )$/u;
const AFTER =
  /[,.;:\n]|(?<![\p{L}])(?:muon|can|xin|dinh|mua|lam|dang|co|de|thi|nhu cau|mo|ho tro|san xuat|chuyen|nghe|va|voi|nen|hien|gio|la|duoc|o|sdt|so dien thoai|dt)(?![\p{L}])/u;
/** "Ở Cổ Lũng đây" */
const TAIL = /(?: (?:đây|đấy|nhé|nha|ạ|thôi|luôn|day|nhe|a))+$/iu;
const MOST_WORDS = 12;

/**
 * The commune that is named inside a sentence: "tôi ở Côn Minh Na Rì muốn mua máy sấy". Only one that is surely meant, and near
 * where nobody is named as living there; `notice` tells its new name.
 */
export function findSaidPlace(text: string, tools: FormTools): { value: AnswerValue; notice?: Saying } | undefined {
  const { plain, folded } = unmarked(text);
  if (folded.length !== plain.length) return undefined;
  const leading = findLeadingPlace(plain, folded, tools);
  if (leading !== undefined) return leading;
  for (const { said, isOurs } of spansOf(plain, folded)) {
    const found = findPlace(said, tools, { isNear: !isOurs });
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The words of such a sentence that name one of several communes: "tôi ở Tân Thành, làm bún". */
export function findUnclearPlace(text: string, { places, nearProvinceCode }: FormTools): string | undefined {
  const { plain, folded } = unmarked(text);
  if (folded.length !== plain.length) return undefined;
  for (const { said, isOurs } of spansOf(plain, folded)) {
    const finding = isOurs ? places.find(said, { provinceCode: nearProvinceCode }) : undefined;
    if (finding?.kind === 'choose') return said;
  }
  return undefined;
}

function unmarked(text: string): { plain: string; folded: string } {
  const plain = text.normalize('NFC').replace(/\s+/g, ' ');
  return { plain, folded: fold(withPlainAt(plain)) };
}

/** What may be a place: with its districts, and without. */
function* spansOf(plain: string, folded: string): Generator<{ said: string; isOurs: boolean }> {
  for (const { index, 0: before } of folded.matchAll(BEFORE)) {
    const isUnit = /^(?:xa|phuong|thi tran) $/.test(before);
    const start = isUnit ? index : index + before.length;
    // "Ở Cổ Lũng": the first word is always of the place, though it may mean "có".
    const first = index + before.length + (/^\S*/.exec(folded.slice(index + before.length))?.[0].length ?? 0);
    const after = AFTER.exec(folded.slice(first));
    const end = after === null ? plain.length : first + after.index;
    // "Côn Minh, Na Rì, Bắc Kạn muốn mua máy": the districts after it are its own.
    const spans = [withDistricts(plain, folded, { start, end }), plain.slice(start, end)];
    for (const span of spans) {
      const said = span.replace(TAIL, '').trim();
      if (said !== '' && said.split(' ').length <= MOST_WORDS)
        yield { said, isOurs: OURS.test(folded.slice(0, index)) };
    }
  }
}

/** "Côn Minh cần máy sấy miến": a commune of the province before the wish. */
function findLeadingPlace(plain: string, folded: string, tools: FormTools) {
  const lead = /^(\p{L}+(?: \p{L}+){1,3}) (?:can|muon|xin|dinh) /u.exec(folded)?.[1];
  return lead === undefined ? undefined : findPlace(plain.slice(0, lead.length), tools, { isNear: true });
}

/** The one commune that a name surely means; with `isNear` only one of the centre's own province. */
export function findPlace(
  said: string,
  { places, nearProvinceCode }: Pick<FormTools, 'places' | 'nearProvinceCode'>,
  { isNear = false } = {},
): { value: AnswerValue; notice?: Saying } | undefined {
  const finding = places.find(said, { provinceCode: nearProvinceCode });
  if (finding.kind !== 'found' || finding.guessed) return undefined;
  if (isNear && finding.commune.provinceCode !== nearProvinceCode) return undefined;
  return readFoundPlace(finding, said);
}

/** Of "Côn Minh muốn mua máy" the place is only a part. */
export function saysMoreThanPlace(text: string): boolean {
  // The first word is of the place, as "Cổ" is of "Cổ Lũng".
  return AFTER.test(
    fold(text)
      .trim()
      .replace(/^(?:(?:xa|phuong|thi tran) )?[^\s,]+/, '')
      .replaceAll(',', ' '),
  );
}

function withDistricts(plain: string, folded: string, { start, end }: { start: number; end: number }): string {
  const more = /^, [^,.;]{1,30}(?:, [^,.;]{1,30})?/.exec(folded.slice(end))?.[0] ?? '';
  const cut = AFTER.exec(more.slice(1).replaceAll(',', ' '))?.index;
  return plain.slice(start, end + (cut === undefined ? more.length : cut + 1));
}
