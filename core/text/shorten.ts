/** A text as one line of at most about `length` characters, cut between words and marked by "…" when it was cut. */
export function shorten(text: string, length: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= length) return line;
  const cut = line.slice(0, length);
  const atWord = Math.max(cut.lastIndexOf(' '), length - 20);
  // A letter written as two units is not cut in half.
  return `${cut
    .slice(0, atWord)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trimEnd()}…`;
}
