import { readAskedOfOwn } from '../../applications/asked-of-own.ts';

// What a few words ask that are the whole of a message, where an article's text answers them and its ways of asking are about
// more. As a way of asking such a phrase would teach the weights too, and make other questions less sure.

const ME = '(?:toi|em|minh|chau|con|tui|bac|nha (?:em|toi|minh|chau))';
const HEAD = `^(?:(?:da|vang|a|ad|oi|alo|cho ${ME} hoi|xin hoi|hoi|the|vay|con|ma|neu|muon|can|dinh|${ME}) )*`;
const TAIL =
  '(?: (?:a|ah|ha|nhi|nhe|nha|vay|the|oi|ad|em|anh|chi|voi|di|thi sao|thi the nao|co duoc khong|duoc khong|duoc ko|sao))*$';

const WHOLE: readonly [articleId: string, pattern: string][] = [
  [
    'loans',
    `(?:xin |duoc )*cho (?:${ME} )?vay (?:von|tien)(?: (?:de )?(?:mua|sam|lam|mo) (?:may|may moc|xuong|nha xuong|day chuyen))?`,
  ],
  ['what-can-be-supported', `(?:(?:cho|xin)(?: ${ME})? )+(?:xin )?(?:it |chut )?tien(?: (?:nha nuoc|cua nha nuoc))?`],
  ['trading-only', '(?:mo|lam|xay|kinh doanh)(?: them| mot| cai)* homestay'],
  ['buildings-and-vehicles', '(?:xin )?(?:lam|xay|dung)(?: them| lai| moi)* nha xuong(?: moi| san xuat)*'],
  ['farming-is-not-included', '(?:mua|sam)(?: them| mot| cai| chiec)* may (?:cay|bua|cay bua|gat|gat lua)'],
  [
    'digital-commerce',
    'ban (?:hang|san pham|do) (?:tren|len|qua) (?:shopee|tiktok|tiktok shop|lazada|sendo|san thuong mai dien tu|san|mang)',
  ],
  ['eligible-sectors', 'xay xat(?: gao| lua| thoc)?'],
  ['which-machines', '(?:cai tien |dung |lam )?may tu che'],
  ['annual-plan', '(?:ai|nguoi nao) la nguoi (?:duyet|phe duyet|xet duyet|ky duyet)'],
];
const PATTERNS = WHOLE.map(([id, pattern]) => [id, new RegExp(`${HEAD}(?:${pattern})${TAIL}`)] as const);

/** "Khi nào ký hợp đồng", "bao giờ có kết quả", of somebody whose dossier is not known. */
const CONTRACT = /\bky(?: hop dong)?\b|\bhop dong\b/;
const RESULT = /\b(?:ket qua|tra loi)\b|^(?:bao gio|khi nao) co tien\b/;

/** The article that surely answers these few words, by its id. Over `plainForm`. */
export function findByFewWords(plain: string): string | undefined {
  const found = PATTERNS.find(([, pattern]) => pattern.test(plain))?.[0];
  if (found !== undefined) return found;
  const asked = readAskedOfOwn(plain);
  if (asked === 'slow') return 'which-year';
  // How long it takes is another question than when it comes.
  if (asked !== 'when' || /\bbao lau\b/.test(plain)) return undefined;
  if (CONTRACT.test(plain)) return 'project-contract';
  return RESULT.test(plain) ? 'which-year' : undefined;
}
