import { findMoney, type MoneyMention } from '../../forms/fields/read-money.ts';
import { costOfOneSlip } from '../typing/one-slip.ts';
import { isSyllableShape } from '../typing/syllable-shape.ts';
import type { Syllable } from '../typing/syllables.ts';
import { splitSyllables } from '../typing/syllables.ts';
import { HARMLESS_PHRASES, isFrameWord, isNameWord } from './amount-words.ts';
import { compilePhrase, matchPhrase, type PhrasePattern } from './phrase-pattern.ts';
import { findThings, type Thing } from './support-thing.ts';

// A sum is asserted when everything that is said has been understood and none of it changes what the sum is: the thing, its
// price, who asks and how. One word more, and it is told on a condition only.

const PHRASES = new Map<string, PhrasePattern[]>();
for (const phrase of HARMLESS_PHRASES.map(compilePhrase).sort((one, other) => other.length - one.length)) {
  const first = phrase[0]?.folded ?? '';
  PHRASES.set(first, [...(PHRASES.get(first) ?? []), phrase]);
}

/** The longest harmless phrase that begins at a place. */
function findPhrase(syllables: readonly Syllable[], isAccented: boolean, at: number): PhrasePattern | undefined {
  const phrases = PHRASES.get(syllables[at]?.folded ?? '');
  return phrases?.find((pattern) => matchPhrase(syllables, isAccented, pattern, at));
}

/** "500 kg một mẻ", "3 pha", "5 năm": measured, no money. */
const MEASURES =
  /^(?:kg|ky|g|gam|lit|l|pha|kw|kwh|hp|mat|tang|khay|me|tan|ta|gio|h|ngay|nguoi|lao|nam|tuoi|m|m2|m3|cm|mm|truc|dau|luoi|kim|buong|d)$/;
const DOCUMENTS = /^(?:tu|dinh|luat|28|nam|so)$/;
const PLACES = /^(?:o|xa|huyen|tinh|tai|phuong|thon|ban|xom|lang|cho|pho)$/;
const PLACE_MARKS = /^(?:ở|xã|huyện|tỉnh|tại|phường|thôn|bản|xóm|làng|chợ|phố)$/;
/** How many words a name of a place may have. */
const LONGEST_PLACE = 4;
const AFTER_PLACE =
  /^(?:thi|duoc|gia|mua|sam|muon|mun|can|co|ho|la|cho|em|toi|tui|nha|nhu|dinh|tinh|lam|man|mo|nay|hien|du|dang|bao|hoi|a|ma|gio|voi|\d.*)$/;
/** "30 trieu" of "ba muoi": a figure beside the sum that was not read with it. */
const FIGURE = /^(?:\d.*|hai|bon|bay|tam|chin|muoi|tram|chuc|ruoi|nghin|ngan)$/;

function isHarmless(syllable: Syllable): boolean {
  return isFrameWord(syllable) || isNameWord(syllable);
}

/** What stands where a harmless phrase stood, so that the words around it do not seem to stand together. */
const PAUSE: Syllable = { exact: '·', folded: '·' };

/** Without the phrases that leave no doubt although their words would. */
export function dropHarmless(syllables: readonly Syllable[], isAccented: boolean): Syllable[] {
  const rest: Syllable[] = [];
  for (let at = 0; at < syllables.length; ) {
    const phrase = findPhrase(syllables, isAccented, at);
    const here = syllables[at];
    if (here !== undefined) rest.push(phrase === undefined ? here : PAUSE);
    at += phrase?.length ?? 1;
  }
  return rest;
}

/** Whether every word of a clause is one that changes nothing. */
export function isAllHarmless(
  syllables: readonly Syllable[],
  { isAccented, money, things }: { isAccented: boolean; money: readonly MoneyMention[]; things: readonly Thing[] },
): boolean {
  // Names stand after what they name: a machine, or work. They may go on with words that no list has ("máy cưa lọng"), where
  // marks tell what these are.
  if (!things.every(({ from }) => mayStandBefore(syllables, from, money))) return false;
  let isNaming = true;
  for (let at = 0; at < syllables.length; ) {
    const here = syllables[at];
    if (here === undefined) break;
    const known = [...money, ...things].find(({ from, to }) => from <= at && at < to);
    const length = known === undefined ? lengthOfHarmless(syllables, at, isAccented) : known.to - at;
    const isName = known === undefined && length <= 1 && !isFrameWord(here) && (length === 0 || isNameWord(here));
    if (isName && !isNaming) return false;
    if (length === 0 && !(isOpenName(here) && isNameWord(syllables[at - 1] ?? here))) return false;
    isNaming =
      isName ||
      (isNaming && known === undefined && isNameWord(here)) ||
      (known !== undefined && 'kind' in known) ||
      NAMES_AFTER(here);
    at += Math.max(length, 1);
  }
  return true;
}

/** What may stand right before the thing: with "công đứng máy", "lãi từ máy" the money is for something else. */
const BEFORE_THING = wordSet(
  `mua sắm tậu lắp bị thêm cái con chiếc dàn một cần hỏi giá tiền cho là nếu thì sử dụ mới về lấy chọn thay đổi cấp nhập thiếu tính
   định muốn khi của với em anh chị tôi tui mình cháu bác chú cô ơi nha nhé ad xin còn có cả xem nhắm làm mần dựng dụng trợ chuyền hình mức mún phí cụ
   kiến nghiệp tới số vậy thế hệ thống ạ mà từng à diễn bằng tối trị xuất biến phải thấy chung báo bảo khi này mẹ ba chồng vợ hết đó`,
);

function mayStandBefore(syllables: readonly Syllable[], from: number, money: readonly MoneyMention[]): boolean {
  const before = syllables[from - 1];
  if (before === undefined || /^[1\d]$/.test(before.folded) || money.some(({ to }) => to === from)) return true;
  if (isNameWord(syllables[from - 2] ?? before) && /^(?:the|dat|cho|cua)$/.test(before.folded)) return false;
  if (before.folded === 'tu') return syllables[from - 2]?.folded === 'dau';
  return BEFORE_THING(before);
}

/** What a name may follow, beside a machine. */
const NAMES_AFTER = wordSet(
  'làm mần sản xuất chế biến nghề xưởng sở nhà xã htx tổ về cho bằng để dùng loại ty hàng từ ra vào mới bán sấy đóng in nghiệp mộc cái chiếc phân con chạy đốt diễn thái tách máy',
);

/** A syllable with marks that is no slip of "cũ". */
function isOpenName(syllable: Syllable | undefined): boolean {
  if (syllable === undefined || syllable.exact === syllable.folded) return false;
  return isSyllableShape(syllable.folded) && costOfOneSlip('cu', syllable.folded) === undefined;
}

function lengthOfHarmless(syllables: readonly Syllable[], at: number, isAccented: boolean): number {
  const here = syllables[at];
  if (here === undefined) return 1;
  const phrase = findPhrase(syllables, isAccented, at);
  if (phrase !== undefined) return phrase.length;
  if (here.folded === 'cong' && syllables[at + 1]?.folded === 'suat' && /^\d/.test(syllables[at + 2]?.folded ?? ''))
    return 2;
  if (FIGURE.test(here.folded)) return lengthOfFigure(syllables, at);
  if (PLACES.test(here.folded) && (here.exact === here.folded || PLACE_MARKS.test(here.exact))) {
    return lengthOfPlace(syllables, at);
  }
  return isHarmless(here) ? 1 : 0;
}

function lengthOfFigure(syllables: readonly Syllable[], at: number): number {
  const { folded = '', exact = '' } = syllables[at] ?? {};
  const before = syllables[at - 1]?.folded ?? '';
  const next = syllables[at + 1]?.folded ?? '';
  // "tầm", "bảy" of "bầy", "hai" are figures only where a figure may stand.
  if (!/^\d/.test(folded)) return exact !== folded && isHarmless({ exact, folded }) ? 1 : 0;
  if (MEASURES.test(next)) return 2;
  // "năm 2024 mua máy": whether it is bought already depends on the day.
  const isPlanned = /^(?:sang|den|trong|cho|toi|hoach|kien)$/.test(syllables[at - 2]?.folded ?? '');
  if (isYearOrDocument(folded, before)) return /^20/.test(folded) && !isPlanned ? 0 : 1;
  return folded === '1' ? 1 : 0;
}

function isYearOrDocument(folded: string, before: string): boolean {
  return (/^20[23]\d$/.test(folded) && before === 'nam') || DOCUMENTS.test(before);
}

/** "500 kg", "năm 2027", "NĐ 45": a figure that is no money. */
export function isMeasured(syllables: readonly Syllable[], at: number): boolean {
  const { folded = '' } = syllables[at] ?? {};
  return MEASURES.test(syllables[at + 1]?.folded ?? '') || isYearOrDocument(folded, syllables[at - 1]?.folded ?? '');
}

function lengthOfPlace(syllables: readonly Syllable[], at: number): number {
  let length = 1;
  while (length <= LONGEST_PLACE) {
    const next = syllables[at + length];
    if (next === undefined || AFTER_PLACE.test(next.folded) || !isSyllableShape(next.folded)) break;
    if (findThings(syllables.slice(at + length, at + length + 3), false)[0]?.from === 0) break;
    length += 1;
  }
  return length;
}

const LEAST_SUM = 10_000;
const LEAST_PRICE = 1_000_000;
const GREATEST_PRICE = 1e12;

/** The sums of a clause; a number without a unit counts when it can be nothing else. */
export function listMoney(syllables: readonly Syllable[]): MoneyMention[] {
  // "máy trăm tám" is not "mấy trăm".
  const words = syllables.map(({ exact, folded }) =>
    /^[\d.,]+$|^[a-z]+$/.test(folded) && exact !== 'máy' ? folded : 'x',
  );
  return findMoney(words).filter(({ hasUnit, maxVnd, from, to }) => {
    // "tự động", "máy in 3D" look like some đồng.
    if (!hasUnit || maxVnd < LEAST_SUM) return false;
    // A phone number, a tax code.
    return to - from > 1 || !/^(?:0\d*|\d{7,})$/.test(words[from] ?? '') || /^[1-9]\d*0{6}$/.test(words[from] ?? '');
  });
}

/** Whether a mention is one sure sum of a size that a machine may cost. */
export function isPrice({ minVnd, maxVnd, isSure }: MoneyMention): boolean {
  return isSure && minVnd === maxVnd && minVnd >= LEAST_PRICE && minVnd <= GREATEST_PRICE;
}

const PRICE_WORDS = wordSet(
  `giá khoảng tầm chừng độ tổng trị phí báo bán chào hết tốn mất là ra cả bằng còn mới nguyên tới vat thuế thì thôi từ chỉ chi bỏ
   thêm cần quy nhà mua sắm ngần có hơn ít nhất này chọn`,
);
/** Before "có": whoever has the money. */
const WHO = wordSet('tôi em mình nhà cháu con bác tui anh chị bạn đang mới chỉ tay vốn sẵn hiện có giờ ông bà họ');
/** Between a price that is said first and the thing: "480tr mua cái máy", "240 triệu tiền máy". */
const BETWEEN = wordSet('tiền mua sắm tậu lắp đầu tư đặt để cái chiếc một con dàn giá cho hệ thống bộ cả làm đồng');
/** Before a price that is said first. */
const BEFORE_FIRST = wordSet(
  'giá bỏ ra chi khoảng tầm chừng tư hết tốn mất nếu là với ạ ơi hỏi cả lắm thôi trị phí tổng tận báo này',
);
/** Before the sum: then it is the support, or what is short. */
const SUPPORT = wordSet('trợ được cho góp đa nhất trần mức nhận xin cấp thêm thiếu bảo nói');

/** Whether the sum of a clause stands where a price stands: at the thing, or after a word for a price. */
export function standsAsPrice(
  syllables: readonly Syllable[],
  { from, to }: MoneyMention,
  things: readonly Thing[],
): boolean {
  const before = syllables[from - 1];
  const thing = things.findLast((one) => one.to <= from);
  if (thing === undefined) {
    const next = things.find((one) => one.from >= to);
    const isBetween = syllables.slice(to, next?.from ?? to).every((word) => BETWEEN(word) || word.folded === '1');
    return isBetween && (before === undefined || BEFORE_FIRST(before));
  }
  if (before === undefined || from === thing.to) return true;
  const first = syllables[from - 2];
  if (before.folded === 'co') return first === undefined || !WHO(first);
  if (before.folded === 'da' && first?.folded !== 'toi') return true;
  return (
    !SUPPORT(before) &&
    (PRICE_WORDS(before) || isHarmless(before) || /^\d/.test(before.folded) || from - thing.to <= LONGEST_NAME)
  );
}

const LONGEST_NAME = 6;

/** A list of words; where marks were typed they must be the word's own. */
function wordSet(words: string): (syllable: Syllable) => boolean {
  const listed = splitSyllables(words);
  const exacts = new Set(listed.map(({ exact }) => exact));
  const foldeds = new Set(listed.map(({ folded }) => folded));
  return ({ exact, folded }) => (exact === folded ? foldeds.has(folded) : exacts.has(exact));
}
