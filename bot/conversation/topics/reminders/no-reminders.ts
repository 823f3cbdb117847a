import { foldPhrase } from '../../../../core/text/fold.ts';

const ENOUGH =
  /^(?:(?:toi|em|minh|chau|con|da|vang|thoi|xin|muon) )*(?:dung|khong|ko|k|thoi|ngung|tat|huy|bo|khoi)(?: muon| can| co| phai)? nhac(?: nho)?(?: (?:toi|em|minh|chau|con))?(?: (?:nua|di|nhe|a|gi|dot nao|han|dau))*$/;

/**
 * Whether the whole message says that reminders are enough: "đừng nhắc nữa", "ko can nhac em dau". "Đúng" and "nhạc" have
 * the same letters without their accents; nobody writes them together.
 */
export function wishesNoReminders(text: string): boolean {
  return ENOUGH.test(foldPhrase(text));
}
