import { foldPhrase } from '../../../../core/text/fold.ts';

/** Deletion is not among them: it is reached by a button only, so that nobody comes near it by a word misread. */
const SAID: readonly [RegExp, string][] = [
  // "Tại", "tài" and "tải" look alike without their accents.
  [/\btai (?:(?:\S+ ){0,5}ve|xuong|du lieu|thong tin)\b|\b(?:xuat|ban sao)\b/, 'my-data:copy'],
  [/\b(?:phan doi|han che|ngung dung|dung dung|thoi dung|tam dung dung)\b/, 'my-data:limit'],
];

const IDENTITY_PAPER =
  /\b(?:can cuoc|cccd|cmnd|cmt|chung minh(?: thu| nhan dan)?|giay to tuy than|ho chieu|so ho khau)\b/;
const SENT_BY_MISTAKE = /\b(?:(?:gui|goi|up|dang|chup|lo) (?:\S+ )?nham|lo (?:tay )?(?:gui|goi))\b/;
const TAKE_AWAY = /\b(?:xoa|go|go bo|thu hoi|huy)\b/;
const PICTURE = /\b(?:anh|hinh|tam|buc|gui|goi)\b/;

/** "Em gửi nhầm ảnh cccd, xoá giúp em": a picture of an identity paper is to go, wherever it was sent. */
export function saysSentIdentityPaper(text: string): boolean {
  const typed = foldPhrase(text);
  if (!IDENTITY_PAPER.test(typed)) return false;
  return SENT_BY_MISTAKE.test(typed) || (TAKE_AWAY.test(typed) && PICTURE.test(typed));
}

/** Nothing but a wish about one's data, as short as a button; in the middle of a form too it is no answer. */
const ONLY_A_WISH =
  /^(?:(?:cho|toi|em|minh|muon|xin|hay|giup) )*(?:xem|coi|tai|xuat|lay|sua|xoa)(?: (?:lai|ve|ra|het))* (?:du lieu|dlieu|dulieu)(?: ca nhan)?(?: (?:cua|ve) (?:toi|em|minh|tui|chau))?(?: (?:ve|ra|di|nhe|a|voi|giup|toi|em|minh))*$|^(?:please )?(?:see|show|download|export|correct|delete|erase) (?:all )?my (?:personal )?data$/;

export function saysOnlyDataWish(text: string): boolean {
  return ONLY_A_WISH.test(foldPhrase(text));
}

const MISTAKEN = /\b(?:sua|doi (?:so|ten|dia chi|thong tin)|cap nhat|khai sai|ghi sai|nhap sai)\b/;

/**
 * Where words about one's own data lead when they name what is wanted; otherwise to all of it. A correction is left to
 * the form that is open (`isFree` false): its answers are what is meant there.
 */
export function wayOfDataWish(text: string, { isFree }: { isFree: boolean }): string {
  const typed = foldPhrase(text);
  if (/^(?:please )?(?:download|export) /.test(typed)) return 'my-data:copy';
  const named = SAID.find(([pattern]) => pattern.test(typed))?.[1];
  if (named !== undefined) return named;
  const isDeletion = /\bxoa\b/.test(typed);
  return isFree && !isDeletion && MISTAKEN.test(typed) ? 'my-data:ask:correct' : 'my-data:show';
}

/** As `wayOfDataWish` for words that take a consent back: those that only limit a use lead there. */
export function wayOfConsentWish(text: string): string {
  return SAID.some(([pattern, key]) => key === 'my-data:limit' && pattern.test(foldPhrase(text)))
    ? 'my-data:limit'
    : 'my-data:consents';
}
