import type { Ids } from '../core/ids.ts';
import { mustBeKept } from '../core/people-data/must-be-kept.ts';
import { Prisma } from '../generated/prisma/client.ts';
import { actOnApplication } from './application-actions.ts';
import { lockApplication } from './application-events.ts';
import { forgetCertificates } from './certificates.ts';
import { withdrawConsents } from './consents.ts';
import { endDataRequests, recordDeletion } from './data-requests.ts';
import type { Db, Tx } from './database.ts';
import { holdDossiers } from './establishment-holds.ts';
import { leaveAllEstablishments } from './establishment-members.ts';
import { refreshEstablishment } from './establishments.ts';
import { forgetName, holdLanesOfTold } from './forget-name.ts';
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

export async function summariseHeldData(tx: Db | Tx, personId: string): Promise<HeldData> {
  const [messages, first, requests, questions, photos, topics] = [
    await tx.inboundMessage.count({ where: { personId, text: { not: null } } }),
    await tx.inboundMessage.findFirst({ where: { personId, text: { not: null } }, orderBy: { seq: 'asc' } }),
    await tx.application.count({ where: { personId, answers: { some: {} } } }),
    await tx.humanHandoff.count({ where: { personId } }),
    await tx.storedFile.count({ where: { personId, removedAt: null } }),
    await tx.personInterest.count({ where: { personId } }),
  ];
  return { messages, since: first?.receivedAt ?? null, requests, questions, photos, topics };
}

/** Of a person's dossiers, those that a deletion must leave; see `mustBeKept`. */
export async function listKeptDossiers(tx: Db | Tx, personId: string): Promise<{ id: string; code: string }[]> {
  const rows = await tx.application.findMany({
    where: { personId, code: { not: null } },
    orderBy: { createdAt: 'asc' },
    select: { id: true, code: true, events: { select: { kind: true } } },
  });
  return rows.flatMap(({ id, code, events }) => (code !== null && mustBeKept(events) ? [{ id, code }] : []));
}

/** True in SQL of a file `f` that no dossier of these names: such a file goes with the rest. */
export const isNamedNowhereSql = (dossierIds: readonly string[]): Prisma.Sql => Prisma.sql`(
  NOT EXISTS (SELECT 1 FROM "ApplicationAnswer" v
    WHERE v."applicationId" = ANY(${[...dossierIds]}::uuid[]) AND strpos(v."value"::text, f."id"::text) > 0)
  AND NOT EXISTS (SELECT 1 FROM "ApplicationEvent" e
    WHERE e."applicationId" = ANY(${[...dossierIds]}::uuid[]) AND strpos(e."data"::text, f."id"::text) > 0))`;

/**
 * Deletes what is held of a person, at once: their words, answers, photos, questions, name, also where others were told it,
 * and the assistant's replies.
 * What stays is without their words: the codes of requests with their events, the record that consent was given and
 * withdrawn, that they acted for an establishment, and that the deletion was asked for and done. A dossier that must be
 * kept (`listKeptDossiers`) stays whole, with the photos it names; its codes are returned. The photos' bytes go with the
 * next sweep of orphan files. `requestId`: the request it fulfils, which an officer may have written down before;
 * `officerId`: who does it for a person who asked by phone or on paper.
 */
export async function erasePerson(
  tx: Tx,
  options: {
    personId: string;
    requestId: string;
    eventId: () => string;
    channel?: string;
    officerId?: string;
    now: Date;
  },
): Promise<{ kept: string[] }> {
  const { personId, requestId, eventId, channel, officerId, now } = options;
  const where = { personId };
  await holdLanesOfTold(tx, personId);
  // Officers may be merging an establishment of theirs: its dossiers are where they are until this is done.
  await holdDossiers(tx, [personId]);
  const kept = await listKeptDossiers(tx, personId);
  const keptIds = kept.map(({ id }) => id);
  // What came in while an officer does this is answered afterwards, as the words of a new acquaintance.
  const said = officerId === undefined ? where : { personId, handledAt: { not: null } };
  await tx.inboundMessage.updateMany({ where: said, data: { text: null, choiceKey: null, fileIds: [], trace: {} } });
  await tx.delivery.updateMany({
    where: { personId, status: { in: ['waiting'] } },
    data: { status: 'skipped', reason: 'erased', settledAt: now },
  });
  await tx.delivery.updateMany({ where, data: { content: { text: '', choices: [] } } });
  await tx.humanHandoff.deleteMany({ where });
  // In a turn the conversation is kept by it, and begins anew there.
  if (officerId !== undefined) await tx.conversation.deleteMany({ where });
  await tx.$executeRaw`
    DELETE FROM "StoredFile" f WHERE f."personId" = ${personId}::uuid AND ${isNamedNowhereSql(keptIds)}`;
  await tx.linkCode.deleteMany({ where });
  await tx.dataCopyLink.deleteMany({ where });
  await tx.reminderWish.deleteMany({ where });
  await tx.followedTopic.deleteMany({ where });
  await tx.reminderAgain.deleteMany({ where });
  await tx.dossierReminder.deleteMany({ where: { application: { personId } } });
  await forgetInterests(tx, personId);
  const applications = await tx.application.findMany({
    where: { personId, id: { notIn: keptIds } },
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
        ...(officerId === undefined ? { actorKind: 'person' } : { actorKind: 'officer', actorId: officerId }),
        requestId: `erase/${requestId}`,
      },
    });
  }
  for (const id of [...new Set(applications.flatMap(({ establishmentId }) => establishmentId ?? []))].sort()) {
    await refreshEstablishment(tx, { id, now });
  }
  await forgetName(tx, personId);
  await leaveAllEstablishments(tx, { personId, now });
  await forgetCertificates(tx, { personId });
  await withdrawConsents(tx, { personId, now });
  await endDataRequests(tx, { personId, deletionId: requestId, now });
  const codes = kept.map(({ code }) => code);
  await recordDeletion(tx, { id: requestId, personId, channel, officerId, now, kept: codes });
  await tx.person.update({
    where: { id: personId },
    data: {
      ...{ displayName: null, communeCode: null, provinceCode: null, wantsNews: false, followOfferedAt: null },
      // Whose dossier goes on must still be reached about it.
      erasedAt: kept.length === 0 ? now : null,
    },
  });
  return { kept: codes };
}

/** Takes away the answers of drafts that were never sent; each is left as put away. Returns how many. */
export async function eraseDrafts(
  tx: Tx,
  { personId, requestId, ids, now }: { personId: string; requestId: string; ids: Ids; now: Date },
): Promise<number> {
  const drafts = await tx.application.findMany({ where: { personId, code: null }, select: { id: true } });
  let count = 0;
  for (const { id } of drafts) {
    const { status } = await lockApplication(tx, id);
    if (status === 'draft') {
      await actOnApplication(tx, {
        ...{ id, requestId: `withdraw-consent/${requestId}`, now, ids },
        action: 'discard',
        actor: { kind: 'person', id: personId },
      });
      count += 1;
    }
    await tx.applicationAnswer.deleteMany({ where: { applicationId: id } });
  }
  return count;
}
