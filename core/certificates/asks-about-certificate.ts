import { foldPhrase } from '../text/fold.ts';

const CERTIFICATE =
  /\b(?:giay chung nhan|giay c nhan|giay cn|bang chung nhan|chung nhan|gcn|giay cong nhan|(?:duoc )?cong nhan)\b/;
/** Papers of other offices, and what is no paper of a product. */
const OTHER =
  /\b(?:dang ky|dk|dkkd|kinh doanh|attp|an toan|ve sinh|ocop|quyen su dung|so do|vietgap|iso|haccp|thue|dat|nhan hieu|xuat xu|hop quy|hop chuan|ban quyen|lop|hoc|tap huan|lang nghe|nghe nhan|dieu kien|thu tuc|ho so)\b/;
const UNTIL =
  /\b(?:bao gio|khi nao|luc nao|chung nao|ngay nao|hom nao|nam nao|thang nao|het han|con han|qua han|han den|den ngay|den nam|may nam|bao lau|gia tri|hieu luc|thoi han|sap het|con (?:dung|may|bao nhieu) ?(?:duoc|ngay|thang)?)\b/;
/** "Bao giờ được cấp": they have none yet. */
const TO_COME =
  /\b(?:bao gio|khi nao|chung nao|bao lau)(?: (?:thi|moi|se|nua|toi|em|minh|chau|tui|nha|ben|htx|co so))*(?: (?:duoc|co|ra|lay|nhan|cap|phat|trao|xet))+\b(?! (?:gia tri|hieu luc|thay|gia han))/;
const OWN =
  /\b(?:cua|nha|ben|san pham)(?: (?:nha|ben|co so))? (?:toi|em|minh|chau|tui|tao|con|bac|anh|chi|htx|hop tac xa|co so|xuong|cong ty|cty|ho|chung toi|bon em|tui em)\b|\b(?:toi|em|minh|tui|htx)\b/;
/** Longer than this is a story. */
const MOST_WORDS = 24;

/**
 * Whether words ask until when a certificate of a product holds: `own`, surely the asker's; `perhaps`, theirs if they have
 * one, else a question about certificates at all.
 */
export function asksAboutCertificate(text: string): 'own' | 'perhaps' | undefined {
  const folded = foldPhrase(text);
  if (folded.split(' ').length > MOST_WORDS) return undefined;
  if (!CERTIFICATE.test(folded) || !UNTIL.test(folded) || OTHER.test(folded) || TO_COME.test(folded)) return undefined;
  return OWN.test(folded) ? 'own' : 'perhaps';
}
