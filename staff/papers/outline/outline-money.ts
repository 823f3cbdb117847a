import type { Project } from '../../../core/applications/project.ts';
import { type Answers, type MoneyValue, moneyValue } from '../../../core/forms/values.ts';
import { listItemNumbers } from '../../../core/programmes/eligibility/condition.ts';
import { isConfirmed, type SupportEstimate, type SupportSum } from '../../../core/programmes/estimate-support.ts';
import { findPrice } from '../../../core/programmes/find-price.ts';
import type { Words } from '../../../locales/words.ts';
import { sayPaperDay } from '../form/paper-time.ts';
import { blank } from './blank.ts';
import { nameDatedSource } from './outline-grounds.ts';

/** One row of the estimate. */
export type CostRow = { number: string; what: string; amount: string };
/** From where the money could come: the support at most, and what the producer bears. */
export type SourceRow = { where: string; total: string; support: string; own: string; rule: string };

type Told = { words: Words; findProvinceName: (code: string) => string | undefined };

/** The machines with their prices, or all in one row; a sum that nobody told is a blank. */
export function costRows(answers: Answers, { words, name }: { words: Words; name: string }): CostRow[] {
  const { t } = words;
  const numbers = listItemNumbers('machines', answers);
  if (numbers.length === 0)
    return [{ number: '1', what: name, amount: figuresOr(findPrice(answers), blank(words, 'price')) }];
  return numbers.map((number, at) => {
    const told = answers[`machines.${number}.name`];
    const machine = typeof told === 'string' ? told : t('outline:machine', { number });
    const isUsed = answers[`machines.${number}.state`] === 'used';
    const price = moneyValue.safeParse(answers[`machines.${number}.price`]).data;
    return {
      number: String(at + 1),
      what: isUsed ? t('outline:usedMachine', { machine }) : machine,
      amount: figuresOr(price, blank(words, 'price')),
    };
  });
}

export function totalFigures(answers: Answers, words: Words): string {
  return figuresOr(findPrice(answers), blank(words, 'total'));
}

/** What the centre asks for, once it has said so. */
export function askedFigures(project: Project | undefined, words: Words): string {
  const asked = project?.proposedVnd ?? undefined;
  return figuresOr(asked === undefined ? undefined : { minVnd: asked, maxVnd: asked }, blank(words, 'amount'));
}

/** What was approved, with its decision and what was advanced of it, a line each; nothing before the approval. */
export function approvedLines(project: Project | undefined, { t }: Pick<Words, 't'>): string[] {
  if (project === undefined || project.nationalVnd === null) return [];
  const { nationalVnd, localVnd, counterpartVnd, decisionNumber, decidedOn } = project;
  const sum = (vnd: number | null): string => FIGURES.format(vnd ?? 0);
  const funds = localVnd === 0 || localVnd === null ? 'national' : nationalVnd === 0 ? 'local' : 'both';
  const support = t(`outline:approved.${funds}`, { national: sum(nationalVnd), local: sum(localVnd) });
  const advancedVnd = (project.advancedNationalVnd ?? 0) + (project.advancedLocalVnd ?? 0);
  return [
    t('outline:approved.sums', { support, own: sum(counterpartVnd) }),
    ...(decisionNumber === null || decidedOn === null
      ? []
      : [t('outline:approved.decision', { number: decisionNumber, day: sayPaperDay(decidedOn) })]),
    ...(advancedVnd === 0 ? [] : [t('outline:approved.advanced', { sum: sum(advancedVnd) })]),
  ];
}

/**
 * What each rate in force would give. A rate that was never read in its source stands inside the blank, since a sum that
 * stands alone is taken for settled. Without any rate there is one row of blanks.
 */
export function sourceRows(estimate: SupportEstimate | undefined, { words, findProvinceName }: Told): SourceRow[] {
  if (estimate === undefined) {
    const [where, support, own] = [blank(words, 'source'), blank(words, 'amount'), blank(words, 'ownCapital')];
    return [{ where, total: blank(words, 'total'), support, own, rule: blank(words, 'rate') }];
  }
  const total = sayFigures(estimate.price);
  const { t } = words;
  return [...estimate.sums, ...estimate.ifLine].map((sum) => {
    const province = findProvinceName(sum.rate.province ?? '') ?? '';
    const isNational = sum.rate.scope === 'national';
    const unsure = (figures: string): string => t('outline:blank', { what: t('outline:unconfirmed', { figures }) });
    const told = isConfirmed(sum) ? (figures: string) => figures : unsure;
    const where = isNational ? t('eligibility:sum.ofNation') : t('eligibility:sum.ofProvince', { province });
    return {
      where: estimate.ifLine.includes(sum) ? t('eligibility:sum.whereIfLine', { where }) : where,
      total,
      support: told(sayFigures(sum.support)),
      own: told(sayFigures(sum.ownCapital)),
      rule: ruleOf(sum, words),
    };
  });
}

function ruleOf({ rate }: SupportSum, words: Words): string {
  const values = {
    percent: rate.percent,
    ceiling: sayFigures({ minVnd: rate.ceilingVnd, maxVnd: rate.ceilingVnd }),
    source: nameDatedSource(words, rate),
    certainty: words.word(`ask:certainty.${rate.certainty}`),
  };
  return words.t(rate.percentIsAssumed ? 'outline:rateAssumed' : 'outline:rate', values);
}

function figuresOr(sum: MoneyValue | undefined, otherwise: string): string {
  return sum === undefined ? otherwise : sayFigures(sum);
}

const FIGURES = new Intl.NumberFormat('vi-VN');

/** "400.000.000", "300.000.000 – 400.000.000": whole đồng, as estimates have them. */
function sayFigures({ minVnd, maxVnd }: MoneyValue): string {
  return [...new Set([minVnd, maxVnd])].map((vnd) => FIGURES.format(vnd)).join(' – ');
}
