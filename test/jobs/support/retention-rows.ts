import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll } from 'vitest';
import { RETENTION, retentionCutoffs } from '../../../core/schedule/retention.ts';
import { type RetentionRuleName, removeExpired } from '../../../records/retention.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { office, openVillage, type Village } from './village.ts';

export const now = office('2028-02-29 09:00:00');
export const cutoffs = retentionCutoffs(now, RETENTION);
export const moment = (base: Date, ms: number): Date => new Date(base.getTime() + ms);
const NOTHING_SAID = { text: '', choices: [] };

/** A village for the tests of one file, with what each rule of retention is for. */
export function prepareRetention() {
  let database: TestDatabase;
  let village: Village;
  beforeAll(async () => {
    database = await createTestDatabase();
    village = await openVillage(database.url);
  });
  afterAll(async () => {
    await village.close();
    await database.drop();
  });

  return {
    rows: rowsOf(() => village),
    clean: () => removeExpired(village.db, cutoffs),
    get village() {
      return village;
    },
  };
}

export async function addEvent(village: Village, applicationId: string, kind: string, at: Date): Promise<void> {
  await village.db.applicationEvent.create({
    data: { id: randomUUID(), applicationId, seq: 2, kind, at, actorKind: 'system', requestId: kind },
  });
}

type Kept = { at: (when: Date, isSample?: boolean) => Promise<string>; isGone: (id: string) => Promise<boolean> };

/** For each rule: how to write one row of what it is for, and how to see that it is gone. */
function rowsOf(village: () => Village): Record<RetentionRuleName, { cutoff: Date } & Kept> {
  return {
    'message-texts': {
      cutoff: cutoffs.messages,
      at: async (receivedAt, isSample) => {
        const person = await village().addPerson({ isSample });
        return village().addInbound({ ...person, receivedAt, text: 'may say mien' });
      },
      isGone: async (id) => (await village().db.inboundMessage.findUniqueOrThrow({ where: { id } })).text === null,
    },
    'sent-texts': {
      cutoff: cutoffs.messages,
      at: async (createdAt, isSample) => {
        const { personId, contactId } = await village().addPerson({ isSample });
        const id = randomUUID();
        const content = { text: 'Máy sấy 400 triệu', choices: [] };
        await village().db.delivery.create({
          data: {
            id,
            key: id,
            personId,
            contactId,
            kind: 'reply',
            content,
            status: 'sent',
            notBefore: createdAt,
            createdAt,
          },
        });
        return id;
      },
      isGone: async (id) => {
        const row = await village().db.delivery.findUniqueOrThrow({ where: { id } });
        return JSON.stringify(row.content) === JSON.stringify(NOTHING_SAID);
      },
    },
    questions: {
      cutoff: cutoffs.messages,
      at: async (answeredAt, isSample) => {
        const { personId } = await village().addPerson({ isSample });
        const id = randomUUID();
        // Asked long before: what counts is when it was dealt with.
        const askedAt = moment(answeredAt, -1_000_000);
        const question = { text: 'hoi', status: 'answered', answer: 'dap', askedAt, answeredAt };
        await village().db.humanHandoff.create({ data: { id, personId, kind: 'question', ...question } });
        return id;
      },
      isGone: async (id) => {
        const { text, answer } = await village().db.humanHandoff.findUniqueOrThrow({ where: { id } });
        return text === '' && answer === '';
      },
    },
    conversations: {
      cutoff: cutoffs.messages,
      at: async (updatedAt, isSample) => {
        const { personId } = await village().addPerson({ isSample });
        await village().db.conversation.create({ data: { personId, state: {}, updatedAt } });
        return personId;
      },
      isGone: async (personId) => (await village().db.conversation.count({ where: { personId } })) === 0,
    },
    traces: {
      cutoff: cutoffs.traces,
      at: async (receivedAt, isSample) => {
        const person = await village().addPerson({ isSample });
        return village().addInbound({ ...person, receivedAt, text: 'x', trace: { read: 'x' } });
      },
      isGone: async (id) => (await village().db.inboundMessage.findUniqueOrThrow({ where: { id } })).trace === null,
    },
    interests: {
      cutoff: cutoffs.messages,
      at: async (lastAskedAt, isSample) => {
        const { personId } = await village().addPerson({ isSample });
        await village().db.personInterest.create({ data: { personId, topic: 'machine', lastAskedAt } });
        return personId;
      },
      isGone: async (personId) => (await village().db.personInterest.count({ where: { personId } })) === 0,
    },
    'unsent-requests': {
      cutoff: cutoffs.unsentRequests,
      at: async (endedAt, isSample) => {
        const { applicationId } = await village().addDraft({ touchedAt: moment(endedAt, -1_000_000), isSample });
        await addEvent(village(), applicationId, 'expired', endedAt);
        return applicationId;
      },
      isGone: async (applicationId) => (await village().db.applicationAnswer.count({ where: { applicationId } })) === 0,
    },
    'held-updates': {
      cutoff: cutoffs.messages,
      at: async (heldAt) => {
        const platformMessageId = randomUUID();
        const chat = { channel: 'zalo-bot', account: '1', address: 'a' };
        const update = { event_name: 'message.image.received' };
        await village().db.heldUpdate.create({ data: { ...chat, platformMessageId, update, heldAt } });
        return platformMessageId;
      },
      isGone: async (platformMessageId) =>
        (await village().db.heldUpdate.count({ where: { platformMessageId } })) === 0,
    },
    'web-chat-sessions': {
      cutoff: cutoffs.webChatSessions,
      at: async (lastSeenAt, isSample) => {
        const id = randomUUID();
        const { personId } = await village().addPerson({ isSample });
        const contact = { id: randomUUID(), personId, channel: 'web-chat', account: 'chat', address: id };
        await village().db.contact.create({ data: { ...contact, createdAt: lastSeenAt } });
        await village().db.webChatSession.create({ data: { id, secretHash: id, createdAt: lastSeenAt, lastSeenAt } });
        return id;
      },
      isGone: async (id) => (await village().db.webChatSession.count({ where: { id } })) === 0,
    },
    'officer-sessions': {
      cutoff: cutoffs.expiry,
      at: async (expiresAt) => {
        const id = randomUUID();
        const userId = randomUUID();
        const dates = { createdAt: expiresAt, updatedAt: expiresAt };
        await village().db.user.create({
          data: { id: userId, name: 'x', email: `${id}@example.vn`, emailVerified: true, ...dates },
        });
        await village().db.session.create({ data: { id, token: id, expiresAt, userId, ...dates } });
        return id;
      },
      isGone: async (id) => (await village().db.session.count({ where: { id } })) === 0,
    },
    verifications: {
      cutoff: cutoffs.expiry,
      at: async (expiresAt) => {
        const id = randomUUID();
        const dates = { createdAt: expiresAt, updatedAt: expiresAt };
        await village().db.verification.create({ data: { id, identifier: 'x', value: 'x', expiresAt, ...dates } });
        return id;
      },
      isGone: async (id) => (await village().db.verification.count({ where: { id } })) === 0,
    },
    'admin-links': {
      cutoff: cutoffs.expiry,
      at: async (expiresAt) => {
        const tokenHash = randomUUID();
        await village().db.adminLink.create({ data: { tokenHash, createdAt: expiresAt, expiresAt } });
        return tokenHash;
      },
      isGone: async (tokenHash) => (await village().db.adminLink.count({ where: { tokenHash } })) === 0,
    },
    'link-codes': {
      cutoff: cutoffs.links,
      at: async (expiresAt) => {
        const { personId } = await village().addPerson();
        const id = randomUUID();
        await village().db.linkCode.create({ data: { id, personId, codeHash: id, createdAt: expiresAt, expiresAt } });
        return id;
      },
      isGone: async (id) => (await village().db.linkCode.count({ where: { id } })) === 0,
    },
    'wrong-link-codes': {
      cutoff: cutoffs.links,
      at: async (at) => {
        const { contactId } = await village().addPerson();
        const id = randomUUID();
        await village().db.wrongLinkCode.create({ data: { id, contactId, at } });
        return id;
      },
      isGone: async (id) => (await village().db.wrongLinkCode.count({ where: { id } })) === 0,
    },
    invitations: {
      cutoff: cutoffs.links,
      at: async (expiresAt) => {
        const { personId } = await village().addPerson();
        const id = randomUUID();
        const establishmentId = randomUUID();
        await village().db.establishment.create({
          data: { id: establishmentId, createdAt: expiresAt, updatedAt: expiresAt },
        });
        await village().db.establishmentInvitation.create({
          data: { id, establishmentId, personId, codeHash: id, createdAt: expiresAt, expiresAt },
        });
        return id;
      },
      isGone: async (id) => (await village().db.establishmentInvitation.count({ where: { id } })) === 0,
    },
    'copy-links': {
      cutoff: cutoffs.links,
      at: async (expiresAt) => {
        const { personId } = await village().addPerson();
        const tokenHash = randomUUID();
        const link = { tokenHash, personId, requestId: randomUUID(), createdAt: expiresAt, expiresAt };
        await village().db.dataCopyLink.create({ data: link });
        return tokenHash;
      },
      isGone: async (tokenHash) => (await village().db.dataCopyLink.count({ where: { tokenHash } })) === 0,
    },
    'data-requests': {
      cutoff: cutoffs.messages,
      at: async (doneAt, isSample) => {
        const { personId } = await village().addPerson({ isSample });
        const id = randomUUID();
        const request = { kind: 'correct', text: 'sai ten', outcome: 'da sua', at: doneAt, doneAt };
        await village().db.dataSubjectRequest.create({ data: { id, personId, ...request } });
        return id;
      },
      isGone: async (id) => {
        const { text, outcome } = await village().db.dataSubjectRequest.findUniqueOrThrow({ where: { id } });
        return text === '' && outcome === '';
      },
    },
    'joined-people': {
      cutoff: cutoffs.links,
      at: async (joinedAt) => {
        const { personId } = await village().addPerson();
        const id = randomUUID();
        await village().db.person.create({ data: { id, createdAt: joinedAt, joinedAt, joinedIntoId: personId } });
        return id;
      },
      isGone: async (id) => (await village().db.person.count({ where: { id } })) === 0,
    },
  };
}
