import { fold, foldPhrase } from '../text/fold.ts';

const SUM =
  /(?<![\d.,/])(?:(?:khoang|tam|chung|gan|hon) )?\d+(?:[.,]\d+)*(?: ?(?:-|den|toi) ?\d+(?:[.,]\d+)*)? ?(?:(?:ty|ti)(?: ?\d+(?: ?(?:trieu|tr))?| ruoi)?|(?:trieu|tr|cu)(?:\d+| ruoi)?)(?![a-z\d])(?: dong)?/g;
/** A sum that somebody only thinks of, or that is another's. */
const NOT_OWN =
  /(?:^| )(?:neu|gia su|gia nhu|vi du|vd|lo nhu|hang xom|nguoi ta|nha khac|nghe noi|nghe bao|nam ngoai|tren mang|toi da|tran|cu hon)(?: |$)/;
/** Beside the price nothing is said but that it is one, and that an amount is asked. */
const ONLY_ASKS =
  /^(?:(?:da|a|ah|ad|oi|vay|the|nhi|nhe|anh|chi|em|toi|minh|chau|con|tui|nha|ben|co so|may|nay|do|cai|chiec|moi|gia|la|co|se|thi|co the|het|mua|sam|dinh|muon|du kien|tong|tong cong|khoang|duoc|dc|dk|ho tro|nha nuoc|khuyen cong|trung tam|cho|giup|xin|nhan|huong|bao nhieu|bn|nhieu|nhiu|may|tien|phan|phan tram|khong|ko|k|hoi|vi chi|muc nao) )*$/;

/** A price that stands in a question, as it was typed, and whether nothing else stands there that it might be the price of. */
export type PriceInQuestion = { said: string; isAlone: boolean };

/** "Máy này 30 triệu, được bao nhiêu?": the one sum of a question, unless it is only thought of or another's. */
export function findPriceInQuestion(text: string): PriceInQuestion | undefined {
  const plain = fold(text);
  const [sum, another] = plain.match(SUM) ?? [];
  if (sum === undefined || another !== undefined || NOT_OWN.test(foldPhrase(plain.replace(sum, ' ')))) return undefined;
  const rest = foldPhrase(plain.replace(sum, ' '));
  return { said: sum.trim(), isAlone: ONLY_ASKS.test(rest === '' ? '' : `${rest} `) };
}
