import type { Answer, Ask } from './answer.ts';
import { type AnswerIndex, buildAnswerIndex } from './answer-index.ts';
import { type Article, isInForce } from './article.ts';
import {
  type AmountQuestion,
  findPrice,
  findSupportKind,
  isBareSum,
  readAmountQuestion,
} from './asking/amount-question.ts';
import { type Candidate, openArticleFinder } from './asking/article-finder.ts';
import { DEFAULT_THRESHOLDS, decide, MOST_CHOICES, type Thresholds } from './asking/confidence.ts';
import { openFindProvince } from './asking/find-province.ts';
import { openFindWish, type Wish } from './asking/find-wish.ts';
import { readFollowUp } from './asking/follow-up.ts';
import { countGreetingWords, findIntent } from './asking/intents.ts';
import { findOldFigure } from './asking/old-figure.ts';
import { isOutside } from './asking/outside.ts';
import { expandShortenings, plainForm } from './asking/plain-form.ts';
import type { Knowledge } from './knowledge.ts';
import { computeAmount, findRates, SUPPORT_KINDS, type SupportKind } from './rate.ts';
import { type Syllable, splitSyllables } from './typing/syllables.ts';

export type Answerer = {
  /** Pure; a few milliseconds at most, whatever is typed. */
  ask: (ask: Ask) => Answer;
  /** The article as it stands on that day (ISO), undefined when none does; without a day, the officers' or the shipped one. */
  findArticle: (id: string, date?: string) => Article | undefined;
  /** From which confidence on it tells or offers; kept with each answer's trace. */
  thresholds: Thresholds;
};

/** What comes after is not read, so that no message can take long. */
const LONGEST_QUESTION = 1_000;
const MAX_QUESTIONS_AT_ONCE = 3;
/** What a phrase that decides by itself is worth. */
const DECISIVE_CONFIDENCE = 0.95;
/** …and what is left to the others then: too little to be offered. */
const LEFT_BEHIND = 0.04;

type Question = {
  text: string;
  /** Without the greeting before it. */
  asked: string;
  /** Folded, shortenings written out: for the patterns. */
  plain: string;
  syllables: Syllable[];
  isAccented: boolean;
};

/** What holds while one message is answered. */
type Circumstances = { date: string; province: string | undefined; isAllowed: (article: Article) => boolean };

/** Makes the answering machine of one state of the knowledge, here and now. */
export function createAnswerer(knowledge: Knowledge, thresholds: Thresholds = DEFAULT_THRESHOLDS): Answerer {
  return openAnswerer(buildAnswerIndex(knowledge), thresholds);
}

/** Opens an index that was built before, maybe in another thread. Takes a moment only. */
export function openAnswerer(index: AnswerIndex, thresholds: Thresholds = DEFAULT_THRESHOLDS): Answerer {
  const { knowledge } = index;
  const finder = openArticleFinder(index.articles);
  const findWish = openFindWish(index.knownWords);
  const findProvince = openFindProvince(index.provinces);
  const { byId } = index;

  function ask({ text, provinceCode, previous, date }: Ask): Answer {
    const question = readQuestion(text);
    const before = previous === undefined ? undefined : readQuestion(previous);
    const named = findProvince(question.syllables, question.isAccented)?.code;
    const province = named ?? provinceCode;
    const circumstances: Circumstances = {
      date,
      province,
      isAllowed: (article) =>
        isInForce(article, date) && (article.province === undefined || article.province === province),
    };
    const answer =
      answerTitle(question, circumstances) ??
      answerIntent(question, circumstances) ??
      (before === undefined ? undefined : answerFollowUp(question, before, named !== undefined, circumstances)) ??
      answerOldFigure(question, circumstances) ??
      answerAmount(question, circumstances) ??
      answerSeveral(question, circumstances) ??
      answerByArticle(question, circumstances);
    return { ...answer, provinceCode: province };
  }

  function answerTitle({ text, plain }: Question, { isAllowed }: Circumstances): Answer | undefined {
    const article = finder.findByTitle(text).findLast(isAllowed);
    if (article === undefined) return undefined;
    return { kind: 'answer', articles: [article], confidence: 1, read: plain, candidates: [] };
  }

  function answerIntent({ text, plain }: Question, circumstances: Circumstances): Answer | undefined {
    const intent = findIntent(plain);
    const wish: Wish | undefined = intent === undefined ? findWish(text) : { intent };
    if (wish === undefined) return undefined;
    const beside =
      wish.question === undefined ? undefined : answerByArticle(readQuestion(wish.question), circumstances);
    if (beside?.kind === 'answer') return { ...beside, kind: 'intent', intent: 'multi' };
    return { kind: 'intent', intent: wish.intent, articles: [], confidence: 1, read: plain, candidates: [] };
  }

  function answerFollowUp(
    question: Question,
    before: Question,
    namesProvince: boolean,
    circumstances: Circumstances,
  ): Answer | undefined {
    const about = readFollowUp(question.plain);
    const asked = readAmountParts(question);
    const askedBefore = readAmountParts(before);
    const isShort = question.syllables.length <= 8;
    if (about === undefined && !(isShort && asked.priceVnd !== undefined && asked.kind === undefined)) return undefined;

    const kind = asked.kind ?? askedBefore.kind;
    const priceVnd = asked.priceVnd ?? askedBefore.priceVnd;
    const changes = asked.kind !== undefined || asked.priceVnd !== undefined;
    const isBlocked = finder.findDecisive(question.syllables, question.isAccented).length > 0;
    if (kind !== undefined && priceVnd !== undefined && (changes || namesProvince) && !isBlocked) {
      return computeAnswer({ kind, priceVnd }, question, circumstances);
    }
    if (about === undefined) return undefined;

    const beforeAnswer = answerByArticle(before, circumstances);
    if (namesProvince && question.syllables.length <= 6) return beforeAnswer;
    const isAboutMoney = beforeAnswer.articles[0]?.topics.includes('money') ?? false;
    return answerByArticle(readQuestion(isAboutMoney ? `${about} được hỗ trợ bao nhiêu` : about), circumstances);
  }

  /** "200 triệu đúng không": the figure of before, said to be that. */
  function answerOldFigure({ syllables, isAccented, plain }: Question, { date }: Circumstances): Answer | undefined {
    const rate = findOldFigure(knowledge, { syllables, isAccented, date });
    const article = rate && findArticle(rate.articleId, date);
    return article && { kind: 'answer', articles: [article], confidence: 1, read: plain, candidates: [] };
  }

  function answerAmount(question: Question, circumstances: Circumstances): Answer | undefined {
    const amountQuestion = readAmountQuestion(question.syllables, question.isAccented);
    const decisive = finder.findDecisive(question.syllables, question.isAccented);
    if (amountQuestion !== undefined && decisive.length === 0) {
      return computeAnswer(amountQuestion, question, circumstances);
    }
    if (decisive.length > 0 || !isBareSum(question.syllables)) return undefined;
    const articles = SUPPORT_KINDS.flatMap((kind) => findRates(knowledge.rates, { kind, date: circumstances.date }))
      .map((rate) => findArticle(rate.articleId, circumstances.date))
      .filter((article) => article !== undefined)
      .slice(0, MOST_CHOICES);
    return { kind: 'choices', articles, confidence: 0.5, read: question.plain, candidates: [] };
  }

  function computeAnswer(
    { kind, priceVnd }: AmountQuestion,
    question: Question,
    { date, province }: Circumstances,
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

  /** Several questions in one message, each ended by its mark. */
  function answerSeveral(question: Question, circumstances: Circumstances): Answer | undefined {
    const parts = question.text.split('?').map((part) => part.trim());
    const questions = parts
      .map(readQuestion)
      .filter(({ plain, syllables }) => syllables.length >= 3 && findIntent(plain) === undefined);
    if (questions.length < 2 || questions.length > MAX_QUESTIONS_AT_ONCE) return undefined;
    const answers = questions.map((part) => answerByArticle(part, circumstances));
    const found = answers.filter((answer) => answer.kind === 'answer');
    const articles = [...new Set(found.flatMap((answer) => answer.articles))];
    if (articles.length < 2) return undefined;
    const rest = {
      articles,
      confidence: Math.min(...found.map((answer) => answer.confidence)),
      read: question.plain,
      candidates: answers.flatMap((answer) => answer.candidates.slice(0, 2)),
    };
    return found.length === answers.length ? { kind: 'answer', ...rest } : { kind: 'intent', intent: 'multi', ...rest };
  }

  function answerByArticle(question: Question, { isAllowed }: Circumstances): Answer {
    const { read, candidates } = finder.rank(question.asked, isAllowed);
    const decisive = findDecisive(question, isAllowed);
    const ranked = promote(candidates, decisive);
    const told = ranked.slice(0, 5).map(({ article, confidence }) => ({ id: article.id, confidence }));
    const [first] = ranked;
    const confidence = first?.confidence ?? 0;
    const common = { confidence, read, candidates: told };

    const decision = decide(
      ranked.map((candidate) => candidate.confidence),
      thresholds,
    );
    const isRefused = decision.kind === 'refuse' || (decisive.length === 0 && isOutside(question.plain));
    if (first === undefined || isRefused) return { kind: 'none', articles: [], ...common };
    const articles = ranked.slice(0, decision.count).map((candidate) => candidate.article);
    return { kind: decision.kind === 'tell' ? 'answer' : 'choices', articles, ...common };
  }

  /** What decides by itself: the very words of a way of asking, or a phrase that an article claims. */
  function findDecisive(
    { asked, syllables, isAccented }: Question,
    isAllowed: Circumstances['isAllowed'],
  ): readonly Article[] {
    const own = finder.findByAsk(asked);
    if (own.length > 0) return own.filter(isAllowed).slice(-1);
    return finder.findDecisive(syllables, isAccented).filter(isAllowed);
  }

  function findArticle(id: string, date?: string): Article | undefined {
    return byId.get(id)?.findLast((article) => date === undefined || isInForce(article, date));
  }

  return { ask, findArticle, thresholds };
}

function readQuestion(typed: string): Question {
  const text = typed.slice(0, LONGEST_QUESTION);
  const syllables = splitSyllables(text);
  const expanded = expandShortenings(syllables);
  const plain = plainForm(syllables);
  const greeting = countGreetingWords(plain);
  return {
    text,
    asked:
      greeting === 0
        ? text
        : expanded
            .slice(greeting)
            .map(({ exact }) => exact)
            .join(' '),
    plain,
    syllables: expanded,
    isAccented: syllables.some((syllable) => syllable.exact !== syllable.folded),
  };
}

function readAmountParts({ syllables, isAccented }: Question): { kind?: SupportKind; priceVnd?: number } {
  return { kind: findSupportKind(syllables, isAccented), priceVnd: findPrice(syllables) };
}

function promote(
  candidates: readonly Candidate[],
  decisive: readonly Article[],
): { article: Article; confidence: number }[] {
  const promoted = decisive.map((article) => ({ article, confidence: DECISIVE_CONFIDENCE }));
  const others = candidates
    .filter(({ article }) => !decisive.includes(article))
    // What decides by itself leaves the others behind.
    .map(({ article, confidence }) => ({
      article,
      confidence: decisive.length > 0 ? Math.min(confidence, LEFT_BEHIND) : confidence,
    }));
  return [...promoted, ...others];
}
