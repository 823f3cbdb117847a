import { costOfOneSlip } from '../typing/one-slip.ts';
import { isSyllableShape } from '../typing/syllable-shape.ts';
import { type Syllable, splitSyllables } from '../typing/syllables.ts';
import { isCommonWord } from './word-weights.ts';

// A sum is computed when the thing stands before its price and nothing says that the money is something else. What says so
// may itself be misspelt: a word that is not read, beside the rest of such a phrase, counts as that phrase.

type Phrase = { syllables: readonly Syllable[]; joined: string };

/** What makes a sum something other than the price of a new machine that is to be bought. */
const DOUBTS: readonly Phrase[] = [
  // A figure that was heard or read somewhere.
  ...['nghe nói', 'nghe đâu', 'nghe bảo', 'nghe', 'văn bản', 'quyết định', 'nghị định', 'nghị quyết', 'thông tư'],
  ...['công văn', 'quy định', 'ghi', 'bảo', 'trên mạng', 'facebook', 'đọc', 'thấy', 'báo đăng'],
  ...['tối đa', 'nhiều nhất', 'mức trần', 'mức cũ', 'đồn'],
  // Not new.
  ...['máy cũ', 'đồ cũ', 'lò cũ', 'cũ', 'sử dụng', 'đã', 'thanh lý', 'dùng rồi', 'tân trang'],
  ...['second hand', 'hàng bãi', 'sang lại', 'nhượng lại'],
  // Support that came already.
  ...['nhận rồi', 'nhận', 'hỗ trợ rồi', 'được rồi', 'năm ngoái', 'năm trước', 'tháng trước', 'tuần trước', 'hôm trước'],
  ...['mua rồi', 'vừa mua', 'mới mua', 'lắp rồi', 'mua xong'],
  ...[
    'lần trước',
    'dự án khác',
    'dự án',
    'chương trình khác',
    'nguồn khác',
    'ocop',
    'huyện cho',
    'xã cho',
    'tỉnh cho',
    'nữa',
  ],
  // Bought for the house.
  ...['siêu thị', 'điện máy', 'dùng gia đình', 'trong nhà', 'tủ lạnh', 'hút bụi', 'sấy tóc', 'điện thoại', 'tivi'],
  ...['shopee', 'lazada', 'tiki'],
  // Other money.
  ...[
    'vay',
    'thuê',
    'tự có',
    'có sẵn',
    'đối ứng',
    'doanh thu',
    'trả lãi',
    'lãi suất',
    'ngân hàng',
    'trả góp',
    'đặt cọc',
    'ứng trước',
    'còn nợ',
  ],
  ...['sửa máy', 'sửa chữa', 'bảo dưỡng', 'bảo hành', 'sạch hơn', 'bền vững', 'tiền điện', 'mỗi tháng', 'một tháng'],
].map(toPhrase);

/** A shorter phrase has too many neighbours that mean something else. */
const SHORTEST_MISSPELT = 3;

/** Words that stand in true questions about a price, beside the common ones: such a word is never taken for another one misspelt. */
const KNOWN: ReadonlySet<string> = new Set(
  splitSyllables(
    `sở tác xã htx tổ công doanh nghiệp mua dựng giả xuất mới chiếc bộ bây trợ tâm khuyến trăm mức rứa hè hỉ thiết bị chuyền truyền
     nồi hệ thống kho mô hình trình diễn hết khoảng trị tốn gần phí tổng hai ba bốn sáu chín mười chục rưỡi củ đ lon gọt nấu phụ
     khoan nhuộm gạch inox uốn thăng hoa nhiệt năng suất sàng viên hương nhang khuẩn đặc cuốn biến bơm quay thạch đen tươi măng
     trái nón dc chạy bằng gas củi xẻ băm kỹ thuật lai kạn nguyên quảng lạng ở dự kiến thay nay đợt điện nước đót chổi mần đặng mau`,
  ).map(({ folded }) => folded),
);

/** Words without marks that are more often another one: "cu" of "350 củ", "vay" of "vậy". */
const OTHER_WITHOUT_MARKS: Readonly<Record<string, (before: string, after: string) => boolean>> = {
  cu: (before) => /^\d|^(?:tram|chuc)$/.test(before),
  bao: (_, after) => /^(?:nhi?eu|n|tien|bi|la)/.test(after) || after === '',
  da: (_, after) => !/^(?:mua|sam|lap|nhan|duoc|qua|co)$/.test(after),
  dien: (before) => before === 'trinh',
  // "nửa giá", "công nghệ", "làng nghề", "thay máy".
  nua: (_, after) => /^(?:gia|tien)$/.test(after),
  nghe: (before) => /^(?:cong|lang|truyen|day|hoc)$/.test(before),
  thay: (_, after) => /^(?:may|moi|doi|bang|the|cai|lo|day)$/.test(after),
  nhan: (before, after) => before === 'dan' || /^(?:hieu|mac|su)$/.test(after),
  vay: (before, after) => /^(?:nhieu|sao|nao|the|may|dong|tien)$/.test(before) || after === '',
};

/** In a longer message there is a story, and a sum in it may be anything. */
const LONGEST_MESSAGE = 60;

/** How far from the thing its price may stand. */
const FARTHEST_PRICE = 12;

const KIND = /^(?:may|thiet|day|lo|tu|noi|he|kho|mo|nha|bang)$/;
const NUMBER = /^(?:\d.*|mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi|tram|ty|ti|tr|trieu)$/;
const UNIT = /^(?:trieu|ty|ti|tr|tram|chuc|cu|nghin|dong|ruoi|\d.*)$/;
const ASKS =
  /\b(?:bao nhi?eu|nhi?eu|bao nhiu|nhiu|bao tien|may(?: (?:dong|tram|trieu|tien|phan|a|ad|vay|rua|he|hi|hi|ri|nhi|ha|the|nhe)\b|$)|the nao|sao|phan thieu|nua (?:gia|khong|ko)|chung mo|chung nao)\b/;
const SAYS_SUPPORT = /\b(?:ho tro|duoc|cho|nha nuoc|xin|khuyen cong)\b/;
/** "480tr mua máy nghiền đá": said first, it is what the machine costs. */
const SPENT =
  /^(?:(?:da|a|ad|em|toi|tui|minh|nha|chau|bac|cho|xin|hoi|neu|khoang|tam|bo|bo ra|chi) )*\d[\d.,]*(?: (?:trieu|tr|ty|ti|cu))(?: \d+| ruoi)? (?:de |dang )?(?:mua|sam|tau|dau tu|lap|tien) /;

/** "em có 200 triệu", "trong tay có 200 triệu": what one has. */
const OWN_MONEY: readonly Phrase[] = [
  ...[
    'tôi có',
    'em có',
    'mình có',
    'nhà có',
    'cháu có',
    'con có',
    'bác có',
    'tui có',
    'đang có',
    'chỉ có',
    'mới có',
    'tay có',
  ],
].map(toPhrase);
const ABOUT = /^(?:duoc|khoang|tam|chung)$/;

/**
 * Whether the one sum of a message is surely the price of the machine, line or model named; or stands alone, with none named.
 * What leaves a doubt is looked for in what was typed, too, where slips were mended.
 */
export function isSurePrice(syllables: readonly Syllable[], typed: readonly Syllable[] = syllables): boolean {
  if (syllables.length > LONGEST_MESSAGE) return false;
  const sum = findSum(syllables);
  if (sum === -1 || [syllables, typed].some(isDoubtful)) return false;
  const plain = syllables.map(({ folded }) => folded).join(' ');
  const kind = syllables.findLastIndex(({ folded }, at) => at < sum && KIND.test(folded));
  // "200 triệu thì mua máy": it may be what one has, or borrows.
  const isKindAfter =
    kind === -1 && syllables.some(({ folded }, at) => at > sum && isThingAfter(syllables, folded, at));
  if ((isKindAfter && !SPENT.test(plain)) || (kind !== -1 && sum - kind > FARTHEST_PRICE)) return false;
  // A machine whose name cannot be read may be one that is not supported.
  const name = kind === -1 ? [] : syllables.slice(kind, sum);
  if (!name.every(({ folded }) => isOrdinary(folded) || isSyllableShape(folded))) return false;
  return ASKS.test(plain) || !SAYS_SUPPORT.test(plain) || /\bthi(?: sao)?$/.test(plain);
}

function isDoubtful(syllables: readonly Syllable[]): boolean {
  return (
    DOUBTS.some((doubt) => isSaid(syllables, doubt)) ||
    syllables.some((_, from) => OWN_MONEY.some((own) => isAt(syllables, from, own) && isSumAhead(syllables, from + 2)))
  );
}

function isSumAhead(syllables: readonly Syllable[], from: number): boolean {
  const at = syllables.findIndex(({ folded }, place) => place >= from && !ABOUT.test(folded));
  return NUMBER.test(syllables[at]?.folded ?? '');
}

/** "mấy đồng" after a sum is no machine. */
function isThingAfter(syllables: readonly Syllable[], folded: string, at: number): boolean {
  if (folded !== 'may') return folded === 'thiet' || folded === 'lo';
  return !/^(?:|dong|tram|trieu|tien|chuc|phan|a|ad|vay|nhi|anh|chi|rua|he|hi)$/.test(syllables[at + 1]?.folded ?? '');
}

function findSum(syllables: readonly Syllable[]): number {
  return syllables.findIndex(({ folded }, at) => {
    if (/^\d/.test(folded)) return true;
    return NUMBER.test(folded) && UNIT.test(syllables[at + 1]?.folded ?? '');
  });
}

/** Whether a phrase stands in a message, or stands there with one slip, in a word that is none. */
function isSaid(syllables: readonly Syllable[], phrase: Phrase): boolean {
  return syllables.some((_, from) => isAt(syllables, from, phrase) || isMisspelt(syllables, from, phrase));
}

function isAt(syllables: readonly Syllable[], from: number, { syllables: phrase }: Phrase): boolean {
  return phrase.every((wanted, at) => isWord(syllables, from + at, wanted));
}

function isWord(syllables: readonly Syllable[], at: number, wanted: Syllable): boolean {
  const typed = syllables[at];
  if (typed === undefined || typed.folded !== wanted.folded) return false;
  // Marks were typed, and other ones: "vậy" is no loan. A word without any may have lost its own.
  if (typed.exact !== typed.folded) return typed.exact === wanted.exact;
  const before = syllables[at - 1]?.folded ?? '';
  const after = syllables[at + 1]?.folded ?? '';
  return OTHER_WITHOUT_MARKS[typed.folded]?.(before, after) !== true;
}

/** One letter wrong, left out or too many, also where it joined or parted words. */
function isMisspelt(syllables: readonly Syllable[], from: number, { syllables: phrase, joined }: Phrase): boolean {
  if (joined.length < SHORTEST_MISSPELT) return false;
  return [phrase.length - 1, phrase.length, phrase.length + 1].some((size) => {
    const window = syllables.slice(from, from + size);
    if (size < 1 || window.length < size || window.every(({ folded }) => isOrdinary(folded))) return false;
    const written = window.map(({ folded }) => folded).join('');
    // A short word has too many neighbours that are words: "thức" is no "thuê".
    if (phrase.length === 1 && isSyllableShape(written)) return false;
    return costOfOneSlip(joined, written) !== undefined;
  });
}

function isOrdinary(folded: string): boolean {
  return KNOWN.has(folded) || isCommonWord(folded) || /^\d/.test(folded);
}

function toPhrase(phrase: string): Phrase {
  const syllables = splitSyllables(phrase);
  return { syllables, joined: syllables.map(({ folded }) => folded).join('') };
}
