import * as z from 'zod';
import { OF_OWNER } from '../programmes/establishment.ts';
import type { ApplicationStatus } from './status.ts';

/** At whose word an answer is put right: the person's, by the way they told it, or the office's own that found a slip. */
export const CORRECTION_ASKED_BY = ['phone', 'visit', 'paper', 'office'] as const;
export type CorrectionAskedBy = (typeof CORRECTION_ASKED_BY)[number];

/** An answer as it was kept: its value in the shape of the field's kind, the person's own words, and when it was given. */
const kept = z.object({ value: z.json(), raw: z.string().nullable(), answeredAt: z.iso.datetime() });

/** What a `corrected` event carries. */
export const correctedData = z.object({
  questionId: z.string(),
  /** Null: there was no answer. */
  before: kept.nullable(),
  /** Null: the answer that had been put there was taken away again. */
  after: kept.nullable(),
  askedBy: z.enum(CORRECTION_ASKED_BY),
  reason: z.string(),
  /** The id of the event that is undone by this one. */
  undoes: z.string().optional(),
});
export type CorrectedData = z.infer<typeof correctedData>;

/** Until its sums are approved a request is what its answers say. */
const STILL_A_REQUEST: readonly ApplicationStatus[] = ['in-review', 'needs-papers', 'accepted', 'proposed', 'declined'];

/** Who is to be reached, and how: right at any time. Anything else of a project is changed by an amendment (facts 3.3). */
const WHOM_TO_REACH: readonly string[] = ['contact-name', 'phone', ...OF_OWNER, 'representative'];

/** Whether an officer may put this answer right now; of whom, and whether at all, is the table's to say (`correct`). */
export function mayCorrect({ status, questionId }: { status: ApplicationStatus; questionId: string }): boolean {
  return STILL_A_REQUEST.includes(status) || WHOM_TO_REACH.includes(questionId);
}

type Event = { id: string; kind: string; data?: unknown };
type KeptAnswer = { answeredAt: Date } | undefined;

/**
 * The correction that can be undone: the last one of its question, where the answer is still as it left it. What undid
 * another is a correction like any other, save that it is not undone: the answer is put right anew.
 */
export function findUndoable(
  { events, answers }: { events: readonly Event[]; answers: Readonly<Record<string, KeptAnswer>> },
  eventId: string,
): CorrectedData | undefined {
  const corrections = events.flatMap(({ id, kind, data }) => {
    const parsed = kind === 'corrected' ? correctedData.safeParse(data).data : undefined;
    return parsed === undefined ? [] : [{ id, ...parsed }];
  });
  const asked = corrections.find(({ id }) => id === eventId);
  if (asked === undefined || asked.undoes !== undefined || asked.after === null) return undefined;
  const last = corrections.findLast(({ questionId }) => questionId === asked.questionId);
  const answeredAt = answers[asked.questionId]?.answeredAt.toISOString();
  return last?.id === eventId && answeredAt === asked.after.answeredAt ? asked : undefined;
}
