/** Zero-width characters, soft hyphens and direction marks that phones and copied texts bring along. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
const SPACES = /[\s\u00a0]+/g;
/** "đượccccc": no Vietnamese syllable has a letter three times in a row. */
const DRAWN_OUT = /(\p{L})\1{2,}/gu;

/** The older way of placing the tone ("hoà", "thuỷ") and the newer one ("hòa", "thủy"), at the end of a syllable only. */
const TONE_PLACES: Readonly<Record<string, string>> = {
  oà: 'òa',
  oá: 'óa',
  oả: 'ỏa',
  oã: 'õa',
  oạ: 'ọa',
  oè: 'òe',
  oé: 'óe',
  oẻ: 'ỏe',
  oẽ: 'õe',
  oẹ: 'ọe',
  uỳ: 'ùy',
  uý: 'úy',
  uỷ: 'ủy',
  uỹ: 'ũy',
  uỵ: 'ụy',
};
const OLDER_TONE = new RegExp(`(?<!q)(?:${Object.keys(TONE_PLACES).join('|')})(?!\\p{L})`, 'gu');

/** One form for one text: NFC, lower case, one way of placing tone marks, no invisible characters. Accents are kept. */
export function normaliseTyping(text: string): string {
  const normal = text.normalize('NFC').toLowerCase().replace(INVISIBLE, '').replace(SPACES, ' ').trim();
  return normal.replace(DRAWN_OUT, '$1').replace(OLDER_TONE, (older) => TONE_PLACES[older] ?? older);
}
