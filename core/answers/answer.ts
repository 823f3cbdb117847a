import type { Article } from './article.ts';

export type Ask = {
  text: string;
  provinceCode?: string;
  /** The question before, for follow-ups. */
  previous?: string;
  /** ISO date for which the answer is made. */
  date: string;
};

/** What a person wants when they are not asking for knowledge. */
export type Intent =
  | 'greeting'
  | 'thanks'
  | 'goodbye'
  | 'about'
  | 'officer'
  | 'register'
  | 'register-selection'
  | 'status'
  | 'deadlines'
  | 'remind-me'
  | 'stop-news'
  | 'my-data'
  | 'withdraw-consent'
  | 'place'
  | 'multi'
  | 'complaint';

export type Answer =
  | { kind: 'answer'; articles: Article[]; confidence: number }
  /** Unsure between a few: offered in order; asking a title word for word gives that article. */
  | { kind: 'choices'; articles: Article[]; confidence: number }
  | { kind: 'intent'; intent: Intent; articles: Article[] }
  | { kind: 'none'; confidence: number };
