import { type Article, type Figure, findSpan } from './article.ts';
import { findFigures, plainFigure } from './find-figures.ts';
import type { Knowledge } from './knowledge.ts';
import type { RateRecord } from './rate.ts';

/** A rate that officers entered. */
export type OfficerRate = RateRecord & {
  /** The rate that it takes the place of, from its first day on. */
  supersedes?: string;
};

/** What officers have published. */
export type OfficerKnowledge = { articles: readonly Article[]; rates: readonly OfficerRate[] };

/**
 * What is shipped, with what officers published beside it. An officer's article or rate with the id of a shipped one
 * stands in its place on the days on which it holds; on the others the shipped one goes on. No day is looked at here, so
 * that nothing has to be built again at midnight.
 */
export function mergeKnowledge(shipped: Knowledge, officers: OfficerKnowledge): Knowledge {
  const own = new Map(officers.articles.map((article) => [article.id, article]));
  const rateIds = new Set(officers.rates.map(({ id }) => id));
  const rates: readonly RateRecord[] = [...shipped.rates.filter(({ id }) => !rateIds.has(id)), ...officers.rates];
  return {
    ...shipped,
    articles: [...shipped.articles.flatMap((article) => beside(article, own.get(article.id))), ...officers.articles],
    rates: rates.map((rate) => endedBy(rate, officers.rates)),
  };
}

/** The figures of a text with where each comes from: those nobody said it of come from the first source in force. */
export function figuresOf({ text, figures, sources }: Pick<Article, 'text' | 'figures' | 'sources'>): Figure[] {
  const source = sources.find(({ superseded }) => superseded !== true)?.document;
  if (source === undefined) return figures;
  const said = new Set(figures.map(({ figure }) => plainFigure(figure)));
  const others = findFigures(text).filter((figure) => !said.has(figure));
  return [...figures, ...others.map((figure) => ({ figure, source }))];
}

/** What is left of a shipped article beside the officers' one: the days before it, and those after. */
function beside(article: Article, own: Article | undefined): Article[] {
  const span = own && findSpan(own);
  if (span === undefined) return [article];
  const left: Article[] = [];
  if (span.from !== undefined) {
    left.push({ ...article, effectiveTo: earliest(article.effectiveTo, moved(span.from, -1)) });
  }
  if (span.to !== undefined) {
    left.push({ ...article, effectiveFrom: latest(article.effectiveFrom, moved(span.to, 1)) });
  }
  return left;
}

function endedBy(rate: RateRecord, officers: readonly OfficerRate[]): RateRecord {
  const next = officers.find(({ supersedes }) => supersedes === rate.id);
  if (next?.effectiveFrom === undefined) return rate;
  return { ...rate, effectiveTo: earliest(rate.effectiveTo, moved(next.effectiveFrom, -1)) };
}

function moved(date: string, days: number): string {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}

function earliest(one: string | undefined, other: string): string {
  return one !== undefined && one < other ? one : other;
}

function latest(one: string | undefined, other: string): string {
  return one !== undefined && one > other ? one : other;
}
