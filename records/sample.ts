import type { Ids } from '../core/ids.ts';
import type { Prisma } from '../generated/prisma/client.ts';
import type { Db, Tx } from './database.ts';
import { settleEstablishment } from './establishments.ts';

export type SampleMessage = { id: string; from: 'person' | 'centre'; text: string; at: Date };

export type SampleRequest = {
  id: string;
  code: string;
  programme: string;
  form: { id: string; version: number };
  answers: { questionId: string; value: Prisma.InputJsonValue; raw: string }[];
  submittedAt: Date;
  /** When an officer took it, if one did. */
  claimedAt?: Date;
};

export type SamplePerson = {
  id: string;
  contactId: string;
  displayName: string;
  communeCode: string;
  metAt: Date;
  messages: SampleMessage[];
  request?: SampleRequest;
  question?: { id: string; text: string; askedAt: Date };
};

/** No channel has this name, so nothing can ever be sent to a sample person. */
const SAMPLE_CHANNEL = 'sample';

/** True while nobody has been here: no centre, no person, no officer. */
export async function isEmpty(db: Db): Promise<boolean> {
  const [centres, people, officers] = await Promise.all([db.centre.count(), db.person.count(), db.user.count()]);
  return centres + people + officers === 0;
}

/** Writes down the sample centre and its people with what they said and sent, all or nothing. */
export async function addSample(
  db: Db,
  sample: {
    centre: { name: string; provinceCode: string };
    people: readonly SamplePerson[];
    ids: Ids;
    now: Date;
  },
): Promise<void> {
  const { centre, people, ids, now } = sample;
  await db.$transaction(async (tx) => {
    await tx.centre.create({ data: { ...centre, isSample: true, createdAt: now, updatedAt: now } });
    for (const person of people) {
      await tx.person.create({
        data: {
          id: person.id,
          displayName: person.displayName,
          communeCode: person.communeCode,
          provinceCode: centre.provinceCode,
          isSample: true,
          createdAt: person.metAt,
        },
      });
      await addTalk(tx, person);
      if (person.request) await addRequest(tx, { person, request: person.request, ids });
      if (person.question) {
        await tx.humanHandoff.create({ data: { ...person.question, personId: person.id, kind: 'question' } });
      }
    }
  });
}

async function addTalk(tx: Tx, { id: personId, contactId, metAt, messages }: SamplePerson): Promise<void> {
  const contact = { channel: SAMPLE_CHANNEL, account: SAMPLE_CHANNEL };
  await tx.contact.create({
    data: { ...contact, id: contactId, personId, address: personId, createdAt: metAt, lastInboundAt: metAt },
  });
  for (const { id, from, text, at } of messages) {
    if (from === 'person') {
      const times = { receivedAt: at, handledAt: at };
      await tx.inboundMessage.create({
        data: { id, ...contact, platformMessageId: id, contactId, personId, kind: 'text', text, ...times },
      });
    } else {
      const times = { notBefore: at, createdAt: at, settledAt: at, seenAt: at };
      const content = { text, choices: [] };
      await tx.delivery.create({
        data: { id, key: `sample/${id}`, personId, contactId, kind: 'reply', content, status: 'sent', ...times },
      });
    }
  }
}

async function addRequest(
  tx: Tx,
  { person, request, ids }: { person: SamplePerson; request: SampleRequest; ids: Ids },
): Promise<void> {
  const { id, code, programme, form, answers, submittedAt, claimedAt } = request;
  const personId = person.id;
  const consent = { purpose: 'request', textVersion: 'sample', granted: true, channel: SAMPLE_CHANNEL };
  await tx.consentRecord.create({ data: { id: ids.next(), personId, ...consent, at: person.metAt } });
  const event = (kind: string, seq: number, at: Date, actorKind: string) => ({
    id: ids.next(),
    seq,
    kind,
    at,
    actorKind,
    requestId: `sample/${kind}`,
  });
  await tx.application.create({
    data: {
      id,
      code,
      personId,
      programme,
      formId: form.id,
      formVersion: form.version,
      createdAt: person.metAt,
      updatedAt: claimedAt ?? submittedAt,
      answers: { create: answers.map((answer) => ({ ...answer, answeredAt: person.metAt })) },
      events: {
        create: [
          event('started', 1, person.metAt, 'person'),
          event('submitted', 2, submittedAt, 'person'),
          ...(claimedAt ? [{ ...event('claimed', 3, claimedAt, 'officer'), actorId: SAMPLE_CHANNEL }] : []),
        ],
      },
    },
  });
  await settleEstablishment(tx, { applicationId: id, personId, now: submittedAt, ids });
}

/**
 * Takes the sample away: its people with all that is theirs, and the mark of the centre, which stays. What real people
 * wrote stays. Doing it again changes nothing.
 */
export async function removeSample(db: Db, now: Date): Promise<{ people: number; hadSampleCentre: boolean }> {
  return db.$transaction(async (tx) => {
    const { count: people } = await tx.person.deleteMany({ where: { isSample: true } });
    // One that was merged into another is empty too; it goes with that other.
    const isEmpty = { members: { none: {} }, applications: { none: {} }, mergedIntoId: null };
    await tx.establishment.deleteMany({ where: isEmpty });
    const centres = await tx.centre.updateMany({
      where: { isSample: true },
      data: { isSample: false, updatedAt: now },
    });
    return { people, hadSampleCentre: centres.count > 0 };
  });
}
