import { foldPhrase } from '../../../core/text/fold.ts';

const WHO = '(?:(?:toi|em|minh|chau|con|cho|muon|xin|dang ky|dong y) )*';
const WHOSE = '(?: (?:tuc|cua trung tam|trung tam|khuyen cong|tu trung tam))*';
const WISH = new RegExp(
  `^${WHO}(?:nhan|bat|theo doi)(?: lai)? (?:tin|thong bao|ban tin)${WHOSE}(?: (?:a|nhe|di|lai|voi))*$`,
);

/**
 * Whether the whole message is a wish for the centre's news: "nhận tin", "bat tin". "Nhắn tin" (to write) has the same
 * letters without its accents; the wish leads to a question, so a wrong guess turns nothing on.
 */
export function wishesForNews(text: string): boolean {
  return WISH.test(foldPhrase(text)) && !/nhắn/i.test(text.normalize('NFC'));
}
