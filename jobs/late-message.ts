import { wordsForTime } from '../core/schedule/words-for-time.ts';
import { shorten } from '../core/text/shorten.ts';
import { sayTime } from '../locales/say-time.ts';
import { type Words, wordsFor } from '../locales/words.ts';
import type { DeliveryContent } from '../records/deliveries.ts';
import type { LateQuestion } from '../records/late-questions.ts';

const QUOTE_LENGTH = 80;

/**
 * What the person reads when an officer has not answered in time. It offers no choices, so that a number that is typed
 * still means what was offered before it.
 */
export function lateMessage(
  late: readonly Pick<LateQuestion, 'text' | 'locale'>[],
  newTime: Date | undefined,
  now: Date,
): DeliveryContent {
  const words = wordsFor(late[0]?.locale === 'en' ? 'en' : 'vi');
  const paragraphs = [
    saySorry(words, late),
    newTime === undefined
      ? words.t('jobs:late.noNewTime')
      : words.t('jobs:late.newTime', { time: sayTime(words, wordsForTime({ at: newTime, now })) }),
  ];
  return { text: paragraphs.join('\n'), choices: [] };
}

function saySorry({ t }: Words, late: readonly Pick<LateQuestion, 'text'>[]): string {
  if (late.length > 1) return t('jobs:late.sorrySeveral', { number: late.length });
  const question = shorten(late[0]?.text ?? '', QUOTE_LENGTH);
  return question === '' ? t('jobs:late.sorryUnnamed') : t('jobs:late.sorry', { question });
}
