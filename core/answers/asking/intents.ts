import type { Intent } from '../answer.ts';

// Patterns over `plainForm`: folded, shortenings written out, single spaces. An intent is met only when the whole message
// is about it; a question about the same thing ("phí đăng ký bao nhiêu") is left to the articles.
const I = '(?:toi|em|minh|chau|con|tui|nha em|nha toi|ben em|ben toi)';
const TAIL =
  '(?: (?:ban|em|anh|chi|bac|co|chu|ad|admin|shop|bot|tro ly|trung tam|can bo|moi nguoi|ca nha|a|ah|nhe|nha|nhi|oi|voi|nhieu|lam|rat|da|vi|giup|tra loi|ho tro|roi|di|luon|nua|the|vay))*';
const whole = (pattern: string): RegExp =>
  new RegExp(`^(?:(?:da|vang|ok|oke|uh|ad|em|toi|minh|chau|con) )*(?:${pattern})${TAIL}$`);

const PATTERNS: readonly [Intent, RegExp][] = [
  [
    'complaint',
    /\b(?:vcl|vkl|vl|dmm?|clgt|cmm|oc cho|vo dung)\b|\b(?:bot|may|do|sao|tra loi|noi) (?:\S+ )?ngu\b|\bngu (?:qua|the|vai|si|nhu|vay|lam)|tra loi (?:do hoi|linh tinh|vo van|chan|te|nhu)|noi linh tinh|(?:chang|khong) hieu gi (?:ca|het)|dong ngu/,
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
  ['withdraw-consent', /\brut (?:lai )?(?:su )?dong y\b|\bkhong dong y nua\b/],
  [
    'my-data',
    new RegExp(`\\b(?:xem|xoa|tai|sua|lay)\\b.*\\b(?:du lieu|thong tin|tin nhan)(?: ca nhan)?(?: cua)? ${I}\\b`),
  ],
  ['my-data', /^(?:du lieu|thong tin)(?: ca nhan)? cua (?:toi|em|minh)$/],
  [
    'my-data',
    /^(?:(?:toi|em|minh|cho toi|muon) )*(?:xem|xoa|tai ve)(?: het)? (?:du lieu|thong tin ca nhan)(?: ca nhan)?(?: di|nhe|a)*$/,
  ],
  [
    'stop-news',
    /^(?:\S+ ){0,3}(?:dung|khong|thoi|ngung|tat|huy|bo|cham dut)(?: muon)?(?: gui| nhan| theo doi| bao)?(?: cac| nhung)? (?:tin|thong bao|ban tin)(?: tuc)?(?: cho (?:toi|em|minh))?(?: nua| di| nhe| a)*$/,
  ],
  [
    'stop-news',
    /^(?:(?:toi|em|minh|chau|con|thoi|xin|muon) )*(?:dung|khong|thoi|ngung|tat|huy|bo|khoi)(?: muon| can| co| phai)? nhac(?: nho)?(?: (?:toi|em|minh|chau|con))?(?: (?:nua|di|nhe|a|gi|dot nao|han|dau))*$/,
  ],
  [
    'officer',
    /^(?!.*(?:lam sao|lam the nao|nhu the nao)).*\b(?:gap|noi chuyen (?:truc tiep )?voi|trao doi voi|lien he voi|chat voi)(?: \S+)? (?:can bo|nguoi that|nguoi thuc|nhan vien|tu van vien|chuyen vien|nguoi phu trach|con nguoi)\b/,
  ],
  [
    'remind-me',
    /\bnhac (?:toi|em|minh|nho|giup|chau|lai (?:cho )?(?:toi|em|minh))\b|\bbao (?:cho )?(?:toi|em|minh) (?:khi|truoc|luc)\b/,
  ],
  ['status', /\bk ?c \d{4} \d+\b|\bkhuyen cong \d{4} \d+\b/],
  [
    'status',
    new RegExp(
      `\\b(?:ho so|phieu|don|dang ky|yeu cau)(?: \\S+)?(?: cua)? ${I}\\b.*\\b(?:den dau|toi dau|the nao|ra sao|sao roi|duyet chua|xong chua|roi chua|chua|den buoc nao|bi tu choi|bi tra lai)\\b`,
    ),
  ],
  [
    'register-selection',
    whole(
      `(?:${I} )?(?:muon |xin |can |cho ${I} )?(?:dang ky |nop ho so |tham gia |di )+(?:du |du thi |thi |tham gia |binh chon |cuoc thi )*(?:san pham )?(?:cong nghiep nong thon )?(?:tieu bieu|binh chon)`,
    ),
  ],
  [
    'register',
    whole(
      `(?:${I} )?(?:muon |xin |can |cho ${I} |de ${I} )*(?:dang ky|gui phieu|lam phieu|dien phieu|gui nhu cau|ghi phieu|nop phieu|gui dang ky)(?: nhu cau| ho tro| khuyen cong| xin ho tro| nhan ho tro)*(?: thi lam the nao)?`,
    ),
  ],
  [
    'deadlines',
    /\b(?:sap toi|sap den|gan day|thang nay|dang|con|co) (?:co |con |mo )?(?:nhung |cac )?(?:han|dot)(?: dang ky| nop| nhan)? (?:nao|gi)\b|\blich nhan (?:ho so|phieu)\b|^(?:xem )?cac han(?: sap toi)?$/,
  ],
  [
    'deadlines',
    /^(?!.*binh chon).*\b(?:khi nao|bao gio|ngay nao|luc nao|chung nao)(?: \S+){0,3} (?:nhan phieu|nhan ho so (?:ho tro )?mua may|(?:mo|co) dot)\b|^(?!.*binh chon).*\bdot (?:nay|nhan phieu)\b.*\b(?:den|toi) (?:khi nao|bao gio|ngay nao)\b/,
  ],
  [
    'about',
    /^(?:\S+ ){0,3}(?:ban|em|may|bot|tro ly|ad|day|ai)(?: nay)? (?:co phai )?(?:la|dang) (?:ai|robot|ro bot|bot|chatbot|may|nguoi|con nguoi|tra loi|ad)\b(?! dang)|\bnguoi that (?:khong|hay may|hay la)|^ban ten (?:la )?gi/,
  ],
];

const QUESTION_WORDS =
  /\b(?:dau|ho so|nop|giay|roi|khong|duoc|bao nhieu|nao|gi|sao|ho tro|chua|the nao|xin|may|vay|lam|muon)\b/;
const ONLY_PLACE = new RegExp(
  `^(?:${I} )?(?:(?:dang )?o |tai |dia chi )?(?:xa|phuong|thi tran|huyen|dac khu) \\S+(?: \\S+){0,8}$`,
);
const WHICH_PLACE =
  /^(?:\S+ ){0,3}(?:xa|phuong|thi tran) (?!cu |minh |nha |cua |em |toi |nao )\S+ .*(?:nay|gio|bay gio|sap nhap|nhap) .*(?:xa|phuong|tinh|dau)(?: nao)?/;

/** What a message wants when it asks for no knowledge; undefined when it is a question. */
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
