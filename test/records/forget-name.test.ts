import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { saveConversation } from '../../records/conversations.ts';
import { type Db, openDatabase } from '../../records/database.ts';
import { addDelivery } from '../../records/deliveries.ts';
import { takeLane } from '../../records/people.ts';
import { erasePerson } from '../../records/personal-data.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { addPerson } from '../support/office-people.ts';

const NAME = 'Bà Nông Thị Mai';
const now = new Date('2026-11-23T02:00:00Z');
let database: TestDatabase;
let db: Db;

beforeAll(async () => {
  database = await createTestDatabase();
  db = openDatabase({ url: database.url, poolSize: 3 });
});
afterAll(async () => {
  await db.$disconnect();
  await database.drop();
});

/** Mai and Tài, who act for the same establishment. */
async function meet() {
  const [mai, tai] = [await addPerson(db, { name: NAME, wroteAt: now }), await addPerson(db, { wroteAt: now })];
  const establishmentId = randomUUID();
  await db.establishment.create({ data: { id: establishmentId, createdAt: now, updatedAt: now } });
  for (const [{ personId }, role] of [
    [mai, 'owner'],
    [tai, 'family'],
  ] as const) {
    await db.establishmentMember.create({ data: { establishmentId, personId, role, joinedAt: now } });
  }
  return { mai, tai };
}

const erase = (personId: string) =>
  db.$transaction((tx) => erasePerson(tx, { personId, requestId: randomUUID(), eventId: randomUUID, now }));
const isWaitedFor = async (): Promise<boolean> => {
  const rows = await db.$queryRaw<object[]>`
    SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
  return rows.length > 0;
};

it('a name that another member’s turn is just saying when its person is deleted does not come back with that turn', async () => {
  const { mai, tai } = await meet();
  let deletion: Promise<unknown> = Promise.resolve();
  await db.$transaction(async (tx) => {
    // A turn of Tài's that has read who the members are.
    await takeLane(tx, tai.personId);
    let isOver = false;
    deletion = erase(mai.personId).finally(() => {
      isOver = true;
    });
    while (!isOver && !(await isWaitedFor())) await new Promise((resolve) => setTimeout(resolve, 5));
    const content = { text: `Thành viên: ${NAME}.`, choices: [] };
    const about = { id: randomUUID(), personId: tai.personId, contactId: tai.contactId };
    await addDelivery(tx, { ...about, key: `reply/${about.id}`, kind: 'reply', content, notBefore: now, now });
    const state = { lastReply: { paragraphs: [content.text], choices: [] } };
    await saveConversation(tx, { personId: tai.personId, state, now });
  });
  await deletion;
  const kept = [await db.conversation.findMany(), await db.delivery.findMany(), await db.person.findMany()];
  expect(JSON.stringify(kept)).toContain('Thành viên: ….');
  expect(JSON.stringify(kept)).not.toContain(NAME);
});
