import type { Answer } from '../answer.ts';
import type { Article } from '../article.ts';
import type { Knowledge } from '../knowledge.ts';
import { computeAmount, findRates, SUPPORT_KINDS, type SupportKind } from '../rate.ts';
import { type AmountQuestion, findPrice, findSupportKind, isBareSum, readAmountQuestion } from './amount-question.ts';
import type { ArticleFinder } from './article-finder.ts';
import { MOST_CHOICES } from './confidence.ts';
import { findOldFigure } from './old-figure.ts';
import type { Occasion, Question } from './question.ts';

export type FindArticle = (id: string, date: string) => Article | undefined;

export type AnswerAmount = {
  /** A price and what it is for: the sum by every rate that holds. */
  answerAmount: (question: Question, occasion: Occasion) => Answer | undefined;
  compute: (asked: AmountQuestion, question: Question, occasion: Occasion) => Answer | undefined;
  /** "200 triệu đúng không": the figure of before, said to be that. */
  answerOldFigure: (question: Question, occasion: Occasion) => Answer | undefined;
};

export function openAnswerAmount({
  knowledge,
  finder,
  findArticle,
}: {
  knowledge: Knowledge;
  finder: ArticleFinder;
  findArticle: FindArticle;
}): AnswerAmount {
  function answerAmount(question: Question, occasion: Occasion): Answer | undefined {
    if (isBlocked(finder, question)) return undefined;
    const asked = readAmount(question);
    if (asked !== undefined) return compute(asked, question, occasion);
    if (!isBareSum(question.syllables)) return undefined;
    const articles = SUPPORT_KINDS.flatMap((kind) => findRates(knowledge.rates, { kind, date: occasion.date }))
      .map((rate) => findArticle(rate.articleId, occasion.date))
      .filter((article) => article !== undefined)
      .slice(0, MOST_CHOICES);
    return { kind: 'choices', articles, confidence: 0.5, read: question.plain, candidates: [] };
  }

  function compute(
    { kind, priceVnd }: AmountQuestion,
    question: Question,
    { date, province }: Occasion,
  ): Answer | undefined {
    const rates = findRates(knowledge.rates, { kind, date, province });
    if (rates.length === 0) return undefined;
    const articles = [...new Set(rates.map((rate) => rate.articleId))]
      .map((id) => findArticle(id, date))
      .filter((article) => article !== undefined);
    const common = { confidence: 1, read: question.plain, candidates: [] };
    if (priceVnd === undefined) return { kind: 'answer', articles: articles.slice(0, 1), ...common };
    const amounts = rates.map((rate) => computeAmount(rate, priceVnd));
    return { kind: 'amount', articles, supportKind: kind, priceVnd, amounts, ...common };
  }

  function answerOldFigure({ syllables, isAccented, plain }: Question, { date }: Occasion): Answer | undefined {
    const rate = findOldFigure(knowledge, { syllables, isAccented, date });
    const article = rate && findArticle(rate.articleId, date);
    return article && { kind: 'answer', articles: [article], confidence: 1, read: plain, candidates: [] };
  }

  return { answerAmount, compute, answerOldFigure };
}

/** Whether a phrase stands in the question that an article claims for itself ("máy cũ"): then it is no sum. */
export function isBlocked(finder: ArticleFinder, { syllables, mended, isAccented }: Question): boolean {
  return (
    finder.findDecisive(syllables, isAccented).length > 0 ||
    finder.findDecisive(mended, isAccented && !isMended(syllables, mended)).length > 0
  );
}

/** As it was typed, or else with its slips mended; whatever leaves a doubt in what was typed still does. */
function readAmount({ syllables, mended, isAccented }: Question): AmountQuestion | undefined {
  const asked = readAmountQuestion(syllables, isAccented);
  if (asked !== undefined || !isMended(syllables, mended)) return asked;
  return readAmountQuestion(mended, false, syllables);
}

function isMended(syllables: Question['syllables'], mended: Question['mended']): boolean {
  return syllables.map(({ folded }) => folded).join(' ') !== mended.map(({ folded }) => folded).join(' ');
}

/** What a question tells for a sum: the kind, the price, both or neither. */
export function readAmountParts({ syllables, isAccented }: Question): { kind?: SupportKind; priceVnd?: number } {
  return { kind: findSupportKind(syllables, isAccented), priceVnd: findPrice(syllables) };
}
