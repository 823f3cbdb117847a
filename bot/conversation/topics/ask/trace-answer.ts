import type { Answer } from '../../../../core/answers/answer.ts';
import type { Article } from '../../../../core/answers/article.ts';
import type { AnswerTrace } from '../../../../records/answer-trace.ts';
import type { Library } from '../../../library/library.ts';

/** What is kept with the message, so that an officer can ask why it was answered so. */
export function traceAnswer(
  library: Library,
  answer: Answer,
  { date, before }: { date: string; before: number | undefined },
): AnswerTrace {
  return {
    kind: answer.kind,
    ...(answer.kind === 'intent' ? { intent: answer.intent } : {}),
    read: answer.read,
    before,
    articles: answer.articles.map(nameArticle),
    candidates: answer.candidates
      .map(({ id, confidence }) => ({
        id,
        title: library.findArticle(id, date)?.title ?? id,
        confidence: round(confidence),
      }))
      .sort((a, b) => b.confidence - a.confidence),
    confidence: round(answer.confidence),
    ...(answer.kind === 'amount' ? traceAmounts(answer) : {}),
    ...madeFor(library, { date, provinceCode: answer.provinceCode }),
  };
}

/** An article that was chosen among those offered, or opened by a button. */
export function traceChosen(
  library: Library,
  article: Article,
  made: { date: string; provinceCode: string; of: number },
): AnswerTrace {
  return {
    kind: 'answer',
    read: article.title,
    of: made.of,
    articles: [nameArticle(article)],
    candidates: [],
    confidence: 1,
    ...madeFor(library, made),
  };
}

function madeFor({ version, thresholds }: Library, made: { date: string; provinceCode: string | undefined }) {
  const { date, provinceCode } = made;
  return { thresholds, libraryVersion: version, provinceCode, date };
}

function traceAmounts({ priceVnd, amounts }: Extract<Answer, { kind: 'amount' }>) {
  return {
    priceVnd,
    rates: amounts.map(({ rate, amountVnd }) => {
      const { id, scope, percent, ceilingVnd, document, article, certainty } = rate;
      return { id, scope, percent, ceilingVnd, amountVnd, document, article, certainty };
    }),
  };
}

function nameArticle({ id, title, certainty, reviewedOn }: Article) {
  return { id, title, certainty, reviewedOn };
}

function round(confidence: number): number {
  return Math.round(confidence * 1000) / 1000;
}
