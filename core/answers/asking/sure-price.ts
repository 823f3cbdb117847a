import { costOfOneSlip } from '../typing/one-slip.ts';
import { isSyllableShape } from '../typing/syllable-shape.ts';
import { type Syllable, splitSyllables } from '../typing/syllables.ts';

// A sum is only computed from a message in which every word is read and stands where it would in "em mua máy sấy chè giá
// 400 triệu thì được hỗ trợ bao nhiêu". One word that is not in these lists may be "cũ", "nghe nói" or "tối đa" with a slip,
// and then the rule is told, not a sum. Very short words would be one slip from those: they count only with their accents.

type Words = { exact: ReadonlySet<string>; folded: ReadonlySet<string> };

function words(text: string, { onlyExact = '' } = {}): Words {
  const all = splitSyllables(text);
  return {
    exact: new Set([...all, ...splitSyllables(onlyExact)].map(({ exact }) => exact)),
    folded: new Set(all.map(({ folded }) => folded)),
  };
}

function isOneOf({ exact, folded }: Words, typed: Syllable): boolean {
  return typed.exact === typed.folded ? folded.has(typed.folded) || exact.has(typed.exact) : exact.has(typed.exact);
}

/** No guard word is near a word as long as this: it may have a wrong mark, or a slip that leaves no syllable. */
const LONG_WORD = 4;

function isRead(list: Words, typed: Syllable): boolean {
  if (isOneOf(list, typed)) return true;
  const { folded } = typed;
  if (folded.length >= LONG_WORD && list.folded.has(folded)) return true;
  if (isSyllableShape(folded)) return false;
  return [...list.folded].some((word) => word.length >= LONG_WORD && costOfOneSlip(word, folded) !== undefined);
}

const NUMBERS = words(
  'một hai ba bốn tư năm lăm sáu bảy tám chín mười mươi trăm chục rưỡi rưởi nghìn ngàn triệu tỷ tỉ tr ty đồng vnd',
  {
    onlyExact: 'củ đ',
  },
);
const UNITS = /^(?:trieu|ty|ti|tr|tram|chuc|dong|vnd)$/;

const BEFORE = words(
  'em tôi tui mình cháu con bác nhà hộ cơ sở xưởng hợp tác xã htx tổ công ty doanh nghiệp chào ad admin anh chị ơi hỏi xin cho muốn định tính cần mua sắm đầu tư làm dựng lắp giả sử nếu sản xuất mới cái chiếc bộ bây giờ ạ hỗ trợ được bao nhiêu tiền nhà nước trung tâm khuyến công giúp với thế còn',
  { onlyExact: 'dạ có' },
);
const KIND = words('máy móc thiết bị dây chuyền truyền lò tủ nồi hơi hệ thống kho mô hình trình diễn');
const NAME = words(
  `sấy xay nghiền trộn ép đóng gói chai lon hộp túi hút chân không dán nhãn cắt thái gọt rửa hấp luộc nấu chưng cất rang sao vò
   chè miến bún phở bánh gạo ngô sắn dong riềng bột thịt lạp xưởng mật ong rượu tinh dầu quế hồi sả gừng nghệ chuối mít hồng
   mận đậu phụ lạc cà phê tiêu mắm tôm muối đường mía gỗ mộc cưa bào tiện khoan cnc laser thêu dệt nhuộm đan mây tre gốm
   gạch inox thép sắt khắc nước mắm hàn uốn lạnh thăng hoa nhiệt năng tiết kiệm tự động công nghiệp nghiệp suất cao tách vỏ hạt bóc sàng lọc
   chiết rót viên nén hương nhang tiệt trùng khuẩn đông cô đặc tráng cuốn làm sản xuất chế biến nông lâm bơm nhào cán quay
   phân loại chả giò nem thạch đen khô tươi măng nấm mắc ca sâm nem chua cấp sản xuất dược liệu thuốc nam trà hoa quả trái cây vải chiếu cói nón lá
   mới chạy điện bằng gas củi xẻ ván bóc dăm băm kéo sợi se chỉ máy dây chuyền mô hình trình diễn kỹ thuật thiết bị`,
  { onlyExact: 'cá đá in bò bơ' },
);
const PRICE = words('giá hết khoảng tầm cỡ chừng trị mất tốn tiền mua cái chiếc bộ này đầu tư trọn gần');
const AFTER = words(
  'thì được hỗ hổ trợ bao nhiêu nhà nước cho xin mấy trăm triệu đồng tiền không ạ ad admin nhỉ với em tôi tui mình cháu bác nhà thế nào sao khuyến công mức phần trăm hả hở hí rứa ơi anh chị',
  { onlyExact: 'có là vậy' },
);
const PLACE =
  /^(?:(?:o|tai|tinh|tren|duoi) )*(?:lai chau|bac kan|bac can|thai nguyen|cao bang|thua thien hue|quang tri|quang binh|tuyen quang|lang son|ha giang|lao cai|yen bai|son la|dien bien|hoa binh|phu tho|bac giang|bac ninh|quang ninh|nghe an|ha tinh|thanh hoa|da nang)$/;
const LONGEST_PLACE = 4;
const ASKS = /\b(?:bao \S+|\S+ nhieu|nhieu|may (?:dong|tram|trieu|tien)|may$|the nao|sao)\b/;
const SAYS_SUPPORT = /\b(?:ho|tro|duoc|cho|nuoc|xin)\b/;

/** Words that count only beside another one: "bao" is "bao nhiêu" there and "bảo" elsewhere. */
const ONLY_BEFORE: Readonly<Record<string, RegExp>> = {
  bao: /^\S*nhi?\S*$/,
  doanh: /^nghiep$/,
  nuoc: /^(?:mam|cho|ho|giup|trung|duoc)$/,
  hut: /^chan$/,
  the: /^(?:con|nao|\d.*)$/,
};
const ONLY_AFTER: Readonly<Record<string, RegExp>> = { bi: /^thiet$/, hinh: /^mo$/, thong: /^he$/ };

function isInItsPlace(syllables: readonly Syllable[], { folded }: Syllable, at: number): boolean {
  const next = syllables[at + 1]?.folded ?? '';
  const isWhole = folded !== 'bao' && next === '';
  if (!isWhole && ONLY_BEFORE[folded]?.test(next) === false) return false;
  return ONLY_AFTER[folded]?.test(syllables[at - 1]?.folded ?? '') !== false;
}

/** "được mấy đồng"; any other "may" after the sum is one more machine. */
function isHowMany(syllables: readonly Syllable[], { folded }: Syllable, at: number): boolean {
  return folded !== 'may' || /^(?:|dong|tram|trieu|tien|chuc|a|vay)$/.test(syllables[at + 1]?.folded ?? '');
}

/** Whether the one sum of a message is surely the price of the machine, line or model named; or stands alone, with none named. */
export function isSurePrice(all: readonly Syllable[]): boolean {
  const syllables = withoutPlace(all);
  const from = syllables.findIndex((typed, at) => isSumStart(syllables, typed, at));
  if (from === -1) return false;
  let to = from;
  while (to < syllables.length && isNumber(syllables[to])) to += 1;
  const kind = syllables.findIndex((typed) => isKind(typed));
  const before = syllables.slice(0, from);
  const after = syllables.slice(to);

  if (!syllables.every((typed, at) => isInItsPlace(syllables, typed, at))) return false;
  // "400 triệu mua máy": may be what one has, or borrows.
  if (!after.every((typed, at) => isHowMany(after, typed, at))) return false;
  const isKindBefore = kind !== -1 && kind < from;
  const opening = isKindBefore ? syllables.slice(0, kind) : before;
  const name = isKindBefore ? syllables.slice(kind, from) : [];
  if (!opening.every((typed) => isRead(BEFORE, typed) || isRead(PRICE, typed))) return false;
  const isName = (typed: Syllable, at: number): boolean =>
    [KIND, NAME, PRICE].some((list) => isRead(list, typed)) || (typed.folded === 'la' && at === name.length - 1);
  if (!name.every(isName)) return false;
  if (!after.every((typed, at) => isRead(AFTER, typed) || isLastVay(after, at) || isIsHowMuch(after, at))) return false;

  const plain = (part: readonly Syllable[]): string => part.map(({ folded }) => folded).join(' ');
  if (ASKS.test(`${plain(opening)} ${plain(after)}`)) return true;
  return !SAYS_SUPPORT.test(`${plain(opening)} ${plain(after)}`) || /\bthi$/.test(plain(after));
}

/** "bao nhiêu vậy ạ"; elsewhere "vay" is a loan. */
function isLastVay(after: readonly Syllable[], at: number): boolean {
  return (
    after[at]?.folded === 'vay' && at >= after.length - 2 && /^(?:nhieu|sao|nao)$/.test(after[at - 1]?.folded ?? '')
  );
}

/** "mức hỗ trợ là bao nhiêu". */
function isIsHowMuch(after: readonly Syllable[], at: number): boolean {
  return after[at]?.folded === 'la' && after[at + 1]?.folded === 'bao';
}

function isNumber(typed: Syllable | undefined): boolean {
  return typed !== undefined && (/^\d/.test(typed.folded) || isOneOf(NUMBERS, typed));
}

function isKind(typed: Syllable): boolean {
  return /^(?:may|thiet|day|lo|tu|noi|he|kho|mo)$/.test(typed.folded) && isOneOf(KIND, typed);
}

/** A number that a unit follows: "năm mươi triệu", "400tr"; not the "mười" of nothing. */
function isSumStart(syllables: readonly Syllable[], typed: Syllable, at: number): boolean {
  if (/^\d/.test(typed.folded)) return true;
  if (!isNumber(typed) || syllables[at - 1]?.folded === 'may') return at > 0 && isBareBillion(syllables, at);
  let next = at;
  while (next < syllables.length && isNumber(syllables[next])) next += 1;
  return next - at > 1 && syllables.slice(at, next).some(({ folded }) => UNITS.test(folded));
}

/** "máy tỷ hai", and "máy ba trăm triệu": a number right after the thing. */
function isBareBillion(syllables: readonly Syllable[], at: number): boolean {
  const next = syllables[at + 1]?.folded ?? '';
  return (
    isNumber(syllables[at]) && syllables[at - 1]?.folded === 'may' && (UNITS.test(next) || isNumber(syllables[at + 1]))
  );
}

function withoutPlace(syllables: readonly Syllable[]): readonly Syllable[] {
  for (let at = 0; at < syllables.length; at += 1) {
    for (let length = LONGEST_PLACE + 1; length > 0; length -= 1) {
      const part = syllables.slice(at, at + length);
      if (part.length === length && PLACE.test(part.map(({ folded }) => folded).join(' ')))
        return [...syllables.slice(0, at), ...syllables.slice(at + length)];
    }
  }
  return syllables;
}
