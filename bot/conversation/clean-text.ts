/** What one message may hold; the rest is cut off, and the reply says that it was long. */
export const MAX_TEXT_LENGTH = 10_000;

// Control characters but tab and newline, zero-width characters, and marks that turn the direction of writing.
const JUNK = /[\p{Cc}\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/gu;

/** Text at the door: NFC, without invisible characters, trimmed, at most 10,000 characters and never half an emoji. */
export function cleanText(text: string): string {
  const clean = text
    // Half a surrogate pair cannot be stored as UTF-8.
    .toWellFormed()
    .replace(JUNK, (character) => (character === '\n' || character === '\t' ? character : ''))
    .normalize('NFC')
    .trim();
  if (clean.length <= MAX_TEXT_LENGTH) return clean;
  const cut = clean.slice(0, MAX_TEXT_LENGTH);
  return cut.isWellFormed() ? cut : cut.slice(0, -1);
}
