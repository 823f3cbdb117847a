/** Zero-width characters, soft hyphens and direction marks that phones and copied texts bring along. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
const SPACES = /[\s\u00a0]+/g;
/** "đượccccc": no Vietnamese syllable has a letter three times in a row. */
const DRAWN_OUT = /(\p{L})\1{2,}/gu;

/** The older way of placing the tone ("hoà", "thuỷ") to the newer one ("hòa", "thủy"), at the end of a syllable only. */
const TONE_PLACES: readonly [RegExp, string][] = [
  ['oà', 'òa'],
  ['oá', 'óa'],
  ['oả', 'ỏa'],
  ['oã', 'õa'],
  ['oạ', 'ọa'],
  ['oè', 'òe'],
  ['oé', 'óe'],
  ['oẻ', 'ỏe'],
  ['oẽ', 'õe'],
  ['oẹ', 'ọe'],
  ['uỳ', 'ùy'],
  ['uý', 'úy'],
  ['uỷ', 'ủy'],
  ['uỹ', 'ũy'],
  ['uỵ', 'ụy'],
].map(([older, newer]) => [new RegExp(`(?<!q)${older}(?!\\p{L})`, 'gu'), newer ?? '']);

/** One form for one text: NFC, lower case, one way of placing tone marks, no invisible characters. Accents are kept. */
export function normaliseTyping(text: string): string {
  let normal = text.normalize('NFC').toLowerCase().replace(INVISIBLE, '').replace(SPACES, ' ').trim();
  normal = normal.replace(DRAWN_OUT, '$1');
  for (const [older, newer] of TONE_PLACES) normal = normal.replace(older, newer);
  return normal;
}
