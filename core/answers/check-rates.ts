import type { Article } from './article.ts';
import { isToldAsUncertain, isUncertain } from './check-article.ts';
import type { Fault } from './fault.ts';
import { plainFigure } from './find-figures.ts';
import type { RateRecord } from './rate.ts';

/** The article that the rate names, if there is one; the day on which both are looked at. */
export type RateCheck = { article: Article | undefined; provinces: ReadonlySet<string>; today: string };

/**
 * What is wrong with one rate. It must be told by the article that it names: with the same figures, from the same document, and
 * as in force or as over, which it is on that day.
 */
export function findRateFaults(rate: RateRecord, { article, provinces, today }: RateCheck): Fault[] {
  if (article === undefined) return [{ code: 'rate-article-missing', values: { article: rate.articleId } }];
  return [...findOwnFaults(rate, provinces), ...findTellingFaults(rate, article, today)];
}

/** Whether an article tells a rate's figures, from its document, as what is in force. */
export function tellsRate(article: Article, rate: RateRecord): boolean {
  const isCurrent = article.sources.some(
    ({ document, superseded }) => document === rate.document && superseded !== true,
  );
  const told = new Set(article.figures.map(({ figure }) => plainFigure(figure)));
  return isCurrent && sayFigures(rate).some((figure) => told.has(figure));
}

function findOwnFaults(rate: RateRecord, provinces: ReadonlySet<string>): Fault[] {
  const { percent, ceilingVnd, multiplier, province, formerProvince, scope, effectiveFrom, effectiveTo } = rate;
  const faults: Fault[] = [];
  if (percent === undefined && ceilingVnd === undefined && multiplier === undefined)
    faults.push({ code: 'rate-empty' });
  if (effectiveFrom !== undefined && effectiveTo !== undefined && effectiveTo < effectiveFrom) {
    faults.push({ code: 'dates-crossed' });
  }
  const hasPlace = province !== undefined || formerProvince !== undefined;
  if ((scope === 'local') !== hasPlace) faults.push({ code: 'rate-place' });
  if (province !== undefined && !provinces.has(province)) {
    faults.push({ code: 'unknown-province', values: { province } });
  }
  return faults;
}

function findTellingFaults(rate: RateRecord, article: Article, today: string): Fault[] {
  const faults: Fault[] = [];
  const source = article.sources.find(({ document }) => document === rate.document);
  if (source === undefined) {
    faults.push({ code: 'rate-document-not-told', values: { document: rate.document, article: article.id } });
  }
  const figures = new Set(article.figures.map(({ figure }) => plainFigure(figure)));
  for (const figure of sayFigures(rate)) {
    if (!figures.has(figure)) faults.push({ code: 'rate-figure-not-told', values: { figure, article: article.id } });
  }
  if (isUncertain(rate) && !isToldAsUncertain(article)) {
    faults.push({ code: 'rate-uncertain-without-doubt', values: { article: article.id } });
  }
  if (source === undefined) return faults;
  const isOver = rate.effectiveTo !== undefined && rate.effectiveTo < today;
  if ((source.superseded === true) !== isOver) {
    const code = isOver ? 'rate-over-told-as-current' : 'rate-in-force-told-as-over';
    faults.push({ code, values: { article: article.id } });
  }
  return faults;
}

/** "50 %", "300 triệu", "1,5 lần": as an article writes them. */
function sayFigures({ percent, percentIsAssumed, ceilingVnd, multiplier }: RateRecord): string[] {
  return [
    ...(ceilingVnd === undefined ? [] : [`${(ceilingVnd / 1e6).toLocaleString('de-DE')} triệu`]),
    ...(percent === undefined || percentIsAssumed ? [] : [`${percent.toLocaleString('de-DE')} %`]),
    ...(multiplier === undefined ? [] : [`${multiplier.toLocaleString('de-DE')} lần`]),
  ];
}

/** Rates of one kind and one place that hold on the same day, as pairs of ids: a sum would come out twice. */
export function findOverlappingRates(rates: readonly RateRecord[]): [string, string][] {
  return rates.flatMap((rate, at) =>
    rates
      .slice(at + 1)
      .filter((other) => isSameThing(rate, other) && beginsInTime(rate, other) && beginsInTime(other, rate))
      .map((other): [string, string] => [rate.id, other.id]),
  );
}

function isSameThing(a: RateRecord, b: RateRecord): boolean {
  return a.kind === b.kind && a.province === b.province && a.formerProvince === b.formerProvince;
}

/** Whether a begins before b has ended. */
function beginsInTime(a: RateRecord, b: RateRecord): boolean {
  return a.effectiveFrom === undefined || b.effectiveTo === undefined || a.effectiveFrom <= b.effectiveTo;
}
