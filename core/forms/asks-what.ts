import { foldPhrase } from '../text/fold.ts';

const IT = '(?:(?:cai|muc|cau|cho|o|y)? ?(?:nay|do|ay|kia|tren)|cau hoi|cau hoi nay)';
const END = '(?: (?:a|ah|vay|the|em|ad|nhi|ha|do|day|co|anh|chi|oi|ban|bot|voi|minh))*';
const ASKS = [
  `(?:${IT} )?(?:(?:thi|nghia|y|co|tuc|the|vay|ma) )*la (?:gi|cai gi|sao|the nao|chi|nhu nao)`,
  `(?:${IT} )?(?:co )?(?:nghia|y) (?:la )?(?:gi|sao|the nao)`,
  `(?:hoi|ghi|dien|khai|noi|tra loi) (?:${IT} )?(?:gi|cai gi|the nao|nhu nao|sao|nhu the nao|lam sao)`,
  `(?:${IT} )?(?:hoi|ghi|dien|khai|tra loi) (?:gi|the nao|nhu nao|sao|lam sao)`,
  `(?:(?:em|toi|minh|chau|chi|anh) )?(?:khong|ko|k|chua) hieu(?: (?:cau|muc|y|cho|cai)? ?(?:hoi|nay|do))?(?: (?:la gi|lam|lam lam))?`,
].map((words) => new RegExp(`^(?:(?:da|a|ua|o|oi|the|vay|nhung|ma|xin hoi|cho hoi|cho em hoi) )*${words}${END}$`));

const WHY =
  /^(?:(?:da|a|oi|o|u|the|vay|ma|nhung|em|ad) )*(?:(?:sao|tai sao|lam gi ma|vi sao|gi ma|sao ma)(?: (?:lai|phai|cu|ma|ban|em|ad|no))* (?:hoi|khai|ghi|can|bat)(?: \S+){0,5}|(?:hoi|khai)(?: (?:gi|chi|lam|cai))* (?:nhieu|lam|ky|dai)(?: (?:the|vay|qua|lam|ghe))+|(?:con|co) (?:may|bao nhieu|nhieu) cau(?: hoi)?(?: nua)?|con (?:nhieu|lau|dai)(?: cau)?(?: nua)? (?:khong|ko|k)|(?:sap|gan) xong chua|bao gio (?:thi )?xong|(?:con )?thieu (?:gi|nhung gi|cau nao|muc nao|cai gi)(?: nua)?(?: khong| ko| k)?|lau the|dai the|nhieu cau(?: hoi)? (?:the|vay|qua))(?: (?:a|ah|the|vay|em|ad|nhi|ha|do|co|oi|hoi|nua))*$/;

/** "Sao hỏi nhiều thế", "còn mấy câu nữa": about the asking itself. */
export function asksWhyAsked(text: string): boolean {
  return WHY.test(foldPhrase(text));
}

/** "Là gì", "cái này là sao", "ghi thế nào", "chưa hiểu": about the very thing that is asked. */
export function asksWhatIsAsked(text: string): boolean {
  const typed = foldPhrase(text);
  return ASKS.some((pattern) => pattern.test(typed));
}

const TOLD =
  /^(?:(?:da|a|oi|o|u|cho|em|toi|minh|chi|anh|chau|xin|muon|ad) )*(?:(?:xem|doc|coi|kiem tra|ra) lai(?: (?:cai|het|toan bo|tat ca|cac|nhung|phieu|don|to khai|cau|tra loi|thong tin|gi|da|ghi|noi))*|(?:xem|coi|kiem tra) (?:(?:cai|lai) )*(?:phieu|don|to khai|thong tin da ghi)|(?:da|vua) (?:ghi|noi|ke|tra loi|khai|dien) (?:nhung |duoc |cai )*(?:gi|nhung gi)(?: roi)?|(?:ghi|tra loi|khai|dien) (?:duoc |nhung )*(?:gi|nhung gi) roi)(?: (?:a|ah|the|vay|em|ad|nhi|ha|do|voi|cai|nao|xem|giup|minh|toi|cua))*$/;

/** "Xem lại", "tôi trả lời gì rồi": what has been told so far. "Đọc lại" alone is the last message once more. */
export function asksWhatWasTold(text: string): boolean {
  const typed = foldPhrase(text);
  return TOLD.test(typed) && typed !== 'doc lai';
}
