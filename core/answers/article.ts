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

/** Whether an article may be told on a day: some source that is not superseded is in force, and none of those has ended. */
export function isInForce(article: Article, date: string): boolean {
  if (article.effectiveFrom !== undefined && date < article.effectiveFrom) return false;
  if (article.effectiveTo !== undefined && article.effectiveTo < date) return false;
  const current = article.sources.filter((source) => source.superseded !== true);
  if (current.some((source) => source.effectiveTo !== undefined && source.effectiveTo < date)) return false;
  return current.some((source) => source.effectiveFrom === undefined || source.effectiveFrom <= date);
}
