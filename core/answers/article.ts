/**
 * How sure we are of a fact: `verified` read in its source; `verified-old` read, but in a text that was amended or may have been;
 * `secondary` seen only at second hand; `recalled` not seen in a source; `officer` entered by the centre.
 */
export type Certainty = 'verified' | 'verified-old' | 'secondary' | 'recalled' | 'officer';

export type Source = {
  /** "Thông tư 28/2018/TT-BTC" */
  document: string;
  /** "Điều 8, khoản 4" */
  article?: string;
  /** ISO dates. */
  effectiveFrom?: string;
  effectiveTo?: string;
  /** Named only to tell an old figure from the one in force: such a source is over, and must say when it ended. */
  superseded?: boolean;
};

/** A number with a unit that stands in an article's text, and the document it comes from. */
export type Figure = { figure: string; source: string };

export type Article = {
  id: string;
  title: string;
  /** How people ask for it, as they type. */
  asks: string[];
  /**
   * Phrases that decide by themselves ("máy cày"), so that a near neighbour never answers instead. A star stands for up to
   * three syllables. Matched with accents where the person typed accents.
   */
  decisive: string[];
  /**
   * How the thing is called by who types nothing but its name ("hội chợ"). Several articles may share one, and are then offered; never
   * compared with anything longer.
   */
  names?: string[];
  topics: string[];
  /** A province's code, when it holds only there. */
  province?: string;
  sources: Source[];
  figures: Figure[];
  certainty: Certainty;
  /** ISO date. */
  reviewedOn: string;
  /** ISO dates between which it may be told at all, whatever its sources; officers set them. */
  effectiveFrom?: string;
  effectiveTo?: string;
  /** The answer: plain words first; at most three short lines. */
  text: string;
};

/** ISO dates, both inclusive; an end that is missing is open. */
export type Span = { from?: string; to?: string };

/**
 * The days on which an article may be told: its own dates, and those of its sources that are not superseded, of which one
 * must have come into force and none may have ended. Undefined when there is no such source.
 */
export function findSpan({ effectiveFrom, effectiveTo, sources }: Article): Span | undefined {
  const current = sources.filter((source) => source.superseded !== true);
  if (current.length === 0) return undefined;
  const begins = current.map((source) => source.effectiveFrom ?? '').toSorted()[0];
  const from = [effectiveFrom ?? '', begins ?? ''].toSorted().at(-1);
  const [to] = [effectiveTo, ...current.map((source) => source.effectiveTo)]
    .filter((end) => end !== undefined)
    .toSorted();
  return { from: from === '' ? undefined : from, to };
}

export function isInForce(article: Article, date: string): boolean {
  const span = findSpan(article);
  if (span === undefined) return false;
  return (span.from === undefined || span.from <= date) && (span.to === undefined || date <= span.to);
}
