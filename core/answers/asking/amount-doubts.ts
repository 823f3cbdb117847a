import { costOfOneSlip } from '../typing/one-slip.ts';
import { readTable } from '../typing/read-table.ts';
import { isSyllableShape } from '../typing/syllable-shape.ts';
import { type Syllable, splitSyllables } from '../typing/syllables.ts';
import { isFrameWord, isHarmlessFolded } from './amount-words.ts';

type Phrase = { group: string; syllables: readonly Syllable[]; joined: string; isOdd: boolean };

/** A longer phrase that no harmless words are like: "than lý" is "thanh lý", although both may be words. */
const LONG_ENOUGH = 7;

/** What makes a sum something other than the price of a new machine that is still to be bought, wherever it is said. */
const DOUBTS = readTable(`
not new: cũ, máy cũ, đồ cũ, qua sử dụng, đã sử dụng, thanh lý, dùng rồi, xài rồi, chạy rồi, tân trang, second hand, secondhand, hàng bãi, máy bãi, hàng lướt, sang lại, mới tỷlệkhác,
    nhượng lại, sang nhượng, mua lại, để lại, đời cũ, tự chế, tự làm, tự đóng, nhật bãi, bãi nhật, năm tuổi
bought: đã mua, mua rồi, vừa mua, mới mua, lỡ mua, trót mua, mua xong, mua hồi, lắp rồi, lắp xong, đã lắp, đã trả, trả xong, trả rồi, đã sắm, sắm rồi, đã nhập, đặt cọc, đã cọc,
    đã đặt, về rồi, đang chạy, đang dùng, trúng thầu, triệu rồi, trăm rồi, tr rồi, tỷ rồi, xong rồi, nay hỏng, tiền sửa, đã về, về kho
before: hồi xuân, hồi hè, hồi thu, hồi đông, hồi tết, hồi đầu năm, hôm qua, hôm trước, tuần trước, tháng trước, năm ngoái, năm trước, năm kia, lần trước, hồi tháng, hồi năm
helped: được lại, đã nhận, nhận rồi, đã được hỗ trợ, đã hỗ trợ, hỗ trợ rồi, được rồi, huyện cho, xã cho, đã cho, dự án khác, chương trình khác, nguồn khác, ocop, bao nhiêu nữa,
    được nữa, hàng xóm, xin lại, khác tặng
more: thêm được
heard: nghe nói, nghe đâu, nghe bảo, đồn, trên mạng, facebook, đọc báo, văn bản ghi, đúng không, phải không, thật không, có thật, con bảo, bảo rằng, nói rằng, bảo là
for the house: siêu thị, điện máy, gia đình dùng, cho gia đình, dùng gia đình, trong nhà, tủ lạnh, hút bụi, sấy tóc, điện thoại, tivi, shopee, lazada, tiki, chơi game
other money: vay, mượn, thuê máy, đi thuê, thuê lại, tự có, có sẵn, đối ứng, doanh thu, lương, lãi suất, trả lãi, tiền lãi, ngân hàng, trả góp, ứng trước, tạm ứng, còn nợ, còn thiếu,
    dành dụm, để dành, tiền điện, mỗi tháng, một tháng, lệ phí, phí làm, sửa máy, sửa chữa, bảo dưỡng, bảo hành, bảo trì, bền vững, thiệt hại, bán máy, bán gấp, mất máy, cuốn mất,
    cuốn trôi, bị cháy, bị mất, bị hỏng, góp vốn, môi giới, vận chuyển, công lắp, tiền công, công thợ, lãi từ, lợi nhuận, người ta cho, biếu, được tặng, viện trợ, mua nợ, mua chịu,
    bảo hiểm, bán lại, mặt bằng, bộ phận, phụ tùng, linh kiện, lưỡi cưa, khuôn, ô nhiễm, lọc khói,
    đại tu, khấu hao, nền móng, móng máy, bệ máy, vận hành, mỗi năm, tiền lắp, mất trộm, mất cắp, bị trộm, kéo điện, kéo đường điện, trạm biến áp,
    xây kho, xây nhà, xây xưởng, mái che, lợp mái, đào móng, đổ nền, làm nền, thay motor, mô tơ, thay động cơ, thay lưỡi, trả chậm, hoàn thuế, được hoàn
`).flatMap(({ name, items }) => items.map((item) => toPhrase(item, name)));

/** Told beside the clause with the price these say nothing of it. */
const ASIDE: ReadonlySet<string> = new Set(['more', 'heard', 'other money']);

/** "em có 200 triệu", "trong tay có 200 triệu": what one has. */
const OWN_MONEY: readonly Phrase[] = [
  ...['tôi có', 'em có', 'mình có', 'nhà có', 'cháu có', 'con có', 'bác có', 'tui có', 'đang có', 'chỉ có', 'mới có'],
  ...['tay có', 'vốn có', 'có vốn', 'trong tay', 'sẵn có', 'được có'],
].map((phrase) => toPhrase(phrase, 'own'));
const ABOUT = /^(?:duoc|khoang|tam|chung|co)$/;
const NUMBER = /^(?:\d.*|mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi|tram|ty|ti|tr|trieu)$/;

/** A shorter phrase has too many neighbours that mean something else. */
const SHORTEST_MISSPELT = 3;

/** Words without marks that are more often another one: "cu" of "350 củ", "vay" of "vậy", "tu dong" of "tự động". */
const OTHER_WITHOUT_MARKS: Readonly<Record<string, (before: string, after: string, at: number) => boolean>> = {
  cu: (before, after) => /^\d|^(?:tram|chuc|rua|thai|trieu)$/.test(before) || after === 'qua',
  vay: (before, after) => /^(?:nhieu|nhiu|sao|nao|the|may|dong|tien|a|tro|duoc)$/.test(before) || after === '',
  dong: (before, after) => before === 'tu' && !/^(?:may|lay|duoc)$/.test(after),
  hoi: (before, after) => before === 'mua' && !/^(?:\d.*|nam|thang|dau|cuoi|truoc|do|tet|tuan)$/.test(after),
  cho: (before, after, at) => before === 'da' && at === 1 && /^(?:con|em|chau|hoi|toi|minh|tui)$/.test(after),
  muon: (before) => !/^(?:cho|di)$/.test(before),
  luong: (before) => /^(?:nang|chat|dinh|so|san)$/.test(before),
  don: () => true,
};

/** Whether anything said leaves a doubt, also with one slip in it, in a word that is none of the harmless ones. */
export function isDoubtful(syllables: readonly Syllable[]): boolean {
  return (
    hasDoubt(syllables, DOUBTS) ||
    syllables.some(({ folded }) => !isHarmlessFolded(folded) && isNearOld(folded)) ||
    syllables.some((_, from) => OWN_MONEY.some((own) => isAt(syllables, from, own) && isSumAhead(syllables, from + 2)))
  );
}

/** Whether a clause without the price, somewhere in a story, says that the machine is not new, not to be bought, or was helped. */
export function isDoubtfulAside(syllables: readonly Syllable[]): boolean {
  const isBuying = syllables.some(({ folded }) => BUYS.test(folded));
  return hasDoubt(
    syllables,
    DOUBTS.filter(({ group }) => !ASIDE.has(group) && (group !== 'before' || isBuying)),
  );
}

const BUYS = /^(?:mua|sam|lap|nhap|tau|dat|nhan|cap|ve|giao)$/;

function hasDoubt(syllables: readonly Syllable[], doubts: readonly Phrase[]): boolean {
  const windows = LENGTHS.flatMap((size) => listWindows(syllables, size));
  return doubts.some(
    (doubt) =>
      syllables.some((_, from) => isAt(syllables, from, doubt)) || windows.some((window) => isMisspelt(window, doubt)),
  );
}

/** Some words on end, as one. */
type Window = { size: number; written: string; areWords: boolean };

const LENGTHS = [1, 2, 3, 4];

function listWindows(syllables: readonly Syllable[], size: number): Window[] {
  return syllables.slice(0, Math.max(0, syllables.length - size + 1)).map((_, from) => {
    const words = syllables.slice(from, from + size).map(({ folded }) => folded);
    const areWords = words.every((word) => isHarmlessFolded(word) || /^\d/.test(word));
    return { size, written: words.join(''), areWords };
  });
}

/** A slip of "cũ"; numbers and what is longer are none. */
function isNearOld(folded: string): boolean {
  return /^[a-z]{2,3}$/.test(folded) && folded.includes('u') && (costOfOneSlip('cu', folded) ?? 1) < 1;
}

function isSumAhead(syllables: readonly Syllable[], from: number): boolean {
  const at = syllables.findIndex(({ folded }, place) => place >= from && !ABOUT.test(folded));
  return NUMBER.test(syllables[at]?.folded ?? '');
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
  return OTHER_WITHOUT_MARKS[typed.folded]?.(before, after, at) !== true;
}

/** One letter wrong, left out or too many, also where it joined or parted words. */
function isMisspelt({ size, written, areWords }: Window, { syllables: phrase, joined, isOdd }: Phrase): boolean {
  if (Math.abs(size - phrase.length) > 1 || Math.abs(written.length - joined.length) > 1) return false;
  if (joined.length < SHORTEST_MISSPELT || (areWords && !isOdd)) return false;
  // A short word has too many neighbours that are words: "thức" is no "thuê".
  if (phrase.length === 1 && isSyllableShape(written)) return false;
  return (costOfOneSlip(joined, written) ?? 1) < 1;
}

function toPhrase(phrase: string, group: string): Phrase {
  const syllables = splitSyllables(phrase);
  const joined = syllables.map(({ folded }) => folded).join('');
  const isOwn =
    syllables.length > 1 && syllables.some(({ folded }) => !isFrameWord({ exact: folded, folded }) && folded !== 'may');
  return { group, syllables, joined, isOdd: joined.length >= LONG_ENOUGH && isOwn && !joined.includes('may') };
}
