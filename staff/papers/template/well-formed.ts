const TAGS =
  /<(?:!--[\s\S]*?--|\?[\s\S]*?\?|!\[CDATA\[[\s\S]*?\]\]|(\/?)([A-Za-z_][\w:.-]*)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?))>/g;
/** What stands between tags may hold neither a "<" nor a bare "&". */
const FAULTY_TEXT = /<|&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\dA-Fa-f]+);)/;

/** Whether every tag of an XML text is closed by its own, and nothing else in it would stop a reader. */
export function isWellFormed(xml: string): boolean {
  const open: string[] = [];
  let at = xml.startsWith('\ufeff') ? 1 : 0;
  let roots = 0;
  for (const match of xml.matchAll(TAGS)) {
    if (FAULTY_TEXT.test(xml.slice(at, match.index))) return false;
    at = match.index + match[0].length;
    const [, closes, name, , closesItself] = match;
    if (name === undefined) continue;
    if (closes === '/') {
      if (open.pop() !== name) return false;
      continue;
    }
    if (open.length === 0) roots += 1;
    if (closesItself !== '/') open.push(name);
  }
  return roots === 1 && open.length === 0 && xml.slice(at).trim() === '';
}
