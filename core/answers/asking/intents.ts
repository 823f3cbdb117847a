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
  ['greeting', whole('(?:xin |kinh )?(?:chao|hello|helo|hi|hey|alo+|lo)(?: buoi (?:sang|trua|chieu|toi))?')],
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
const ONLY_PLACE = new RegExp(
  `^(?:${I} )?(?:(?:dang )?o |tai |dia chi )?(?:xa|phuong|thi tran|huyen|dac khu) \\S+(?: \\S+){0,8}$`,
);
const WHICH_PLACE =
  /^(?:\S+ ){0,3}(?:xa|phuong|thi tran) (?!cu |minh |nha |cua |em |toi |nao )\S+ .*(?:nay|gio|bay gio|sap nhap|nhap) .*(?:xa|phuong|tinh|dau)(?: nao)?/;

/** What a whole message is by its set words; wishes worded freely are for `findWish`. */
export function findIntent(plain: string): Intent | undefined {
  const found = PATTERNS.find(([, pattern]) => pattern.test(plain));
  if (found !== undefined) return found[0];
  if (WHICH_PLACE.test(plain) || (ONLY_PLACE.test(plain) && !QUESTION_WORDS.test(plain))) return 'place';
  return undefined;
}

const OPENING =
  /^(?:(?:da|vang|xin|em|toi|chau|con|kinh) )*(?:chao|alo|hello|hi)(?: (?:ban|em|anh|chi|bac|co|chu|ad|admin|shop|bot|trung tam|can bo|moi nguoi|a|ah|nhe))* /;

/** How many words of a message are a greeting before the question. Over `plainForm`. */
export function countGreetingWords(plain: string): number {
  const [opening] = OPENING.exec(plain) ?? [''];
  return opening.split(' ').length - 1;
}
