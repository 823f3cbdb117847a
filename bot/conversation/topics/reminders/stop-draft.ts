import { z } from 'zod';
import { DRAFT_LIFE } from '../../../../core/schedule/draft-life.ts';
import { wordsForTime } from '../../../../core/schedule/words-for-time.ts';
import { sayDay } from '../../../../locales/say-time.ts';
import { findDraft, stopDraftReminders } from '../../../../records/drafts-due.ts';
import type { Reply, Turn } from '../../topic.ts';
import { wayOn } from '../link/ask-join.ts';

const DAY_MS = 24 * 3_600_000;

/** "Đừng nhắc nữa" under a reminder of an unsent request. */
export async function stopDraft(turn: Turn, applicationId: string): Promise<Reply> {
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
