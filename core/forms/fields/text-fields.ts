import { foldPhrase } from '../../text/fold.ts';
import { type FieldReading, unread } from './field-reading.ts';
import { saysNever, saysNothing, saysNotKnown } from './not-known.ts';
import { looksLikeOrganisation, withoutCalling } from './organisation-name.ts';
import { isFullName, isPlainSentence, isSentenceWithName, withoutIntroduction } from './person-name.ts';
import { readNumbers } from './read-numbers.ts';
import { saysSelf } from './says-self.ts';

const LETTER = /\p{L}/u;
/** An agreement, sent once more by an impatient thumb, is no product and nobody's name. */
const AGREEMENT =
  /^(?:(?:toi|em|minh|con|chau|chi|anh|da|vang|thoi|thi|u|roi) )*(?:dong y|ok|oke|okie)(?: (?:a|ah|nhe|luon|roi))*$/;
/** "Không", "bỏ qua" alone tell nothing either; nor does "vâng", but "vang" is a wine. */
const EMPTY = /^(?:da|da vang|u|uh|um|co|khong|ko|k|bo qua|the a|gi co)(?: a)?$/;
/** "Gì cơ", "là sao": the question was not understood. */
const CONFUSED =
  /^(?:(?:nghia )?la (?:sao|gi)|(?:cai )?gi(?: (?:co|vay|the|ha|a))*|ha|hu|sao(?: (?:co|vay|the))?|the la sao|ko hieu|khong hieu|chua hieu|k hieu|hoi gi|hoi gi (?:vay|the|co))$/;
/** "Thổ cẩm ạ", "do go a": who is polite. In "chè loại a" it is a letter. */
const POLITE_END =
  /(?<=\p{L}{2})(?<!(?:loại|loai|hạng|hang|nhóm|nhom|cấp|cap|lớp|lop|số|so|vitamin)) (?:ạ|a|nhé|nha em|em ạ|em a|chị ạ|chi a|anh ạ|anh a|ạ em|nhé em)(?=\s*[.!]*$)/u;
const LONGEST_NAME = 80;
const MOST_NAME_WORDS = 8;

export function readTextField(text: string, { maxLength }: { maxLength: number }): FieldReading {
  const value = oneLine(text).replace(POLITE_END, '');
  if (saysNotKnown(value) || saysNothing(value) || saysNever(value)) return unread('notKnown');
  if (CONFUSED.test(foldPhrase(value))) return unread('unclear');
  if (!LETTER.test(value) || isEmpty(value) || readNumbers(value) !== undefined) return unread('text');
  if (value.length > maxLength)
    return { kind: 'unread', problem: { key: 'register:problem.textLong', values: { maxLength } } };
  return { kind: 'value', value };
}

export function readNameField(text: string, { of }: { of: 'person' | 'establishment' }): FieldReading {
  if (saysNotKnown(text) || saysNever(text)) return unread('notKnown');
  if (CONFUSED.test(foldPhrase(text))) return unread('unclear');
  return of === 'person' ? readPersonName(text) : readEstablishmentName(text);
}

const BEFORE_A_NAME =
  /^(?:(?:ho )?(?:ten (?:cua )?)?(?:toi|em|minh|chau|ho)? ?(?:ten)? ?(?:la|day la)|(?:ho )?ten(?: (?:toi|em|minh|chau))?|(?:toi|em|e|minh|chau|chi|anh|co|bac) ten|lien he(?: voi)?|lh|gap|goi|(?:nguoi )?(?:dai dien|dung ten)(?: la)?) /;
/** "Chính tôi", "bố tôi", "giám đốc", "như trên": somebody, but no name. "Minh" without marks is one. */
const NO_NAME =
  /^(?:(?:van|chinh|cu|gap|goi|la|ten|nguoi|dai dien|dung ten) )*(?:toi|em|chau|(?:bo|me|chong|vo|anh|chi|ong|ba|con)(?: (?:toi|em|minh|chau|nha|chi|anh|bac|co|chu))+|chong|bo|giam doc|chu co so|chu ho|nhu tren|giong tren|nhu cu|nguoi nhan)(?: (?:day|luon|thoi|a|nhe|ma|cung duoc))*$/;

/** "Anh Minh" is somebody's name, where "anh mình" is none. */
const TITLED_MINH = /^(?:anh|chị|chi|ông|ong|bà|ba|chú|chu|bác|bac|em) minh(?: ạ)?$/iu;

/** "Trưởng thôn", "chủ một cơ sở", "giám đốc htx": what somebody is. */
const ROLE =
  /^(?:(?:mot|pho) )?(?:truong (?:thon|ban|xom|pho|khu|nhom)|bi thu|can bo|cong tac vien|ctv|giam doc|gd|chu tich|chu nhiem|ke toan|thu ky|chu (?:mot |cua )?(?:co so|xuong|ho|htx|hop tac xa|doanh nghiep|cong ty|quan|lo|cua hang)|nguoi (?:lam|san xuat|ban|dan|dai dien|nha)|nong dan|dan toc|ho (?:san xuat|kinh doanh|dan)|nghe nhan)(?: |$)/;

/** The legal form, sent once more: an establishment, and nobody's name. */
const ORGANISATION =
  /^(?:hop tac xa|htx|to hop tac|tht|cong ty|cty|doanh nghiep|dntn|ho kinh doanh|hkd|ho gia dinh|ho kd|ho san xuat|co so san xuat|chua dang ky)(?: |$)/;

/** "Chưa có", "không tên": nobody's name. "Khổng" is a family name, so without its mark "khong" may be one. */
const NONE_THERE = /^(?:chưa|không|chua|ko|kg) |^(?:xong|hết)(?: rồi)?(?: ạ)?$|^(?:xong|het) roi$/iu;

function readPersonName(text: string): FieldReading {
  if (saysSelf(text)) return unread('personNameSelf');
  if (saysNothing(text) || NONE_THERE.test(oneLine(text))) return unread('personName');
  const words = withoutPolite(withoutIntroduction(oneLine(text)).split(' '));
  if (isSentenceWithName(words.join(' ')) || isPlainSentence(words.join(' '))) return unread('personName');
  const value = words.join(' ');
  const isNoName = NO_NAME.test(foldPhrase(text)) && !TITLED_MINH.test(value);
  if (isNoName || /^(?:chính |là )*mình(?: ạ)?$/iu.test(value)) return unread('personNameSelf');
  if (ROLE.test(foldPhrase(value))) return unread('personNameSelf');
  const isSomebody = !isEmpty(value) && !ORGANISATION.test(foldPhrase(value));
  const isName = LETTER.test(value) && !/[\d@:/]/.test(value) && value.length >= 2 && isSomebody;
  if (!isName || value.length > LONGEST_NAME || words.length > MOST_NAME_WORDS) return unread('personName');
  return { kind: 'value', value: capitalised(words) };
}

/** "HTX miến Côn Minh em", "xưởng bún tôi": whose it is stands behind it, and is no part of a name. "Mình" with its mark only. */
const WHOSE = / (?:(?:của|cua|nhà|nha|bên|ben|chúng|chung) )?(?:em|tôi|toi|mình|cháu|chau)$/u;
/** "Tên là Hương Việt" */
const ITS_NAME_IS =
  /^(?:(?:dạ|da) )?(?:(?:lấy|lay|có|co) )?(?:tên|ten)(?: (?:cơ sở|co so|xưởng|xuong))?(?: (?:là|la)|:) ?(?=\p{L})/iu;
/** "Nhà em thôi": whose it is, and no name. */
const JUST_OURS =
  /^(?:(?:da|thi|la|co so|xuong|ho|nha|gia dinh|cua|em|toi|minh|chau|chung) )+(?:em |toi |minh |chau )?(?:thoi|tu lam|lam thoi)(?: (?:a|thoi))*$/;
const A_WORKSHOP = /^(?:xuong|co so|lo|nha|quan|tiem|ho|gia dinh)(?: |$)/;

/** "Xưởng em nhuộm vải bị bà con kêu": what one's own workshop does, and not what it is called. */
const OWN_WORKSHOP =
  /^(?:[xX]ưởng|[xX]uong|[cC]ơ sở|[cC]o so|[nN]hà|[nN]ha|[lL]ò|[lL]o|[bB]ên|[bB]en)(?: nhà)? (?:em|tôi|toi|cháu|chau|chúng em|chúng tôi) \p{Ll}+ \p{Ll}/u;

function readEstablishmentName(text: string): FieldReading {
  if (OWN_WORKSHOP.test(oneLine(text))) return unread('establishmentName');
  if (JUST_OURS.test(foldPhrase(text))) return unread('establishmentName');
  if (isPlainSentence(oneLine(text)) && !looksLikeOrganisation(text) && !A_WORKSHOP.test(foldPhrase(text)))
    return unread('establishmentName');
  const said = withoutCalling(oneLine(text)).replace(ITS_NAME_IS, '');
  const value = said.replace(WHOSE, '');
  // Of "xưởng bún tôi" nothing is left that is its own.
  const isAnyOnes =
    value !== said && A_WORKSHOP.test(foldPhrase(value)) && value.slice(1) === value.slice(1).toLowerCase();
  if (isAnyOnes) return unread('establishmentName');
  if (!LETTER.test(value) || value.length < 2 || isEmpty(value)) return unread('establishmentName');
  if (value.length > LONGEST_NAME * 2) return unread('establishmentName');
  return { kind: 'value', value: value.charAt(0).toUpperCase() + value.slice(1) };
}

/** After these a given name has to follow: "nguyen van a" is whole, "nguyen thi hoa a" is polite. */
const MIDDLE_NAMES = new Set(['van', 'thi']);

/** "tôi tên là Nguyễn Thị Hoa ạ" → "Nguyễn Thị Hoa"; a title ("chị Hoa") belongs to how the person wants to be called. */
function withoutPolite(words: string[]): string[] {
  const folded = words.map(foldPhrase);
  const before = BEFORE_A_NAME.exec(folded.join(' '))?.[0].trim().split(' ').filter(Boolean).length ?? 0;
  const last = words.at(-1) ?? '';
  // "Trần Văn A" bears a capital; who is polite writes it small.
  const isGiven = last === 'a' && folded.length > 2 && MIDDLE_NAMES.has(folded.at(-2) ?? '');
  const isPolite = last === last.toLowerCase() && ['a', 'nhe'].includes(foldPhrase(last)) && !isGiven;
  // "Mơ đây": who answers; behind a family name it may be the given one.
  const isHere =
    last === 'đây' || (last === 'day' && folded.length === before + 2 && !isFullName(words.slice(before).join(' ')));
  return words.slice(before, isPolite || isHere ? -1 : undefined);
}

/** Names typed in small letters get their capitals, and so do those typed in capitals alone; whoever typed both knows better. */
function capitalised(words: readonly string[]): string {
  const name = words.join(' ');
  const isShouted = words.length > 1 && name === name.toUpperCase();
  if (name !== name.toLowerCase() && !isShouted) return name;
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase()).join(' ');
}

/** "Đông y" with its marks is a trade of its own. */
function isAgreement(value: string): boolean {
  return AGREEMENT.test(foldPhrase(value)) && !/đông y/iu.test(value);
}

function isEmpty(value: string): boolean {
  return isAgreement(value) || /^vâng(?: ạ)?$/iu.test(value) || EMPTY.test(foldPhrase(value));
}

function oneLine(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim();
}
