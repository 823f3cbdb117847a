import * as z from 'zod';
import type { HappenedEvent } from './event.ts';
import { isStatusEvent, statusOf } from './status.ts';

/** What a `returned` event carries. */
export const returnedData = z.object({
  items: z.array(z.object({ questionId: z.string(), remark: z.string() })),
  message: z.string().optional(),
});
export type ReturnedData = z.infer<typeof returnedData>;

export type ReturnedItem = {
  questionId: string;
  /** What the officer says is missing. */
  remark: string;
  returnedAt: Date;
  /** Not answered since it came back. */
  isOpen: boolean;
};

/** When each question was answered last, by its id. */
type AnswerTimes = Record<string, { answeredAt: Date } | undefined>;

/**
 * What the person has to mend now, in the order in which it came back; nothing unless the dossier waits for it. An item
 * that was returned twice is there once, with the later remark. Events are in order, oldest first.
 */
export function returnedItems(events: readonly HappenedEvent[], answers: AnswerTimes): ReturnedItem[] {
  return statusOf(events) === 'needs-papers' ? lastReturnedItems(events, answers) : [];
}

/** The same of the last time that items came back, also when the dossier was sent again or decided since. */
export function lastReturnedItems(events: readonly HappenedEvent[], answers: AnswerTimes): ReturnedItem[] {
  const last = events.findLastIndex(({ kind }) => kind === 'returned');
  const before = events.slice(0, last + 1).findLastIndex(({ kind }) => endsRound(kind));
  const items = new Map<string, ReturnedItem>();
  for (const { kind, at, data } of events.slice(before + 1, last + 1)) {
    const parsed = kind === 'returned' ? returnedData.safeParse(data) : undefined;
    for (const { questionId, remark } of parsed?.data?.items ?? []) {
      const answeredAt = answers[questionId]?.answeredAt;
      items.set(questionId, {
        questionId,
        remark,
        returnedAt: at,
        isOpen: answeredAt === undefined || answeredAt <= at,
      });
    }
  }
  return [...items.values()];
}

/** Taking and giving back change nothing of what is missing; everything else that changes the status does. */
function endsRound(kind: string): boolean {
  return isStatusEvent(kind) && kind !== 'returned' && kind !== 'claimed' && kind !== 'released';
}
