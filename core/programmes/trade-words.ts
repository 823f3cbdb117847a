/**
 * What an establishment may be called that says what it does and not who it is: kinds of units and of work, what is made, and
 * how it is praised. Without marks many a syllable is a given name too (đúc, hải, lộc), so these are whole phrases.
 */
const UNITS_AND_WORK = [
  'co so|xuong|ho|to|hop tac xa|to hop tac|htx|tht|hkd|cong ty|cty|tnhh|doanh nghiep|kinh doanh|gia dinh|tu nhan',
  'san xuat|che bien|gia cong|mua ban|buon ban|ban|lam|dich vu|thuong mai|tong hop|xay dung|thu cong|tieu thu cong nghiep',
  'thu cong my nghe|my nghe|nong san|lam san|thuy san|hai san|dac san|thuc pham|do uong|nong nghiep|lam nghiep|lang nghe',
  'truyen thong|sach|an toan|va|cac loai|so|ocop',
]
  .join('|')
  .split('|');

/** What is made, folded. */
export const GOODS: readonly string[] = [
  'bun|bun kho|bun tuoi|mien|mien dong|pho|pho kho|banh|banh pho|banh chung|banh gio|banh duc|banh gai|banh cuon|banh trang|banh da|banh da nem|banh keo|banh khao|banh ran|banh ngai|banh giay|banh day|banh tet|banh com|banh nep|banh troi|banh tro|banh te|banh it|banh mi|banh bao|banh quy|banh quy gung|banh ngot|banh dau xanh|banh phu the|banh su se|banh coc mo|banh ngo|banh la|banh hoi|banh uot|banh dua|banh in|banh phong|banh phong tom|banh cao|banh chung den|banh kep|banh dau phong|my|my gao',
  'dau phu|dau hu|ruou|ruou men la|ruou nep|ruou ngo|men la|che|che bup|che xanh|tra|mat ong|muoi|nuoc mam|mam|tuong|tinh dau',
  'gao|xay xat|lua gao|ngo|khoai|lac|cha|gio cha|nem|nem chua|lap xuong|lap suon|thit|thit hun khoi|thit say|sua|trung|kem',
  'rau qua|hoa qua|hoa qua say|say|say kho|mang|mang kho|nam|moc nhi|duoc lieu|thuoc nam|nuoc|nuoc uong|nuoc tinh khiet',
  'may|may mac|may tre dan|tre nua|tre dan|dan lat|chieu coi|giay|giay dep|det|det may|tho cam|det tho cam|theu|quan ao',
  'go|moc|do go|do moc|do go my nghe|van ep|go boc|xe go|cua sat|co khi|co khi nho|han|ren|lo ren|duc|duc dong|nhom kinh|sua chua',
  'gom|gom su|gach|gach khong nung|ngoi|da xay dung|da my nghe|huong|lam huong|phan bon|thuc an chan nuoi|nhua|bao bi|in an|cat soi',
]
  .join('|')
  .split('|');

const ONLY_TRADES = new RegExp(`^(?:(?:${[...UNITS_AND_WORK, ...GOODS].join('|')}|[0-9]+)(?: |$))*$`);

/** Kinds of units, which are part of the name of a commune. */
const UNITS = /^(?:xa|phuong|thi tran|dac khu) /;

/** What is registered has its name to itself, however plain it is. */
const REGISTERED = /^(?:hop tac xa|htx|cong ty|cty|doanh nghiep|dntn|dn) /;

/**
 * Whether a name says only the trade, and perhaps the commune ("cơ sở bún", "miến dong Côn Minh"): then another in the same
 * commune may bear it too. All texts are folded; `bare` is without the legal form, `said` as it was told.
 */
export function isOnlyTrade({ bare, said, commune }: { bare: string; said: string; commune: string }): boolean {
  if (REGISTERED.test(said)) return false;
  const rest = ` ${bare} `.replace(` ${commune.replace(UNITS, '')} `, ' ').trim();
  return ONLY_TRADES.test(rest);
}
