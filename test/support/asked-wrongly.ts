import { randomUUID } from 'node:crypto';
import type { AnswerTrace } from '../../records/answer-trace.ts';
import type { Db } from '../../records/database.ts';
import { createHandoff, type HandoffKind } from '../../records/handoffs.ts';
import { addPerson } from './office-people.ts';

/** How a question about used machines was understood. */
export const TRACE: AnswerTrace = {
  kind: 'answer',
  read: 'may cu co duoc ho tro khong',
  articles: [
    { id: 'new-machine-only', title: 'Máy cũ có được không', certainty: 'verified', reviewedOn: '2026-11-22' },
  ],
  candidates: [
    { id: 'new-machine-only', title: 'Máy cũ có được không', confidence: 0.72 },
    { id: 'machine-rate', title: 'Mua máy được hỗ trợ bao nhiêu', confidence: 0.18 },
    { id: 'what-can-be-supported', title: 'Những gì được hỗ trợ', confidence: 0.04 },
  ],
  confidence: 0.72,
  thresholds: { answer: 0.6, margin: 0.1, offer: 0.4, join: 0.05 },
  libraryVersion: '3f9802d1aa20',
  provinceCode: '19',
  date: '2026-11-23',
};

/** Somebody's question that came to the officers, with what the assistant made of it and said back. */
export async function addAsked(
  db: Db,
  asked: {
    kind?: HandoffKind;
    text: string;
    reply: string;
    trace?: object | null;
    at: Date;
    promisedAt?: Date;
    name?: string;
  },
): Promise<{ id: string; personId: string; contactId: string }> {
  const { kind = 'wrong-answer', text, reply, trace = TRACE, at, promisedAt, name = 'Phùng Thị Xuân' } = asked;
  const { personId, contactId } = await addPerson(db, { name, wroteAt: at });
  const ids = { id: randomUUID(), platformMessageId: randomUUID(), channel: 'web-chat', account: 'main' };
  const { seq } = await db.inboundMessage.create({
    data: {
      ...{ ...ids, contactId, personId, kind: 'text', text, receivedAt: at, handledAt: at },
      ...(trace === null ? {} : { trace }),
    },
  });
  const times = { notBefore: at, createdAt: at, claimedAt: at, settledAt: at };
  const content = { text: reply, choices: [{ key: `ask:wrong:${seq}`, label: 'Chưa đúng' }] };
  await db.delivery.create({
    data: {
      ...{ id: randomUUID(), key: `reply/${ids.id}`, personId, contactId, kind: 'reply', status: 'sent', content },
      ...times,
    },
  });
  const id = randomUUID();
  await createHandoff(db, { id, personId, kind, text, inboundSeq: seq, now: at, promisedAt });
  return { id, personId, contactId };
}
