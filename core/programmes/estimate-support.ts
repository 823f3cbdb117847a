import { type ComputableRate, computeAmount, findRates, type RateKind, type RateRecord } from '../answers/rate.ts';
import { type Answers, type MoneyValue, moneyValue } from '../forms/values.ts';
import { findPlace, listItemNumbers } from './eligibility/condition.ts';
import type { Programme } from './programme.ts';

/** Where what is made is made: the workshop, when the details name it, else the commune of the request. */
const PLACE_QUESTIONS = ['workshop', 'commune'];

/** What one rate would give, at most, and what is left to the producer (vốn đối ứng). From and to, where the price is. */
export type SupportSum = { rate: ComputableRate; support: MoneyValue; ownCapital: MoneyValue };

/** National first; never a promise. */
export type SupportEstimate = { price: MoneyValue; sums: SupportSum[] };

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
    programme: Pick<Programme, 'rateKind' | 'rateKindBy'>;
    answers: Answers;
    date: string;
    province: string | undefined;
  },
): SupportEstimate | undefined {
  const kind = findRateKind(programme, answers);
  const price = findPrice(answers);
  if (kind === undefined || price === undefined) return undefined;
  const here = findPlace(PLACE_QUESTIONS, answers)?.provinceCode ?? province;
  const sums = findRates(rates, { kind, date, province: here }).map((rate) => computeSum(rate, price));
  return sums.length === 0 ? undefined : { price, sums };
}

/** Of those the sums that a producer is told: from what was read in its source, or what an officer entered. */
export function isTellable({ rate }: SupportSum): boolean {
  return (rate.certainty === 'verified' || rate.certainty === 'officer') && !rate.percentIsAssumed;
}

function findRateKind(
  { rateKind, rateKindBy }: Pick<Programme, 'rateKind' | 'rateKindBy'>,
  answers: Answers,
): RateKind | undefined {
  const option = rateKindBy === undefined ? undefined : answers[rateKindBy.question];
  return typeof option === 'string' ? rateKindBy?.ofOption[option] : rateKind;
}

/** What a dossier costs: the new machines of the list, once each has its price; before that what was said in the request. */
export function findPrice(answers: Answers): MoneyValue | undefined {
  const listed = listItemNumbers('machines', answers);
  if (listed.length === 0) return moneyValue.safeParse(answers.price).data;
  const machines = listed
    .filter((number) => answers[`machines.${number}.state`] !== 'used')
    .map((number) => moneyValue.safeParse(answers[`machines.${number}.price`]).data);
  if (machines.length === 0) return undefined;
  const sum = machines.reduce((all, one) => one && all && add(all, one), { minVnd: 0, maxVnd: 0 });
  return sum ?? moneyValue.safeParse(answers.price).data;
}

function add(one: MoneyValue, other: MoneyValue): MoneyValue {
  return { minVnd: one.minVnd + other.minVnd, maxVnd: one.maxVnd + other.maxVnd };
}

function computeSum(rate: ComputableRate, { minVnd, maxVnd }: MoneyValue): SupportSum {
  const [least, most] = [minVnd, maxVnd].map((vnd) => computeAmount(rate, vnd).amountVnd);
  const support = { minVnd: least ?? 0, maxVnd: most ?? 0 };
  return { rate, support, ownCapital: { minVnd: minVnd - support.minVnd, maxVnd: maxVnd - support.maxVnd } };
}
