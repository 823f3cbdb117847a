import { foldPhrase } from '../text/fold.ts';
import type { Article } from './article.ts';
import { findArticleFaults } from './check-article.ts';
import { findOverlappingRates, findRateFaults } from './check-rates.ts';
import { type Fault, inEnglish } from './fault.ts';
import type { Knowledge } from './knowledge.ts';
import type { RateRecord } from './rate.ts';

/** What is looked at. */
type Checked = Pick<Knowledge, 'articles' | 'rates' | 'provinces'>;

/** Where an article or a rate is written, for the message. */
export type Files = { ofArticle: (id: string) => string; ofRate: (id: string) => string };

const SHIPPED: Files = {
  ofArticle: (id) => `knowledge/articles/${id}.md`,
  ofRate: (id) => `knowledge/rates, rate ${id}`,
};

/**
 * What is wrong with a state of the knowledge on a day, one line each: `<file>: <what is wrong>; <what to do>`. Empty when all is
 * well.
 */
export function findKnowledgeProblems(
  { articles, rates, provinces }: Checked,
  today: string,
  files: Files = SHIPPED,
): string[] {
  const codes = new Set(provinces.map(({ code }) => code));
  const ofArticle = ({ id, fault }: Found): string => `${files.ofArticle(id)}: ${inEnglish(fault)}`;
  const ofRate = ({ id, fault }: Found): string => `${files.ofRate(id)}: ${inEnglish(fault)}`;
  return [
    ...articles.flatMap((article) => found(article.id, findArticleFaults(article, today))).map(ofArticle),
    ...articles.flatMap((article) => found(article.id, findPlaceFaults(article, codes))).map(ofArticle),
    ...findSharedNames(articles).map(ofArticle),
    ...rates
      .flatMap((rate) => {
        const article = articles.find(({ id }) => id === rate.articleId);
        return found(rate.id, findRateFaults(rate, { article, provinces: codes, today }));
      })
      .map(ofRate),
    ...findRateClashes(rates).map(ofRate),
  ];
}

type Found = { id: string; fault: Fault };

function found(id: string, faults: readonly Fault[]): Found[] {
  return faults.map((fault) => ({ id, fault }));
}

function findPlaceFaults({ province }: Article, codes: ReadonlySet<string>): Fault[] {
  const isKnown = province === undefined || codes.has(province);
  return isKnown ? [] : [{ code: 'unknown-province', values: { province } }];
}

/** Ids, titles and ways of asking that two articles have; told of the later one. */
function findSharedNames(articles: readonly Article[]): Found[] {
  return [
    ...findShared(articles, ({ id }) => [id]).map(({ id }): Found => ({ id, fault: { code: 'id-taken' } })),
    ...findShared(articles, ({ title }) => [title]).map(
      ({ id, said }): Found => ({ id, fault: { code: 'title-taken', values: { title: said } } }),
    ),
    ...findShared(articles, ({ asks }) => asks).map(({ id, said, firstId }): Found => {
      const isOwn = id === firstId;
      const values = { ask: said, article: firstId };
      return { id, fault: { code: isOwn ? 'ask-twice' : 'ask-taken', values } };
    }),
  ];
}

function findRateClashes(rates: readonly RateRecord[]): Found[] {
  return [
    ...findShared(rates, ({ id }) => [id]).map(({ id }): Found => ({ id, fault: { code: 'id-taken' } })),
    ...findOverlappingRates(rates).map(
      ([first, id]): Found => ({ id, fault: { code: 'rate-overlaps', values: { rate: first } } }),
    ),
  ];
}

/** What was said before by another, or by the same one, whatever the accents and capitals. */
function findShared<Thing extends { id: string }>(
  things: readonly Thing[],
  listSaid: (thing: Thing) => readonly string[],
): { id: string; said: string; firstId: string }[] {
  const firstIds = new Map<string, string>();
  return things.flatMap((thing) =>
    listSaid(thing).flatMap((said) => {
      const key = foldPhrase(said);
      const firstId = firstIds.get(key);
      if (firstId === undefined) firstIds.set(key, thing.id);
      return firstId === undefined ? [] : [{ id: thing.id, said, firstId }];
    }),
  );
}
