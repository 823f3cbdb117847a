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

/** "Tran Thi Mai": two to five words, the first of them a family name. Where a name is asked, that is one, whatever else it may mean. */
export function looksLikePersonName(text: string): boolean {
  const words = foldPhrase(text).split(' ');
  const [family = ''] = words;
  if (TITLED.test(text.trim())) return true;
  return words.length >= 2 && words.length <= MOST_WORDS && !/\d/.test(text) && FAMILY_NAMES.has(family);
}
