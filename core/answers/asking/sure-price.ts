import { costOfOneSlip } from '../typing/one-slip.ts';
import { type Syllable, splitSyllables } from '../typing/syllables.ts';

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
  ...['nhận rồi', 'nhận', 'hỗ trợ rồi', 'được rồi', 'năm ngoái', 'năm trước'],
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
].map((phrase) => {
  const syllables = splitSyllables(phrase);
  return { syllables, joined: syllables.map(({ folded }) => folded).join('') };
});

/** A shorter phrase has too many neighbours that mean something else. */
const SHORTEST_MISSPELT = 3;

/** Words that stand in true questions about a price: such a word is never taken for another one misspelt. */
const KNOWN: ReadonlySet<string> = new Set(
  splitSyllables(
    `em tôi tui mình cháu con bác nhà hộ cơ sở xưởng hợp tác xã htx tổ công ty doanh nghiệp chào ad admin anh chị ơi hỏi xin cho
     muốn định tính cần mua sắm đầu tư làm dựng lắp giả sử nếu sản xuất mới cái chiếc bộ bây giờ hỗ trợ được bao nhiêu tiền nhà
     nước trung tâm khuyến công giúp với thế còn dạ có thì xin mấy trăm triệu đồng không ạ nhỉ nào sao mức phần hả rứa là vậy
     máy móc thiết bị dây chuyền truyền lò tủ nồi hơi hệ thống kho mô hình trình diễn giá hết khoảng tầm cỡ chừng trị mất tốn này
     trọn gần một hai ba bốn tư năm lăm sáu bảy tám chín mười mươi chục rưỡi nghìn ngàn tỷ tỉ tr ty củ đ vnd
     sấy xay nghiền trộn ép đóng gói chai lon hộp túi hút chân không dán nhãn cắt thái gọt rửa hấp luộc nấu chưng cất rang sao vò
     chè miến bún phở bánh gạo ngô sắn dong riềng bột thịt lạp mật ong rượu tinh dầu quế hồi sả gừng nghệ chuối mít hồng mận đậu
     phụ lạc cà phê tiêu mắm tôm muối đường mía gỗ mộc cưa bào tiện khoan cnc laser thêu dệt nhuộm đan mây tre gốm gạch inox thép
     sắt khắc hàn uốn lạnh thăng hoa nhiệt năng tự động suất cao tách vỏ hạt bóc sàng lọc chiết rót viên nén hương nhang khuẩn
     đông cô đặc tráng cuốn chế biến nông lâm bơm nhào quay phân loại chả giò nem thạch đen khô tươi măng nấm mắc ca sâm dược
     liệu thuốc nam trà quả trái cây vải chiếu cói nón lá chạy điện bằng gas củi xẻ ván dăm băm kéo sợi chỉ kỹ thuật cá đá in bò
     lai châu bắc kạn thái nguyên cao bằng quảng trị lạng sơn tỉnh xã ở tại`,
  ).map(({ folded }) => folded),
);

/** Words without marks that are more often another one: "cu" of "350 củ", "vay" of "vậy". */
const OTHER_WITHOUT_MARKS: Readonly<Record<string, (before: string, after: string) => boolean>> = {
  cu: (before) => /^\d|^(?:tram|chuc)$/.test(before),
  bao: (_, after) => /^(?:nhi?eu|n|tien|bi|la)/.test(after) || after === '',
  da: () => true,
  nhan: (before, after) => before === 'dan' || /^(?:hieu|mac|su)$/.test(after),
  vay: (before, after) => /^(?:nhieu|sao|nao|the|may|dong|tien)$/.test(before) || after === '',
};

/** In a longer message there is a story, and a sum in it may be anything. */
const LONGEST_MESSAGE = 60;

/** How far from the thing its price may stand. */
const FARTHEST_PRICE = 12;

const KIND = /^(?:may|thiet|day|lo|tu|noi|he|kho|mo|nha)$/;
const NUMBER = /^(?:\d.*|mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi|tram|ty|ti|tr|trieu)$/;
const UNIT = /^(?:trieu|ty|ti|tr|tram|chuc|cu|nghin|dong|\d.*)$/;
const ASKS = /\b(?:bao nhieu|nhieu|bao tien|may(?: (?:dong|tram|trieu|tien|phan|a|ad|vay)|$)|the nao|sao|phan thieu)\b/;
const SAYS_SUPPORT = /\b(?:ho tro|duoc|cho|nha nuoc|xin|khuyen cong)\b/;
/** "em có 200 triệu", "trong tay 200 triệu": what one has. */
const OWN_MONEY =
  /\b(?:toi|em|minh|nha|chau|con|bac|tui|dang|chi|moi|trong tay) co (?:duoc |khoang |tam |chung )*(?=\d|mot |hai |ba |tram )/;

/** Whether the one sum of a message is surely the price of the machine, line or model named; or stands alone, with none named. */
export function isSurePrice(syllables: readonly Syllable[]): boolean {
  if (syllables.length > LONGEST_MESSAGE) return false;
  const plain = syllables.map(({ folded }) => folded).join(' ');
  const isAccented = syllables.some(({ exact, folded }) => exact !== folded);
  const sum = findSum(syllables);
  if (sum === -1 || OWN_MONEY.test(plain)) return false;
  if (DOUBTS.some((doubt) => isSaid(syllables, doubt, isAccented))) return false;
  const kind = syllables.findLastIndex(({ folded }, at) => at < sum && KIND.test(folded));
  // "400 triệu mua máy" may be what one has, or borrows.
  const isKindAfter =
    kind === -1 && syllables.some(({ folded }, at) => at > sum && isThingAfter(syllables, folded, at));
  if (isKindAfter || (kind !== -1 && sum - kind > FARTHEST_PRICE)) return false;
  return ASKS.test(plain) || !SAYS_SUPPORT.test(plain) || /\bthi(?: sao)?$/.test(plain);
}

/** "mấy đồng" after a sum is no machine. */
function isThingAfter(syllables: readonly Syllable[], folded: string, at: number): boolean {
  if (folded !== 'may') return folded === 'thiet' || folded === 'lo';
  return !/^(?:|dong|tram|trieu|tien|chuc|phan|a|ad|vay|nhi|anh|chi)$/.test(syllables[at + 1]?.folded ?? '');
}

function findSum(syllables: readonly Syllable[]): number {
  return syllables.findIndex(({ folded }, at) => {
    if (/^\d/.test(folded)) return true;
    return NUMBER.test(folded) && UNIT.test(syllables[at + 1]?.folded ?? '');
  });
}

/** Whether a phrase stands in a message, with its marks where marks were typed; or with one slip, in a word that is none. */
function isSaid(syllables: readonly Syllable[], { syllables: phrase, joined }: Phrase, isAccented: boolean): boolean {
  return syllables.some((_, from) => {
    const window = syllables.slice(from, from + phrase.length);
    if (
      window.length === phrase.length &&
      phrase.every((wanted, at) => isWord(syllables, from + at, wanted, isAccented))
    )
      return true;
    return joined.length >= SHORTEST_MISSPELT && isMisspelt(syllables, from, phrase.length, joined);
  });
}

function isWord(syllables: readonly Syllable[], at: number, wanted: Syllable, isAccented: boolean): boolean {
  const typed = syllables[at];
  if (typed === undefined || typed.folded !== wanted.folded) return false;
  // Marks were typed, and other ones: "vậy" is no loan, and "Lai" no interest.
  if (isAccented && typed.exact !== wanted.exact) return false;
  const before = syllables[at - 1]?.folded ?? '';
  const after = syllables[at + 1]?.folded ?? '';
  return OTHER_WITHOUT_MARKS[typed.folded]?.(before, after) !== true;
}

/** One letter wrong, left out or too many, also where it joined or parted words. */
function isMisspelt(syllables: readonly Syllable[], from: number, length: number, joined: string): boolean {
  return [length - 1, length, length + 1].some((size) => {
    const window = syllables.slice(from, from + size);
    if (size < 1 || window.length < size || window.every(({ folded }) => KNOWN.has(folded) || /^\d/.test(folded)))
      return false;
    return costOfOneSlip(joined, window.map(({ folded }) => folded).join('')) !== undefined;
  });
}
