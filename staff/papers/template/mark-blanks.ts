/** "[cán bộ điền: số công văn]": what is left to an officer, as every paper of ours writes it. */
const BLANK = /\[(?:cán bộ điền|officer to fill in):[^\]]*\]/g;

/** A run of one text, as templates have them; its look is carried over to each part. */
const RUN = /<w:r(?: [^>]*)?>(<w:rPr>(?:(?!<\/w:rPr>).)*<\/w:rPr>)?<w:t(?: [^>]*)?>([^<]*)<\/w:t><\/w:r>/gs;
/** What stands behind the highlight in a run's look, by the order that the format demands. */
const AFTER_HIGHLIGHT =
  /<w:(?:u|effect|bdr|shd|fitText|vertAlign|rtl|cs|em|lang|eastAsianLayout|specVanish|oMath)[ />]/;

/** Every blank in the text of a Word file is marked in yellow, also one that stands in the template itself. */
export function markBlanks(xml: string): string {
  return xml.replaceAll(RUN, (run: string, look: string | undefined, text: string) => {
    const blanks = text.match(BLANK);
    if (blanks === null) return run;
    const between = text.split(BLANK);
    const marked = withHighlight(look ?? '<w:rPr></w:rPr>');
    return between
      .flatMap((plain, at) => [
        runOf(look ?? '', plain),
        ...(at < blanks.length ? [runOf(marked, blanks[at] ?? '')] : []),
      ])
      .join('');
  });
}

function runOf(look: string, text: string): string {
  return text === '' ? '' : `<w:r>${look}<w:t xml:space="preserve">${text}</w:t></w:r>`;
}

function withHighlight(look: string): string {
  const inside = look.slice('<w:rPr>'.length, -'</w:rPr>'.length).replace(/<w:highlight [^>]*\/>/, '');
  const at = AFTER_HIGHLIGHT.exec(inside)?.index ?? inside.length;
  return `<w:rPr>${inside.slice(0, at)}<w:highlight w:val="yellow"/>${inside.slice(at)}</w:rPr>`;
}
