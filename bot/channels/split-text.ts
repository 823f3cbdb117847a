const graphemes = new Intl.Segmenter('vi', { granularity: 'grapheme' });

/** Blanks at which a text may be taken apart: not those that hold two words together. */
const BLANKS = /[^\S\u00a0\u202f]+/g;

/**
 * Takes a text apart into pieces of at most `maxLength` UTF-16 units: between paragraphs where it can, else between
 * lines, else between words. Nothing is lost but the blanks at the seams. Only a word that is longer than a whole piece
 * is taken apart itself, and then never inside a letter or an emoji.
 */
export function splitText(text: string, maxLength: number): string[] {
  const pieces: string[] = [];
  let rest = text.trim();
  while (rest.length > maxLength) {
    const end = findEnd(rest, maxLength);
    pieces.push(rest.slice(0, end).trimEnd());
    rest = rest.slice(end).trimStart();
  }
  if (rest !== '') pieces.push(rest);
  return pieces;
}

/** Where the first piece ends: at the best seam that leaves it reasonably full. */
function findEnd(text: string, maxLength: number): number {
  const seams = [...text.slice(0, maxLength + 1).matchAll(BLANKS)].filter((blanks) => blanks.index > 0);
  const lastWith = (breaks: RegExp, atLeast: number): number | undefined =>
    seams.findLast((blanks) => breaks.test(blanks[0]) && blanks.index >= atLeast)?.index;
  return (
    lastWith(/\n\s*\n/, maxLength / 2) ??
    lastWith(/\n/, maxLength / 2) ??
    lastWith(/[\s\S]/, 0) ??
    lastWholeLetter(text, maxLength)
  );
}

function lastWholeLetter(text: string, maxLength: number): number {
  let end = 0;
  for (const { index, segment } of graphemes.segment(text.slice(0, maxLength + 64))) {
    if (index + segment.length > maxLength) break;
    end = index + segment.length;
  }
  // One letter under a mountain of marks: at least no half of a pair.
  if (end === 0) return isHighSurrogate(text.charCodeAt(maxLength - 1)) ? maxLength - 1 : maxLength;
  return end;
}

const isHighSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;
