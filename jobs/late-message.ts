import { wordsForTime } from '../core/schedule/words-for-time.ts';
import { shorten } from '../core/text/shorten.ts';
import { sayTime } from '../locales/say-time.ts';
import { wordsFor } from '../locales/words.ts';
import type { DeliveryContent } from '../records/deliveries.ts';
import type { LateQuestion } from '../records/late-questions.ts';

const QUOTE_LENGTH = 80;

/**
 * What the person reads when an officer has not answered in time. It offers no choices, so that a number that is typed
 * still means what was offered before it.
 */
export function lateMessage(
  { text, locale }: Pick<LateQuestion, 'text' | 'locale'>,
  newTime: Date | undefined,
  now: Date,
): DeliveryContent {
  const words = wordsFor(locale === 'en' ? 'en' : 'vi');
  const question = shorten(text, QUOTE_LENGTH);
  const paragraphs = [
    question === '' ? words.t('jobs:late.sorryUnnamed') : words.t('jobs:late.sorry', { question }),
    newTime === undefined
      ? words.t('jobs:late.noNewTime')
      : words.t('jobs:late.newTime', { time: sayTime(words, wordsForTime({ at: newTime, now })) }),
  ];
  return { text: paragraphs.join('\n'), choices: [] };
}
