import type { Db, Tx } from './database.ts';
import { notify } from './signals.ts';

export type NewHandoff = {
  id: string;
  personId: string;
  /** question: the assistant did not know; meet: the person asked for an officer. */
  kind: 'question' | 'meet';
  text: string;
  /** The message it came from, so that officers can see what was said before. */
  inboundSeq?: number;
  now: Date;
  promisedAt?: Date;
};

/** Keeps a question for the officers and tells the console. */
export async function createHandoff(tx: Db | Tx, handoff: NewHandoff): Promise<void> {
  const { now, ...fields } = handoff;
  await tx.humanHandoff.create({ data: { ...fields, askedAt: now } });
  await notify(tx, 'console', 'handoff');
}
