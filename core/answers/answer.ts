import type { Article } from './article.ts';
import type { Danger } from './asking/danger.ts';
import type { Amount, SupportKind } from './rate.ts';

export type Ask = {
  text: string;
  /** Local rates and articles of this province join in. */
  provinceCode?: string;
  /** The question before, for follow-ups: as it was typed, or `meant` of its answer. */
  previous?: string;
  /** ISO date for which the answer is made. */
  date: string;
};

/** What a person wants when they are not asking for knowledge. */
export const INTENTS = [
  'greeting',
  'thanks',
  'goodbye',
  'about',
  'officer',
  'register',
  'register-selection',
  'status',
  'deadlines',
  'remind-me',
  'stop-news',
  'my-data',
  'withdraw-consent',
  'place',
  'multi',
  'complaint',
] as const;
export type Intent = (typeof INTENTS)[number];

/** What the rates give for a price. */
export type Condition = {
  supportKind: SupportKind;
  priceVnd: number;
  /** National first, then the province's own; never empty. */
  amounts: Amount[];
};

export type Answer = (
  | { kind: 'answer'; articles: Article[] }
  | ({
      kind: 'amount';
      /** Those of the rates, then what else was asked in the message. */
      articles: Article[];
      /** Not everything that was said is understood: the sum is told with "if that is the price of a new machine". */
      isConditional?: true;
    } & Condition)
  /** Unsure between a few: offered in order; asking a title word for word gives that article. */
  | { kind: 'choices'; articles: Article[] }
  | {
      kind: 'intent';
      intent: Intent;
      articles: Article[];
      /** Several wishes in one message, for `multi`: none of them is done yet. */
      wishes?: Intent[];
    }
  | {
      kind: 'none';
      articles: Article[];
      /** Somebody cries for help: whom to phone is said instead. */
      danger?: Danger;
    }
) & {
  /** 0 to 1: how likely the first article is the right one. */
  confidence: number;
  /** The question with what it took from the one before, where it leaned on that: what the next one may lean on. */
  meant?: string;
  /** The province the answer was made for: named in the question, or passed in. */
  provinceCode?: string;
  /** The question as it was read, for the trace. */
  read: string;
  /** The best candidates and how likely each was, for the trace. */
  candidates: { id: string; confidence: number }[];
};
