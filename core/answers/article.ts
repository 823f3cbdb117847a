/**
 * How sure we are of a fact: `verified` read in its source; `verified-old` read, but in a text that was amended or may have been;
 * `secondary` seen only at second hand; `recalled` not seen in a source; `officer` entered by the centre.
 */
export type Certainty = 'verified' | 'verified-old' | 'secondary' | 'recalled' | 'officer';

export type Source = {
  /** "Thông tư 28/2018/TT-BTC" */
  document: string;
  /** "Điều 8 khoản 4" */
  article?: string;
  /** ISO dates. */
  effectiveFrom?: string;
  effectiveTo?: string;
};

export type Article = {
  id: string;
  title: string;
  /** How people ask for it, as they type. */
  asks: string[];
  topics: string[];
  /** A province's code, when it holds only there. */
  province?: string;
  sources: Source[];
  certainty: Certainty;
  /** ISO date. */
  reviewedOn: string;
  /** The answer: plain words first; at most three short lines. */
  text: string;
};
