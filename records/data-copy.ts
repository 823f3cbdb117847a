import type { Db } from './database.ts';

/** All that is held of a person, as it stands in the database; officers are named by what they are, not by who. */
export type PersonData = NonNullable<Awaited<ReturnType<typeof findPersonData>>>;

/** Reads it in one look at the database, so that its parts belong together. Undefined when there is no such person. */
export async function findPersonData(db: Db, personId: string) {
  return await db.$transaction(
    async (tx) => {
      const person = await tx.person.findUnique({
        where: { id: personId },
        select: {
          ...{ displayName: true, locale: true, wantsNews: true, provinceCode: true, communeCode: true },
          ...{ createdAt: true, erasedAt: true, isSample: true },
        },
      });
      if (person === null) return undefined;
      const where = { personId };
      return {
        person,
        channels: await tx.contact.findMany({
          where,
          orderBy: { createdAt: 'asc' },
          select: { channel: true, address: true, state: true, createdAt: true, lastInboundAt: true },
        }),
        youSaid: await tx.inboundMessage.findMany({
          where,
          orderBy: { seq: 'asc' },
          select: {
            receivedAt: true,
            channel: true,
            kind: true,
            text: true,
            choiceKey: true,
            fileIds: true,
            trace: true,
          },
        }),
        weSaid: await tx.delivery.findMany({
          where,
          orderBy: { seq: 'asc' },
          select: { createdAt: true, kind: true, status: true, content: true },
        }),
        remembered: await tx.conversation.findMany({ where, select: { state: true, updatedAt: true } }),
        requests: await tx.application.findMany({
          where,
          orderBy: { createdAt: 'asc' },
          select: {
            ...{ code: true, programme: true, createdAt: true },
            answers: {
              orderBy: { answeredAt: 'asc' },
              select: { questionId: true, value: true, raw: true, answeredAt: true },
            },
            events: { orderBy: { seq: 'asc' }, select: { kind: true, at: true, actorKind: true, data: true } },
          },
        }),
        establishments: await tx.establishmentMember.findMany({
          where,
          select: {
            ...{ role: true, consent: true, joinedAt: true, endedAt: true },
            establishment: {
              select: {
                answers: { select: { questionId: true, value: true, answeredAt: true } },
                certificates: {
                  orderBy: { createdAt: 'asc' },
                  select: {
                    ...{ number: true, level: true, product: true, issuedOn: true, validUntil: true, leads: true },
                    ...{ createdAt: true, updatedAt: true, endedAt: true, endedWhy: true },
                    revisions: {
                      orderBy: { revision: 'asc' },
                      select: {
                        number: true,
                        level: true,
                        product: true,
                        issuedOn: true,
                        validUntil: true,
                        keptAt: true,
                      },
                    },
                  },
                },
              },
            },
          },
        }),
        invitations: await tx.establishmentInvitation.findMany({
          where,
          select: { createdAt: true, expiresAt: true, role: true, decidedAt: true },
        }),
        questions: await tx.humanHandoff.findMany({
          where,
          orderBy: { askedAt: 'asc' },
          select: { kind: true, text: true, status: true, askedAt: true, answer: true, answeredAt: true },
        }),
        consents: await tx.consentRecord.findMany({
          where,
          orderBy: { at: 'asc' },
          select: { purpose: true, textVersion: true, granted: true, channel: true, at: true, withdrawnAt: true },
        }),
        reminders: await tx.reminderWish.findMany({
          where,
          select: { programme: true, leads: true, createdAt: true, stoppedAt: true },
        }),
        remindersAgain: await tx.reminderAgain.findMany({
          where,
          orderBy: { createdAt: 'asc' },
          select: { subject: true, dueAt: true, createdAt: true, outcome: true, doneAt: true },
        }),
        follows: await tx.followedTopic.findMany({
          where,
          orderBy: { startedAt: 'asc' },
          select: { topic: true, wanted: true, textVersion: true, channel: true, startedAt: true, endedAt: true },
        }),
        certificateReminders: await tx.certificateReminder.findMany({
          where,
          orderBy: { at: 'asc' },
          select: { which: true, dueAt: true, outcome: true, at: true, certificate: { select: { number: true } } },
        }),
        interests: await tx.personInterest.findMany({ where, select: { topic: true, lastAskedAt: true } }),
        dataRequests: await tx.dataSubjectRequest.findMany({
          where,
          orderBy: { at: 'asc' },
          select: {
            ...{ kind: true, text: true, channel: true, at: true, state: true, answerBy: true, doBy: true },
            ...{ extendedTo: true, extensionReason: true, doneAt: true, outcome: true, facts: true },
          },
        }),
        photos: await tx.storedFile.findMany({
          where,
          orderBy: { createdAt: 'asc' },
          select: { id: true, key: true, mediaType: true, createdAt: true, removedAt: true, removedWhy: true },
        }),
        /** Codes and links are secrets that were used or are over: only when they were made is told. */
        codes: await tx.linkCode.findMany({ where, select: { createdAt: true, usedAt: true } }),
        copyLinks: await tx.dataCopyLink.findMany({ where, select: { createdAt: true, usedAt: true } }),
      };
    },
    { isolationLevel: 'RepeatableRead', timeout: 30_000 },
  );
}
