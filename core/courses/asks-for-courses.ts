import { foldPhrase } from '../text/fold.ts';

/** Longer texts are stories; what they ask is not only which courses there are. */
const LONGEST = 160;

// Over folded words. "khoa hoc" is a course, and science as well.
const LESSONS = '(?:lop|khoa hoc(?! (?:cong nghe|ky thuat|va|ky|cua))|khoa dao tao|tap huan|day nghe|buoi hoc)';
const WHEN = '(?:bao gio|khi nao|luc nao|bao h|bh|ngay nao|hom nao|thang nao|thang may|ngay may)';
const WHERE = '(?:o dau|cho nao|noi nao|o mo|tai dau)';
const some = (most: number): string => `(?: \\S+){0,${most}}`;

const ASKING = [
  `(?:co|con|mo)${some(3)} ${LESSONS}${some(7)} (?:nao|gi|khong|ko|k|kg|hok|hong|chua)`,
  `${WHEN}${some(5)} (?:${LESSONS}|di hoc|hoc|khai giang)`,
  `(?:${LESSONS}|di hoc|hoc|khai giang)${some(5)} (?:${WHEN}|${WHERE})`,
  `${WHERE}${some(3)} ${LESSONS}`,
  `lich (?:hoc|lop|cac lop|tap huan|khai giang|mo lop|dao tao)`,
  `(?:sap|sap toi|sap mo|toi day|nam nay|thang nay|thang toi|thang sau)${some(3)} ${LESSONS}`,
  `${LESSONS}${some(4)} (?:sap mo|sap toi|nao mo|dang mo|con cho|con nhan|nao con)`,
  `(?:xem|nhung|danh sach)(?: cac)? lop`,
].map(toPattern);

const WISHING = [
  `(?:dang ky|dang ki|ghi ten|ghi danh|muon|xin|can|mong)${some(3)} (?:hoc|di hoc|vao lop|du lop|theo lop|lop|di tap huan|tap huan|du tap huan)`,
  `cho (?:toi|em|minh|chau|con|tui|bac|nha toi|nha em) (?:di hoc|hoc|vao lop|tap huan|di tap huan)`,
].map(toPattern);

/** Another course than the one that was chosen. */
const CHANGING = [
  `(?:doi|chuyen|thay)(?: (?:sang|qua|den|toi|cho|giup|ho|em|toi|minh|chau)){0,3} (?:lop|khoa|buoi)(?: hoc)?(?! (?:vo|son|phu|tho|dan))`,
  `(?:lop|khoa hoc) khac`,
].map(toPattern);

/** About rules, money and papers, of a class that is to be opened for one's own people, or of school. */
const ANOTHER_MATTER = [
  '(?:ho tro|kinh phi|tien|trieu|giay to|ho so|thu tuc|dieu kien|phan tram|chung chi|doi tuong|quy dinh|nghi dinh|thong tu|bao lau|la gi|van bang|dai hoc|lop [1-9]|hoc sinh|hoc bong|truong|tuyen sinh|mam non|mau giao)',
  `(?:muon|can|xin|dinh|du dinh|de nghi|mong|nho)${some(3)} (?:mo|to chuc|day)${some(2)} (?:lop|nghe|khoa)`,
  `(?:mo|to chuc) (?:mot |1 )?(?:lop|khoa)${some(6)} (?:can|phai|the nao|lam sao|nhu nao|duoc khong|dc ko|duoc ko)`,
  `(?:truyen nghe|day nghe) cho`,
].map(toPattern);

/**
 * Whether a text asks which courses there are, when and where (`asks`: "có lớp nào sắp mở không", "học ở đâu"), or wishes to
 * attend one (`wishes`: "dang ky hoc quan ly"). What support for training there is, is another question.
 */
export function asksForCourses(text: string): 'asks' | 'wishes' | undefined {
  if (text.length > LONGEST) return undefined;
  const typed = foldPhrase(text);
  const isOf = (patterns: readonly RegExp[]): boolean => patterns.some((pattern) => pattern.test(typed));
  if (isOf(CHANGING)) return 'asks';
  if (isOf(ANOTHER_MATTER)) return undefined;
  if (isOf(ASKING)) return 'asks';
  return isOf(WISHING) ? 'wishes' : undefined;
}

/** "Đổi lớp khác", "chuyển sang lớp tháng 1": said by who has a course, also in the middle of something. */
export function wishesAnotherCourse(text: string): boolean {
  return text.length <= LONGEST && CHANGING.some((pattern) => pattern.test(foldPhrase(text)));
}

const WHO = '(?:em|toi|minh|chau|tui|nha em|nha toi|thoi|a|da|oi|xin|muon|cho|nho|ad|can bo|khong|ko|nua)';
const CLASS = '(?:lop|khoa)(?: (?:hoc|dao tao|tap huan))?(?: (?:nay|do|ay|kia|da chon|da dang ky|vua chon))?';
const END = '(?: (?:nua|dau|nhe|a|ad|em|roi|duoc|dc|vi|luon|thoi|di|do|nay|voi|ban|om|bi|co|viec|ban viec))*';

/** "Thôi không học lớp này", "bỏ lớp", "em bận không đi học được": the course that was chosen is given up, for none. */
const LEAVING = [
  `(?:bo|huy|rut|thoi|nghi|xoa)(?: (?:dang ky|ten|khoi|ra|khong|ko|di|hoc|theo))* ${CLASS}`,
  `(?:khong|ko|k|chang|thoi) (?:di |theo |tham gia |du )?(?:hoc|theo|tham gia|du|di)(?: duoc| dc)? ${CLASS}`,
  '(?:khong|ko|k) (?:di )?hoc (?:duoc |dc )?nua',
  '(?:khong|ko|k) (?:di|theo) hoc (?:duoc|dc|nua)',
].map((words) => new RegExp(`^(?:${WHO} )*(?:ban (?:viec )?(?:nen )?)?(?:${WHO} )*${words}${END}$`));

/** Said by who has a course. "Đổi lớp khác" is another wish. */
export function wishesToLeaveCourse(text: string): boolean {
  return text.length <= LONGEST && LEAVING.some((pattern) => pattern.test(foldPhrase(text)));
}

function toPattern(words: string): RegExp {
  return new RegExp(`(?:^| )${words}(?: |$)`);
}
