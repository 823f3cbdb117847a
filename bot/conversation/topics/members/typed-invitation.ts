import { fold, foldPhrase } from '../../../../core/text/fold.ts';

// "tham gia 1234 5678", "vao co so 12345678", "mã mời: 1234-5678".
const TYPED = /^(?:ma )?(?:tham gia|vao co so|vao|moi)(?: (?:ma|co so))?\s*[:.]?\s*(\d(?:[\s.-]?\d){5,11})\s*\.?$/;

/** The digits of an invitation that is the whole message: six to twelve, in groups or not. */
export function readTypedInvitation(text: string): string | undefined {
  return TYPED.exec(fold(text.normalize('NFKC')).trim())?.[1]?.replace(/\D/g, '');
}

const SOMEBODY =
  '(?:nguoi|con|con gai|con trai|con dau|con re|chau|vo|chong|me|bo|chi|anh|em|em gai|em trai|chi gai|anh trai|nguoi nha|ke toan|thu ky|pho giam doc|thanh vien|may khac|dien thoai khac|so dien thoai khac|so khac)';
const MINE = '(?: (?:toi|em|minh|chau|nha (?:toi|em|minh)|cua (?:toi|em|minh|htx|co so)|htx|nua|khac))*';
const TOGETHER =
  '(?: (?:cung|khac|xem|theo doi|lam|lo|vao|bang|zalo|dien thoai|may|cua anh ay|cua chi ay|cua no|anh ay|chi ay|no|phieu|ho so|co so|htx|voi|nua|a|nhe|nay|duoc|dc|chung|duoc khong|cua toi|cua em|muon))*';
const WISHES_TO_INVITE = [
  `^(?:(?:toi|em|minh|muon|xin|cho|de|nho) )*(?:them|moi|cho|de) ${SOMEBODY}${MINE}${TOGETHER}$`,
  `^${SOMEBODY}${MINE} (?:cung )?(?:muon|can|xin|vao)(?: cung)? (?:vao|xem|lo|lam|theo doi)${TOGETHER}$`,
].map((words) => new RegExp(words));

/** "Thành viên cơ sở", "tôi muốn rời khỏi cơ sở": who looks after it is shown, with the way in and out. */
const LOOK =
  /^(?:(?:toi|em|minh|chau|muon|xin|cho|xem) )*(?:(?:cac |danh sach )?thanh vien(?: (?:co so|htx|hop tac xa))?|(?:nhung )?ai (?:cung )?(?:lo|lam|xem|khai) (?:phieu|ho so)(?: nay)?(?: cung)?|roi(?: khoi)? (?:co so|htx|hop tac xa|nhom)|thoi (?:khong )?(?:lo|lam) chung(?: phieu)?)(?: (?:nay|nua|a|nhe))*$/;

/** "Thêm người", "cho con tôi xem cùng phiếu": the whole message is a wish to let somebody in, to see who is in, or to leave. */
export function wishesToInvite(text: string): boolean {
  const typed = foldPhrase(text);
  return saysToInvite(typed) || LOOK.test(typed);
}

/** "Thêm người", heard also while a form is open: rather whom to let in than an answer. What only looks who is in is not. */
export function wishesToInviteNow(text: string): boolean {
  const typed = foldPhrase(text);
  return (
    saysToInvite(typed) &&
    /(?:^| )(?:them|moi|cho|de) (?:nguoi|may khac|dien thoai khac|so dien thoai khac)(?: |$)|(?:^| )cung (?:xem|lo|lam)(?: |$)/.test(
      typed,
    )
  );
}

function saysToInvite(typed: string): boolean {
  return WISHES_TO_INVITE.some((pattern) => pattern.test(typed));
}

const WHO_FILED =
  '(?:vo|chong|me|bo|con|con gai|con trai|anh|chi|em|chau|ong|ba|chu nhiem|giam doc|ke toan|htx|hop tac xa|co so|nha|xuong|nguoi nha)';
const WISHES_TO_JOIN = [
  `^(?:(?:da|a|em|toi) )*${WHO_FILED}${MINE} (?:da |co )?(?:dang ky|gui phieu|gui|khai|lam phieu|lam ho so|nop)(?: (?:phieu|ho so|roi|truoc|may khac|o may khac|bang may khac|hom truoc))* (?:(?:gio|nay|ma|thi|em|toi|minh|chau|con) )*(?:muon|xin|cho|lam sao|the nao)(?: (?:em|toi|minh|chau|con|de|cung|duoc))* (?:xem|theo doi|lo|vao|lam|tham gia)(?: \\S+){0,7}$`,
  '^(?:(?:toi|em|minh|chau|cho|xin|lay|muon) )*ma (?:moi|tham gia|vao co so)(?: \\S+){0,4}$',
  '^(?:(?:da|a) )*(?:(?:toi|em|minh|chau|con) )?(?:muon|xin|can|lam sao de|cho (?:toi|em|chau)) (?:tham gia|gia nhap|vao|lo cung|vao cung)(?: (?:vao|cung))* (?:co so|phieu|ho so)(?: (?!nao|gi)\\S+){0,5}$',
].map((words) => new RegExp(words));

/** "Vợ tôi đăng ký rồi, tôi muốn xem phiếu": of who uses another phone than the one that sent it. */
export function wishesToJoin(text: string): boolean {
  const typed = foldPhrase(text);
  return WISHES_TO_JOIN.some((pattern) => pattern.test(typed));
}
