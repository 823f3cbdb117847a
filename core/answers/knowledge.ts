import type { Article } from './article.ts';
import type { RateRecord } from './rate.ts';

/** A province by every name that people use for it, old provinces that were merged into it among them. */
export type ProvinceNames = { code: string; name: string; names: string[] };

/** All that answers are made from. Replaced whole when something in it changes. */
export type Knowledge = {
  articles: readonly Article[];
  rates: readonly RateRecord[];
  provinces: readonly ProvinceNames[];
};
