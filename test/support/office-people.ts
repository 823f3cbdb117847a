import { randomUUID } from 'node:crypto';
import type { Db } from '../../records/database.ts';

export type Neighbour = { personId: string; contactId: string };

/** Somebody who wrote on the chat page at `wroteAt`. */
export async function addPerson(
  db: Db,
  person: { name?: string; wroteAt: Date; isSample?: boolean; channel?: string },
): Promise<Neighbour> {
  const { name, wroteAt, isSample = false, channel = 'web-chat' } = person;
  const contactId = randomUUID();
  const { id: personId } = await db.person.create({
    data: {
      id: randomUUID(),
      displayName: name,
      isSample,
      createdAt: wroteAt,
      contacts: {
        create: {
          ...{ id: contactId, channel, account: 'main', address: contactId },
          createdAt: wroteAt,
          lastInboundAt: wroteAt,
        },
      },
    },
  });
  return { personId, contactId };
}

export async function addRequest(
  db: Db,
  request: {
    personId: string;
    code: string;
    at: Date;
    answers?: Record<string, string | number | object>;
    said?: Record<string, string>;
  },
): Promise<string> {
  const { personId, code, at, answers = {}, said = {} } = request;
  const id = randomUUID();
  await db.application.create({
    data: {
      ...{ id, code, personId, programme: 'support-request', formId: 'request', formVersion: 1 },
      createdAt: at,
      updatedAt: at,
      answers: {
        create: Object.entries(answers).map(([questionId, value]) => ({
          questionId,
          value,
          raw: said[questionId] ?? (typeof value === 'string' ? value : null),
          answeredAt: at,
        })),
      },
      events: {
        create: ['started', 'submitted'].map((kind, seq) => ({
          ...{ id: randomUUID(), seq: seq + 1, kind, at, actorKind: 'person', requestId: `${kind}/${id}` },
        })),
      },
    },
  });
  return id;
}

export async function addQuestion(
  db: Db,
  question: { personId: string; text: string; at: Date; promisedAt?: Date; kind?: 'question' | 'meet' },
): Promise<string> {
  const { personId, text, at, promisedAt, kind = 'question' } = question;
  const id = randomUUID();
  await db.humanHandoff.create({ data: { id, personId, kind, text, askedAt: at, promisedAt } });
  return id;
}
