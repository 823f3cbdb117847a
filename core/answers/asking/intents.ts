import { readAskedOfOwn } from '../../applications/asked-of-own.ts';
import type { Intent } from '../answer.ts';

// Patterns over `plainForm`: folded, shortenings written out, single spaces. Rude words and the code of a request are met
// anywhere; greetings, thanks and the words that the assistant itself tells people to type only when they are the whole message.
const I = '(?:toi|em|minh|chau|con|tui|nha em|nha toi|ben em|ben toi)';
const TAIL =
  '(?: (?:ban|em|anh|chi|bac|co|chu|ad|admin|shop|bot|tro ly|trung tam|can bo|moi nguoi|ca nha|a|ah|nhe|nha|nhi|oi|voi|nhieu|lam|rat|da|vi|giup|tra loi|ho tro|roi|di|luon|nua|the|vay))*';
const whole = (pattern: string): RegExp =>
  new RegExp(`^(?:(?:da|vang|ok|oke|uh|ad|em|toi|minh|chau|con) )*(?:${pattern})${TAIL}$`);

const PATTERNS: readonly [Intent, RegExp][] = [
  [
    'complaint',
    /\b(?:vcl|vkl|vl|dmm?|clgt|cmm|oc cho|vo dung(?! ten))\b|\b(?:bot|may|do|sao|tra loi|noi) (?:\S+ )?ngu\b|\bngu (?:qua|the|vai|si|nhu|vay|lam)|tra loi (?:do hoi|linh tinh|vo van|chan|te|nhu)|noi linh tinh|noi chuyen (?:do hoi|chan|nham)|(?:chang|khong) hieu gi (?:ca|het)|dong ngu/,
  ],
  ['complaint', /^(?:\S+ ){0,3}(?:khieu nai|to cao|phan anh) (?:ve )?(?:can bo|trung tam|nhan vien|thai do)/],
  [
    'complaint',
    /^(?!.*\b(?:ho tro|khuyen cong|bao nhieu)\b).*\b(?:hoi mot dang|hoi (?:hoai|mai|may lan)(?: \S+)? (?:khong|chang|van khong)|(?:bot|tro ly|tra loi|may moc gi|noi|lam an)(?: \S+){0,3} (?:kem|te|do|chan|sai|nham|lac de|vong vo|lung tung|nhu khong|vo trach nhiem)|lac de roi|(?:cam|im) (?:mom|di)|do lua dao|(?:^|(?:lu|bon|thang|may|dung la) )do (?:dien|khung|cho)$|mat thoi gian qua|buc (?:minh|xuc) (?:qua|that)|that vong (?:qua|ve))\b/,
  ],
  ['greeting', whole('(?:xin |kinh )?(?:chao|hello|helo|hi|hey|a?lo+|a lo+)(?: buoi (?:sang|trua|chieu|toi))?')],
  [
    'thanks',
    whole('(?:xin |rat )?(?:cam on|cam ta|thank(?:s| you)?|tks|thanks)(?: (?:rat|nhieu|lam|qua|da .*|vi .*))?'),
  ],
  [
    'thanks',
    /^(?:ok|oke|okie|okela|vang|da|u|uh|um|duoc roi|hieu roi|biet roi|tot|tot qua|hay qua)(?: (?:a|ah|em|ban|nhe|roi|ad))*$/,
  ],
  ['goodbye', whole('tam biet|bye(?: bye)?|bai bai|hen gap lai|chao tam biet|hen gap sau')],
  ['my-data', /^(?:du lieu|thong tin)(?: ca nhan)? cua (?:toi|em|minh|tui|chau)$/],
  [
    'my-data',
    /^(?:(?:toi|em|minh|cho toi|muon) )*(?:xem|xoa|tai ve)(?: het)? (?:du lieu|thong tin ca nhan)(?: ca nhan)?(?: di|nhe|a)*$/,
  ],
  [
    'register',
    whole(
      `(?:${I} )?(?:muon |xin |can |cho ${I} |de ${I} )*(?:dang ky|gui phieu|lam phieu|dien phieu|gui nhu cau|ghi phieu|nop phieu|gui dang ky)(?: nhu cau| ho tro| khuyen cong| xin ho tro| nhan ho tro)*(?: (?:mua |xin )+(?:may|may moc|thiet bi|day chuyen))?(?: thi lam the nao)?`,
    ),
  ],
  ['deadlines', /^(?:xem )?cac han(?: sap toi)?$/],
  ['status', /\bk ?c \d{4} \d+\b|\bkhuyen cong \d{4} \d+\b/],
];

const QUESTION_WORDS =
  /\b(?:co|thi co|dau|ho so|nop|giay|roi|khong|duoc|bao nhieu|nao|gi|sao|ho tro|chua|the nao|xin|may|vay|lam|muon)\b/;
const UNIT = '(?:xa|phuong|thi tran|huyen|thon|ban)';
const ONLY_PLACE = new RegExp(
  `^(?:${I} )?(?:(?:dang )?o |tai |dia chi )?(?:xa|phuong|thi tran|huyen|dac khu) \\S+(?: \\S+){0,8}$`,
);
/** "xã Mỹ Phương (Ba Bể cũ) nay là xã gì": a place, something that changed, and what it is now. */
const WHICH_PLACE = new RegExp(
  `\\b${UNIT} (?!minh |nha |em |toi |nao |moi |gi )\\S+ (?:.*\\b(?:nay|gio|gio|h|chu|cu|moi|doi|nhap|gop|chuyen|thuoc)\\b.*)(?:(?:xa|phuong|tinh|don vi)(?: moi)? (?:nao|gi|mo|chi|ten)|ten (?:la )?(?:gi|chi)|(?:vao|vo|ve|sang|thanh) (?:dau|mo|xa nao|gi|chi)|goi la gi|la (?:gi|xa))\\b`,
);
const NOT_A_PLACE = /\b(?:ho tro|khuyen cong|khu vuc|dang ky|nop|lang nghe|kho khan|uu tien|duoc khong)\b/;

/** What a whole message is by its set words; wishes worded freely are for `findWish`. */
export function findIntent(plain: string): Intent | undefined {
  const found = PATTERNS.find(([, pattern]) => pattern.test(plain));
  if (found !== undefined) return found[0];
  const asked = readAskedOfOwn(plain);
  // When something comes, and why it takes so long, is answered by the rules where nobody's dossier is known.
  if (asked !== undefined && asked !== 'when' && asked !== 'slow') return 'status';
  const asksPlace = WHICH_PLACE.test(plain) && !NOT_A_PLACE.test(plain);
  if (asksPlace || (ONLY_PLACE.test(plain) && !QUESTION_WORDS.test(plain))) return 'place';
  return undefined;
}

const OPENING =
  /^(?:(?:da|vang|xin|em|toi|chau|con|kinh) )*(?:chao|alo|hello|hi)(?: (?:ban|em|anh|chi|bac|co|chu|ad|admin|shop|bot|trung tam|can bo|moi nguoi|a|ah|nhe))* /;

/** How many words of a message are a greeting before the question. Over `plainForm`. */
export function countGreetingWords(plain: string): number {
  const [opening] = OPENING.exec(plain) ?? [''];
  return opening.split(' ').length - 1;
}
