import { foldPhrase } from '../../text/fold.ts';

/** Family names of the country's peoples (folded), those that are common in the northern mountains among them. */
const FAMILY_NAMES = new Set(
  (
    'nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly nong ma trieu tan lo giang vang sung ha hua be dinh luu ' +
    'cao chu luong dam than phung to ta quach vi lu lau mua hau sin phu truong lam dao doan trinh thach quan dong hoa ' +
    'lau lang luc lanh mac mong sam tong voong khuat kieu la thao phang cu chang ha dieu lieu phung diem kim tang bach nghiem'
  ).split(' '),
);
const MOST_WORDS = 5;
/** "chị Mai", "anh Hùng": not "chị ơi". */
const TITLED = /^(?:chị|anh|ông|bà|cô|chú|bác|em|chi|ong|bac) (?!ơi|oi|nhé|nhe|ạ|à)\p{Lu}\p{L}*(?: \p{L}+){0,3}$/u;

/** "Em liên hệ, Bàn Thị Hải", "tên em là Mai": what leads to a name and is no part of it. */
const INTRODUCTION =
  /^(?:(?:dạ|da|vâng|vang) )?(?:(?:em|tôi|toi|mình|minh|cháu|chau|cứ|cu|tên|ten) )*(?:liên hệ|lien he|lh|gọi|goi|gặp|gap)(?: (?:với|voi|cho|em|tôi|toi|là|la))*[ ,:]+(?=\p{L})/iu;

export function withoutIntroduction(text: string): string {
  return text.normalize('NFC').trim().replace(INTRODUCTION, '');
}

/** Words with their marks that no name holds: "vẫn dùng thông tin cũ", "đâu cũng được". After a family name any word is a name. */
const NO_PART_OF_A_NAME =
  /(?<!\p{L})(?:cũng|không|chưa|vẫn|đâu|nào|gì|sẽ|nhưng|thông tin|hồ sơ|phiếu|gửi|đăng ký|bổ sung|lúc|khi|để|tiền|ở|bán)(?!\p{L})/iu;

/** "đăng ký cho chị Lan nữa": capitals stand in it, but it begins with a small word that is no family name. */
export function isSentenceWithName(text: string): boolean {
  const words = text.normalize('NFC').trim().split(/\s+/);
  const [first = ''] = words;
  const isSmall = /^\p{Ll}/u.test(first) && words.slice(1).some((word) => /^\p{Lu}\p{Ll}/u.test(word));
  const isTitle = /^(?:chị|anh|ông|bà|cô|chú|bác|em|cậu|dì|chi|ong|ba|co|bac|chu|di|cau)$/u.test(first);
  const isFamily = FAMILY_NAMES.has(foldPhrase(first)) && /^\p{Lu}/u.test(words[1] ?? '');
  if (!isTitle && !FAMILY_NAMES.has(foldPhrase(first)) && NO_PART_OF_A_NAME.test(words.join(' '))) return true;
  return isSmall && !isTitle && !isFamily;
}

/** "Tran Thi Mai": two to five words, the first of them a family name. Where a name is asked, that is one, whatever else it may mean. */
export function looksLikePersonName(text: string): boolean {
  const name = withoutIntroduction(text);
  const words = foldPhrase(name).split(' ');
  const [family = ''] = words;
  if (TITLED.test(name)) return true;
  return words.length >= 2 && words.length <= MOST_WORDS && !/\d/.test(text) && FAMILY_NAMES.has(family);
}
