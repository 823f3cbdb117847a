import { withoutGreeting } from '../text/without-greeting.ts';
import type { Answer, Ask, Intent } from './answer.ts';
import { type AnswerIndex, buildAnswerIndex } from './answer-index.ts';
import { type Article, isInForce } from './article.ts';
import type { AmountQuestion } from './asking/amount-question.ts';
import { openAnswerAmount } from './asking/answer-amount.ts';
import { openAnswerByArticle } from './asking/answer-by-article.ts';
import { leansOnBefore, openAnswerFollowUp, openAnswerPointer } from './asking/answer-follow-up.ts';
import { openAnswerLocal } from './asking/answer-local.ts';
import { openAnswerSeveral } from './asking/answer-several.ts';
import { openArticleFinder } from './asking/article-finder.ts';
import { DEFAULT_THRESHOLDS, type Thresholds } from './asking/confidence.ts';
import { findDanger } from './asking/danger.ts';
import { findByFewWords } from './asking/few-words.ts';
import { isOnlyTrade, openFindProvince } from './asking/find-province.ts';
import { openFindWish, type Wish } from './asking/find-wish.ts';
import { findIntent } from './asking/intents.ts';
import { findLikelyWish, isMisheard, isRatherWish } from './asking/likely-wish.ts';
import { type Occasion, type Question, readQuestion } from './asking/question.ts';
import { openTellOwnRate } from './asking/tell-own-rate.ts';
import type { Knowledge } from './knowledge.ts';

export type Answerer = {
  /** Pure; a few milliseconds at most, whatever is typed. */
  ask: (ask: Ask) => Answer;
  /** The wish that a pattern surely finds, as `ask` tells it with a confidence of 1, without a search for anything else. */
  hear: (ask: Pick<Ask, 'text' | 'date'>) => Intent | undefined;
  /** The article as it stands on that day (ISO), undefined when none does; without a day, the officers' or the shipped one. */
  findArticle: (id: string, date?: string) => Article | undefined;
  /** From which confidence on it tells or offers; kept with each answer's trace. */
  thresholds: Thresholds;
};

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
  const amounts = openAnswerAmount({ knowledge, finder, findArticle, provinces: index.provinces });
  const answerLocal = openAnswerLocal({ knowledge, finder });
  const tellOwnRate = openTellOwnRate(knowledge, findArticle);
  const several = openAnswerSeveral({ amounts, answerByArticle, read });
  const answerFollowUp = openAnswerFollowUp({ finder, amounts, answerByArticle, read });
  const answerPointer = openAnswerPointer({ answerByArticle, read });

  /** A turn may ask the same from several places; what it searched a moment ago it need not search again. */
  let last: { key: string; answer: Answer } | undefined;

  function ask(asked: Ask): Answer {
    const key = JSON.stringify([asked.text, asked.provinceCode, asked.previous, asked.date]);
    if (last?.key !== key) last = { key, answer: search(asked) };
    return last.answer;
  }

  function hear({ text, date }: Pick<Ask, 'text' | 'date'>): Intent | undefined {
    if (findDanger(text) !== undefined) return undefined;
    const question = read(text);
    const named = findNamedProvince(question);
    const heard = answerAtOnce(question, occasionOf({ date, named, own: undefined, province: named }));
    return heard?.kind === 'intent' && heard.confidence === 1 ? heard.intent : undefined;
  }

  function search({ text, provinceCode: own, previous, date }: Ask): Answer {
    const danger = findDanger(text);
    const question = read(withoutGreeting(text));
    if (danger !== undefined) {
      return { kind: 'none', danger, articles: [], confidence: 1, read: question.plain, candidates: [] };
    }
    const before = previous === undefined ? undefined : read(previous);
    const named = findNamedProvince(question);
    const namedBefore = before !== undefined && leansOnBefore(question) ? findNamedProvince(before) : undefined;
    const spokenOf = named ?? namedBefore;
    const province = spokenOf ?? own;
    const occasion = occasionOf({ date, named, own, province });
    const answer =
      answerAtOnce(question, occasion) ??
      (before === undefined ? undefined : answerFollowUp(question, before, { ...occasion, place: nameOf(spokenOf) })) ??
      amounts.answerOldFigure(question, occasion) ??
      answerQuestions(question, occasion);
    const wish = answerLikelyWish(question, answer);
    const pointed =
      wish !== undefined || before === undefined ? undefined : answerPointer(question, before, occasion, answer);
    return { ...tellOwnRate(wish ?? pointed ?? answer, occasion), provinceCode: province };
  }

  const occasionOf = (asked: Omit<Occasion, 'isAllowed'>): Occasion => ({
    ...asked,
    isAllowed: (article) =>
      isInForce(article, asked.date) && (article.province === undefined || article.province === asked.province),
  });

  /** What is plain without a search. */
  function answerAtOnce(question: Question, occasion: Occasion): Answer | undefined {
    return answerTitle(question, occasion) ?? answerFewWords(question, occasion) ?? answerIntent(question, occasion);
  }

  function answerQuestions(question: Question, occasion: Occasion): Answer {
    const asked = amounts.readAmount(question);
    const sum = amounts.answerAmount(question, occasion, asked);
    const found = several.answerSeveral(question, occasion, sum) ?? sum;
    if (found !== undefined) return tellBeside(found, question, occasion, asked) ?? found;
    const whole = answerByArticle(question, occasion);
    const onCondition = asked && amounts.answerOnCondition(asked, question, occasion, whole);
    return (
      onCondition ?? answerLocal(question, occasion, whole) ?? several.answerStory(question, occasion, whole) ?? whole
    );
  }

  /** What a story's price gives, with what else it asks that is surely answered. */
  function tellBeside(
    found: Answer,
    question: Question,
    occasion: Occasion,
    asked?: AmountQuestion,
  ): Answer | undefined {
    if (asked?.isTold !== true || found.kind !== 'answer') return undefined;
    const whole = { ...found, confidence: 0 };
    const sum = amounts.answerOnCondition(asked, question, occasion, whole);
    const isSure = found.confidence >= thresholds.answer;
    return sum && { ...sum, articles: [...new Set([...sum.articles, ...(isSure ? found.articles : [])])] };
  }

  function nameOf(code: string | undefined): string | undefined {
    return index.provinces.find(({ province }) => province.code === code)?.province.names[0];
  }

  function findNamedProvince({ syllables, mended, isAccented }: Question): string | undefined {
    const found = findProvince(syllables, isAccented) ?? findProvince(mended, false);
    return found === undefined || isOnlyTrade(mended, found, knowledge) ? undefined : found.code;
  }

  function answerTitle({ text, plain }: Question, { isAllowed }: Occasion): Answer | undefined {
    const article = finder.findByTitle(text).findLast(isAllowed);
    if (article === undefined) return undefined;
    return { kind: 'answer', articles: [article], confidence: 1, read: plain, candidates: [] };
  }

  function answerFewWords({ plain }: Question, { date, isAllowed }: Occasion): Answer | undefined {
    const id = findByFewWords(plain);
    const article = id === undefined ? undefined : findArticle(id, date);
    if (article === undefined || !isAllowed(article)) return undefined;
    return { kind: 'answer', articles: [article], confidence: 1, read: plain, candidates: [] };
  }

  function answerIntent(question: Question, occasion: Occasion): Answer | undefined {
    const { text, plain } = question;
    const intent = findIntent(plain);
    const wish: Wish | undefined = intent === undefined ? findWish(text) : { intent };
    if (wish === undefined || isMisheard(finder, question)) return undefined;
    const beside = wish.question === undefined ? undefined : answerByArticle(read(wish.question), occasion);
    if (beside?.kind === 'answer') return { ...beside, kind: 'intent', intent: 'multi' };
    const common = { kind: 'intent' as const, articles: [], confidence: 1, read: plain, candidates: [] };
    if (wish.others !== undefined) return { ...common, intent: 'multi', wishes: [wish.intent, ...wish.others] };
    return { ...common, intent: wish.intent };
  }

  /** A wish in words that no pattern knows; its likelihood is the confidence. */
  function answerLikelyWish(question: Question, answer: Answer): Answer | undefined {
    if (answer.kind === 'intent' || answer.kind === 'amount') return undefined;
    const likely = findLikelyWish(finder, question);
    if (!isRatherWish(likely, answer)) return undefined;
    const { read: readAs, candidates } = answer;
    const confidence = Math.max(likely.share, likely.clauseShare);
    return { kind: 'intent', intent: likely.intent, articles: [], confidence, read: readAs, candidates };
  }

  function findArticle(id: string, date?: string): Article | undefined {
    const places = byId.get(id) ?? [];
    return places
      .flatMap((place) => knowledge.articles[place] ?? [])
      .findLast((article) => date === undefined || isInForce(article, date));
  }

  return { ask, hear, findArticle, thresholds };
}
