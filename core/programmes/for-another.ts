import { isFullName, isNameAlone } from '../forms/fields/person-name.ts';
import type { Condition, Question } from '../forms/form.ts';
import { foldPhrase } from '../text/fold.ts';

/** How an owner agreed, as the helper says it. */
const WAYS = ['in-person', 'by-phone', 'on-paper'];
/** They agreed, and how was never told. */
const UNSAID = 'unsaid';
const AGREEMENTS = [...WAYS, UNSAID];
/** A member let them in through the assistant: nobody says it, so it is not offered. */
export const INVITED = 'invited';

/** They said after all that it is their own; the same word as for an owner among the members of an establishment. */
export const OWN = 'owner';
const HELPERS = ['family', 'village-head', 'collaborator', 'other'];

/** Whether the answer to `filled-by` is that of a helper. */
export function isHelper(filledBy: unknown): boolean {
  return typeof filledBy === 'string' && HELPERS.includes(filledBy);
}

const FOR_ANOTHER: Condition = { questionId: 'filled-by', isOneOf: HELPERS };
/** Who speaks is who is to be called. */
export const NOT_FOR_ANOTHER: Condition = { questionId: 'filled-by', isNoneOf: HELPERS };
const AGREED: Condition = { questionId: 'owner-consent', isOneOf: AGREEMENTS };

/** How the questions speak to a helper: of the owner. */
export const OF_OWNER_WORDS = { askIf: FOR_ANOTHER, name: 'owner-name' };

/** Whether the answer to `owner-consent` is a yes. */
export function saysAgreed(consent: string): boolean {
  return consent === INVITED || AGREEMENTS.includes(consent);
}

/**
 * Asked only once somebody said that they fill a request in for another: who they are, whether and how the owner agreed, and
 * who that is. Without the owner's yes neither name nor phone of theirs is asked.
 */
export const FOR_ANOTHER_QUESTIONS: readonly Question[] = [
  {
    id: 'filled-by',
    field: {
      kind: 'choice',
      options: [
        { id: 'family', aliases: ['con', 'chau', 'con chau', 'nguoi nha', 'vo', 'chong'] },
        { id: 'village-head', aliases: ['truong thon', 'truong ban', 'truong xom', 'to truong'] },
        { id: 'collaborator', aliases: ['cong tac vien', 'ctv', 'can bo xa', 'khuyen cong vien'] },
        { id: 'other', aliases: ['khac', 'nguoi khac', 'hang xom', 'ban'] },
        { id: OWN, aliases: [], isKeptOnly: true },
      ],
    },
    askIf: FOR_ANOTHER,
    isAside: true,
  },
  {
    id: 'owner-consent',
    field: {
      kind: 'choice',
      options: [
        {
          id: 'in-person',
          aliases: [
            ...['noi truc tiep', 'truc tiep', 'noi mieng', 'bang mieng', 'mieng', 'nho mieng', 'gap mat', 'gap roi'],
            ...['o nha', 'den nha', 'sang nha', 'tan nha', 'tung nha', 'ngoi day', 'ngoi canh', 'dang ngoi'],
          ],
        },
        { id: 'by-phone', aliases: ['qua dien thoai', 'goi dien', 'dien thoai', 'nhan tin', 'zalo', 'alo'] },
        { id: 'on-paper', aliases: ['bang giay', 'giay', 'viet giay', 'uy quyen', 'giay uy quyen'] },
        { id: 'not-asked', aliases: ['chua', 'chua hoi', 'chua noi', 'khong', 'ko'] },
        { id: INVITED, aliases: [], isKeptOnly: true },
        { id: UNSAID, aliases: [], isKeptOnly: true },
      ],
      bareYes: {
        phrases: [
          ...['dong y', 'ok', 'oke', 'okie', 'dung', 'dung roi', 'vang', 'u', 'uh', 'phai', 'roi', 'co', 'da', 'duoc'],
          ...['cu ok', 'bao ok', 'noi ok', 'deu ok', 'ok het', 'deu ung', 'deu nhat tri', 'nhat tri roi', 'cho phep'],
          ...['hoi roi', 'bao roi', 'ung roi', 'ung', 'nho em', 'nho toi', 'nho chau', 'nho minh', 'chiu roi'],
        ],
        ways: WAYS,
        unsaid: UNSAID,
      },
    },
    askIf: FOR_ANOTHER,
  },
  { id: 'owner-name', field: { kind: 'name', of: 'person' }, askIf: AGREED, phone: 'owner-phone' },
  {
    id: 'owner-phone',
    field: { kind: 'phone' },
    askIf: AGREED,
    skip: { phrases: ['khong co', 'ko co', 'chua co so', 'chua co dien thoai', 'khong dung', 'ko dung', 'chung so'] },
  },
];

const DEED =
  '(?:khai|lam|lap|ghi|tao|mo|dang ky|dang ki|dk|viet|dien|gui|nop)(?: (?:phieu|don|ho so|dum|tiep|luon|them|nua))*';
const FOR = '(?:ho|giup|thay|dum|gium)';
// Who is called by name is somebody else's: "bà Lan" is a neighbour, "bà", "bà tôi" and "bà nội" are not.
const OF_MINE = '(?= (?:toi|em|minh|chau|nha|noi|ngoai)(?: |$)| ?$)';
const FAMILY = `(?:bo|me|bo me|ong ba|u|thay|anh trai|em trai|chi gai|em gai|anh ruot|chi ruot|vo|chong|con trai|con gai|nguoi nha|gia dinh|(?:ba|ong|bac|chu|co|cau|di|anh|chi)${OF_MINE})`;
const OTHERS =
  '(?:(?:may|cac|vai|nhung|hai|ba|mot|\\d+) (?:ho|nha|gia dinh|co so|nguoi|anh|chi|ba|ong|bac|co|chu)|ba con|nguoi dan|dan|nguoi khac|hang xom|ban|co so|chu co so|xa vien|to vien|thon|ban lang|xom|ba|ong|chu|bac|co|cau|di|anh|chi|ho dan|mot ho|cac ho)';
const FOR_FAMILY = new RegExp(`(?:^| )${DEED} ${FOR} ${FAMILY}(?: |$)`);
const FOR_OTHERS = new RegExp(
  `(?:^| )${DEED} ${FOR} ${OTHERS}(?: |$)|(?:^| )${DEED} cho (?:may|cac|vai|nhung|\\d+) (?:ho|nha|co so|gia dinh)(?: |$)|^(?:toi |em |minh |chau )?(?:khai|lam|dang ky) (?:ho|gium|giup)(?: nguoi khac)?$`,
);
/** "Khai cho chị Lý Thị Mến": who is called by name is another; "cho anh" and "cho chị với" are who speaks. */
const FOR_NAMED = new RegExp(
  `(?:^| )${DEED} cho (?:nha |ho |gia dinh |co so )?(?!co so )(?:ba|ong|bac|chu|co|cau|di|anh|chi) (?!(?:toi|em|minh|chau|noi|ngoai|voi|nhe|a|di|nay|luon|cai|phieu|mot|may|lam|biet|hoi|oi|duoc|nua|mua|de)(?: |$))\\S+(?: |$)`,
);
const GREETING = /^(?:(?:da|a|alo|vang|xin chao|chao(?: (?:anh chi|anh|chi|em|ad|ban|trung tam|can bo))?) )+/;
const ME = '(?:toi|em|minh|chau|chu|bac)';
const HEAD = 'truong (?:thon|ban|xom|pho)';
/** The associations of a commune and its officials, by whom households are helped (facts 5.6). */
const HELPER =
  '(?:cong tac vien|ctv|(?:(?:can bo|chu tich|pho chu tich|ben) )?(?:chi )?(?:hoi|hlh|lh) (?:truong )?(?:lien hiep )?(?:phu nu|nong dan|cuu chien binh|phu lao)|can bo (?:xa|phuong|van hoa|kinh te|nong nghiep|khuyen cong|khuyen nong)|(?:pho )?chu tich (?:xa|phuong)|doan thanh nien|mat tran|(?:ubnd|uy ban)(?: nhan dan)? (?:xa|phuong))';
const VILLAGE_HEAD = new RegExp(`^${ME} (?:la )?${HEAD}(?: |$)`);
const COLLABORATOR = new RegExp(`^(?:${ME} (?:la )?|(?:chi|anh|co|ong|ba) la )${HELPER}(?: |$)`);
/** A cluster is what a commune itself asks for: who speaks for it helps nobody else. */
const OF_THE_COMMUNE = /(?:^| )(?:cum cong nghiep|ccn|ha tang cum)(?: |$)/;
/** "Cháu là con bà Mỷ", "em là vợ anh Páo chủ xưởng": who they are to the owner. */
const KIN_OF = new RegExp(
  `^${ME} (?:day )?(?:la )?(?:con|chau|con gai|con trai|con dau|con re|chau noi|chau ngoai|vo|chong|em gai|em trai) (?:cua |nha )*(?:ba|ong|bac|co|chu|chi|anh|cu|nghe nhan|chu co so) (?!em |toi |minh |chau |nay |noi |ngoai )\\S+`,
);
/** "CTV xã đây, đăng ký giúp chị Lan": who they are stands first, without "tôi là". */
const HEAD_FIRST = new RegExp(`^(?:(?:da|a|chao \\S+) )*${HEAD} `);
const HELPER_FIRST = new RegExp(`^(?:(?:da|a|chao \\S+) )*${HELPER} `);
/** "Mẹ em muốn mua máy tráng bánh", "bố cháu là nghệ nhân": it is theirs, and somebody of the family says it. */
const WISH_OF_FAMILY =
  /^(?:(?:da|a|chao (?:anh|chi|ad|trung tam|can bo)) )*(?!ba con )(?:bo|me|u|thay|ba|ong|(?:ba|ong) (?:noi|ngoai)|(?:bac|chu|cau) ruot|bo me|ong ba|anh trai|chi gai|em trai|em gai) (?:toi|em|minh|chau|con|nha (?:toi|em|minh|chau)) (?:\S+ ){0,6}(?:muon|can|xin|dinh)(?: |$)/;
/** "Bố cháu là nghệ nhân": what is wished for is theirs. In the middle of another's request it only tells who can teach. */
const ARTISAN_OF_FAMILY = new RegExp(
  WISH_OF_FAMILY.source.replace('(?:muon|can|xin|dinh)', '(?:la|duoc cong nhan|duoc phong)(?: la)? nghe nhan'),
);

const WISHES = '(?:xin|mua|sam|dang ky|dang ki|dk|can|muon|lam)';
const NEIGHBOUR = '(?:nha )?(?:(?:bac|chu|co|ong|ba|anh|chi|nguoi|may nha) )?(?:hang xom|nguoi quen|nguoi khac)';
/** "Xin máy cho mẹ em"; "cho anh em", "cho chị em" and "cho vợ chồng em" are who speaks. */
const FOR_KIN = new RegExp(
  `(?:^| )${WISHES}(?: \\S+){0,5} cho (?:nha )?(?:(?:bo|me|bo me|ong ba|u|thay|ba|ong|bac|chu|co|cau|di|vo|chong|anh trai|chi gai|em trai|em gai|con trai|con gai) (?:toi|em|minh|chau|noi|ngoai)|(?:anh|chi) (?:toi|minh|chau))(?: |$)`,
);
const FOR_NEIGHBOUR = new RegExp(
  `(?:^| )${WISHES}(?: \\S+){0,5} cho ${NEIGHBOUR}(?: |$)|^(?:lam |xin |hoi )?(?:cho|ho|giup) ${NEIGHBOUR}$`,
);
/** "Nhà họ làm miến cần cái máy", "bác ấy muốn mua máy"; "hộ kinh doanh" is nobody else. */
const WISH_OF_THEM =
  /^(?:(?:da|a) )*(?:nha ho (?!kinh |ngheo |can ngheo |gia |ca the )|(?:nha )?(?:(?:bac|chu|co|ong|ba|anh|chi) (?:ay|hang xom)|hang xom|chi dau|anh re)(?: nha)?(?: em| toi| chau| minh)? )(?:(?!(?:em|toi|minh|chau|tui|bao|noi|duoc|roi|nho) )\S+ ){0,6}(?:muon|can|xin|dinh)(?: |$)/;

/**
 * "đăng ký hộ mẹ", "tôi là trưởng thôn khai giúp bà con": the option of `filled-by` that is meant. "Giúp tôi" means nobody else.
 * `need`: what is registered for, once it is known.
 */
export function readHelper(text: string, { need }: { need?: unknown } = {}): string | undefined {
  const typed = foldPhrase(text)
    .replace(GREETING, '')
    .replace(/ (?:a|nhe|voi|day)$/, '');
  if (VILLAGE_HEAD.test(typed)) return 'village-head';
  if (COLLABORATOR.test(typed) && (!OF_THE_COMMUNE.test(typed) || DOING.test(typed))) return 'collaborator';
  if (KIN_OF.test(typed)) return 'family';
  const isDoing = DOING.test(typed);
  if (isDoing && HEAD_FIRST.test(typed)) return 'village-head';
  if (isDoing && HELPER_FIRST.test(typed)) return 'collaborator';
  const isTheirs = need === undefined || need === 'artisan';
  if (isTheirs && ARTISAN_OF_FAMILY.test(typed)) return 'family';
  if (FOR_FAMILY.test(typed) || WISH_OF_FAMILY.test(typed) || FOR_KIN.test(typed)) return 'family';
  return [FOR_OTHERS, FOR_NAMED, FOR_NEIGHBOUR, WISH_OF_THEM].some((one) => one.test(typed)) ? 'other' : undefined;
}

const DENIES_ANOTHER =
  /(?:^| )(?:khong|ko|k|chang)(?: (?:phai|co|con))* (?:khai|lam|dang ky|dk|dang ki|lap) (?:ho|giup|thay|dum|gium)(?: |$)/;
const FOR_MYSELF =
  /(?:^| )(?:dang ky|dang ki|dk|lam|khai|lap)(?: phieu)? cho (?:chinh )?(?:toi|em|minh|chau|ban than)(?: |$)|^(?:chinh )?(?:toi|em|minh|chau) (?:chinh )?la chu(?: |$)|(?:^| )chinh (?:toi|em|minh)(?: |$)|(?:^| )(?:co so|xuong|phieu|htx)(?: \S+)? cua (?:chinh )?(?:toi|em|minh)(?: |$)/;

/** "Bác tự khai", "để mẹ tự làm": the owner has taken over. */
const BY_MYSELF =
  /^(?:(?:da|a|vang|thoi|gio|bay gio|chao \S+|de|cho) )*(?:toi|em|minh|chau|bac|co|chu|me|bo|ba|ong|anh|chi|chinh chu)(?: (?:day|la chu|se|muon))* tu (?:khai|lam|ghi|dien|nhan|noi|tra loi)(?: (?:lay|tiep|nhe|a|duoc|luon|phieu))*$/;

/** "Không phải đăng ký hộ, em đăng ký cho em": it is their own after all. `isAskedWhose`: of whom it is was just asked. */
export function saysOwn(text: string, { isAskedWhose }: { isAskedWhose: boolean }): boolean {
  const typed = foldPhrase(text);
  return DENIES_ANOTHER.test(typed) || BY_MYSELF.test(typed) || (isAskedWhose && FOR_MYSELF.test(typed));
}

const CALLED =
  '(?:chu(?: (?:co so|nha|ho|xuong|lo))?|(?:bo|me|u|thay|ba|ong|bac|chu|co|cau|di|vo|chong|anh|chi|anh trai|chi gai)(?: (?:toi|em|minh|chau|nha em|nha toi|noi|ngoai|ay))?)';
const CALLS = new RegExp(
  `^(?:(?:da|vang|thi|cu|nho|can bo|lien he|lh|goi|gap|goi thang|truc tiep|voi|cho|la|luon) )*${CALLED}(?: (?:a|nhe|luon|thoi|em|duoc roi|cung duoc|nha|di|giup))*$`,
);

/** "Gọi chủ", "mẹ em", "chị Lan" where the owner is Nông Thị Lan: whom to call is the owner, whose name (`owner`) is known. */
export function callsOwner(text: string, owner: string): boolean {
  const typed = foldPhrase(text);
  const given = foldPhrase(owner).split(' ').at(-1) ?? '';
  if (typed === foldPhrase(owner)) return true;
  return CALLS.test(typed) || CALLS.test(typed.replace(new RegExp(` ${given}$`), ''));
}

const DOING = new RegExp(`(?:^| )${DEED} (?:${FOR}|cho)(?: |$)|^(?:cho|ho|giup) ${NEIGHBOUR}$`);

const ROLE = new RegExp(
  `^(?:${ME} )?(?:la |ben |o )*${HELPER}(?: (?:xa|phuong|thon|ban|xom))?(?: nay| day| minh| em| a)*$`,
);
const HEAD_ALONE = new RegExp(`^(?:${ME} )?(?:la )?${HEAD}(?: nay| day| a)*$`);

/** "Hội phụ nữ xã", "trưởng thôn đây" and nothing else: who fills it in for others. */
export function readRoleAlone(text: string): string | undefined {
  const typed = foldPhrase(text).replace(GREETING, '');
  if (HEAD_ALONE.test(typed)) return 'village-head';
  return ROLE.test(typed) ? 'collaborator' : undefined;
}

const KIN_ALONE = new RegExp(
  `^(?:(?:da|vang|a|${ME}|la) )*(?:con|chau|con gai|con trai|con dau|con re|con ruot|chau noi|chau ngoai|chau gai|chau trai|vo|chong|anh ruot|chi ruot|em ruot)(?: (?:ba|ong|co|chu|bac|cu|chu co so|chu ho|cua|ay|day|ruot|a|nhe|thoi))*$`,
);

/** "Con gái", "cháu là cháu nội": who helps is of the family. Only where it is known that somebody helps: it is a word of many. */
export function readKinAlone(text: string): string | undefined {
  return KIN_ALONE.test(foldPhrase(text)) ? 'family' : undefined;
}

const OWNER =
  '(?:bo|me|bo me|u|thay|ba|ong|ong ba|cu|bac|vo|chong|ho|cac ho|ba con|chu(?: (?:nha|ho|co so|xuong|may))?|nguoi ta|(?:anh|chi|co|chu|di|cau) (?:ay|toi|minh|nha|em|chau|gai|trai|ruot))';
/** "Mẹ con đồng ý rồi", "họ đều ưng": no "họ đồng ý chưa", no "mẹ em không đồng ý". */
const OWNER_AGREES = new RegExp(
  `^(?:(?:da|vang|a|thi|co|roi) )*${OWNER} (?:(?!(?:khong|ko|k|chua|chang|muon|can|xin|lam|mua) )\\S+ ){0,4}(?:dong y|nhat tri|ung|ok|oke|cho phep)(?: (?!chua(?: |$)|khong(?: |$)|ko(?: |$))\\S+){0,10}$`,
);

/** That the owner agreed, said by who helps, whatever was asked. */
export function tellsOwnerAgreed(text: string): boolean {
  return OWNER_AGREES.test(foldPhrase(text));
}

const TITLE = '(?:ông|bà|anh|chị|cô|chú|bác|cụ|ong|ba|chi|co|chu|bac|cu)';
const NAMED_BY = [
  new RegExp(
    `^(?:(?:hộ|nhà|ho|nha)(?: (?:thứ|thu))?(?: (?:\\d{1,2}|nhất|hai|ba|tư|năm|nhat|tu|nam))?[:,]? )(?:(?:là|la) )?(?:${TITLE} )?`,
    'iu',
  ),
  /(?<!\p{L})(?:mẹ|bố|me|bo|u|vợ|chồng|vo|chong|bà nội|bà ngoại|ông nội|ông ngoại|ba noi|ba ngoai|ong noi|ong ngoai)(?: (?:em|tôi|toi|con|cháu|chau|mình|minh))? (?:tên là|ten la|là|la|tên|ten) /iu,
  new RegExp(`(?:hộ|giúp|giùm|thay|cho|ho|giup|gium)(?: (?:nhà|nha|hộ|ho))? ${TITLE} `, 'iu'),
];
const MOST_NAME_WORDS = 4;

/** The full name of the owner in a helper's words: "hộ thứ 1: bà Nông Thị Mai làm rượu ngô", "mẹ con tên là Hà Thị Liễu". */
export function readOwnerName(text: string): string | undefined {
  const plain = text.normalize('NFC').trim();
  for (const lead of NAMED_BY) {
    const found = lead.exec(plain);
    if (found === null) continue;
    const clause = plain.slice(found.index + found[0].length).split(/[,;.:!?\n\d]/)[0] ?? '';
    const words = clause.trim().split(/\s+/);
    // A name in capitals ends where they end; one without them is not told from what follows.
    const end = words.findIndex((word) => !/^\p{Lu}\p{Ll}*$/u.test(word));
    const name = words.slice(0, Math.min(end === -1 ? words.length : end, MOST_NAME_WORDS)).join(' ');
    if (isFullName(name) && isNameAlone(name)) return name;
  }
  return undefined;
}

const KIN =
  '(?:mẹ|bố|me|bo|u|thầy|thay|vợ|chồng|vo|chong|bà|ông|ba|ong|cụ|cu|chủ|chu)(?: (?:nội|ngoại|noi|ngoai|cơ sở|co so|nhà|nha|hộ|ho))?(?: (?:em|tôi|toi|con|cháu|chau|mình|minh))?';
/** "Mẹ con tên là Hà Thị Liễu", "tên mẹ em là …": what the owner is called, and nothing else. */
const OWNER_IS = new RegExp(
  `^(?:(?:dạ|da|vâng|vang) )*(?:(?:tên|ten) )?${KIN} (?:(?:họ |ho )?(?:tên|ten)(?: là| la)?|là|la) (.+?)(?: ạ| nhé)?$`,
  'iu',
);

/** The owner's full name, where a text tells nothing but that. */
export function readOwnerCalled(text: string): string | undefined {
  const name = OWNER_IS.exec(text.normalize('NFC').trim())?.[1]?.trim() ?? '';
  return isFullName(name) && isNameAlone(name) ? name : undefined;
}

/** Says outright that they fill something in for another, not only who they are: "làm hộ mẹ tôi", not "tôi là trưởng thôn". */
export function saysHelping(text: string): boolean {
  const typed = foldPhrase(text);
  return readHelper(text) !== undefined && DOING.test(typed);
}
