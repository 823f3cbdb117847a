/** One slip of the thumb in a text, always the same one for the same text: letters swapped, one left out, or one typed twice. */
export function slipOnce(text: string): string {
  const words = text.split(' ');
  const long = [...words.keys()].filter((at) => (words[at] ?? '').length >= 3);
  const seed = [...text].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 1_000_003, 7);
  const at = long[seed % Math.max(long.length, 1)];
  if (at === undefined) return text;
  const letters = [...(words[at] ?? '')];
  const place = (seed >> 3) % (letters.length - 1);
  const [left = '', right = ''] = letters.slice(place, place + 2);
  const kind = (seed >> 7) % 3;
  letters.splice(place, 2, ...(kind === 0 ? [right, left] : kind === 1 ? [left] : [left, left, right]));
  words[at] = letters.join('');
  return words.join(' ');
}
