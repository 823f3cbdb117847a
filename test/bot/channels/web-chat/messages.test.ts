import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { chatClient } from '../../../support/chat-client.ts';
import { addCentre, type ChatServer, startChatServer } from '../../../support/chat-server.ts';
import { createTestDatabase, type TestDatabase } from '../../../support/database.ts';

describe('messages of the chat page', () => {
  let database: TestDatabase;
  let server: ChatServer;

  beforeAll(async () => {
    database = await createTestDatabase();
    server = await startChatServer({ url: database.url });
    await addCentre(server.db);
  });
  afterAll(async () => {
    await server.close();
    await database.drop();
  });

  const newPerson = async () => {
    const client = chatClient(server.origin);
    await client.openSession();
    return client;
  };
  const hears = (client: ReturnType<typeof chatClient>, count: number) =>
    vi.waitFor(
      async () => {
        const { messages } = await client.history();
        expect(messages.length).toBe(count);
        return messages;
      },
      { timeout: 5000, interval: 20 },
    );

  it('opens with the name of the centre, and says when it is a sample', async () => {
    const start = await chatClient(server.origin).start();
    expect(start).toEqual({ centre: { name: 'Trung tâm Khuyến công tỉnh Thái Nguyên', isSample: true } });
  });

  it('makes no session for who only looks', async () => {
    const before = await server.db.webChatSession.count();
    const client = chatClient(server.origin);
    await client.start();
    expect(client.cookie()).toBe('');
    expect(await server.db.webChatSession.count()).toBe(before);
  });

  it('a repeated id is one message and one answer', async () => {
    const client = await newPerson();
    const id = crypto.randomUUID();
    const first = await client.post({ id, text: 'may say' });
    const again = await Promise.all(Array.from({ length: 5 }, () => client.post({ id, text: 'may say' })));
    expect(await first.json()).toEqual({ repeated: false });
    for (const response of again) expect(await response.json()).toEqual({ repeated: true });
    const messages = await hears(client, 2);
    expect(messages.map((message) => [message.from, message.text])).toEqual([
      ['person', 'may say'],
      ['assistant', 'Đã nghe: may say'],
    ]);
  });

  it('tells a pressed button by its label, in both directions of the history', async () => {
    const client = await newPerson();
    await client.say('chào');
    await hears(client, 2);
    await client.post({ id: crypto.randomUUID(), choice: 'officer:meet' });
    const messages = await hears(client, 4);
    expect(messages[2]).toMatchObject({ from: 'person', text: 'Gặp cán bộ' });
  });

  it('takes 10,000 characters and refuses more, also when written with separate marks', async () => {
    const client = await newPerson();
    const long = 'ế'.repeat(10_000).normalize('NFD');
    expect((await client.post({ id: crypto.randomUUID(), text: long })).status).toBe(200);
    expect((await client.post({ id: crypto.randomUUID(), text: `${long}a` })).status).toBe(400);
    const huge = await client.post({ id: crypto.randomUUID(), text: 'a'.repeat(200_000) });
    expect([huge.status, await huge.json()]).toEqual([413, { code: 'request.too-large' }]);
  });

  it.each([
    ['no id', { text: 'a' }],
    ['an id that is none', { id: '1', text: 'a' }],
    ['text and choice', { id: crypto.randomUUID(), text: 'a', choice: 'b' }],
    ['a choice of 65 bytes', { id: crypto.randomUUID(), choice: 'x'.repeat(65) }],
    ['a number as text', { id: crypto.randomUUID(), text: 3 }],
  ])('refuses %s', async (_name, body) => {
    const client = await newPerson();
    const response = await client.request('/messages', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    expect([response.status, await response.json()]).toEqual([400, { code: 'request.invalid' }]);
  });

  it('gives the history in pages, backwards, with nothing missing or twice', async () => {
    const client = await newPerson();
    const ids: string[] = [];
    for (let index = 0; index < 19; index += 1) ids.push(await client.say(`câu ${index}`));
    await vi.waitFor(
      async () => {
        const unanswered = await server.db.inboundMessage.count({ where: { handledAt: null } });
        expect(unanswered).toBe(0);
      },
      { timeout: 5000 },
    );
    await client.say('câu cuối');
    const contact = await server.db.inboundMessage.findFirstOrThrow({ where: { platformMessageId: ids[0] } });
    for (let index = 0; index < 30; index += 1) {
      await server.say(contact.contactId, 'officer', { text: `cán bộ ${index}`, choices: [] });
    }
    await vi.waitFor(async () => {
      expect(await server.db.delivery.count({ where: { contactId: contact.contactId, status: 'sent' } })).toBe(50);
    });
    const found: string[] = [];
    let page = await client.history();
    for (;;) {
      found.unshift(...page.messages.map((message) => message.id));
      if (!page.more) break;
      page = await client.history(`?before=${page.messages[0]?.position}`);
    }
    expect(found.length).toBe(70);
    expect(new Set(found).size).toBe(70);
    const forward = await client.history('?after=00000000000000-0-0000000000');
    expect(forward.more).toBe(true);
    expect(forward.messages.map((message) => message.id)).toEqual(expect.arrayContaining(found.slice(0, 40)));
  });

  it('a message is seen when the page says that it has it, and only its own', async () => {
    const client = await newPerson();
    const stranger = await newPerson();
    await client.say('một');
    await stranger.say('hai');
    const [, reply] = await hears(client, 2);
    await hears(stranger, 2);
    const seen = (who: typeof client) =>
      who.request('/seen', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ ids: [reply?.id] }),
      });
    await seen(stranger);
    expect((await server.db.delivery.findUniqueOrThrow({ where: { id: reply?.id } })).seenAt).toBeNull();
    await seen(client);
    expect((await server.db.delivery.findUniqueOrThrow({ where: { id: reply?.id } })).seenAt).not.toBeNull();
  });

  it('shows what an officer wrote as theirs, and nothing that is planned, skipped or failed', async () => {
    const client = await newPerson();
    const id = await client.say('chào');
    await hears(client, 2);
    const { contactId, personId } = await server.db.inboundMessage.findFirstOrThrow({
      where: { platformMessageId: id },
    });
    await server.say(contactId, 'officer', { text: 'Tôi là cán bộ', choices: [] });
    await hears(client, 3);
    const now = new Date();
    for (const status of ['waiting', 'skipped', 'failed', 'sending']) {
      await server.db.delivery.create({
        data: {
          id: crypto.randomUUID(),
          key: `reminder/${crypto.randomUUID()}`,
          personId,
          contactId,
          kind: 'reminder',
          content: { text: status, choices: [] },
          status,
          notBefore: new Date(now.getTime() + 3600_000),
          createdAt: now,
        },
      });
    }
    await vi.waitFor(async () => {
      const { messages } = await client.history();
      expect(messages.map((message) => message.from)).toEqual(['person', 'assistant', 'officer']);
    });
  });
});
