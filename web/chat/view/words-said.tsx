import { findLinks, type TextPart } from '../logic/find-links.ts';

/** What was said, paragraph by paragraph as it was written, with addresses that can be followed. */
export function WordsSaid({ text }: { text: string }) {
  return (
    <>
      {text.split(/\n{2,}/).map((paragraph, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a paragraph has no other name than its place, and the text never changes
        <p key={index}>{findLinks(paragraph).map(showPart)}</p>
      ))}
    </>
  );
}

function showPart({ text, href, isWhole }: TextPart, index: number) {
  if (href !== undefined) {
    return (
      <a key={index} href={href} target="_blank" rel="noopener noreferrer">
        {text}
      </a>
    );
  }
  return isWhole ? (
    <span key={index} class="whole">
      {text}
    </span>
  ) : (
    text
  );
}
