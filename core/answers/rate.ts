import type { Certainty } from './article.ts';

/** What a support rate is for. Every kind has a way of being named in `amount-question.ts`. */
export const SUPPORT_KINDS = ['machine', 'technology-line', 'demonstration-model'] as const;
export type SupportKind = (typeof SUPPORT_KINDS)[number];

/** A percentage and a ceiling, as one document sets them. */
export type Rate = {
  id: string;
  kind: SupportKind;
  scope: 'national' | 'local';
  /** A province's code, for scope local. */
  province?: string;
  percent: number;
  /** The document names only the ceiling; the percentage is taken over from the machine rate, and the answer says so. */
  percentIsAssumed: boolean;
  ceilingVnd: number;
  document: string;
  article?: string;
  /** ISO dates. */
  effectiveFrom: string;
  effectiveTo?: string;
  certainty: Certainty;
  /** The article that tells the rule in words. */
  articleId: string;
};

/** What a rate gives for a price. */
export type Amount = { rate: Rate; amountVnd: number };

/** The rates that hold on a day in a province (the national ones alone without a province), national first. */
export function findRates(
  rates: readonly Rate[],
  { kind, date, province }: { kind: SupportKind; date: string; province?: string },
): Rate[] {
  return rates
    .filter((rate) => rate.kind === kind)
    .filter((rate) => rate.effectiveFrom <= date && (rate.effectiveTo === undefined || date <= rate.effectiveTo))
    .filter((rate) => rate.scope === 'national' || (province !== undefined && rate.province === province))
    .sort((a, b) => Number(b.scope === 'national') - Number(a.scope === 'national'));
}

/** The most that a rate allows for a price, in whole đồng. */
export function computeAmount(rate: Rate, priceVnd: number): Amount {
  return { rate, amountVnd: Math.min(Math.floor((priceVnd * rate.percent) / 100), rate.ceilingVnd) };
}
