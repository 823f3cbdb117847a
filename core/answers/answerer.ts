import type { Answer, Ask } from './answer.ts';
import { type AnswerIndex, buildAnswerIndex } from './answer-index.ts';
import { type Article, isInForce } from './article.ts';
import { openAnswerAmount } from './asking/answer-amount.ts';
import { openAnswerByArticle } from './asking/answer-by-article.ts';
import { openAnswerFollowUp } from './asking/answer-follow-up.ts';
import { openArticleFinder } from './asking/article-finder.ts';
import { DEFAULT_THRESHOLDS, type Thresholds } from './asking/confidence.ts';
import { openFindProvince } from './asking/find-province.ts';
import { openFindWish, type Wish } from './asking/find-wish.ts';
import { findIntent } from './asking/intents.ts';
import { type Occasion, type Question, readQuestion } from './asking/question.ts';
import type { Knowledge } from './knowledge.ts';

export type Answerer = {
  /** Pure; a few milliseconds at most, whatever is typed. */
  ask: (ask: Ask) => Answer;
  /** The article as it stands on that day (ISO), undefined when none does; without a day, the officers' or the shipped one. */
  findArticle: (id: string, date?: string) => Article | undefined;
  /** From which confidence on it tells or offers; kept with each answer's trace. */
  thresholds: Thresholds;
};

const MAX_QUESTIONS_AT_ONCE = 3;

/** Makes the answering machine of one state of the knowledge, here and now. */
export function createAnswerer(knowledge: Knowledge, thresholds: Thresholds = DEFAULT_THRESHOLDS): Answerer {
  return openAnswerer(buildAnswerIndex(knowledge), thresholds);
}

/** Opens an index that was built before, maybe in another thread. Takes a moment only. */
export function openAnswerer(index: AnswerIndex, thresholds: Thresholds = DEFAULT_THRESHOLDS): Answerer {
  const { knowledge } = index;
  const finder = openArticleFinder(index.articles, index.knowledge.articles);
  const findWish = openFindWish(index.knownWords);
  const findProvince = openFindProvince(index.provinces);
  const { byId } = index;
  const read = (text: string): Question => readQuestion(text, finder.mend);
  const answerByArticle = openAnswerByArticle(finder, thresholds);
  const amounts = openAnswerAmount({ knowledge, finder, findArticle });
  const answerFollowUp = openAnswerFollowUp({ finder, amounts, answerByArticle, read });

  function ask({ text, provinceCode: own, previous, date }: Ask): Answer {
    const question = read(text);
    const before = previous === undefined ? undefined : read(previous);
    const named = findNamedProvince(question);
    const province = named ?? own;
    const occasion: Occasion = {
      date,
      named,
      own,
      province,
      isAllowed: (article) =>
        isInForce(article, date) && (article.province === undefined || article.province === province),
    };
    const answer =
      answerTitle(question, occasion) ??
      answerIntent(question, occasion) ??
      (before === undefined ? undefined : answerFollowUp(question, before, occasion)) ??
      amounts.answerOldFigure(question, occasion) ??
      amounts.answerAmount(question, occasion) ??
      answerSeveral(question, occasion) ??
      answerByArticle(question, occasion);
    return { ...answer, provinceCode: province };
  }

  function findNamedProvince({ syllables, mended, isAccented }: Question): string | undefined {
    return (findProvince(syllables, isAccented) ?? findProvince(mended, isAccented))?.code;
  }

  function answerTitle({ text, plain }: Question, { isAllowed }: Occasion): Answer | undefined {
    const article = finder.findByTitle(text).findLast(isAllowed);
    if (article === undefined) return undefined;
    return { kind: 'answer', articles: [article], confidence: 1, read: plain, candidates: [] };
  }

  function answerIntent({ text, plain }: Question, occasion: Occasion): Answer | undefined {
    const intent = findIntent(plain);
    const wish: Wish | undefined = intent === undefined ? findWish(text) : { intent };
    if (wish === undefined) return undefined;
    const beside = wish.question === undefined ? undefined : answerByArticle(read(wish.question), occasion);
    if (beside?.kind === 'answer') return { ...beside, kind: 'intent', intent: 'multi' };
    return { kind: 'intent', intent: wish.intent, articles: [], confidence: 1, read: plain, candidates: [] };
  }

  /** Several questions in one message, each ended by its mark. */
  function answerSeveral(question: Question, occasion: Occasion): Answer | undefined {
    const parts = question.text.split('?').map((part) => part.trim());
    const questions = parts
      .map(read)
      .filter(({ plain, syllables }) => syllables.length >= 3 && findIntent(plain) === undefined);
    if (questions.length < 2 || questions.length > MAX_QUESTIONS_AT_ONCE) return undefined;
    const answers = questions.map((part) => answerByArticle(part, occasion));
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

  function findArticle(id: string, date?: string): Article | undefined {
    const places = byId.get(id) ?? [];
    return places
      .flatMap((place) => knowledge.articles[place] ?? [])
      .findLast((article) => date === undefined || isInForce(article, date));
  }

  return { ask, findArticle, thresholds };
}
