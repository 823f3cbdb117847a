import { foldPhrase } from '../../text/fold.ts';

/** Family names of the country's peoples (folded), those that are common in the northern mountains among them. */
const FAMILY_NAMES = new Set(
  (
    'nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly nong ma trieu tan lo giang vang sung ha hua be dinh luu ' +
    'cao chu luong dam than phung to ta quach vi lu lau mua hau sin phu truong lam dao doan trinh thach quan dong hoa ' +
    'lau lang luc lanh mac mong sam tong voong khuat kieu la thao phang cu chang ha dieu lieu phung diem kim tang bach nghiem'
  ).split(' '),
);
/** Family names that are other words too: only in capitals or with their mark, and before a middle name. */
const RARE_NAME =
  /^(?:(?:Bàn|Ban|Quàng|Quang|Hạng|Hang|Chảo|Chao|Vương|Vuong|Cà|Ca|Chìu|Chiu)|bàn|quàng|chảo|vương) (?:[Tt]hị|[Tt]hi|[Vv]ăn|[Vv]an|[Mm]ùi|[Mm]ui|Seo|Mí|A) \p{L}/u;
const MOST_WORDS = 5;
/** "chị Mai", "anh Hùng": not "chị ơi". */
const TITLED =
  /^(?:chị|anh|ông|bà|cô|chú|bác|em|chi|ong|bac|ba(?= \p{Lu}\p{L}* \p{Lu})) (?!ơi|oi|nhé|nhe|ạ|à)\p{Lu}\p{L}*(?: \p{L}+){0,3}$/u;

/** "Em liên hệ, Bàn Thị Hải", "tên em là Mai": what leads to a name and is no part of it. */
const INTRODUCTION =
  /^(?:(?:dạ|da|vâng|vang) )?(?:(?:em|tôi|toi|mình|minh|cháu|chau|cứ|cu|tên|ten) )*(?:liên hệ|lien he|lh|gọi|goi|gặp|gap)(?: (?:với|voi|cho|em|tôi|toi|là|la))*[ ,:]+(?=\p{L})/iu;

/** "Hộ bà Mai", "nhà chị Sủi": with its mark, since "ho" is a family name. */
const HOUSE_OF = /^(?:hộ|nhà) (?=(?:ông|bà|anh|chị|cô|chú|bác|cụ) \p{Lu})/iu;

/** What somebody is, before their name (folded): "gđ Nông Văn Thắng", "chủ nhiệm htx là chị Lan". */
const ROLE =
  /^(?:(?:pho )?(?:giam doc|gd|chu nhiem|chu tich)|pgd|ke toan|thu quy|to truong|chu (?:co so|ho|xuong|lo)|chu(?= (?:la|ten) )|truong (?:thon|ban|xom|khu))(?: (?:htx|hop tac xa|cong ty|cty|co so|xuong|tht|to hop tac))?(?: (?:la|ten|ten la))? /;
/** How people are called (folded), before their name. */
const TITLES = new Set(['chi', 'anh', 'ong', 'ba', 'co', 'chu', 'bac', 'cau', 'di', 'em', 'thay']);

/** "Chị Lan làm giám đốc", "anh Hùng là chủ nhiệm htx": what somebody is, behind their name. */
const ROLE_BEHIND =
  / (?:(?:dang |hien |thi )?(?:la|lam) )?(?:(?:pho )?(?:giam doc|gd|chu nhiem|chu tich)|pgd|ke toan|chu (?:co so|ho|xuong|lo)|truong (?:thon|ban|xom|khu)|nguoi dai dien|dai dien|dung ten|to truong)(?: (?:htx|hop tac xa|cong ty|cty|co so|xuong|tht|to hop tac))?(?: (?:a|nhe|do|day|em))*$/;

/** "Gđ Nông Văn Thắng" is a name behind what he is; undefined when no such word leads to a name. */
export function splitRole(text: string): { role: string; name: string } | undefined {
  const words = text.normalize('NFC').replace(/[:,]/g, ' ').trim().split(/\s+/);
  const lead = ROLE.exec(`${words.map(foldPhrase).join(' ')} `)?.[0].trim();
  if (lead === undefined) return splitRoleBehind(text);
  const left = words.slice(lead.split(' ').length);
  const [first = '', ...others] = left.map(foldPhrase);
  const isName = left.length <= MOST_WORDS && left.every((word) => /^\p{L}+$/u.test(word)) && others.length > 0;
  if (!isName || (!FAMILY_NAMES.has(first) && !TITLES.has(first))) return undefined;
  return { role: lead, name: left.join(' ') };
}

/** "Hoàng Văn Luân phó giám đốc" */
function splitRoleBehind(text: string): { role: string; name: string } | undefined {
  const words = text.normalize('NFC').trim().split(/\s+/);
  const folded = words.map(foldPhrase).join(' ');
  const behind = ROLE_BEHIND.exec(folded);
  if (behind === null) return undefined;
  const name = words
    .slice(0, folded.slice(0, behind.index).split(' ').length)
    .join(' ')
    .replace(/[,;:]+$/, '');
  const isSomebody = isNameAlone(name) || /^\p{Lu}\p{Ll}+$/u.test(name);
  return isSomebody ? { role: behind[0].replace(/^ (?:(?:dang |hien |thi )?(?:la|lam) )?/, ''), name } : undefined;
}

export function withoutIntroduction(text: string): string {
  const name = text.normalize('NFC').trim().replace(INTRODUCTION, '').replace(HOUSE_OF, '');
  return splitRole(name)?.name ?? name;
}

/** "Nông Văn Thắng", and not "chị Lan": a family name leads. "Chu" and "Hồ" are family names too. */
export function isFullName(text: string): boolean {
  const words = foldPhrase(text).split(' ');
  const [first = ''] = words;
  if (RARE_NAME.test(text.normalize('NFC').trim())) return true;
  return FAMILY_NAMES.has(first) && words.length >= (TITLES.has(first) ? 3 : 2);
}

/** "Hoàng Thị Mến", "hoang thi men": nobody's name by chance. */
const UNMISTAKABLE = /^(?:\p{Lu}\p{Ll}+ ){2,4}\p{Lu}\p{Ll}+$|^\p{L}+ (?:thị|văn|thi|van) \p{L}+(?: \p{L}+)?$/u;

/** "Ba nguyen thi hai" */
const TITLE_BEFORE_WHOLE =
  /^(?:chị|anh|ông|bà|cô|chú|bác|chi|ong|ba|co|chu|bac) (?=\p{L}+ (?:thị|văn|thi|van) \p{L})/iu;

/** A full name that is nothing else, wherever it stands. */
export function isUnmistakableName(text: string): boolean {
  const name = text.normalize('NFC').trim().replace(TITLE_BEFORE_WHOLE, '');
  return UNMISTAKABLE.test(name) && isFullName(name);
}

/** "chi lan", "bác Tư", "Nguyễn Thị Hoa": a title with a name, or a family name with one, and nothing else. */
export function isNameAlone(text: string): boolean {
  const words = text.normalize('NFC').trim().split(/\s+/);
  const [first = '', second, ...others] = words.map(foldPhrase);
  if (second === undefined || others.length > 3 || !words.every((word) => /^\p{L}+$/u.test(word))) return false;
  if (NO_PART_OF_A_NAME.test(text)) return false;
  if (RARE_NAME.test(words.join(' '))) return true;
  return FAMILY_NAMES.has(first) || (TITLES.has(first) && !NOT_CALLED.has(second));
}

/** "Anh Hùng", "cô Lan": a title with a name in capitals, and nothing else. */
export function isTitledName(text: string): boolean {
  const name = text.normalize('NFC').trim();
  return TITLED.test(name.charAt(0).toLowerCase() + name.slice(1)) && isNameAlone(name);
}

/** What stands behind a title without being a name: "chị em", "anh nhờ em". */
const NOT_CALLED = new Set(
  'em oi nhe a biet thieu thich mong phai duoc nghe thay nho muon can xin hoi giup cho lam dang o khong ko thi cung van ay nay chi dinh mua gui noi ngoai toi minh chau nha so co'.split(
    ' ',
  ),
);

/** Words with their marks that no name holds: "vẫn dùng thông tin cũ", "đâu cũng được". After a family name any word is a name. */
const NO_PART_OF_A_NAME =
  /(?<!\p{L})(?:cũng|không|chưa|vẫn|đâu|nào|gì|sẽ|nhưng|thông tin|hồ sơ|phiếu|gửi|đăng ký|bổ sung|lúc|khi|để|tiền|ở|bán)(?!\p{L})/iu;

/** Without marks, words of a sentence rather than of a name; some of them are names too, so one or two tell nothing. */
const SENTENCE_WORDS = new Set(
  'nguoi lam co khong ko chua duoc dc may dau gi cho voi nha thoi ma la thi roi day cua di muon can toi em minh nay do cung van tu mot hai tui chu ten chi mo rieng nen'.split(
    ' ',
  ),
);
const FEWEST_SENTENCE_WORDS = 3;

/** "co may nguoi lam dau": all in small letters, and most of it no name. After a family name any word may be one. */
export function isPlainSentence(text: string): boolean {
  const words = text.normalize('NFC').trim().split(/\s+/);
  if (words.length <= FEWEST_SENTENCE_WORDS || text !== text.toLowerCase()) return false;
  const folded = words.map(foldPhrase);
  const said = folded.filter((word) => SENTENCE_WORDS.has(word)).length;
  const [first = '', second = ''] = folded;
  const isFamily = FAMILY_NAMES.has(first) || (TITLES.has(first) && FAMILY_NAMES.has(second));
  return !isFamily && said >= FEWEST_SENTENCE_WORDS && said * 2 > words.length;
}

/** "đăng ký cho chị Lan nữa": capitals stand in it, but it begins with a small word that is no family name. */
export function isSentenceWithName(text: string): boolean {
  const words = text.normalize('NFC').trim().split(/\s+/);
  const [first = ''] = words;
  const isSmall = /^\p{Ll}/u.test(first) && words.slice(1).some((word) => /^\p{Lu}\p{Ll}/u.test(word));
  const isTitle = /^(?:chị|anh|ông|bà|cô|chú|bác|em|cậu|dì|chi|ong|ba|co|bac|chu|di|cau|c|a)$/u.test(first);
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
  if (words.length <= MOST_WORDS && !/\d/.test(text) && RARE_NAME.test(name)) return true;
  return words.length >= 2 && words.length <= MOST_WORDS && !/\d/.test(text) && FAMILY_NAMES.has(family);
}
