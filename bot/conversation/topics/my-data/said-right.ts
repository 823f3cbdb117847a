import { foldPhrase } from '../../../../core/text/fold.ts';

/** Deletion is not among them: it is reached by a button only, so that nobody comes near it by a word misread. */
const SAID: readonly [RegExp, string][] = [
  // "Tại", "tài" and "tải" look alike without their accents.
  [/\btai (?:(?:\S+ ){0,5}ve|xuong|du lieu|thong tin)\b|\b(?:xuat|ban sao)\b/, 'my-data:copy'],
  [/\b(?:phan doi|han che|ngung dung|dung dung|thoi dung|tam dung dung)\b/, 'my-data:limit'],
];

const MISTAKEN = /\b(?:sua|doi (?:so|ten|dia chi|thong tin)|cap nhat|khai sai|ghi sai|nhap sai)\b/;

/**
 * Where words about one's own data lead when they name what is wanted; otherwise to all of it. A correction is left to
 * the form that is open (`isFree` false): its answers are what is meant there.
 */
export function wayOfDataWish(text: string, { isFree }: { isFree: boolean }): string {
  const typed = foldPhrase(text);
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
