import { fold } from '../../text/fold.ts';

/** "Đá" is a thing too, so only with its mark. */
const POLITE = /^(?:(?:dạ|vâng) )+(?=\p{L})/iu;
/** Who makes it, and that it is made. */
const MAKES =
  /^(?:(?:da|vang|thi|a|ben|nha|co so|xuong|htx|chung|gia dinh|em|toi|minh|chau|chi|anh|co|chu|bac|ong|ba|no|nay|hien|dang|chu yeu|chuyen|co|la) )*(?:chuyen (?:ve )?)?(?:san xuat|che bien|lam ra|lam)(?: (?:ra|ve|nghe|cai|mon|san pham|mat hang))* (?=\S)/;

/**
 * What is made, without who makes it: of "dạ nhà em làm bún khô" the dry noodles. Only where what is left is known as something
 * that is made (`known`, folded); otherwise the words stay as they are.
 */
export function withoutMaker(text: string, known: readonly string[]): string {
  const words = text.normalize('NFC').trim().replace(POLITE, '').split(/\s+/);
  const plain = words.map((word) => fold(word).replace(/[,;.]+$/, '')).join(' ');
  const lead = MAKES.exec(plain)?.[0];
  if (lead === undefined) return words.join(' ');
  const left = plain.slice(lead.length);
  if (!known.some((thing) => left === thing || left.startsWith(`${thing} `))) return words.join(' ');
  return words.slice(lead.trim().split(' ').length).join(' ');
}
