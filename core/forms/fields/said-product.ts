import { fold } from '../../text/fold.ts';

/** "Đá" is a thing too, so only with its mark. */
const POLITE = /^(?:(?:dạ|vâng) )+(?=\p{L})/iu;
/** Who makes it, and that it is made. */
const MAKES =
  /^(?:(?:da|vang|thi|a|ben|nha|co so|xuong|htx|chung|gia dinh|em|toi|minh|chau|chi|anh|co|chu|bac|ong|ba|no|nay|hien|dang|chu yeu|chuyen|co|la) )*(?:chuyen (?:ve )?)?(?:san xuat|che bien|lam ra|lam)(?: (?:ra|ve|nghe|cai|mon|san pham|mat hang))* (?=\S)/;

/** "…, hộ nhà em", "của bên mình", behind what is made. */
const OURS =
  /(?:,? (?:cua )?(?:ho )?(?:gia dinh|nha|ben|co so|xuong|htx|ho)(?: (?:nha|gia dinh))? (?:em|e|toi|minh|chau|con|chi|anh|tui)|,? cua (?:em|e|toi|minh|chau|con|chi|anh|tui)|, (?:ho )?(?:gia dinh|ho nha|ho gia dinh))(?: (?:a|thoi|day|nhe|lam|tu lam|lam ra))*$/;

/**
 * What is made, without who makes it: of "dạ nhà em làm bún khô" the dry noodles. Only where what is left is known as something
 * that is made (`known`, folded); otherwise the words stay as they are.
 */
export function withoutMaker(text: string, known: readonly string[]): string {
  const words = text.normalize('NFC').trim().replace(POLITE, '').split(/\s+/);
  const plain = words.map((word) => fold(word).replace(/[;.]+$/, '')).join(' ');
  const lead = MAKES.exec(plain.replaceAll(',', ''))?.[0].trim().split(' ').length ?? 0;
  const tail =
    OURS.exec(plain)?.[0]
      .replace(/^[, ]+/, '')
      .split(' ').length ?? 0;
  if (lead + tail === 0) return words.join(' ');
  const left = words.slice(lead, words.length - tail);
  const thing = left.map((word) => fold(word).replace(/[,;.]+$/, '')).join(' ');
  if (!known.some((each) => thing === each || thing.startsWith(`${each} `))) return words.join(' ');
  return left.join(' ').replace(tail > 0 ? /[,;.]+$/ : /$^/, '');
}
