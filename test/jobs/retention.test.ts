import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RETENTION, retentionCutoffs } from '../../core/schedule/retention.ts';
import { runPeriodicWork } from '../../jobs/run-periodic-work.ts';
import { gatherStrays } from '../../records/join-people.ts';
import { countExpired, type RetentionRuleName, removeExpired } from '../../records/retention.ts';
import { countStrayFiles, storeFile } from '../../records/stored-files.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { office, openVillage, type Village } from './support/village.ts';

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

const now = office('2028-02-29 09:00:00');
const cutoffs = retentionCutoffs(now, RETENTION);
const moment = (base: Date, ms: number): Date => new Date(base.getTime() + ms);
const NOTHING_SAID = { text: '', choices: [] };

it('counts months on the calendar of the office', () => {
  expect(cutoffs.messages).toEqual(office('2027-02-28 09:00:00'));
  expect(cutoffs.traces).toEqual(office('2027-12-01 09:00:00'));
  expect(retentionCutoffs(office('2027-11-24 09:00:00'), RETENTION).messages).toEqual(office('2026-11-24 09:00:00'));
});

type Kept = { at: (when: Date, isSample?: boolean) => Promise<string>; isGone: (id: string) => Promise<boolean> };

/** How to write one row of what a rule is for, and how to see that it is gone. */
const rows: Record<RetentionRuleName, { cutoff: Date } & Kept> = {
  'message-texts': {
    cutoff: cutoffs.messages,
    at: async (receivedAt, isSample) => {
      const person = await village.addPerson({ isSample });
      return village.addInbound({ ...person, receivedAt, text: 'may say mien' });
    },
    isGone: async (id) => (await village.db.inboundMessage.findUniqueOrThrow({ where: { id } })).text === null,
  },
  'sent-texts': {
    cutoff: cutoffs.messages,
    at: async (createdAt, isSample) => {
      const { personId, contactId } = await village.addPerson({ isSample });
      const id = randomUUID();
      const content = { text: 'Máy sấy 400 triệu', choices: [] };
      await village.db.delivery.create({
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
      const row = await village.db.delivery.findUniqueOrThrow({ where: { id } });
      return JSON.stringify(row.content) === JSON.stringify(NOTHING_SAID);
    },
  },
  questions: {
    cutoff: cutoffs.messages,
    at: async (answeredAt, isSample) => {
      const { personId } = await village.addPerson({ isSample });
      const id = randomUUID();
      // Asked long before: what counts is when it was dealt with.
      const askedAt = moment(answeredAt, -1_000_000);
      const question = { text: 'hoi', status: 'answered', answer: 'dap', askedAt, answeredAt };
      await village.db.humanHandoff.create({ data: { id, personId, kind: 'question', ...question } });
      return id;
    },
    isGone: async (id) => {
      const { text, answer } = await village.db.humanHandoff.findUniqueOrThrow({ where: { id } });
      return text === '' && answer === '';
    },
  },
  conversations: {
    cutoff: cutoffs.messages,
    at: async (updatedAt, isSample) => {
      const { personId } = await village.addPerson({ isSample });
      await village.db.conversation.create({ data: { personId, state: {}, updatedAt } });
      return personId;
    },
    isGone: async (personId) => (await village.db.conversation.count({ where: { personId } })) === 0,
  },
  traces: {
    cutoff: cutoffs.traces,
    at: async (receivedAt, isSample) => {
      const person = await village.addPerson({ isSample });
      return village.addInbound({ ...person, receivedAt, text: 'x', trace: { read: 'x' } });
    },
    isGone: async (id) => (await village.db.inboundMessage.findUniqueOrThrow({ where: { id } })).trace === null,
  },
  'unsent-requests': {
    cutoff: cutoffs.unsentRequests,
    at: async (endedAt, isSample) => {
      const { applicationId } = await village.addDraft({ touchedAt: moment(endedAt, -1_000_000), isSample });
      await addEvent(applicationId, 'expired', endedAt);
      return applicationId;
    },
    isGone: async (applicationId) => (await village.db.applicationAnswer.count({ where: { applicationId } })) === 0,
  },
  'web-chat-sessions': {
    cutoff: cutoffs.webChatSessions,
    at: async (lastSeenAt, isSample) => {
      const id = randomUUID();
      const { personId } = await village.addPerson({ isSample });
      const contact = { id: randomUUID(), personId, channel: 'web-chat', account: 'chat', address: id };
      await village.db.contact.create({ data: { ...contact, createdAt: lastSeenAt } });
      await village.db.webChatSession.create({ data: { id, secretHash: id, createdAt: lastSeenAt, lastSeenAt } });
      return id;
    },
    isGone: async (id) => (await village.db.webChatSession.count({ where: { id } })) === 0,
  },
  'officer-sessions': {
    cutoff: cutoffs.expiry,
    at: async (expiresAt) => {
      const id = randomUUID();
      const userId = randomUUID();
      const dates = { createdAt: expiresAt, updatedAt: expiresAt };
      await village.db.user.create({
        data: { id: userId, name: 'x', email: `${id}@example.vn`, emailVerified: true, ...dates },
      });
      await village.db.session.create({ data: { id, token: id, expiresAt, userId, ...dates } });
      return id;
    },
    isGone: async (id) => (await village.db.session.count({ where: { id } })) === 0,
  },
  verifications: {
    cutoff: cutoffs.expiry,
    at: async (expiresAt) => {
      const id = randomUUID();
      const dates = { createdAt: expiresAt, updatedAt: expiresAt };
      await village.db.verification.create({ data: { id, identifier: 'x', value: 'x', expiresAt, ...dates } });
      return id;
    },
    isGone: async (id) => (await village.db.verification.count({ where: { id } })) === 0,
  },
  'admin-links': {
    cutoff: cutoffs.expiry,
    at: async (expiresAt) => {
      const tokenHash = randomUUID();
      await village.db.adminLink.create({ data: { tokenHash, createdAt: expiresAt, expiresAt } });
      return tokenHash;
    },
    isGone: async (tokenHash) => (await village.db.adminLink.count({ where: { tokenHash } })) === 0,
  },
  'link-codes': {
    cutoff: cutoffs.links,
    at: async (expiresAt) => {
      const { personId } = await village.addPerson();
      const id = randomUUID();
      await village.db.linkCode.create({ data: { id, personId, codeHash: id, createdAt: expiresAt, expiresAt } });
      return id;
    },
    isGone: async (id) => (await village.db.linkCode.count({ where: { id } })) === 0,
  },
  'wrong-link-codes': {
    cutoff: cutoffs.links,
    at: async (at) => {
      const { contactId } = await village.addPerson();
      const id = randomUUID();
      await village.db.wrongLinkCode.create({ data: { id, contactId, at } });
      return id;
    },
    isGone: async (id) => (await village.db.wrongLinkCode.count({ where: { id } })) === 0,
  },
  'joined-people': {
    cutoff: cutoffs.links,
    at: async (joinedAt) => {
      const { personId } = await village.addPerson();
      const id = randomUUID();
      await village.db.person.create({ data: { id, createdAt: joinedAt, joinedAt, joinedIntoId: personId } });
      return id;
    },
    isGone: async (id) => (await village.db.person.count({ where: { id } })) === 0,
  },
};

const names = Object.keys(rows) as RetentionRuleName[];
const ofNobody = [
  'officer-sessions',
  'verifications',
  'admin-links',
  'link-codes',
  'wrong-link-codes',
  'joined-people',
];
const ofPeople = names.filter((name) => !ofNobody.includes(name));

async function addEvent(applicationId: string, kind: string, at: Date): Promise<void> {
  await village.db.applicationEvent.create({
    data: { id: randomUUID(), applicationId, seq: 2, kind, at, actorKind: 'system', requestId: kind },
  });
}

const none = Object.fromEntries(names.map((name) => [name, 0]));
const clean = () => removeExpired(village.db, cutoffs);

describe.each(names)('%s', (name) => {
  const rule = rows[name];

  it('goes a moment after its time, not at it or before it; the count says so beforehand and nothing else goes', async () => {
    await clean();
    const old = await rule.at(moment(rule.cutoff, -1));
    const edge = await rule.at(rule.cutoff);
    const young = await rule.at(moment(rule.cutoff, 1));

    const counted = await countExpired(village.db, cutoffs);
    expect(await rule.isGone(old)).toBe(false);
    const removed = await clean();

    // A request that ended has two answers; everything else is one row.
    const expected = { ...none, [name]: name === 'unsent-requests' ? 2 : 1 };
    expect(counted).toEqual(expected);
    expect(removed).toEqual(expected);
    expect(await rule.isGone(old)).toBe(true);
    expect(await rule.isGone(edge)).toBe(false);
    expect(await rule.isGone(young)).toBe(false);
    expect(await clean()).toEqual(none);
  });
});

describe.each(ofPeople)('%s of a sample person', (name) => {
  it('is neither counted nor removed', async () => {
    await clean();
    const id = await rows[name].at(moment(rows[name].cutoff, -1), true);
    expect(await countExpired(village.db, cutoffs)).toEqual(none);
    await clean();
    expect(await rows[name].isGone(id)).toBe(false);
  });
});

describe('what retention leaves alone', () => {
  const longAgo = office('2024-01-01 09:00:00');

  it('somebody who was joined to another, while anything still belongs to them; then that goes where they went', async () => {
    const into = await village.addPerson();
    const personId = await rows['joined-people'].at(longAgo);
    const joinedIntoId = into.personId;
    await village.db.person.update({ where: { id: personId }, data: { joinedIntoId } });
    const id = randomUUID();
    const content = { text: 'x', choices: [] };
    const written = { id, key: id, kind: 'officer', content, status: 'sent', notBefore: now, createdAt: now };
    await village.db.delivery.create({ data: { ...written, personId, contactId: into.contactId } });
    await clean();
    expect(await rows['joined-people'].isGone(personId)).toBe(false);
    expect(await gatherStrays(village.db)).toBe(1);
    await clean();
    expect(await rows['joined-people'].isGone(personId)).toBe(true);
    expect((await village.db.delivery.findUniqueOrThrow({ where: { id } })).personId).toBe(joinedIntoId);
  });

  it('a message that nobody has handled', async () => {
    const person = await village.addPerson();
    const id = await village.addInbound({ ...person, receivedAt: longAgo, handled: false, text: 'x' });
    await clean();
    expect((await village.db.inboundMessage.findUniqueOrThrow({ where: { id } })).text).toBe('x');
  });

  it('a message that has not left yet', async () => {
    for (const status of ['waiting', 'sending']) {
      const id = await rows['sent-texts'].at(longAgo);
      await village.db.delivery.update({ where: { id }, data: { status } });
      await clean();
      expect(await rows['sent-texts'].isGone(id)).toBe(false);
    }
  });

  it('a question that still waits for its answer', async () => {
    const id = await rows.questions.at(longAgo);
    await village.db.humanHandoff.update({
      where: { id },
      data: { status: 'waiting', answer: null, answeredAt: null },
    });
    await clean();
    expect((await village.db.humanHandoff.findUniqueOrThrow({ where: { id } })).text).toBe('hoi');
  });

  it('the answers of a request that was sent, and of a draft that has not ended', async () => {
    const { applicationId: open } = await village.addDraft({ touchedAt: longAgo });
    const { applicationId: sent } = await village.addDraft({ touchedAt: longAgo });
    await village.db.application.update({ where: { id: sent }, data: { code: 'KC-2024-0001' } });
    await addEvent(sent, 'submitted', longAgo);
    await clean();
    for (const applicationId of [open, sent]) {
      expect(await village.db.applicationAnswer.count({ where: { applicationId } })).toBe(2);
    }
  });

  it('the rows themselves: the ledger and the journal keep their order and their sum', async () => {
    const before = [await village.db.delivery.count(), await village.db.inboundMessage.count()];
    await clean();
    expect([await village.db.delivery.count(), await village.db.inboundMessage.count()]).toEqual(before);
  });

  it('a conversation that is taken up again at that very moment', async () => {
    const personId = await rows.conversations.at(longAgo);
    await village.db.$transaction(async (tx) => {
      await tx.conversation.update({ where: { personId }, data: { updatedAt: now } });
      await clean();
    });
    expect(await village.db.conversation.count({ where: { personId } })).toBe(1);
  });
});

it('removes in batches what is more than one batch', async () => {
  await clean();
  const ids = await Promise.all(
    Array.from({ length: 25 }, () => rows['message-texts'].at(moment(cutoffs.messages, -1))),
  );
  const removed = await removeExpired(village.db, cutoffs, { batchSize: 10 });
  expect(removed['message-texts']).toBe(25);
  for (const id of ids) expect(await rows['message-texts'].isGone(id)).toBe(true);
});

it('takes a photo away with the message it came in, row and bytes, and keeps what an answer names', async () => {
  const { db, files, parts } = village;
  const person = await village.addPerson();
  const store = async (createdAt: Date): Promise<string> => {
    const id = randomUUID();
    const photo = { mediaType: 'image/jpeg', extension: 'jpg', width: 1, height: 1 };
    await storeFile(db, files, { id, personId: person.personId, bytes: Buffer.from(id), ...photo, now: createdAt });
    return id;
  };
  const old = moment(cutoffs.messages, -1);
  const [gone, kept, named] = [await store(old), await store(cutoffs.messages), await store(old)];
  await village.addInbound({ ...person, receivedAt: old, fileIds: [gone, named] });
  await village.addInbound({ ...person, receivedAt: cutoffs.messages, fileIds: [kept] });
  const { applicationId } = await village.addDraft({ touchedAt: now, personId: person.personId });
  await db.applicationAnswer.updateMany({ where: { applicationId }, data: { value: { fileIds: [named] } } });

  // The folder's own dates are those of today, so the store is asked as of a day when they are old enough.
  await runPeriodicWork({ ...parts, now });
  const left = await db.storedFile.findMany({ where: { personId: person.personId } });
  expect(left.map((file) => file.id).sort()).toEqual([kept, named].sort());
  const keys = (await files.list()).map((file) => file.key);
  for (const file of left) expect(keys).toContain(file.key);
  expect(keys).toHaveLength(2);
  expect(await countStrayFiles(db, files, { before: cutoffs.strayFiles })).toEqual({ rows: 0, files: 0 });
});
