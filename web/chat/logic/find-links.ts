export type TextPart = { text: string; href?: string; isWhole?: boolean };

/** An address; or the number of a law ("28/2018/TT-BTC") or of a request ("KC-2026-0123"), which stays on one line. */
const PARTS = /https?:\/\/[^\s<>"']+|\d+\/\d{4}\/[\p{Lu}\d-]+|\b[A-Z]{2}-\d{4}-\d+/giu;
/** What ends a sentence rather than an address. */
const TAIL = /[.,;:!?)\]}»”]+$/;

/** Splits words into text, links and numbers that stay whole. Only http and https become links. */
export function findLinks(text: string): TextPart[] {
  const found: TextPart[] = [];
  let from = 0;
  for (const match of text.matchAll(PARTS)) {
    const isLink = match[0].toLowerCase().startsWith('http');
    const part = isLink ? match[0].replace(TAIL, '') : match[0];
    if (isLink && !canParse(part)) continue;
    if (match.index > from) found.push({ text: text.slice(from, match.index) });
    found.push(isLink ? { text: part, href: part } : { text: part, isWhole: true });
    from = match.index + part.length;
  }
  if (from < text.length) found.push({ text: text.slice(from) });
  return found;
}

function canParse(href: string): boolean {
  try {
    return new URL(href).hostname !== '';
  } catch {
    return false;
  }
}
