import { establishmentName } from '../core/programmes/establishment.ts';
import type { DraftReminder } from '../core/schedule/draft-life.ts';
import { DRAFT_LIFE } from '../core/schedule/draft-life.ts';
import { wordsForTime } from '../core/schedule/words-for-time.ts';
import { say } from '../locales/say.ts';
import { sayDay } from '../locales/say-time.ts';
import { wordsFor } from '../locales/words.ts';
import type { DeliveryContent } from '../records/deliveries.ts';
import type { Draft } from '../records/drafts-due.ts';

export type DraftWord = { which: DraftReminder | 'ending'; endsAt: Date };

/** What is said of a draft, in its person's language. Its choices are those of the topics `register` and `reminders`. */
export function draftMessage(
  draft: Pick<Draft, 'applicationId' | 'locale' | 'named'>,
  { which, endsAt }: DraftWord,
  now: Date,
): { content: DeliveryContent; paragraphs: string[] } {
  const locale = draft.locale === 'en' ? 'en' : 'vi';
  const words = wordsFor(locale);
  const day = sayDay(words, wordsForTime({ at: endsAt, now }));
  const said = words.word(`jobs:draft.${which}`, { day });
  const name = draft.named === null ? undefined : say(words, locale, establishmentName(draft.named));
  const paragraphs = [
    name === undefined ? said : words.t('establishment:draftOf', { said, name }),
    words.word(`jobs:draft.${which}Next`, { days: DRAFT_LIFE.lifeDays }),
  ];
  const choices = [
    { key: `register:continue:${draft.applicationId}`, label: words.t('jobs:draft.resume') },
    { key: 'reminders:later', label: words.t('jobs:draft.later') },
    { key: `reminders:stop:${draft.applicationId}`, label: words.t('jobs:draft.stop') },
  ];
  return { content: { text: paragraphs.join('\n'), choices }, paragraphs };
}
