import { foldPhrase } from '../text/fold.ts';
import { type Article, findSpan, isInForce } from './article.ts';
import { findArticleFaults } from './check-article.ts';
import { findOverlappingRates, findRateFaults, tellsRate } from './check-rates.ts';
import type { Fault } from './fault.ts';
import type { Knowledge } from './knowledge.ts';
import type { OfficerRate } from './officer-knowledge.ts';

export type Entry = { kind: 'article'; article: Article } | { kind: 'rate'; rate: OfficerRate };

/**
 * What keeps an officers' article or rate from being published: the same check as for what is shipped, made for its first
 * day or today. `knowledge`: all that would answer people, this entry among it.
 */
export function findEntryFaults(entry: Entry, { knowledge, today }: { knowledge: Knowledge; today: string }): Fault[] {
  return entry.kind === 'article'
    ? findFaultsOfArticle(entry.article, knowledge, today)
    : findFaultsOfRate(entry.rate, knowledge, today);
}

function findFaultsOfArticle(article: Article, { articles, provinces }: Knowledge, today: string): Fault[] {
  const { id, title, province, effectiveFrom, effectiveTo } = article;
  const faults = findArticleFaults(article, later(today, findSpan(article)?.from));
  if (province !== undefined && !provinces.some(({ code }) => code === province)) {
    faults.push({ code: 'unknown-province', values: { province } });
  }
  if (articles.some((other) => other.id !== id && foldPhrase(other.title) === foldPhrase(title))) {
    faults.push({ code: 'title-taken', values: { title } });
  }
  if (isCrossed(effectiveFrom, effectiveTo)) faults.push({ code: 'dates-crossed' });
  if (effectiveTo !== undefined && effectiveTo < today)
    faults.push({ code: 'over-already', values: { day: effectiveTo } });
  return faults;
}

function findFaultsOfRate(rate: OfficerRate, knowledge: Knowledge, today: string): Fault[] {
  const { articles, rates, provinces } = knowledge;
  const day = later(today, rate.effectiveFrom);
  const toldOn = (id: string): Article | undefined =>
    articles.findLast((article) => article.id === id && isInForce(article, day));
  const faults = findRateFaults(rate, {
    article: toldOn(rate.articleId),
    provinces: new Set(provinces.map(({ code }) => code)),
    today: day,
  });
  if (rate.supersedes !== undefined) {
    const before = rates.find(({ id }) => id === rate.supersedes);
    const article = before && before.articleId !== rate.articleId ? toldOn(before.articleId) : undefined;
    if (before === undefined) faults.push({ code: 'rate-supersedes-missing', values: { rate: rate.supersedes } });
    if (rate.effectiveFrom === undefined) faults.push({ code: 'rate-supersedes-undated' });
    if (before !== undefined && article !== undefined && tellsRate(article, before)) {
      faults.push({ code: 'rate-old-still-told', values: { article: article.id } });
    }
  }
  for (const pair of findOverlappingRates(rates)) {
    if (!pair.includes(rate.id)) continue;
    faults.push({ code: 'rate-overlaps', values: { rate: pair.find((id) => id !== rate.id) ?? rate.id } });
  }
  return faults;
}

function isCrossed(from: string | undefined, to: string | undefined): boolean {
  return from !== undefined && to !== undefined && to < from;
}

function later(today: string, from: string | undefined): string {
  return from !== undefined && from > today ? from : today;
}
