import { foldTalk } from '../text/fold-talk.ts';
import { saysFirstAsks, saysNever, saysNothing, saysNotKnown } from './fields/not-known.ts';
import { saysPutOff } from './read-aside.ts';
import { saysSlip } from './read-correction.ts';

const SEND =
  /^(?:(?:ok|oke|vang|da|roi|thoi|dung|dung roi|the|duoc) )*(?:gui|nop)(?: (?:phieu|di|luon|nhe|a|em|giup|ngay|thoi|ad|cho (?:toi|em|can bo)))*$/;

/** "Gửi nhé": to be done with it, also before the review, where it tells that something is missing. */
export function saysSend(text: string): boolean {
  return SEND.test(foldTalk(text));
}

const WHO_AGREES =
  '(?:(?:toi|em|minh|con|chau|tui|chi|anh|bac|co|chu|ong|ba|a|c|ben|nha|chung|da|vang|u|uh|um|ok|oke|okie|duoc|dung|roi|thi|thoi|thoi thi|xin|cung|hoan toan|nhat tri|san sang|the|y) )*';
const AFTER_AGREEING =
  '(?: (?:a|ah|ha|nhe|nha|nhen|nghen|luon|roi|het|day|do|ma|vay|the|thoi|di|em|anh|chi|chau|ban|ad|oi|ca|ok|tat ca|lam|lap|lam phieu|lap phieu|lam di|lam tiep|tiep|(?:cho )?(?:giu|luu|ghi|cung cap)(?: thong tin)?|(?:voi )?(?:cac )?(?:dieu|noi dung)(?: tren| do)?))*';
const AGREEMENT = new RegExp(`^${WHO_AGREES}(?:(?:dong y|dong i|dongy|nhat tri)${AFTER_AGREEING} ?)+$`);

/** "Tôi đồng ý", "vâng e đồng ý làm đi ạ": that it is agreed, and nothing else. */
export function saysAgreed(text: string): boolean {
  return AGREEMENT.test(foldTalk(text));
}

const POLITE = '(?: (?:a|ah|nhe|nha|em|anh|chi|ad|ban|luon))*';
const HEARD = new RegExp(
  `^(?:(?:da|vang|u|uh|um|uhm|ok|oke|okie|yes|duoc|the|dung|phai|chuan|chinh xac)(?: (?:roi|vay|the|day|do|het|ca))*${POLITE}(?: |$))+$`,
);
/** Without their marks these are things too: stone, wine. */
const THING = /^(?:da|vang)$/;
const WITH_MARKS = /^(?:dạ|vâng)/u;
/** Where nothing stands that could be left as it is. */
const UNCHANGED = /^(?:cu |van )?(?:giu|de)? ?(?:nguyen(?: nhu cu)?|khong doi|ko doi|nhu cu)(?: (?:a|nhe|em))*$/;
/** Mr Dũng. */
const OTHER = /d[ũụùựữ]ng|đá|vàng/u;

/** "Đúng rồi ạ", "vâng": of what was just noted, and no answer to what is asked next. `mayBeThing`: a product is asked. */
export function saysHeard(text: string, { mayBeThing = false } = {}): boolean {
  const typed = foldTalk(text);
  const spelled = text.normalize('NFC').trim().toLowerCase();
  if (OTHER.test(spelled) || (mayBeThing && THING.test(typed) && !WITH_MARKS.test(spelled))) return false;
  return HEARD.test(typed) || UNCHANGED.test(typed) || saysAgreed(text);
}

const WHO = '(?:(?:da|vang|u|uh|ok|oke|thoi|khoan|a|oi|em|toi|minh|chi|anh|chau|con|bac|ad|hay|de|gio|cho|xin) )*';
const LATER =
  '(?:mai|ngay mai|sang mai|chieu nay|chieu|toi nay|toi ve|lat|lat nua|ti nua|chut nua|hom khac|hom sau|hom nao|bua khac|luc khac|tuan sau|vai hom|may hom|(?:khi|bao gio|luc|hom) nao ranh)(?: nua)?';
const DEED = '(?:tra loi|nhan|lam tiep|lam sau|lam not|lam lai|gui|noi|bao|tiep|dien|khai|tinh|ghi|hoi|dang ky|chup)';
/** Only phrases that are nobody's name and no thing without their marks either: "ban da" is a stone table. */
const MOMENT = new RegExp(
  `^${WHO}(?:${[
    '(?:doi|cho) (?:em |toi |minh |chi |anh |chau )?(?:(?:mot|1|it) )?(?:ti|teo|chut|xiu|lat|luc|phut)(?: (?:xiu|ti|nua|da|thoi))*',
    'doi (?:da|em|toi|minh|chi|anh)(?: da)?',
    '(?:tu tu|khoan)(?: da)+',
    '(?:dang |dang co )?(?:ban (?:viec|lam viec|qua|roi|ti|chut|xiu)|chua ranh|khong ranh|ko ranh|tam nghi|nghi (?:da|ti|chut|xiu))(?: (?:da|roi|qua|ti|chut|xiu|mot chut))*',
    'dang ban(?: viec| ti| chut)*',
  ].join('|')})${POLITE}$`,
);
const ANOTHER_TIME = new RegExp(
  `^${WHO}(?:${[
    '(?:phai |can |con )?(?:ve )?(?:hoi|xem|tinh|suy nghi|kiem tra|coi)(?: \\S+){0,5} (?:da|cai da|xem sao)',
    `(?:(?:de|hen|thoi) )+(?:(?:den|sang) )?${LATER}(?: (?:em|toi|minh|chi|anh|chau|con|tui|roi))*(?: (?:lam|hoi|tinh|xem|noi|goi|gui|chup)(?: \\S+){0,4})?`,
    '(?:suy nghi|tinh|can nhac|ban bac|nghi)(?: (?:them|lai|ky|ki))+(?: (?:da|nua))*',
    `${LATER}(?: (?:em|toi|minh|chi|anh|chau|con))?(?: (?:se|moi|roi|lai|thi|ve))*(?: ${DEED})+(?: (?:anh|hinh|giay|tiep|lai|sau|cho|em|chi|xem|duoc|not|luon))*`,
  ].join('|')})${POLITE}$`,
);
/** "Chưa chụp", "chưa kịp gửi": not done yet. What is not registered or not made is an answer of its own. */
const NOT_YET = new RegExp(
  `^${WHO}chua (?:(?:kip|co|di|ve) )*(?:chup|gui|hoi|xem|kiem tra|tra loi|tim|tim thay|tim ra|lay|scan)(?: (?:duoc|kip|anh|hinh|giay|ra|nua|gi|lai|thu|con|chong|vo|nha))*${POLITE}$`,
);

const GOES_ON =
  /^(?:(?:toi|em|minh|chau|con|muon|xin|can|cho|de|gio) )*(?:bo sung|lam not|khai not|lam tiep|khai tiep)(?: (?:ho so|phieu|don|not|tiep|luon|nhe|a|di|thong tin))*$/;

/** "Bổ sung", "làm nốt phiếu": to go on with what is open, and no answer to it. */
export function saysGoOn(text: string): boolean {
  return GOES_ON.test(foldTalk(text));
}

/** "Đợi tí", "mai em trả lời", "chưa chụp, mai gửi", "để hỏi giá đã": no answer yet. Every part of it says so. */
export function saysWait(text: string): boolean {
  return saysInEveryPart(text, (part) => MOMENT.test(part) || putsOff(part));
}

/** The same, but not "đợi tí": it is for another time, and not for a moment. */
export function saysAnotherTime(text: string): boolean {
  return saysWait(text) && partsOf(text).some(putsOff);
}

/** "Chưa chụp" by itself: of some questions it is the answer. */
export function saysNotYet(text: string): boolean {
  return saysInEveryPart(text, (part) => NOT_YET.test(part));
}

function putsOff(part: string): boolean {
  return ANOTHER_TIME.test(part) || NOT_YET.test(part) || saysFirstAsks(part);
}

function saysInEveryPart(text: string, says: (part: string) => boolean): boolean {
  const parts = partsOf(text);
  return parts.length > 0 && parts.every(says);
}

function partsOf(text: string): string[] {
  return text
    .normalize('NFKC')
    .split(/[,.;!\n…]+/)
    .map(foldTalk)
    .filter((part) => part !== '');
}

/** Words that mean the open question whatever it asks: "không biết", "chưa có", "à nhầm", "gửi". */
export function speaksToForm(text: string): boolean {
  const isAside = saysPutOff(text) || saysSend(text) || saysSlip(text) || saysAgreed(text);
  return (
    isAside ||
    saysNotKnown(text) ||
    saysNever(text) ||
    saysNothing(text) ||
    saysHeard(text) ||
    saysWait(text) ||
    saysGoOn(text)
  );
}
