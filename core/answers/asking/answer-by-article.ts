import type { Answer } from '../answer.ts';
import type { Article } from '../article.ts';
import { type Syllable, splitSyllables } from '../typing/syllables.ts';
import type { ArticleFinder, Candidate } from './article-finder.ts';
import { decide, MOST_CHOICES, type Thresholds } from './confidence.ts';
import { dropNamedDocuments, findNamedDocuments } from './named-documents.ts';
import { isOutside } from './outside.ts';
import { expandShortenings } from './plain-form.ts';
import { type Occasion, type Question, readQuestion } from './question.ts';
import { splitQuestions } from './split-questions.ts';

export type AnswerByArticle = (question: Question, occasion: Occasion) => Answer;

/** What a phrase that decides by itself is worth. */
const DECISIVE_CONFIDENCE = 0.95;
/** …and what is left to the others then: too little to be offered. */
const LEFT_BEHIND = 0.04;
/** What is worth that the thing is named, though not what is asked of it. */
const NAMED_CONFIDENCE = 0.6;
/** In a longer message much is told that is not asked. */
const LEAST_STORY_SYLLABLES = 25;
/** Shorter messages are hardly more than the phrase. */
const LEAST_ABOUT = 3;
/** In a longer message a law may be named beside what is asked. */
const MOST_NAMING = 40;
/** As likely as this from outside, and no phrase decides. */
const SURELY_OUTSIDE = 0.85;

/** Answers one question by one article, offers a few, sends to another office, or says that it is not known. */
export function openAnswerByArticle(finder: ArticleFinder, thresholds: Thresholds): AnswerByArticle {
  return (question, occasion) => {
    const documents = question.syllables.length > MOST_NAMING ? [] : findNamedDocuments(question.text);
    if (documents.length === 0) return answerOne(question, occasion.isAllowed);
    // Who names a text of law is answered from what rests on it: another law's articles would be another rule.
    const isAllowed: Occasion['isAllowed'] = (article) =>
      occasion.isAllowed(article) && finder.hasDocument(article, documents);
    const whole = answerOne(question, isAllowed);
    if (whole.kind === 'answer') return whole;
    const rest = answerOne(readQuestion(dropNamedDocuments(question.text), finder.mend), isAllowed);
    if (rest.kind === 'answer' || whole.kind !== 'none') return rest.kind === 'answer' ? rest : whole;
    const all = finder.findByDocument(documents).filter(isAllowed);
    return all.length > MOST_CHOICES || all.length === 0 ? whole : { ...whole, kind: 'choices', articles: all };
  };

  function answerOne(question: Question, isAllowed: Occasion['isAllowed']): Answer {
    const { read, candidates, referral } = finder.rank(question.asked, isAllowed, question.mended);
    const decisive = findDecisive(finder, question, isAllowed);
    const ranked = promote(candidates, decisive);
    const told = ranked.slice(0, 5).map(({ article, confidence }) => ({ id: article.id, confidence }));
    const common = { confidence: ranked[0]?.confidence ?? 0, read, candidates: told };

    const decision = decide(
      ranked.map(({ confidence }) => confidence),
      thresholds,
    );
    const [first] = ranked;
    if (decisive.length === 0 && isOutside(question.plain)) return { kind: 'none', articles: [], ...common };
    const named = decision.kind === 'tell' ? [] : listNamed(finder, question, isAllowed);
    if (named.length > 0) {
      const kind = named.length === 1 ? 'answer' : 'choices';
      return { ...common, kind, articles: [...named], confidence: NAMED_CONFIDENCE };
    }
    if (first === undefined || decision.kind === 'refuse') {
      return referral === undefined
        ? { kind: 'none', articles: [], ...common }
        : { kind: 'answer', articles: [referral], ...common };
    }
    if (decision.kind === 'tell' || isReferral(first.article)) {
      return { kind: 'answer', articles: [first.article], ...common };
    }
    return { kind: 'choices', articles: ranked.slice(0, decision.count).map(({ article }) => article), ...common };
  }
}

/** An article that only says whom to ask instead: it is told, never offered among others. */
function isReferral({ topics }: Article): boolean {
  return topics.includes('elsewhere');
}

/** What decides by itself: the very words of a way of asking, or a phrase that an article claims. */
function findDecisive(
  finder: ArticleFinder,
  { text, asked, syllables, mended, isAccented }: Question,
  isAllowed: Occasion['isAllowed'],
): readonly Article[] {
  const own = finder.findByAsk(asked);
  if (own.length > 0) return own.filter(isAllowed).slice(-1);
  const said = syllables.length < LEAST_STORY_SYLLABLES ? [syllables] : listAsked(text, syllables);
  const claimed = [...new Set(said.flatMap((part) => finder.findDecisive(part, isAccented)))].filter(isAllowed);
  // "đăng kiểm xe tải hết bao nhiêu": the phrase is there, the question is another.
  const isMore = syllables.length >= LEAST_ABOUT;
  return isMore && claimed.length > 0 && finder.findKind(mended).outside > SURELY_OUTSIDE ? [] : claimed;
}

/** In either reading: "ko" written out, a slip mended. */
function listNamed(
  finder: ArticleFinder,
  { syllables, mended }: Question,
  isAllowed: Occasion['isAllowed'],
): readonly Article[] {
  return [syllables, mended]
    .map((read) => finder.findByName(read).filter(isAllowed).slice(0, MOST_CHOICES))
    .reduce((found, other) => (found.length > 0 ? found : other));
}

/** The clauses of a story that ask: what else is told in it is setting. */
function listAsked(text: string, syllables: readonly Syllable[]): (readonly Syllable[])[] {
  const clauses = splitQuestions(text).map(({ clause }) => expandShortenings(splitSyllables(clause)));
  return clauses.length === 0 ? [syllables] : clauses;
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
