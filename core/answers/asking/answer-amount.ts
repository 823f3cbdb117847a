import type { Answer, Condition } from '../answer.ts';
import type { Article } from '../article.ts';
import type { Knowledge } from '../knowledge.ts';
import { type Amount, computeAmount, findRates, SUPPORT_KINDS, type SupportKind } from '../rate.ts';
import type { Syllable } from '../typing/syllables.ts';
import { isOther } from './amount-other.ts';
import { type AmountQuestion, findPrice, isBareSum, isBesideFigure, readAmountQuestion } from './amount-question.ts';
import type { ArticleFinder } from './article-finder.ts';
import { MOST_CHOICES } from './confidence.ts';
import type { ProvincePattern } from './find-province.ts';
import { openFindRated } from './find-rated.ts';
import { dropNamedDocuments, findNamedDocuments } from './named-documents.ts';
import { findOldFigure } from './old-figure.ts';
import type { Occasion, Question } from './question.ts';
import { readClauses } from './read-clauses.ts';
import { readStory } from './read-story.ts';
import { splitQuestions } from './split-questions.ts';
import { findSupportKind } from './support-thing.ts';
import { dropHarmless, listMoney } from './sure-price.ts';

export type FindArticle = (id: string, date: string) => Article | undefined;

export type AnswerAmount = {
  /** What is asked for which price; undefined when that is no question, or surely another one. */
  readAmount: (question: Question) => AmountQuestion | undefined;
  /** A price and what it is for: the sum by every rate that holds. A sum for nothing named: what it may be for. */
  answerAmount: (question: Question, occasion: Occasion, asked: AmountQuestion | undefined) => Answer | undefined;
  compute: (
    asked: { kind: SupportKind; priceVnd: number },
    question: Question,
    occasion: Occasion,
  ) => Answer | undefined;
  /** The rule, and what it gives if the price is what it seems to be; only where the rule answers, or nothing does. */
  answerOnCondition: (
    asked: AmountQuestion,
    question: Question,
    occasion: Occasion,
    whole: Answer,
  ) => Answer | undefined;
  /** "200 triệu đúng không": the figure of before, said to be that. */
  answerOldFigure: (question: Question, occasion: Occasion) => Answer | undefined;
};

export function openAnswerAmount({
  knowledge,
  finder,
  findArticle,
  provinces,
}: {
  knowledge: Knowledge;
  finder: ArticleFinder;
  findArticle: FindArticle;
  provinces: readonly ProvincePattern[];
}): AnswerAmount {
  const findRated = openFindRated(knowledge, provinces);

  /** Of several questions in one message the one about money may be sure by itself. */
  function readAmount(typed: Question): AmountQuestion | undefined {
    const question = { ...typed, text: dropNamedDocuments(typed.text) };
    const whole = readWhole(question);
    if (whole?.isSure === true) return whole;
    const told = readTold(question);
    const asked = whole ?? told;
    if (asked === undefined) return undefined;
    const parts = whole === undefined ? [] : splitQuestions(question.text);
    const isSure = parts.length > 1 && parts.some(({ text }) => isSame(readWhole({ ...question, text }), asked));
    return { ...asked, isSure, isTold: told !== undefined && isSamePrice(told, asked) };
  }

  /** As it was typed, or else with its slips mended; whatever speaks against a sum in what was typed still does. */
  function readWhole({ text, isAccented }: Question): AmountQuestion | undefined {
    if (!MAY_HAVE_SUM.test(text)) return undefined;
    const typed = readClauses(text);
    // In a longer message there is a story, and a sum in it may be anything.
    if (typed.flat().length > LONGEST_MESSAGE) return undefined;
    const asked = readAmountQuestion(typed, isAccented);
    if (asked?.isSure === true) return isBlocked(finder, typed.flat(), isAccented) ? undefined : asked;
    const isElse = typed.some((clause) => isOther(dropHarmless(clause, isAccented), isAccented));
    if (isElse) return undefined;
    const mended = readClauses(text, finder.mend);
    if (isBlocked(finder, typed.flat(), isAccented) || isBlocked(finder, mended.flat(), false)) return undefined;
    const meant = readAmountQuestion(mended, false);
    if (typed.some(hasOddFigure) && isReadInPart(typed, meant)) return undefined;
    if (meant === undefined) return asked;
    const words = new Set(typed.flat().map(({ folded }) => folded));
    const isRead = meant.figures.every((word) => words.has(word)) && !typed.some(hasOddFigure);
    const isSure = isRead && (asked === undefined || isSamePrice(meant, asked));
    return { ...(asked ?? meant), isSure: meant.isSure && isSure };
  }

  /** The price in a story, as it was typed or with its slips mended. */
  function readTold({ text, isAccented }: Question): AmountQuestion | undefined {
    if (!MAY_HAVE_SUM.test(text)) return undefined;
    const plain = text.replace(LIST_DASH, ' ').replace(SHORT_BILLION, ' tỷ ');
    const typed = readClauses(plain);
    if (typed.flat().length > LONGEST_STORY || isBlocked(finder, typed.flat(), isAccented)) return undefined;
    const told = readStory(typed, isAccented);
    if (told !== undefined) return told;
    const mended = readClauses(plain, finder.mend);
    if (isBlocked(finder, mended.flat(), false)) return undefined;
    const meant = readStory(mended, false);
    return typed.some(hasOddFigure) && isReadInPart(typed, meant) ? undefined : meant;
  }

  function answerAmount(question: Question, occasion: Occasion, asked: AmountQuestion | undefined): Answer | undefined {
    if (asked?.isSure === true) return compute(asked, question, occasion);
    if (asked !== undefined || !isBareSum(question.syllables)) return undefined;
    const articles = SUPPORT_KINDS.flatMap((kind) => findRates(knowledge.rates, { kind, date: occasion.date }))
      .map((rate) => findArticle(rate.articleId, occasion.date))
      .filter((article) => article !== undefined)
      .slice(0, MOST_CHOICES);
    return { kind: 'choices', articles, confidence: 0.5, read: question.plain, candidates: [] };
  }

  function computeFor(
    { kind, priceVnd }: { kind: SupportKind; priceVnd: number },
    { text, mended, syllables }: Question,
    { date, named, province: own }: Occasion,
  ): { condition: Condition; articles: Article[] } | undefined {
    const laws = findNamedDocuments(text);
    if (
      laws.length > 0 &&
      !knowledge.articles.some((article) => isOfSupport(article) && finder.hasDocument(article, laws))
    )
      return undefined;
    const province = named ?? findRated(syllables) ?? findRated(mended) ?? own;
    const rates = findRates(knowledge.rates, { kind, date, province });
    const amounts: Amount[] = rates.map((rate) => computeAmount(rate, priceVnd));
    if (amounts.length === 0) return undefined;
    const articles = [...new Set(rates.map((rate) => rate.articleId))]
      .map((id) => findArticle(id, date))
      .filter((article) => article !== undefined);
    return { condition: { supportKind: kind, priceVnd, amounts }, articles };
  }

  function compute(
    asked: { kind: SupportKind; priceVnd: number },
    question: Question,
    occasion: Occasion,
  ): Answer | undefined {
    const found = computeFor(asked, question, occasion);
    if (found === undefined) return undefined;
    const { condition, articles } = found;
    return { kind: 'amount', articles, ...condition, confidence: 1, read: question.plain, candidates: [] };
  }

  function answerOnCondition(
    asked: AmountQuestion,
    question: Question,
    occasion: Occasion,
    whole: Answer,
  ): Answer | undefined {
    const found = computeFor(asked, question, occasion);
    if (found === undefined || whole.kind === 'intent') return undefined;
    const isRule = found.articles.some(({ id }) => id === whole.articles[0]?.id);
    const isSaid = asked.isTold === true && whole.confidence < SURE_OF_ELSE;
    if (whole.kind === 'answer' && !isRule && !isSaid) return undefined;
    const { condition, articles } = found;
    return { ...whole, kind: 'amount', articles, ...condition, isConditional: true };
  }

  function answerOldFigure({ syllables, isAccented, plain }: Question, { date }: Occasion): Answer | undefined {
    const rate = findOldFigure(knowledge, { syllables, isAccented, date });
    const article = rate && findArticle(rate.articleId, date);
    return article && { kind: 'answer', articles: [article], confidence: 1, read: plain, candidates: [] };
  }

  return { readAmount, answerAmount, compute, answerOnCondition, answerOldFigure };
}

/** How sure an article must be to answer instead of the sum that was asked for. */
const SURE_OF_ELSE = 0.9;
const LONGEST_MESSAGE = 60;
const LONGEST_STORY = 120;
/** "lọc - chiết chai - dán nhãn": parts of one thing. */
const LIST_DASH = /(?<=\p{L}) [-–] (?=\p{L})/gu;
/** "1t3" in a story is 1.3 tỷ: the price is said with the sum. */
const SHORT_BILLION = /(?<=\d)t(?=\d)/gi;

/** Digits, or words for hundreds and more, also misspelt. */
const MAY_HAVE_SUM = /\d|tr[ăa]m|tri[eệ]u|t[ỷyỉi](?!\p{L})|m[ươu]+i|ch[ụu]c/iu;

/** "33 củ ưrỡi": what may be a misspelt figure beside a sum. */
export function hasOddFigure(clause: readonly Syllable[]): boolean {
  return listMoney(clause).some((sum) => isBesideFigure(clause, sum));
}

/** By another programme's decree the sum is another, whatever the machine costs. */
function isOfSupport({ topics }: Article): boolean {
  return topics.includes('money') || topics.includes('basics');
}

/** "bnố trăm chín mươi triệu": what was read beside the misspelt number, also after mending, is a part of the price. */
function isReadInPart(typed: readonly (readonly Syllable[])[], meant: AmountQuestion | undefined): boolean {
  return meant === undefined || typed.flatMap(listMoney).some(({ minVnd }) => minVnd === meant.priceVnd);
}

function isSamePrice(one: AmountQuestion, other: AmountQuestion): boolean {
  return one.kind === other.kind && one.priceVnd === other.priceVnd;
}

function isSame(part: AmountQuestion | undefined, whole: AmountQuestion): boolean {
  return part?.isSure === true && isSamePrice(part, whole);
}

/** Whether a phrase stands in the question that an article claims for itself ("máy cũ"): then it is no sum. */
export function isBlocked(finder: ArticleFinder, syllables: Question['syllables'], isAccented: boolean): boolean {
  return finder.findDecisive(dropHarmless(syllables, isAccented), isAccented).length > 0;
}

/** What a question tells for a sum: the kind, the price, both or neither. */
export function readAmountParts({ text, syllables, isAccented }: Question): { kind?: SupportKind; priceVnd?: number } {
  return { kind: findSupportKind(syllables, isAccented), priceVnd: findPrice(text) };
}
