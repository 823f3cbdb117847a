import { foldTalk } from '../../text/fold-talk.ts';

const WHO = '(?:(?:toi|em|minh|con|chau|da|thi|cung|van|hien|gio|bay gio|cai nay|cau nay|that ra|thuc ra) )*';
/** "Không nhớ số", "chưa rõ giá": with what it is that is not known. */
const OF_WHAT = '(?: (?:so|ten|gia|tien|loai|san pham|so dien thoai|dien thoai))?';
const AFTER = '(?: (?:a|ah|nua|dau|nhe|em|lam|duoc|noi|sao|the nao|gi|roi|luon|het|chinh xac|cu the))*';
/** "…nên xin hỗ trợ gì", "…chọn cái nào": a question to oneself, which tells nothing but that it is not known. */
const WHAT_TO_CHOOSE =
  '(?: (?:la|nen|phai|can|muon|minh|toi|em|chon|xin|dang ky|dang ki|dk|dki|dky|ho tro|lam|ghi|khai|tra loi|nhu|bat dau|tu|theo|mua|lap|mo|hoc|ban|duoc))* (?:gi|nao|sao|dau|the nao|(?:cai|viec|muc|loai|dien|thu|huong) (?:gi|nao))(?: (?:a|ca|het|cho dung|cho phai|truoc))*';
/** "Không biết hết bao nhiêu": of what it costs, and no question after the support. */
const HOW_MUCH = '(?: (?:het|gia|ton|mat|khoang|tong|la|toan bo))* bao nhieu(?: tien)?(?: (?:a|ca|nua|nhe))*';
const NOT_KNOWN = new RegExp(
  `^${WHO}(?:(?:chua|khong|ko|k|kg|kh|hok|hong|chang) (?:biet|bit|ro|nho|chac|nghi ra|tinh|tinh toan|tinh ra|dem|nam ro)|chiu|quen roi|quen mat)(?:${OF_WHAT}${AFTER}|${WHAT_TO_CHOOSE}|${HOW_MUCH})$`,
);

/** "Để chị hỏi lại chồng đã". */
const FIRST_ASKS =
  /^(?:thoi )?de (?:(?:toi|em|minh|chi|anh|chau|con|bac|co|chu) )?(?:ve )?(?:hoi|xem|tinh|nghi|ban|tim)(?: \S+){0,5}$/;

/** Folded. */
export function saysFirstAsks(typed: string): boolean {
  return FIRST_ASKS.test(typed);
}

/** "Không biết", "em cũng chưa rõ lắm": an answer to nothing, though a field of free words could hold it. */
export function saysNotKnown(text: string): boolean {
  const typed = foldTalk(text);
  return NOT_KNOWN.test(typed) || saysFirstAsks(typed);
}

const NEVER = new RegExp(
  `^${WHO}chua (?:(?:duoc|he|co|nhan|huong|xin|ho tro) )*(?:bao gio|lan nao|khi nao|luc nao|dot nao|tung|he)(?: (?:duoc|co|nhan|huong|ho tro|xin|lam|a|ah|dau|nhe|em|ca|het|gi|cai gi))*$`,
);

/** "Chưa bao giờ", "chưa lần nào ạ": asks nothing, and answers only what asks for something of before. */
export function saysNever(text: string): boolean {
  return NEVER.test(foldTalk(text));
}

const NOTHING =
  /^(?:da )?(?:khong|ko|k|chua|khong co|ko co|chua co|chua dat|chua dat ten)(?: (?:a|ah|dau|nhe|em|gi|ten|ca))*$/;

/** "Không", "chưa có ạ": of what may be left open, that there is none. */
export function saysNothing(text: string): boolean {
  return NOTHING.test(foldTalk(text));
}
