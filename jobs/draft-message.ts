import type { DraftReminder } from '../core/schedule/draft-life.ts';
import { DRAFT_LIFE } from '../core/schedule/draft-life.ts';
import { wordsForTime } from '../core/schedule/words-for-time.ts';
import { sayDay } from '../locales/say-time.ts';
import { wordsFor } from '../locales/words.ts';
import type { DeliveryContent } from '../records/deliveries.ts';
import type { Draft } from '../records/drafts-due.ts';

export type DraftWord = { which: DraftReminder | 'ending'; endsAt: Date };

/** What is said of a draft, in its person's language. Its choices are those of the topics `register` and `reminders`. */
export function draftMessage(
  draft: Pick<Draft, 'applicationId' | 'locale'>,
  { which, endsAt }: DraftWord,
  now: Date,
): { content: DeliveryContent; paragraphs: string[] } {
  const words = wordsFor(draft.locale === 'en' ? 'en' : 'vi');
  const day = sayDay(words, wordsForTime({ at: endsAt, now }));
  const paragraphs = [
    words.word(`jobs:draft.${which}`, { day }),
    words.word(`jobs:draft.${which}Next`, { days: DRAFT_LIFE.lifeDays }),
  ];
  const choices = [
    { key: `register:continue:${draft.applicationId}`, label: words.t('jobs:draft.resume') },
    { key: 'reminders:later', label: words.t('jobs:draft.later') },
    { key: `reminders:stop:${draft.applicationId}`, label: words.t('jobs:draft.stop') },
  ];
  return { content: { text: paragraphs.join('\n'), choices }, paragraphs };
}
