import { fold, foldPhrase } from '../../../../core/text/fold.ts';

// "tham gia 1234 5678", "vao co so 12345678", "mã mời: 1234-5678".
const TYPED = /^(?:ma )?(?:tham gia|vao co so|vao|moi)(?: (?:ma|co so))?\s*[:.]?\s*(\d(?:[\s.-]?\d){5,11})\s*\.?$/;

/** The digits of an invitation that is the whole message: six to twelve, in groups or not. */
export function readTypedInvitation(text: string): string | undefined {
  return TYPED.exec(fold(text.normalize('NFKC')).trim())?.[1]?.replace(/\D/g, '');
}

const WISH =
  /^(?:(?:toi|em|minh|muon|xin|cho) )*(?:them|moi|cho) (?:nguoi|con|con toi|chong|chong toi|vo|vo toi|nguoi nha|may khac|dien thoai khac|so dien thoai khac|so khac)(?: (?:cung|khac|xem|lam|lo|vao|cung xem|phieu|ho so|co so|voi|nua|a|nhe))*$/;

/** "Thành viên cơ sở", "tôi muốn rời khỏi cơ sở": who looks after it is shown, with the way in and out. */
const LOOK =
  /^(?:(?:toi|em|minh|chau|muon|xin|cho|xem) )*(?:(?:cac |danh sach )?thanh vien(?: (?:co so|htx|hop tac xa))?|(?:nhung )?ai (?:cung )?(?:lo|lam|xem|khai) (?:phieu|ho so)(?: nay)?(?: cung)?|roi(?: khoi)? (?:co so|htx|hop tac xa|nhom)|thoi (?:khong )?(?:lo|lam) chung(?: phieu)?)(?: (?:nay|nua|a|nhe))*$/;

/** "Thêm người", "cho con tôi xem cùng phiếu": the whole message is a wish to let somebody in, to see who is in, or to leave. */
export function wishesToInvite(text: string): boolean {
  const typed = foldPhrase(text);
  return WISH.test(typed) || LOOK.test(typed);
}
