import { foldPhrase } from '../text/fold.ts';

/**
 * What somebody asks of their own dossier without naming it: whether it is decided, when something of it comes, what they do
 * next, what is missing, why it takes so long, where it stands, what came back.
 */
export type AskedOfOwn = 'decided' | 'when' | 'next' | 'missing' | 'slow' | 'standing' | 'back';

const ME =
  '(?:cua (?:chi|anh|co|chu|ong|ba)|(?:cua )?(?:toi|em|minh|chau|con|tui|bac|(?:nha|ben|htx|co so|xuong) (?:em|toi|minh|chau|tui)|chung (?:toi|em)))';
const HEAD =
  '^(?:(?:da|vang|a|ad|oi|alo|chao|anh|chi|em|ban|can bo|cho (?:em|toi|minh|chau|bac) hoi|cho (?:chi|anh|co|chu) hoi|xin hoi|muon hoi|hoi|khong biet|ko biet|the|vay|con|ma|roi|a ma|u|uh|la) )*';
const TAIL =
  '(?: (?:a|ah|ha|ho|nhi|nhe|vay|the|the nay|roi|oi|ad|admin|shop|em|anh|chi|bac|ban|can bo|trung tam|day|ta|he|hi|rua|ri|z|troi|gi|nua|voi|di|duoc|dc|nhanh))*$';
const PAPER =
  '(?:(?:cai )?(?:ho so|giay to|phieu|don|de an|dang ky|yeu cau|vu|chuyen|viec)(?: (?:nay|do|ay|xin may|may say|ho tro))?)';
/** "Hồ sơ của tôi", "phiếu", "nhà em"; or nothing. */
const SUBJECT = `(?:(?:${PAPER}(?: ${ME})?|${ME}) )?`;
const NAMED = `(?:${PAPER}(?: ${ME})?|${ME}) `;
const ALREADY = '(?:da |duoc |dc |co |van |sap |thay )*';

const DONE =
  '(?:duyet|xet|xet duyet|tham dinh|chap nhan|xong|xem|ky|ky hop dong|ket qua|tin|tin gi|gi moi|quyet dinh|tien|may|nhan(?: duoc)?(?: tien| may)?|qua|gia han|dieu chinh|duoc)';
const COMES =
  '(?:co )?(?:(?:nhan|duoc|ra|lay|cap|chuyen|ve|bao|giai ngan|ky|xet|duyet|tra|nghiem thu|quyet toan) )*(?:ket qua|tien(?: ho tro)?|tien ve|hop dong|may(?: ve)?|may moi|duyet|xet duyet|xet|ky|xong|giai ngan|tin|quyet dinh|nghiem thu|quyet toan|tra loi|duoc|lam(?: tiep)?|mua may|thuc hien)';
const WHEN = '(?:bao gio|khi nao|luc nao|chung nao|ngay nao|bao lau nua|hom nao|bao lau|khi mo|bao chu|chung mo)';

/** Who looks at one's own, and what for. */
const LOOK =
  '(?:xem|coi|kiem tra|tra cuu)(?: (?:giup|ho|dum|gium|lai|cho|tinh hinh|tinh trang|thu|voi|chi|anh|co|chu))*';

const ASKED: readonly [AskedOfOwn, string][] = [
  ['decided', `${SUBJECT}${ALREADY}${DONE}(?: ve| duoc| ra)?(?: ${PAPER})? chua`],
  ['decided', `${SUBJECT}${ALREADY}${DONE} roi (?:a|ha|chua|phai khong)`],
  [
    'when',
    `${SUBJECT}${WHEN}(?: (?:thi|moi|se|co the|${ME}|duoc))* ${COMES}(?: (?:cho )?(?:${PAPER}(?: ${ME})?|${ME}))?`,
  ],
  [
    'when',
    `(?:${SUBJECT})(?:tien|hop dong|ket qua|may)(?: ho tro)? ${WHEN}(?: (?:thi|moi|se))* (?:co|ve|ky|ra|den|toi)`,
  ],
  [
    'when',
    `${SUBJECT}(?:con )?(?:phai )?(?:cho|doi) (?:them )?(?:bao lau|den bao gio|toi bao gio|den khi nao|may thang|may ngay)(?: nua)?`,
  ],
  ['when', `${SUBJECT}(?:con )?bao lau nua(?: thi)?(?: ${COMES})?`],
  [
    'when',
    `${WHEN}(?: (?:thi|moi|se))* (?:can bo|trung tam|ben minh|ben trung tam) (?:xem|duyet|tra loi|xet|xuong|goi|bao|lien he|nhan)(?: (?:${ME}|xuong|tra loi))?`,
  ],
  [
    'next',
    `(?:viec|buoc|khau)(?: (?:can|phai) lam)? (?:tiep(?: theo)?|ke tiep|sau)(?: (?:nay|${ME}))?(?: (?:la|thi|phai))* (?:gi|lam gi|nao|sao|the nao|lam sao)`,
  ],
  [
    'next',
    `(?:(?:gio|bay gio|chu|tiep theo|tiep|sau do|roi)(?: (?:thi|${ME}|chi|anh|co|chu|can|phai|nen))* (?:lam gi|lam sao|can gi|sao|the nao|la gi|lam the nao)|(?:${ME} )?(?:can |phai |nen )?lam gi (?:tiep|nua)(?: theo)?)(?: (?:tiep|nua|day))*`,
  ],
  [
    'missing',
    `${SUBJECT}(?:con |co |bi )*(?:thieu|sot)(?: (?:giay to|giay|muc|cai|anh))?(?: (?:gi|nhung gi|cai gi|chi|nao|khong|ko))(?: khong| ko)?`,
  ],
  ['missing', `${SUBJECT}(?:da |co )*(?:du|day du)(?: (?:giay to|giay|het|ho so))? (?:chua|khong|ko)`],
  [
    'missing',
    `${SUBJECT}(?:con )?(?:phai|can) (?:nop|bo sung|gui|lam|them)(?: them)? (?:giay to |giay )?(?:gi|nhung gi|chi|cai gi)(?: them)? nua(?: khong| ko)?`,
  ],
  [
    'missing',
    `${SUBJECT}(?:con|phai|can) (?:nop|bo sung|gui)? ?(?:them|bo sung) (?:giay to |giay )?(?:gi|nhung gi|chi|cai gi)`,
  ],
  ['back', `(?:sao |vi sao |tai sao )*${SUBJECT}(?:lai )?(?:khong|ko) duoc (?:duyet|chap nhan|xet)`],
  [
    'slow',
    `${SUBJECT}(?:sao|gi ma|lam gi ma|tai sao|vi sao)(?: (?:ma|lai|cho|doi|xet|duyet|xem|lam))* (?:lau|cham)(?: (?:the|vay|qua|du|lam))*`,
  ],
  ['slow', `${SUBJECT}(?:cho |doi |xet |duyet |xem )*(?:lau|cham) (?:the|vay|qua|lam|du)(?: roi)?`],
  [
    'slow',
    `${SUBJECT}(?:sao|tai sao|vi sao|lau qua|cho mai|mai)(?: (?:ma|van|mai|chua|khong|ko|chang))* (?:chua|khong|ko|chang|cha) (?:thay|co|duoc|nghe)(?: (?:gi|ai|tin|ket qua|tra loi|goi|bao|duyet|noi|chi|dong tinh))+`,
  ],
  ['slow', `${NAMED}(?:sao )?(?:im|im lang|im re|nam im)`],
  [
    'standing',
    `${NAMED}(?:hien |dang |gio |giai quyet |xu ly )*(?:the nao|sao|ra sao|nhu nao|ntn|toi dau|den dau|o dau|tinh hinh sao|(?:o |den |toi )?(?:buoc|khau) nao)(?: roi)?`,
  ],
  [
    'back',
    `(?:sao |vi sao |tai sao |neu )*${SUBJECT}(?:ma |lai )*bi (?:tra lai|tra ve|tra|tu choi|loai)(?: ${PAPER})?(?: (?:thi|roi|la|phai|gio|a|ha))*(?: (?:lam sao|lam gi|sao|the nao|lam the nao|vi sao|do dau|tai sao))?`,
  ],
  [
    'decided',
    `${SUBJECT}(?:lieu )?(?:co )?(?:duoc )?(?:duyet|chap nhan|xet duyet)(?: duoc)? (?:khong|ko|bao nhieu(?: tien)?)`,
  ],
  ['when', `(?:tien|may)(?: (?:say|xay|ep|cua|moi))? (?:${WHEN}(?: (?:thi|moi|se))* (?:ve|co|den|nhan)|dau)`],
  [
    'when',
    `${WHEN}(?: (?:thi|moi|se))* (?:can bo|trung tam|doan)(?: (?:se|moi))* (?:xuong|den|qua|di)(?: (?:xem|kiem tra|khao sat|nha|xuong))*`,
  ],
  ['next', `(?:${ME} )?(?:gio |bay gio )?(?:can |phai |nen )*lam gi (?:bay gio|gio|chu|tiep|nua|day)`],
  [
    'missing',
    `${SUBJECT}(?:co |con )*(?:phai |can )(?:nop|bo sung|gui|lam)(?: them)? (?:giay to |giay )?(?:gi |chi )?nua(?: khong| ko)?`,
  ],
  ['standing', `${PAPER}(?: ${ME})? (?:co )?(?:van de|truc trac|sai sot|loi|sai) gi(?: khong| ko)?`],
  ['standing', `(?:${LOOK} ${PAPER}(?: ${ME})?|(?:hoi |tinh hinh |tinh trang )*${PAPER} ${ME})`],
];

const PATTERNS = ASKED.map(([kind, pattern]) => [kind, new RegExp(`${HEAD}(?:${pattern})${TAIL}`)] as const);
const LONGEST = 120;

/** "da duyet chua em oi", "con thieu gi"; undefined for what names more than that: that is a question of the rules. */
export function readAskedOfOwn(text: string): AskedOfOwn | undefined {
  if (text.length > LONGEST) return undefined;
  const typed = foldPhrase(text)
    .replace(/\b(?:dc|dk)\b/g, 'duoc')
    .replace(/\b(?:k|kg|hok|hong)\b/g, 'ko')
    .replace(/\bhs\b/g, 'ho so')
    .replace(/\b(?:lam|man) chi\b/g, 'lam gi')
    .replace(/\bman gi\b/g, 'lam gi')
    .replace(/\b(?:j|gj)\b/g, 'gi')
    .replace(/\be\b/g, 'em')
    .replace(/\br\b/g, 'roi');
  return PATTERNS.find(([, pattern]) => pattern.test(typed))?.[0];
}
