import { fold, foldPhrase } from '../text/fold.ts';
import type { FormTools } from './fields/field-reading.ts';
import { findPlace } from './fields/said-place.ts';

type Tools = Pick<FormTools, 'places' | 'nearProvinceCode'>;

/** "HTX Tài Hoan", "cơ sở miến Hoa": who begins with what the establishment is called; not "htx tôi", "xưởng nhà em". */
const ORGANISATION =
  /^(?:(?:da|chao|ad|em|toi|minh|ben em|chung toi) )*(?:(?:o|ben|la|tu) )?(?:ten )?(?:htx|hop tac xa|cong ty|cty|to hop tac|tht|ho kinh doanh|hkd|doanh nghiep|dntn|co so|xuong) (?!(?:toi|em|minh|chung|cua|nha|ben|la|co|chua|da|dang|khong|ko|o|thi|duoc|va|hoac|hay|ca the|nho|vua|moi|kiem|nao|gi|khac|muon|can|xin|nay|do|ay)(?: |$))\S/;
const UNIT = /^(?:xa|phuong|thi tran)$/;
const AT = /^(?:o|tai)$/;
const WISH = /^(?:muon|can|xin|mua|de nghi|dang ky|du dinh|dinh)$/;
const PHONE_LABEL = /^(?:sdt|dt|so|dien|thoai|tel|zalo|goi|lien|he|lh|gap)[:.]?$/;
const PHONE = /^\+?\d[\d.()-]{8,}$/;
const TITLE = /^(?:chi|anh|ong|ba|co|chu|bac)$/;
const LONGEST_COMMUNE = 4;
const MOST_AREAS = 3;
const FEWEST_WORDS = 4;

/**
 * Commas where a hurried writer left them out: of "HTX MIEN DONG COTA XA CON MINH BAC KAN CAN MUA MAY SAY" the name, the place
 * and the wish. Only where the words begin with an establishment; other words are left as they are.
 */
export function partRunOn(text: string, tools: Tools): string {
  const words = text.normalize('NFC').trim().split(/\s+/);
  if (words.length < FEWEST_WORDS || !ORGANISATION.test(foldPhrase(text))) return text;
  const plain = words.map((word) => fold(word).replace(/[,;.!?]+$/, ''));
  const ends = new Set<number>();
  const place = findUnit(words, plain, tools) ?? findTail(words, plain, tools);
  if (place !== undefined) {
    ends.add(place.from);
    ends.add(place.to);
  }
  const phone = plain.findIndex((word) => PHONE.test(word));
  if (phone > 0) {
    let from = phone;
    while (from > 1 && PHONE_LABEL.test(plain[from - 1] ?? '')) from -= 1;
    ends.add(from);
    ends.add(phone + 1);
    const title = plain.findLastIndex((word, at) => at < from && at >= from - 4 && TITLE.test(word));
    if (title > 0 && !(place !== undefined && title >= place.from && title < place.to)) ends.add(title);
  }
  const wish = plain.findIndex((word, at) => at > 1 && WISH.test(word) && !isIn(place, at));
  if (wish > 0) ends.add(wish);
  // Without "xã" only "ở" tells that a part is a place.
  const isBare = place !== undefined && !UNIT.test(plain[place.from] ?? '') && !AT.test(plain[place.from] ?? '');
  return words
    .map((word, at) => (isBare && at === place.from ? `ở ${word}` : word))
    .map((word, at) => (ends.has(at + 1) && at + 1 < words.length ? `${word.replace(/[,;]+$/, '')},` : word))
    .join(' ');
}

type Span = { from: number; to: number };

function isIn(span: Span | undefined, at: number): boolean {
  return span !== undefined && at >= span.from && at < span.to;
}

/** "xã Côn Minh, Na Rì", "ở phường Bắc Kạn" in the middle, whatever follows. */
function findUnit(words: readonly string[], plain: readonly string[], tools: Tools): Span | undefined {
  for (const [at, word] of plain.entries()) {
    if (at < 2 || !UNIT.test(word) || plain[at - 1] === 'tac') continue;
    const start = word === 'thi' ? at + 2 : at + 1;
    for (let length = 1; length <= LONGEST_COMMUNE; length += 1) {
      const to = afterAreas(plain, start + length, tools);
      if (start + length > words.length || findPlace(said(words, { from: at, to }), tools) === undefined) continue;
      return { from: AT.test(plain[at - 1] ?? '') ? at - 1 : at, to };
    }
  }
  return undefined;
}

/** "…Cota Côn Minh Bắc Kạn" at the end: without "xã" only with the district or province behind it, and behind a name of some words. */
function findTail(words: readonly string[], plain: readonly string[], tools: Tools): Span | undefined {
  for (let areas = plain.length - 1; areas > 3; areas -= 1) {
    if (afterAreas(plain, areas, tools) !== plain.length || areas === plain.length) continue;
    for (const length of [2, 3, 1]) {
      const from = areas - length;
      const isCommune = findPlace(said(words, { from, to: areas }), tools, { isNear: true }) !== undefined;
      const isWhole = findPlace(said(words, { from, to: plain.length }), tools, { isNear: true }) !== undefined;
      const isNamed = from >= kindLength(plain) + 2;
      if (isNamed && isCommune && isWhole)
        return { from: AT.test(plain[from - 1] ?? '') ? from - 1 : from, to: plain.length };
    }
  }
  return undefined;
}

/** How many words of the beginning tell only what it is: "htx", "công ty". */
function kindLength(plain: readonly string[]): number {
  const isLong = /^(?:hop tac|to hop|ho kinh|cong ty|doanh nghiep|co so)$/.test(plain.slice(0, 2).join(' '));
  return isLong ? (/^(?:hop|to|ho)$/.test(plain[0] ?? '') ? 3 : 2) : 1;
}

/** Behind the districts and provinces that begin there. */
function afterAreas(plain: readonly string[], start: number, { places, nearProvinceCode }: Tools): number {
  let to = start;
  for (let count = 0; count < MOST_AREAS; count += 1) {
    const length = [2, 3, 1].find((each) => {
      if (to + each > plain.length) return false;
      const finding = places.find(plain.slice(to, to + each).join(' '), { provinceCode: nearProvinceCode });
      return finding.kind === 'province' || (finding.kind === 'choose' && finding.reason === 'district');
    });
    if (length === undefined) break;
    to += length;
  }
  return to;
}

function said(words: readonly string[], { from, to }: Span): string {
  return words
    .slice(from, to)
    .join(' ')
    .replace(/[,;.]+$/, '');
}
