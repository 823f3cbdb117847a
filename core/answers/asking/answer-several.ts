import type { Answer } from '../answer.ts';
import type { AnswerAmount } from './answer-amount.ts';
import type { AnswerByArticle } from './answer-by-article.ts';
import type { Occasion, Question, ReadQuestion } from './question.ts';
import { splitQuestions } from './split-questions.ts';

const MOST_AT_ONCE = 3;
/** Beside another question one is told when it is at least this likely: nothing is offered there. */
const LEAST_PART = 0.5;
/** A story around a question is at least so long. */
const LEAST_STORY_SYLLABLES = 20;
/** How sure one clause must be to answer for a message that as a whole is not clear. */
const SURE_CLAUSE = 0.7;

type Told = Extract<Answer, { kind: 'answer' | 'amount' }>;

export type AnswerSeveral = {
  /** Several questions in one message; `sum` is what the whole message gave, when it names a price. */
  answerSeveral: (question: Question, occasion: Occasion, sum: Answer | undefined) => Answer | undefined;
  /** The one question in a long story that is not clear as a whole. */
  answerStory: (question: Question, occasion: Occasion, whole: Answer) => Answer | undefined;
};

export function openAnswerSeveral({
  amounts,
  answerByArticle,
  read,
}: {
  amounts: AnswerAmount;
  answerByArticle: AnswerByArticle;
  read: ReadQuestion;
}): AnswerSeveral {
  return {
    answerSeveral: (question, occasion, sum) => {
      const parts = splitQuestions(question.text);
      if (parts.length < 2 || parts.length > MOST_AT_ONCE) return undefined;
      const answers = parts.map(({ text }) => {
        const part = read(text);
        // A sum holds only when nothing in the whole message speaks against it.
        const isSum = sum?.kind === 'amount' && amounts.readAmount(part)?.isSure === true;
        return isSum ? sum : tellPart(answerByArticle(part, occasion));
      });
      const told = answers.filter(isTold);
      if (sum?.kind === 'amount' && !told.includes(sum)) return undefined;
      const isMore = new Set(told.map(({ articles }) => articles[0])).size >= 2;
      return isMore ? join(question, answers, told) : undefined;
    },

    answerStory: (question, occasion, whole) => {
      if (whole.kind === 'answer') return undefined;
      const parts = splitQuestions(question.text);
      if (question.syllables.length < LEAST_STORY_SYLLABLES || parts.length > MOST_AT_ONCE) return undefined;
      const clauses = new Set(parts.flatMap(({ text, clause }) => [text, clause]));
      clauses.delete(question.text.trim());
      return [...clauses]
        .map((text) => answerByArticle(read(text), occasion))
        .filter(({ kind, confidence }) => kind === 'answer' && confidence >= SURE_CLAUSE)
        .filter(({ articles: [first] }) => whole.kind === 'none' || whole.articles.some((one) => one === first))
        .sort((one, other) => other.confidence - one.confidence)[0];
    },
  };
}

function tellPart(answer: Answer): Answer {
  if (answer.kind !== 'choices' || answer.confidence < LEAST_PART) return answer;
  return { ...answer, kind: 'answer', articles: answer.articles.slice(0, 1) };
}

function isTold(answer: Answer): answer is Told {
  return answer.kind === 'answer' || answer.kind === 'amount';
}

/** All in one reply; `multi` when something in the message is left. */
function join(question: Question, answers: readonly Answer[], told: readonly Told[]): Answer {
  const rest = {
    confidence: Math.min(...told.map(({ confidence }) => confidence)),
    read: question.plain,
    candidates: answers.flatMap(({ candidates }) => candidates.slice(0, 2)),
  };
  const articles = [
    ...new Set(told.flatMap((answer) => (answer.kind === 'amount' ? answer.articles : answer.articles.slice(0, 1)))),
  ];
  if (told.length < answers.length) return { kind: 'intent', intent: 'multi', articles, ...rest };
  const amount = told.find((answer) => answer.kind === 'amount');
  return amount === undefined
    ? { kind: 'answer', articles, ...rest }
    : { ...amount, ...rest, articles: [...new Set([...amount.articles, ...articles])] };
}
