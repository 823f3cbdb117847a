import { z } from 'zod';
import type { Db, Tx } from './database.ts';

const shortTitle = z.object({ id: z.string(), title: z.string() });

const answerTrace = z.object({
  kind: z.enum(['answer', 'amount', 'choices', 'intent', 'none']),
  intent: z.string().optional(),
  /** The question as it was understood. The words that were typed are the message itself. */
  read: z.string(),
  /** The question stands in this message of the journal; this one only chose an article, by a button (maybe one without a question). */
  of: z.int().optional(),
  /** The message with the question before, which a follow-up may have leaned on. */
  before: z.int().optional(),
  /** What was told or offered, with how sure the source is and when it was last looked at. */
  articles: z.array(shortTitle.extend({ certainty: z.string(), reviewedOn: z.string() })),
  /** What was considered, the likeliest first; 0 to 1. Empty where a rule decided. */
  candidates: z.array(shortTitle.extend({ confidence: z.number() })),
  confidence: z.number(),
  /** The thresholds that were in force (core/answers/asking/confidence.ts). */
  thresholds: z.object({ answer: z.number(), margin: z.number(), offer: z.number(), join: z.number() }),
  libraryVersion: z.string(),
  /** For whom and for which day the answer was made. */
  provinceCode: z.string().optional(),
  date: z.string(),
  /** Where a sum was told: the price as it was read, and each rate with what it gave. */
  priceVnd: z.number().optional(),
  rates: z
    .array(
      z.object({
        id: z.string(),
        scope: z.enum(['national', 'local']),
        percent: z.number(),
        ceilingVnd: z.number(),
        amountVnd: z.number(),
        document: z.string(),
        article: z.string().optional(),
        certainty: z.string(),
      }),
    )
    .optional(),
});

/**
 * Why a question was answered so; kept with the inbound message, for as long as `RETENTION.traceDays` says. It holds the
 * words as they were read, so it goes with them when a person's data goes.
 */
export type AnswerTrace = z.infer<typeof answerTrace>;

/** Undefined for what is no trace of an answer: a form's, one of an earlier version, or one that retention took. */
export function readAnswerTrace(stored: unknown): AnswerTrace | undefined {
  return answerTrace.safeParse(stored).data;
}

/** A message of the journal that asked something, and what came back. */
export type AskedMessage = {
  seq: number;
  receivedAt: Date;
  /** What was typed; null for a button, and once retention took it. */
  typed: string | null;
  trace: AnswerTrace | undefined;
  /** none: it asked nothing of the assistant. gone: retention took it, or an earlier version wrote it. */
  traceState: 'kept' | 'gone' | 'none';
  /** The text of the reply; undefined when there was none or it was taken. */
  reply: string | undefined;
};

/** Only of that person: the number comes from a button that anybody could write by hand. */
export async function findAskedMessage(
  db: Db | Tx,
  { personId, seq }: { personId: string; seq: number },
): Promise<AskedMessage | undefined> {
  const rows = await db.$queryRaw<{ receivedAt: Date; typed: string | null; trace: unknown; reply: string | null }[]>`
    SELECT m."receivedAt", m."text" AS "typed", m."trace", d."content" ->> 'text' AS "reply"
    FROM "InboundMessage" m LEFT JOIN "Delivery" d ON d."key" = 'reply/' || m."id"::text
    WHERE m."seq" = ${seq} AND m."personId" = ${personId}::uuid`;
  const [row] = rows;
  if (row === undefined) return undefined;
  const { receivedAt, typed, reply } = row;
  const trace = readAnswerTrace(row.trace);
  return { seq, receivedAt, typed, trace, traceState: stateOf(row.trace, trace), reply: reply || undefined };
}

function stateOf(stored: unknown, trace: AnswerTrace | undefined): AskedMessage['traceState'] {
  if (trace !== undefined) return 'kept';
  return typeof stored === 'object' && stored !== null && Object.keys(stored).length === 0 ? 'none' : 'gone';
}
