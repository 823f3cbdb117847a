import type { Answer } from '../answer.ts';
import type { Article } from '../article.ts';
import type { Knowledge } from '../knowledge.ts';
import { findRatesInForce } from '../rate.ts';
import type { Occasion } from './question.ts';

/**
 * "Mua máy được hỗ trợ bao nhiêu" where the province's own rate of the same kind is known: both are told, the province's
 * first when the question named it. Nobody is asked which of the two they mean.
 */
export function openTellOwnRate(
  { rates }: Knowledge,
  findArticle: (id: string, date: string) => Article | undefined,
): (answer: Answer, occasion: Occasion) => Answer {
  /** The province's article beside that of a national rate in force. */
  function findOwn(national: Article, { date, province, isAllowed }: Occasion): Article | undefined {
    if (province === undefined) return undefined;
    const own = rates
      .filter(({ scope, articleId }) => scope === 'national' && articleId === national.id)
      .map(({ kind }) => findRatesInForce(rates, { kind, date, province }))
      .filter(([first]) => first?.articleId === national.id)
      .flatMap((inForce) =>
        inForce.filter(({ scope, articleId }) => scope === 'local' && articleId !== national.id),
      )[0];
    const article = own && findArticle(own.articleId, date);
    return article !== undefined && isAllowed(article) ? article : undefined;
  }

  return (answer, occasion) => {
    const { kind, articles } = answer;
    if (kind !== 'answer' && kind !== 'choices') return answer;
    const told = kind === 'answer' ? articles : articles.slice(0, 2);
    for (const national of told) {
      const own = findOwn(national, occasion);
      if (own === undefined || (kind === 'choices' && !told.includes(own))) continue;
      // What else is told or asked stays as it is.
      if (told.some((article) => article !== national && article !== own)) continue;
      return { ...answer, kind: 'answer', articles: occasion.named === undefined ? [national, own] : [own, national] };
    }
    return answer;
  };
}
