import { establishmentName, KEPT_OF_ESTABLISHMENT } from '../../core/programmes/establishment.ts';
import { supportRequest } from '../../core/programmes/support-request.ts';
import { say } from '../../locales/say.ts';
import { capitalize } from '../../locales/say-time.ts';
import { type Locale, wordsFor } from '../../locales/words.ts';
import type { AnswerValue } from '../../records/request-list.ts';
import { type DescribedItem, describeItems } from '../requests/describe-answers.ts';

type Answers = Record<string, AnswerValue>;

/** What an establishment is called, as the beginning of a line. */
export function nameOf(answers: Answers, locale: Locale): string {
  const values = Object.fromEntries(Object.entries(answers).map(([id, { value }]) => [id, value]));
  return capitalize(say(wordsFor(locale), locale, establishmentName(values)));
}

/** What is known of an establishment in words, in the order in which it is asked; what was skipped is not known. */
export function tellProfile(answers: Answers, locale: Locale): Pick<DescribedItem, 'id' | 'label' | 'text'>[] {
  return describeItems({ programme: supportRequest.id, answers }, locale)
    .filter(({ id, isAnswered, isSkipped }) => KEPT_OF_ESTABLISHMENT.includes(id) && isAnswered && !isSkipped)
    .sort((a, b) => KEPT_OF_ESTABLISHMENT.indexOf(a.id) - KEPT_OF_ESTABLISHMENT.indexOf(b.id))
    .map(({ id, label, text }) => ({ id, label, text }));
}

/** What is known by one question; empty where it is not. */
export function tellAnswer(answers: Answers, id: string, locale: Locale): string {
  return tellProfile(answers, locale).find((item) => item.id === id)?.text ?? '';
}
