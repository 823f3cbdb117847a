import { type Explanation, explainDecision, type Sureness, surenessOf } from '../../core/answers/explain-decision.ts';
import { type AnswerTrace, findAskedMessage } from '../../records/answer-trace.ts';
import type { Db } from '../../records/database.ts';
import type { QuestionDetail } from '../../records/question-detail.ts';

/** Why the assistant answered a question so, or did not. */
export type Why =
  /** The assistant was never asked: these words went to the officers at once. */
  | { kind: 'not-asked' }
  /** It was, and what is kept of it was taken away in time. */
  | { kind: 'gone'; reply: string | null }
  | {
      kind: 'kept';
      at: Date;
      /** What it said back. */
      reply: string | null;
      explanation: Explanation;
      trace: Omit<AnswerTrace, 'candidates'> & {
        candidates: (AnswerTrace['candidates'][number] & { sureness: Sureness; isTold: boolean })[];
      };
    };

export async function findWhy(
  db: Db,
  { personId, inboundSeq }: Pick<QuestionDetail, 'personId' | 'inboundSeq'>,
): Promise<Why> {
  const message = inboundSeq === null ? undefined : await findAskedMessage(db, { personId, seq: inboundSeq });
  if (message === undefined || message.traceState === 'none') return { kind: 'not-asked' };
  const { trace, receivedAt: at, reply = null } = message;
  if (trace === undefined) return { kind: 'gone', reply };
  const told = new Set(trace.articles.map(({ id }) => id));
  const candidates = trace.candidates.map((candidate) => ({
    ...candidate,
    sureness: surenessOf(candidate.confidence),
    isTold: told.has(candidate.id),
  }));
  return { kind: 'kept', at, reply, explanation: explainDecision(trace), trace: { ...trace, candidates } };
}
