import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { remindersTopic } from '../../../../bot/conversation/topics/reminders.ts';
import { runPeriodicWork } from '../../../../jobs/run-periodic-work.ts';
import { DAY_MS, office, openVillage, type Village } from '../../../jobs/support/village.ts';
import { createTestDatabase, type TestDatabase } from '../../../support/database.ts';
import { addCentre, createTestBot, createTestClock, type TestBot } from '../../../support/test-bot.ts';

const touchedAt = office('2026-11-24 09:00:00');
const later = (days: number): Date => new Date(touchedAt.getTime() + days * DAY_MS);

let database: TestDatabase;
let village: Village;
let bot: TestBot;
const clock = createTestClock(touchedAt.toISOString());

beforeAll(async () => {
  database = await createTestDatabase();
  village = await openVillage(database.url);
  await addCentre(village.db, touchedAt);
  bot = createTestBot({
    url: database.url,
    clock,
    rooms: {
      topics: [remindersTopic, { name: 'menu', choose: async () => ({ paragraphs: ['menu'], choices: [] }) }],
      answerQuestion: async () => ({ paragraphs: ['?'], choices: [] }),
      findWish: () => undefined,
    },
  });
});

afterAll(async () => {
  await bot.close();
  await village.close();
  await database.drop();
});

async function passTo(days: number): Promise<void> {
  clock.set(later(days).toISOString());
  await runPeriodicWork({ ...village.parts, bot, outbox: bot.sender, now: clock.now() });
  await bot.settle();
}

/** What the person of this contact read last. */
function lastRead(contactId: string): string {
  return bot.channel.sent.findLast((message) => message.contactId === contactId)?.content.text ?? '';
}

async function type(contactId: string, text: string): Promise<string> {
  const { address } = await village.db.contact.findUniqueOrThrow({ where: { id: contactId } });
  await bot.say(address, text);
  await bot.settle();
  return lastRead(contactId);
}

const countStops = (): Promise<number> => village.db.applicationEvent.count({ where: { kind: 'reminders-off' } });

async function addTalkedDraft() {
  const draft = await village.addDraft({ touchedAt });
  await village.db.conversation.create({
    data: { personId: draft.personId, state: { greeted: true, misses: 0 }, updatedAt: touchedAt },
  });
  return draft;
}

describe('under the reminder of a draft', () => {
  it('typing 3 stops the reminders of that draft, and says until when it is kept', async () => {
    const { applicationId, contactId } = await addTalkedDraft();
    await passTo(3);
    expect(lastRead(contactId)).toContain('Phiếu của anh/chị còn dở');

    expect(await type(contactId, '3')).toBe(
      'Vâng, Trợ lý sẽ không nhắc phiếu này nữa. Phiếu vẫn được giữ đến thứ Hai 22/2/2027.',
    );
    for (const days of [14, 83, 89.999]) await passTo(days);
    expect(await village.db.delivery.count({ where: { contactId, kind: 'reminder' } })).toBe(1);
    expect(await village.db.applicationEvent.count({ where: { applicationId, kind: 'expired' } })).toBe(0);
    await passTo(90);
    expect(await village.db.applicationEvent.count({ where: { applicationId, kind: 'expired' } })).toBe(1);
  });

  it('typing "de sau" keeps the draft and the later reminder', async () => {
    const { contactId } = await addTalkedDraft();
    await passTo(3);
    expect(await type(contactId, 'de sau')).toContain('phiếu vẫn được giữ');
    await passTo(14);
    expect(lastRead(contactId)).toContain('được giữ đến');
  });

  it.each([
    ['of somebody else', async () => (await addTalkedDraft()).applicationId],
    ['that is no dossier', async () => 'x'],
    ['that is gone', async () => crypto.randomUUID()],
  ])('a button of a draft %s stops nothing, and says so', async (_, idOf) => {
    const { contactId } = await addTalkedDraft();
    const applicationId = await idOf();
    const before = await countStops();
    const { address } = await village.db.contact.findUniqueOrThrow({ where: { id: contactId } });
    await bot.say(address, { kind: 'choice', key: `reminders:stop:${applicationId}` });
    await bot.settle();
    expect(lastRead(contactId)).toContain('không còn dở');
    expect(await countStops()).toBe(before);
  });
});
