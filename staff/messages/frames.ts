import { shorten } from '../../core/text/shorten.ts';
import { wordsFor } from '../../locales/words.ts';
import type { QuestionDetail } from '../../records/question-detail.ts';
import { toLocale } from './to-locale.ts';

/** How many characters of a question are repeated before its answer. */
const QUOTE_LENGTH = 140;

/**
 * The line that stands before an officer's words, so that the person knows who writes and about what;
 * what a machine wrote and what an officer wrote are told apart (facts 7.1). The page shows it before sending.
 */
export type Frame = { before: string };

export function answerFrame(options: {
  locale: string;
  officerName: string;
  question: Pick<QuestionDetail, 'text'>;
}): Frame {
  const { t } = wordsFor(toLocale(options.locale));
  const { officerName: officer, question } = options;
  // Somebody who wanted to meet an officer may not have said why.
  if (question.text.trim() === '') return { before: t('console:toPerson.message', { officer }) };
  return { before: t('console:toPerson.answer', { officer, question: shorten(question.text, QUOTE_LENGTH) }) };
}

/** For what an officer adds after the answer. */
export function moreFrame(options: {
  locale: string;
  officerName: string;
  question: Pick<QuestionDetail, 'text'>;
}): Frame {
  const { t } = wordsFor(toLocale(options.locale));
  const { officerName: officer, question } = options;
  if (question.text.trim() === '') return { before: t('console:toPerson.message', { officer }) };
  return { before: t('console:toPerson.more', { officer, question: shorten(question.text, QUOTE_LENGTH) }) };
}

export function requestFrame(options: { locale: string; officerName: string; code: string }): Frame {
  const { t } = wordsFor(toLocale(options.locale));
  return { before: t('console:toPerson.aboutRequest', { officer: options.officerName, code: options.code }) };
}

/** What the person reads. */
export function inFrame(frame: Frame, text: string): string {
  return `${frame.before}\n${text}`;
}
