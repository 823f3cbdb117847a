import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { claimNextDelivery } from '../../records/claim-deliveries.ts';
import { type Db, openDatabase } from '../../records/database.ts';
import { addDelivery } from '../../records/deliveries.ts';
import { journalInbound } from '../../records/inbound.ts';
import { createContact } from '../../records/people.ts';
import { parsePosition, positionOf } from '../../records/transcript-position.ts';
import { readTranscript, type TranscriptEntry } from '../../records/transcripts.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

const at = (second: number): Date => new Date(Date.UTC(2026, 10, 23, 3, 0, second));

describe('what was said with a person', () => {
  let database: TestDatabase;
  let db: Db;
  const personId = crypto.randomUUID();
  const page = crypto.randomUUID();

  beforeAll(async () => {
    database = await createTestDatabase();
    db = openDatabase({ url: database.url });
    const contact = { id: page, personId, channel: 'web-chat', account: 'page', address: 'a', now: at(0) };
    await createContact(db, contact);
    const phone = {
      id: crypto.randomUUID(),
      personId,
      channel: 'zalo-bot',
      account: 'b',
      address: 'z',
      createdAt: at(0),
    };
    await db.contact.create({ data: phone });

    const say = (second: number, text: string, address = 'a') => {
      const channel = address === 'a' ? 'web-chat' : 'zalo-bot';
      const account = address === 'a' ? 'page' : 'b';
      const message = { id: crypto.randomUUID(), channel, account, address, kind: 'text' as const, text };
      return journalInbound(db, { ...message, platformMessageId: crypto.randomUUID(), receivedAt: at(second) });
    };
    const tell = async (second: number, text: string, { sentAt }: { sentAt?: number } = {}) => {
      const id = crypto.randomUUID();
      const delivery = { id, key: id, personId, contactId: page, kind: 'reply' as const, notBefore: at(second) };
      await addDelivery(db, { ...delivery, content: { text, choices: [] }, now: at(second) });
      if (sentAt === undefined) return;
      await claimNextDelivery(db, { contactId: page, now: at(sentAt) });
      await db.delivery.update({ where: { id }, data: { status: 'sent' } });
    };
    await say(1, 'một');
    await tell(2, 'hai', { sentAt: 2 });
    await say(4, 'bốn', 'z');
    await tell(3, 'viết lúc ba, đi lúc năm', { sentAt: 5 });
    await say(5, 'cùng lúc: người nói trước');
    await tell(6, 'còn chờ');
  });
  afterAll(async () => {
    await db.$disconnect();
    await database.drop();
  });

  const text = ({ said }: TranscriptEntry) => (said.by === 'person' ? said.text : said.content.text);

  it('stands in the order in which it was said, on all their channels, with what still waits', async () => {
    const { entries } = await readTranscript(db, { with: { personId }, deliveries: 'all', limit: 50 });
    const inOrder = ['một', 'hai', 'bốn', 'cùng lúc: người nói trước', 'viết lúc ba, đi lúc năm', 'còn chờ'];
    expect(entries.map(text)).toEqual(inOrder);
  });

  it('of one contact, and only what has reached the person', async () => {
    const { entries } = await readTranscript(db, { with: { contactId: page }, deliveries: 'arrived', limit: 50 });
    expect(entries.map(text)).toEqual(['một', 'hai', 'cùng lúc: người nói trước', 'viết lúc ba, đi lúc năm']);
  });

  it('in pages of any size, both ways, is the same', async () => {
    const whole = { with: { personId }, deliveries: 'all' } as const;
    const { entries: all } = await readTranscript(db, { ...whole, limit: 50 });
    for (const limit of [1, 2, 3, 5, 6]) {
      const back: TranscriptEntry[] = [];
      for (let before: string | undefined, more = true; more; before = back[0]?.position) {
        const read = await readTranscript(db, { ...whole, limit, before });
        back.unshift(...read.entries);
        more = read.more;
      }
      expect(back.map(text)).toEqual(all.map(text));
      await db.delivery.updateMany({ data: { seenAt: at(9) } });
      const forth: TranscriptEntry[] = [];
      for (let after = '00000000000000-0-0000000000', more = true; more; after = forth.at(-1)?.position ?? after) {
        const read = await readTranscript(db, { ...whole, limit, after });
        forth.push(...read.entries);
        more = read.more;
      }
      expect(forth.map(text)).toEqual(all.map(text));
      await db.delivery.updateMany({ data: { seenAt: null } });
    }
  });
});

it('positions sort as text in the order in which they stand, and come back whole', () => {
  const position = fc.record({
    at: fc.date({ min: new Date(0), max: new Date('2200-01-01'), noInvalidDate: true }),
    side: fc.constantFrom<0 | 1>(0, 1),
    seq: fc.integer({ min: 1, max: 2 ** 31 - 1 }),
  });
  fc.assert(
    fc.property(position, position, (a, b) => {
      const order = a.at.getTime() - b.at.getTime() || a.side - b.side || a.seq - b.seq;
      const asText = positionOf(a) < positionOf(b) ? -1 : positionOf(a) > positionOf(b) ? 1 : 0;
      expect(Math.sign(asText)).toBe(Math.sign(order));
      expect(parsePosition(positionOf(a))).toEqual(a);
    }),
  );
});
