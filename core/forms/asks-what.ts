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

/** "Là gì", "cái này là sao", "ghi thế nào", "chưa hiểu": about the very thing that is asked. */
export function asksWhatIsAsked(text: string): boolean {
  const typed = foldPhrase(text);
  return ASKS.some((pattern) => pattern.test(typed));
}
