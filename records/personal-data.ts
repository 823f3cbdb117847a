import { withdrawConsents } from './consents.ts';
import type { Tx } from './database.ts';
import { leaveAllEstablishments } from './establishment-members.ts';
import { refreshEstablishment } from './establishments.ts';
import { forgetInterests } from './interests.ts';

/** How much is held of a person. */
export type HeldData = {
  messages: number;
  since: Date | null;
  requests: number;
  questions: number;
  photos: number;
  /** What they asked about, kept for news. */
  topics: number;
};

export async function summariseHeldData(tx: Tx, personId: string): Promise<HeldData> {
  const [messages, first, requests, questions, photos, topics] = [
    await tx.inboundMessage.count({ where: { personId, text: { not: null } } }),
    await tx.inboundMessage.findFirst({ where: { personId, text: { not: null } }, orderBy: { seq: 'asc' } }),
    await tx.application.count({ where: { personId, answers: { some: {} } } }),
    await tx.humanHandoff.count({ where: { personId } }),
    await tx.storedFile.count({ where: { personId } }),
    await tx.personInterest.count({ where: { personId } }),
  ];
  return { messages, since: first?.receivedAt ?? null, requests, questions, photos, topics };
}

/**
 * Deletes what is held of a person, at once: their words, answers, photos, questions, name and the assistant's replies.
 * What stays is without their words: the codes of requests with their events, the record that consent was given and
 * withdrawn, that they acted for an establishment, and that the deletion was asked for and done. The photos' bytes go with the next sweep of orphan files.
 */
export async function erasePerson(
  tx: Tx,
  { personId, requestId, eventId, now }: { personId: string; requestId: string; eventId: () => string; now: Date },
): Promise<void> {
  const where = { personId };
  await tx.inboundMessage.updateMany({ where, data: { text: null, choiceKey: null, fileIds: [], trace: {} } });
  await tx.delivery.updateMany({
    where: { personId, status: { in: ['waiting'] } },
    data: { status: 'skipped', reason: 'erased', settledAt: now },
  });
  await tx.delivery.updateMany({ where, data: { content: { text: '', choices: [] } } });
  await tx.humanHandoff.deleteMany({ where });
  await tx.storedFile.deleteMany({ where });
  await tx.linkCode.deleteMany({ where });
  await tx.reminderWish.deleteMany({ where });
  await forgetInterests(tx, personId);
  const applications = await tx.application.findMany({
    where,
    select: { id: true, establishmentId: true, _count: { select: { events: true } } },
  });
  for (const application of applications) {
    await tx.applicationAnswer.deleteMany({ where: { applicationId: application.id } });
    await tx.applicationEvent.updateMany({ where: { applicationId: application.id }, data: { data: {} } });
    await tx.applicationEvent.create({
      data: {
        id: eventId(),
        applicationId: application.id,
        seq: application._count.events + 1,
        kind: 'erased',
        at: now,
        actorKind: 'person',
        requestId: `erase/${requestId}`,
      },
    });
  }
  for (const id of new Set(applications.flatMap(({ establishmentId }) => establishmentId ?? []))) {
    await refreshEstablishment(tx, { id, now });
  }
  await leaveAllEstablishments(tx, { personId, now });
  await withdrawConsents(tx, { personId, now });
  await tx.dataSubjectRequest.create({ data: { id: requestId, personId, kind: 'delete', at: now, doneAt: now } });
  await tx.person.update({
    where: { id: personId },
    data: { displayName: null, communeCode: null, provinceCode: null, wantsNews: false, erasedAt: now },
  });
}
