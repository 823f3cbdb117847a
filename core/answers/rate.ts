import type { Certainty } from './article.ts';

/** What a sum is computed for when a price is named. Each has a way of being named in `support-thing.ts`. */
export const SUPPORT_KINDS = [
  'machine',
  'technology-line',
  'demonstration-model',
  'trademark',
  'consulting',
  'cleaner-production',
] as const;
export type SupportKind = (typeof SUPPORT_KINDS)[number];

/** All that a rate may be for. Those beyond `SUPPORT_KINDS` are told by their article, and a question about them is never answered with a sum. */
export const RATE_KINDS = [
  ...SUPPORT_KINDS,
  'startup',
  'replication-model',
  'fair-organised',
  'fair-joined',
  'fair-abroad',
  'selection-regional',
  'selection-national',
  'award-regional',
  'award-national',
  'association-regional',
  'association-national',
  'linkage',
  'relocation-interest',
  'pollution-establishment',
  'pollution-cluster',
  'cluster-planning',
  'cluster-infrastructure',
  'priority-area',
  'advance',
] as const;
export type RateKind = (typeof RATE_KINDS)[number];

/** A rate as one document sets it, as far as it is known. */
export type RateRecord = {
  id: string;
  kind: RateKind;
  scope: 'national' | 'local';
  /** A province's code, for scope local. */
  province?: string;
  /** Or the name of a province of before July 2025: such a rate is known, and computed for nobody. */
  formerProvince?: string;
  percent?: number;
  /** The document names only the ceiling; the percentage is taken over from the machine rate, and the answer says so. */
  percentIsAssumed: boolean;
  ceilingVnd?: number;
  /** What the ordinary ceiling is multiplied by. */
  multiplier?: number;
  document: string;
  article?: string;
  /** ISO dates. Without the first, the rate is not computed; it is over when the second has passed. */
  effectiveFrom?: string;
  effectiveTo?: string;
  certainty: Certainty;
  /** Who of the centre confirmed it. */
  confirmedBy?: string;
  /** The article that tells the rule in words. */
  articleId: string;
};

/** A rate that a sum can be computed from: a percentage and a ceiling. */
export type ComputableRate = RateRecord & { percent: number; ceilingVnd: number; effectiveFrom: string };
export type Rate = ComputableRate & { kind: SupportKind };

/** What a rate gives for a price. */
export type Amount = { rate: Rate; amountVnd: number };

/** The rates that hold on a day in a province (the national ones alone without a province), national first. */
export function findRates<Kind extends RateKind>(
  rates: readonly RateRecord[],
  { kind, date, province }: { kind: Kind; date: string; province?: string },
): (ComputableRate & { kind: Kind })[] {
  return findRatesInForce(rates, { kind, date, province }).filter(
    (rate): rate is ComputableRate & { kind: Kind } => isComputable(rate) && rate.kind === kind,
  );
}

/** The same, also those from which no sum can be computed. */
export function findRatesInForce(
  rates: readonly RateRecord[],
  { kind, date, province }: { kind: RateKind; date: string; province?: string },
): RateRecord[] {
  return rates
    .filter((rate) => rate.kind === kind && rate.effectiveFrom !== undefined && rate.effectiveFrom <= date)
    .filter(({ effectiveTo }) => effectiveTo === undefined || date <= effectiveTo)
    .filter((rate) => rate.scope === 'national' || (province !== undefined && rate.province === province))
    .sort((a, b) => Number(b.scope === 'national') - Number(a.scope === 'national'));
}

function isComputable(rate: RateRecord): rate is ComputableRate {
  const { percent, ceilingVnd, effectiveFrom } = rate;
  return percent !== undefined && ceilingVnd !== undefined && effectiveFrom !== undefined;
}

/**
 * Rates that are over on a day and had this ceiling, where the rate in force of the same kind has another: what "200 triệu
 * đúng không" is about.
 */
export function findSupersededRates(
  rates: readonly RateRecord[],
  { ceilingVnd, date }: { ceilingVnd: number; date: string },
): RateRecord[] {
  const isOver = ({ effectiveTo }: RateRecord): boolean => effectiveTo !== undefined && effectiveTo < date;
  return rates.filter(
    (rate) =>
      rate.ceilingVnd === ceilingVnd &&
      isOver(rate) &&
      !rates.some((one) => one.kind === rate.kind && one.ceilingVnd === ceilingVnd && !isOver(one)),
  );
}

/** The most that a rate allows for a price, in whole đồng. */
export function computeAmount<R extends ComputableRate>(rate: R, priceVnd: number): { rate: R; amountVnd: number } {
  return { rate, amountVnd: Math.min(Math.floor((priceVnd * rate.percent) / 100), rate.ceilingVnd) };
}
