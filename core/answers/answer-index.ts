import type { Article } from './article.ts';
import { type ArticleIndex, buildArticleIndex } from './asking/article-finder.ts';
import { compileProvinces, type ProvincePattern } from './asking/find-province.ts';
import { listKnownWords } from './asking/find-wish.ts';
import type { Knowledge } from './knowledge.ts';

/**
 * One state of the knowledge, ready to be opened by `openAnswerer`. Plain data only (objects, arrays, Maps, Sets, typed
 * arrays), so that a worker thread can build it and hand it over by structured clone.
 */
export type AnswerIndex = {
  knowledge: Knowledge;
  articles: ArticleIndex;
  provinces: ProvincePattern[];
  /** Words that are never taken for a slip. */
  knownWords: Set<string>;
  /** Places of articles; several when one stands in another's place on some days, officers' last. */
  byId: Map<string, number[]>;
};

/** The slow step: half a second for two hundred articles. */
export function buildAnswerIndex(knowledge: Knowledge): AnswerIndex {
  const { articles, provinces } = knowledge;
  return {
    knowledge,
    articles: buildArticleIndex(articles, { placeNames: provinces.flatMap(({ names }) => names) }),
    provinces: compileProvinces(provinces),
    knownWords: listKnownWords(articles.flatMap(({ title, asks }) => [title, ...asks])),
    byId: groupPlaces(articles),
  };
}

function groupPlaces(articles: readonly Article[]): Map<string, number[]> {
  const groups = Map.groupBy(articles.entries(), ([, { id }]) => id);
  return new Map([...groups].map(([id, group]) => [id, group.map(([place]) => place)]));
}
