import type { MoneyMention } from '../../forms/fields/read-money.ts';
import type { Syllable } from '../typing/syllables.ts';
import type { Thing } from './support-thing.ts';

/** What a sum in a story is: the price of the thing, something told beside it, or what we cannot tell. */
export type FigureRole = 'price' | 'aside' | 'unknown';

/** Between a word that says what a sum is and the sum. */
const ABOUT =
  '(?: (?:duoc|khoang|tam|chung|hon|gan|la|co|them|chi|moi|tien|luon|ca|tong|cong|het|ngan hang|bank|nha bank|ngoai|nguoi ta|nguoi quen|moi nam|nam|mot nam))*';
/** What one has, owes, earns or shares: a sum right after it is no price. */
const ASIDE_BEFORE = new RegExp(
  `(?:^| )(?:von(?: (?:tu|co|em|nha|minh|toi|rieng|san|cua))*|co san|san co|tu co|(?:toi|em|minh|nha|chau|con|tui|bac|chi|anh|ong|ba|tay|hien|dang|san) co|de danh|danh dum|tich gop|tich coc|dong gop|gom|gop|hun|tu bo|minh bo|em bo|toi bo|nha bo|ben em bo|tu bo ra|bo ra|doi ung|vay|vay bank|vay ngan hang|muon nguoi ta|no|doanh thu|doanh so|thu nhap|thu|lai|loi|ban|ban duoc|luong|cong lap|lap|lap dat|lap them|van chuyen|tien cong|cong tho|cong|phi|ship|vat|thue)${ABOUT}$`,
);
/** The support itself, as it was heard of: "hỗ trợ tới 300 triệu". */
const CLAIM_BEFORE =
  /(?:^| )(?:ho tro|tro|duoc|cho|cap|xin|duyet|(?<!dan |tem |in )nhan|tran|toi da|nhieu nhat|len|muc)(?: (?:tien|toi|den|toi da|nhieu nhat|cao nhat|khoang|la|tan|may|nhan|them|cho|duoc|minh|em|toi))*$/;
/** A sum by time or by piece: wages, rents, goods. */
const EACH_AFTER =
  /^(?:dong )?(?:(?:mot|moi|1|trong|cho|tren|theo) )?(?:thang|ngay|gio|nam|can|kg|ky|ki|ta|tan|met|m2|chai|lit|hop|goi|bo|nguoi|nhan cong|tho|cong|lan|vu|me)(?: |$)/;
const PRICE_BEFORE =
  /(?:^| )(?:gia|bao gia|bao|het|ton|mat|tong|tong cong|tong tien|tong chi|ca thay|khoang|tam|chung|co|doi|lay|keu|ho|chot|ra gia|tri gia|gia tri|chi phi|kinh phi|du toan|ban|thu|tinh|niem yet|ra|con|tron goi|tron bo|phai|chi|tien|dau tu|la|nhung|gan|hon|them)(?: (?:la|khoang|tam|chung|co|toi|den|ca|nhung|tan|het|gan|hon|dau|cho|em|cho em|cung|phai|chi|cai|thoi|hien|tong|tren duoi))*$/;
/** Between a sum that is said first and what it is for. */
const BETWEEN_FIRST =
  /^(?:tien|mua|sam|tau|lap|dau tu|dat|de|cai|chiec|mot|con|dan|gia|cho|bo|lam|la|cua|1|nhe|nha|a|do|ma| )*$/;
/** So near to what it is for a sum needs no word for a price. */
const NEAR = 7;

/** Whether the sum at a place is only compared with: "rẻ hơn 50 triệu", "dưới 100 triệu". */
export function isCompared(syllables: readonly Syllable[], from: number): boolean {
  const said = syllables.slice(Math.max(0, from - LONGEST_COMPARISON), from).map(({ folded }) => folded);
  return COMPARED.test(said.join(' '));
}

/** What the sum of a clause is, by the words around it. */
export function findRole(
  syllables: readonly Syllable[],
  { from, to }: Pick<MoneyMention, 'from' | 'to'>,
  things: readonly Thing[],
): FigureRole {
  const plain = (start: number, end: number): string =>
    syllables
      .slice(start, end)
      .map(({ folded }) => folded)
      .join(' ');
  const before = things.findLast((one) => one.to <= from);
  const next = things.find((one) => one.from >= to);
  const after = plain(to, next?.from ?? syllables.length);
  const said = plain(before?.to ?? 0, from);
  if (isCompared(syllables, from)) return 'unknown';
  if (EACH_AFTER.test(after)) return 'aside';
  const isPriced = said === '' || PRICE_BEFORE.test(said);
  if (before !== undefined) {
    if (CLAIM_BEFORE.test(said) || FEE_BEFORE.test(said)) return 'aside';
    return isPriced || from - before.to <= NEAR ? 'price' : 'unknown';
  }
  // "bỏ ra 355 triệu mua máy": what it is spent on tells more than whose it is.
  if (next !== undefined && SPENT_ON.test(after)) {
    if (!BETWEEN_FIRST.test(after) || CLAIM_BEFORE.test(said) || SPARED.test(said)) return 'unknown';
    return OWNED.test(said) ? 'aside' : 'price';
  }
  if (CLAIM_BEFORE.test(said) || (ASIDE_BEFORE.test(said) && !PRICE_ASKED.test(said))) return 'aside';
  return isPriced && (next === undefined || BETWEEN_FIRST.test(after)) ? 'price' : 'unknown';
}

const SPENT_ON = /^(?:tien |de )?(?:mua|sam|tau|dau tu)\b|^(?:de )?lap\b/;
/** "tôi có 200 triệu muốn mua máy": own money, whatever it is for. */
const OWNED =
  /(?:^| )(?:co|vay|san|danh|gop|von|gui ve|gui|(?:vay|muon) (?:ba con|cua|nguoi|anh|chi|hang xom|ban)(?: \S+)?)(?: (?:duoc|khoang|tam|san|co|gan|hon|them))*$/;
const LONGEST_COMPARISON = 4;
const COMPARED =
  /(?:^| )(?:(?:re|dat|cao|thap|nho|lon|it|nhieu|kem) hon|duoi|chenh|giam)(?: (?:la|khoang|tam|duoc|con))*$/;
const SPARED = /(?:^| )(?:thieu|no|con thieu)(?: \S+)?$/;
const PRICE_ASKED =
  /(?:^| )(?:gia|nguoi ta|ho|ben (?:ban|do|ay|kia)|hang|cong ty|dich vu)(?: \S+)? (?:lay|ban|thu|doi|keu)$/;
/** Beside the machine, not the machine: "máy 98 triệu, lắp thêm 6 triệu" in one clause. */
const FEE_BEFORE =
  /(?:^| )(?:lap them|cong lap|tien lap|van chuyen|tien cong|cong tho|phi(?: \S+)?|ship|thue vat)(?: (?:het|mat|la|khoang|them))*$/;
