import { foldPhrase } from '../../../../core/text/fold.ts';

/** "Đăng ký cho hộ thứ hai", "làm phiếu nữa": not the one that was just sent. */
const ANOTHER =
  /(?:^| )(?:ho|nha|co so|nguoi|phieu|don|ho so|viec)(?: dan)? (?:khac|nua|moi|tiep theo|tiep|thu (?:hai|ba|tu|nam|\d))(?: |$)/;
const FILE =
  /^(?:(?:toi|em|minh|chau|gio|bay gio|cho|muon|can|xin|de) )*(?:dang ky|dang ki|dk|khai|lam|viet|gui|lap|ghi)(?: |$)/;

/** "Tiếp nhà nữa", "còn hộ thứ ba": no verb, and nothing else beside. */
const NEXT =
  /^(?:(?:gio|bay gio|con|tiep|tiep theo|them|den|xong|roi|sang|qua|nua|mot|1|cho|o) )*(?:nha|ho|co so|phieu)(?: dan)? (?:nua|khac|tiep theo|tiep|thu (?:hai|ba|tu|nam|\d))(?: (?:a|nhe|em|di|luon|nua))*$/;

/** "Đăng ký tiếp cho hộ khác": words of another request, though they name no need. */
export function saysAnother(text: string): boolean {
  const typed = foldPhrase(text);
  return (ANOTHER.test(typed) && FILE.test(typed)) || NEXT.test(typed);
}

/** The same without a verb: words of another household or request, whatever stands around them. */
export function namesAnother(text: string): boolean {
  return ANOTHER.test(foldPhrase(text));
}

/** "Tiếp nhà nữa" alone: for another than those that are known. */
export function saysNext(text: string): boolean {
  return NEXT.test(foldPhrase(text));
}

const NTH = '(?:thu )?(?:[2-9]|[1-9]\\d)|thu (?:hai|ba|tu|nam|sau|bay)|khac|tiep theo|ke tiep|nua';
/** "Hộ thứ 2 là ông Páo làm ngói": a further household stands first, with whatever is told of it. */
const HOUSEHOLD = new RegExp(
  `^(?:(?:gio|bay gio|con|tiep|tiep theo|them|den|roi|sang|qua|va|cho) )*(?:ho|nha)(?: dan)? (?:${NTH})(?: (?!gian|tang|nguoi|may|lao|kinh|thi )|$)`,
);

/** A helper speaks of the household after the one that is being filled in. */
export function namesNextHousehold(text: string): boolean {
  return HOUSEHOLD.test(foldPhrase(text));
}

const NEW =
  /^(?:(?:toi|em|minh|chau|muon|xin|can|cho|gio|gio thi) )*(?:lam|lap|gui|tao|mo|viet|khai|dang ky)(?: (?:them|mot|1))* (?:phieu|ho so)(?: nhu cau)? (?:moi|khac|nua)(?: (?:a|nhe|di|em|luon))*$/;

/** "Làm phiếu mới", "gửi phiếu khác nữa": nothing that is open is meant. */
export function saysNewRequest(text: string): boolean {
  return NEW.test(foldPhrase(text)) || saysNext(text);
}
