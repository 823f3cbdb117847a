import { foldPhrase } from '../../text/fold.ts';

/** "HTX Tài Hoan", "Công ty TNHH Bột Dong Hà": an establishment by its name, whatever was asked. */
const ORGANISATION =
  /^(?:ten )?(?:(?:lien hiep )?(?:htx|hop tac xa)|cong ty|cty|to hop tac|tht|ho kinh doanh|hkd|doanh nghiep tu nhan|dntn) (?!(?:toi|em|minh|chung|cua|nha|ben|la|co(?! phan )|chua|da|dang|khong|ko|o|thi|duoc|va|hoac|hay|ca the|nho|vua|sieu nho|moi|chua|kiem|nao|gi|khac)(?: |$))\S/;
/** "Công ty tôi cần làm nhãn hiệu" is more than a name. */
const WISH = /(?:^| )(?:muon|can|xin|dinh|mua|nhu cau|ho tro|dang ky|de nghi|ghi sai|nham)(?: |$)/;
const MOST_WORDS = 10;

/** What an establishment is, and not yet what it is called: "hợp tác xã kiểu mới", "cty tnhh". */
const KIND =
  /^(?:ten |lien hiep |htx |hop tac xa |cong ty |cty |to hop tac |tht |ho kinh doanh |hkd |doanh nghiep tu nhan |dntn |tnhh |co phan |cp |tu nhan |mtv |mot thanh vien |hai thanh vien |kieu moi |nong nghiep |dich vu |san xuat |thuong mai |tong hop |roi |thoi |nhe |e |em |a )+$/;

export function looksLikeOrganisation(text: string): boolean {
  const typed = foldPhrase(text);
  const isName = ORGANISATION.test(typed) && !KIND.test(`${typed} `);
  return isName && !WISH.test(typed) && typed.split(' ').length <= MOST_WORDS;
}

const CALLED =
  /^(?:(?:dạ|da) )?(?:(?:tên|ten) )?(?:cơ sở|co so|xưởng|xuong|đơn vị|don vi|bên|ben|nhà|nha)(?: (?:của|cua|em|tôi|toi|mình|minh|cháu|chau|chúng|chung))* (?:(?:lấy |lay )?(?:tên|ten)(?: (?:là|la))?|là|la) (?=\p{L})/iu;

/** "Cơ sở của em là HTX Trà Xanh": what leads to an establishment's name is no part of it. */
export function withoutCalling(text: string): string {
  const plain = text.normalize('NFC').trim();
  const name = plain.replace(CALLED, '');
  return looksLikeOrganisation(name) ? name : plain;
}

/** The option whose words a name begins with: of "HTX Tài Hoan" the cooperative. */
export function readKindInName(
  options: readonly { id: string; inNames?: readonly string[] }[],
  name: string,
): string | undefined {
  const typed = ` ${foldPhrase(name).replace(/^ten /, '')} `;
  return options.find(({ inNames = [] }) => inNames.some((phrase) => typed.startsWith(` ${phrase} `)))?.id;
}
