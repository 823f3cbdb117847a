import {
  type ComputableRate,
  computeAmount,
  findRates,
  findRatesInForce,
  type RateKind,
  type RateRecord,
} from '../answers/rate.ts';
import type { Answers, MoneyValue } from '../forms/values.ts';
import { findPlace } from './eligibility/condition.ts';
import { findPrice } from './find-price.ts';
import type { Programme } from './programme.ts';

/** Where what is made is made: the workshop, when the details name it, else the commune of the request. */
const PLACE_QUESTIONS = ['workshop', 'commune'];

/** What one rate would give, at most, and what is left to the producer (vốn đối ứng). From and to, where the price is. */
export type SupportSum = { rate: ComputableRate; support: MoneyValue; ownCapital: MoneyValue };

/**
 * National first; never a promise. `ifLine`: what it would be for a whole line, where nobody told yet whether it is one and
 * another sum would come of it.
 */
export type SupportEstimate = { price: MoneyValue; sums: SupportSum[]; ifLine: SupportSum[] };

/**
 * What the rates in force on a day (ISO) give for what a dossier costs, for its kind of support in the province of its
 * workshop (`province` where that is not known). Undefined without a price, or where no rate can be computed.
 */
export function estimateSupport(
  rates: readonly RateRecord[],
  {
    programme,
    answers,
    date,
    province,
  }: {
    programme: Rated;
    answers: Answers;
    date: string;
    province: string | undefined;
  },
): SupportEstimate | undefined {
  const price = findPrice(answers);
  if (price === undefined) return undefined;
  const here = findPlace(PLACE_QUESTIONS, answers)?.provinceCode ?? province;
  const sumsOf = (kind: RateKind): SupportSum[] =>
    findRates(rates, { kind, date, province: here }).map((rate) => computeSum(rate, price));
  const { kind, mayBe } = findRateKinds(programme, answers);
  const sums = kind === undefined ? [] : sumsOf(kind);
  if (sums.length === 0) return undefined;
  const others = mayBe === undefined ? [] : sumsOf(mayBe);
  const differs = others.some(({ support }, at) => support.maxVnd !== sums[at]?.support.maxVnd);
  return { price, sums, ifLine: differs ? others : [] };
}

/** Whether a sum stands on what was read in its source, or what an officer entered, and on nothing that is assumed. */
export function isConfirmed({ rate }: SupportSum): boolean {
  return (rate.certainty === 'verified' || rate.certainty === 'officer') && !rate.percentIsAssumed;
}

/**
 * The articles that tell in words what holds for a dossier's kind of support, where no sum can be computed from its rates: a
 * ceiling alone (starting a business), a share alone (fairs). National first, then those of the province of its workshop.
 */
export function findRuleArticles(
  rates: readonly RateRecord[],
  { programme, answers, date, province }: Parameters<typeof estimateSupport>[1],
): string[] {
  const here = findPlace(PLACE_QUESTIONS, answers)?.provinceCode ?? province;
  const { kind } = findRateKinds(programme, answers);
  const kinds = kind === undefined ? (programme.ruleKinds ?? []) : [kind];
  if (kinds.some((each) => findRates(rates, { kind: each, date, province: here }).length > 0)) return [];
  const held = kinds.flatMap((each) => findRatesInForce(rates, { kind: each, date, province: here }));
  return [...new Set(held.map(({ articleId }) => articleId))];
}

type Rated = Pick<Programme, 'rateKind' | 'rateKindBy' | 'ruleKinds' | 'findRate'>;

/** The rate, and the other one that holds instead if what is not told yet turns out so. */
function findRateKinds(
  { rateKind, rateKindBy, findRate }: Rated,
  answers: Answers,
): { kind: RateKind | undefined; mayBe?: RateKind } {
  if (findRate !== undefined) {
    const found = findRate.by(answers);
    return found === undefined ? { kind: rateKind, mayBe: findRate.else } : { kind: found };
  }
  const option = rateKindBy === undefined ? undefined : answers[rateKindBy.question];
  return { kind: typeof option === 'string' ? rateKindBy?.ofOption[option] : rateKind };
}

function computeSum(rate: ComputableRate, { minVnd, maxVnd }: MoneyValue): SupportSum {
  const [least, most] = [minVnd, maxVnd].map((vnd) => computeAmount(rate, vnd).amountVnd);
  const support = { minVnd: least ?? 0, maxVnd: most ?? 0 };
  return { rate, support, ownCapital: { minVnd: minVnd - support.minVnd, maxVnd: maxVnd - support.maxVnd } };
}
