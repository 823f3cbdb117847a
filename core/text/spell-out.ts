/** Small words as people shorten them in a hurry. None of them is a thing or a name by itself. */
const IN_FULL: ReadonlyMap<string, string> = new Map([
  ['e', 'em'],
  ['lm', 'làm'],
  ['sx', 'sản xuất'],
  ['vs', 'với'],
]);

/** "E lm miến dong vs bún" → "em làm miến dong với bún": to be read; what is kept are the person's own words. */
export function spellOut(text: string): string {
  return text.replace(
    /(?<![\p{L}\d.])(?:e|lm|sx|vs)(?![\p{L}\d])/giu,
    (word) => IN_FULL.get(word.toLowerCase()) ?? word,
  );
}
