import type { EligibilityRule } from '../programmes/eligibility/rule.ts';
import type { Article } from './article.ts';
import type { RateRecord } from './rate.ts';

/** A province by every name that people use for it, old provinces that were merged into it among them. */
export type ProvinceNames = { code: string; name: string; names: string[] };

/** All that answers and advice are made from. Replaced whole when something in it changes. */
export type Knowledge = {
  articles: readonly Article[];
  rates: readonly RateRecord[];
  /** Who may be supported. */
  eligibility: readonly EligibilityRule[];
  provinces: readonly ProvinceNames[];
};
