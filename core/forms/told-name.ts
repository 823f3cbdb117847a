import { foldPhrase } from '../text/fold.ts';

const OWN_NAME =
  /(?:^|[,.;:\n] *|(?<!\p{L})(?:em|tôi|toi|mình|minh|cháu|chau|chị|chi|cô|bác|bac) )(?:họ tên|ho ten|tên|ten)(?: (?:là|la))?:? (?<name>\p{L}+(?: \p{L}+){0,4}?)(?= *(?:[,.;:\n\d]|$)| (?:số|so|sđt|sdt|đt|dt|zalo|ở|o|tại|tai|muốn|muon|cần|can|làm|lam|xin|đang|dang|có|co)(?!\p{L}))/iu;
/** "Tên thương hiệu", "tên cơ sở", "tên gọi": names of other things. */
const OF_A_THING =
  /^(?:thuong hieu|nhan hieu|san pham|co so|htx|hop tac xa|cong ty|cua hang|xuong|may|goi|la|gi|de tai|mien|mat hang|cu|moi|khac|rieng)(?: |$)/;

/** Of "em tên Hoa số 0900 000 001 muốn mua máy" the name of who speaks. */
export function findToldName(text: string): string | undefined {
  const name = OWN_NAME.exec(text.normalize('NFC'))?.groups?.name;
  return name === undefined || OF_A_THING.test(foldPhrase(name)) ? undefined : name;
}
