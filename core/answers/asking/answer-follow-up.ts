import type { Answer } from '../answer.ts';
import { type AnswerAmount, isBlocked, readAmountParts } from './answer-amount.ts';
import type { AnswerByArticle } from './answer-by-article.ts';
import type { ArticleFinder } from './article-finder.ts';
import { asksItself } from './asked-kinds.ts';
import { readFollowUp } from './follow-up.ts';
import type { Occasion, Question, ReadQuestion } from './question.ts';
import { isEmptyWord } from './word-weights.ts';

const MOST_SYLLABLES = 8;
/** "ở Cao Bằng thì sao": nothing but the place. */
const ONLY_PLACE_SYLLABLES = 6;
/** Topics that say nothing of what a question is about. */
const GENERAL_TOPICS = [
  'basics',
  'conditions',
  'elsewhere',
  'eligibility',
  'local',
  'money',
  'other',
  'papers',
  'place',
  'steps',
];

/** Answers what leans on the question before it: another kind or price, another place, another thing, another side of it. */
export function openAnswerFollowUp({
  finder,
  amounts,
  answerByArticle,
  read,
}: {
  finder: ArticleFinder;
  amounts: AnswerAmount;
  answerByArticle: AnswerByArticle;
  read: ReadQuestion;
}): (question: Question, before: Question, occasion: Occasion) => Answer | undefined {
  return (question, before, occasion) => {
    const about = readFollowUp(question.plain);
    const asked = readAmountParts(question);
    const askedBefore = readAmountParts(before);
    const isShort = question.syllables.length <= MOST_SYLLABLES;
    if (about === undefined && !(isShort && asked.priceVnd !== undefined && asked.kind === undefined)) return undefined;

    const kind = asked.kind ?? askedBefore.kind;
    const priceVnd = asked.priceVnd ?? askedBefore.priceVnd;
    const changes = asked.kind !== undefined || asked.priceVnd !== undefined || occasion.named !== undefined;
    if (
      kind !== undefined &&
      priceVnd !== undefined &&
      changes &&
      !isBlocked(finder, question.syllables, question.isAccented)
    ) {
      return amounts.compute({ kind, priceVnd }, question, occasion);
    }
    if (about === undefined) return undefined;

    const told = answerByArticle(before, occasion);
    if (occasion.named !== undefined && question.syllables.length <= ONLY_PLACE_SYLLABLES) return told;
    const topics = told.articles[0]?.topics ?? [];
    if (!asksItself(about)) {
      return answerByArticle(read(topics.includes('money') ? `${about} được hỗ trợ bao nhiêu` : about), occasion);
    }
    const subject = before.syllables.filter(({ folded }) => !isEmptyWord(folded)).map(({ exact }) => exact);
    const joined = answerByArticle(read(`${subject.join(' ')} ${about}`), occasion);
    const staysWithin = joined.articles[0]?.topics.some(
      (topic) => topics.includes(topic) && !GENERAL_TOPICS.includes(topic),
    );
    return joined.kind === 'answer' && staysWithin ? joined : answerByArticle(read(about), occasion);
  };
}
