import { z } from 'zod';
import { DRAFT_LIFE } from '../../../core/schedule/draft-life.ts';
import { wordsForTime } from '../../../core/schedule/words-for-time.ts';
import { sayDay } from '../../../locales/say-time.ts';
import { findDraft, stopDraftReminders } from '../../../records/drafts-due.ts';
import type { Reply, Topic, Turn } from '../topic.ts';
import { wayOn } from './link/ask-join.ts';
import { showDates } from './reminders/dates.ts';
import { showWishes, stopProgramme, wish } from './reminders/wishes.ts';

const DAY_MS = 24 * 3_600_000;

/**
 * What the person picks under a reminder, and the wish for reminders. Of a draft (jobs/draft-message.ts): `later`,
 * `stop:<id>`; going on itself belongs to the request's topic. Of application windows: `wish:<programme>` (without one
 * it is read from the words), `stop-programme:<programme>`, `list`, `dates`. A programme may be `any`.
 */
export const remindersTopic: Topic = {
  name: 'reminders',
  choose: async (turn, [what, id]) => {
    switch (what) {
      case 'later':
        return { paragraphs: [turn.words.t('jobs:draft.laterSaid')], choices: [wayOn(turn)] };
      case 'stop':
        return await stop(turn, id ?? '');
      case 'wish':
        return await wish(turn, id);
      case 'stop-programme':
        return await stopProgramme(turn, id ?? '');
      case 'list':
        return await showWishes(turn);
      case 'dates':
        return await showDates(turn);
      default:
        return undefined;
    }
  },
};

async function stop(turn: Turn, applicationId: string): Promise<Reply> {
  const { tx, ids, person, words, now } = turn;
  // A key is whatever a platform sent.
  const draft = z.uuid().safeParse(applicationId).success ? await findDraft(tx, applicationId) : undefined;
  if (draft === undefined || draft.personId !== person.id) {
    return { paragraphs: [words.t('jobs:draft.noDraft')], choices: [wayOn(turn)] };
  }
  await stopDraftReminders(tx, { id: ids.next(), applicationId, personId: person.id, now });
  // Nothing more is said of its end, so it is said now.
  const endsAt = new Date(draft.touchedAt.getTime() + DRAFT_LIFE.lifeDays * DAY_MS);
  return {
    paragraphs: [words.t('jobs:draft.stopSaid', { day: sayDay(words, wordsForTime({ at: endsAt, now })) })],
    choices: [{ key: `register:continue:${applicationId}`, label: words.t('jobs:draft.resume') }, wayOn(turn)],
  };
}
