import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type ChatClient, type ChatEvents, chatClient } from '../../../support/chat-client.ts';
import { addCentre, type ChatServer, startChatServer } from '../../../support/chat-server.ts';
import { createTestDatabase, type TestDatabase } from '../../../support/database.ts';

describe('pushing to open chat pages', () => {
  let database: TestDatabase;
  const servers: ChatServer[] = [];
  const streams: ChatEvents[] = [];

  const startServer = async (): Promise<ChatServer> => {
    const server = await startChatServer({ url: database.url });
    servers.push(server);
    if (servers.length === 1) await addCentre(server.db);
    return server;
  };
  const listenTo = async (client: ChatClient, after?: string): Promise<ChatEvents> => {
    const events = await client.events(after === undefined ? {} : { 'Last-Event-ID': after });
    streams.push(events);
    return events;
  };
  const contactOf = async (server: ChatServer, id: string) =>
    (await server.db.inboundMessage.findFirstOrThrow({ where: { platformMessageId: id } })).contactId;
  const handled = (server: ChatServer) =>
    vi.waitFor(async () => expect(await server.db.delivery.count({ where: { status: { not: 'sent' } } })).toBe(0));

  beforeEach(async () => {
    database = await createTestDatabase();
  });
  afterEach(async () => {
    for (const stream of streams.splice(0)) stream.close();
    for (const server of servers.splice(0)) await server.close();
    await database.drop();
  });

  /** A person with one question and its answer, and the position after them. */
  const personOn = async (server: ChatServer) => {
    const client = chatClient(server.origin);
    await client.openSession();
    const id = await client.say('chào');
    await vi.waitFor(async () => expect((await client.history()).messages.length).toBe(2));
    const { cursor } = await client.history();
    return { client, cursor, contactId: await contactOf(server, id) };
  };

  it('a message sent by one process reaches a page that is open at another', async () => {
    const [here, there] = [await startServer(), await startServer()];
    const { client, cursor, contactId } = await personOn(here);
    const name = client.cookie().replace(/^chat-\d+/, `chat-${new URL(there.origin).port}`);
    const events = await listenTo(chatClient(there.origin, { cookie: name }), cursor);
    await vi.waitFor(() => expect(events.syncs.length).toBe(1));
    expect(events.syncs[0]?.messages.map((message) => message.seen)).toEqual([false]);

    const started = Date.now();
    await here.say(contactId, 'officer', { text: 'Cán bộ đây', choices: [] });
    await vi.waitFor(() => expect(events.texts()).toContain('Cán bộ đây'), { interval: 5 });
    expect(Date.now() - started).toBeLessThan(2000);
  });

  it('what the person says on one page shows on their other page', async () => {
    const server = await startServer();
    const { client, cursor } = await personOn(server);
    const events = await listenTo(client, cursor);
    await client.say('từ máy khác');
    await vi.waitFor(() =>
      expect(events.texts()).toEqual(expect.arrayContaining(['từ máy khác', 'Đã nghe: từ máy khác'])),
    );
  });

  it('a page that comes back gets exactly what it missed, in order', async () => {
    const server = await startServer();
    const { client, contactId } = await personOn(server);
    const [, reply] = (await client.history()).messages;
    const confirm = (ids: string[]) =>
      client.request('/seen', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ ids }),
      });
    await confirm([reply?.id ?? '']);
    const first = await listenTo(client, (await client.history()).cursor);
    const said: string[] = [];
    for (let index = 0; index < 5; index += 1) {
      said.push(await server.say(contactId, 'officer', { text: `trước ${index}`, choices: [] }));
    }
    await vi.waitFor(() => expect(first.texts().length).toBe(5));
    const lastEventId = first.syncs.at(-1)?.eventId;
    await confirm(said);
    first.close();

    const missed: string[] = [];
    for (let index = 0; index < 60; index += 1) {
      missed.push(`lỡ ${index}`);
      await server.say(contactId, 'officer', { text: `lỡ ${index}`, choices: [] });
    }
    await handled(server);
    const second = await listenTo(client, lastEventId);
    await vi.waitFor(() => expect(second.texts().length).toBe(60));
    expect(second.texts()).toEqual(missed);
    await server.say(contactId, 'officer', { text: 'sau', choices: [] });
    await vi.waitFor(() => expect(second.texts()).toEqual([...missed, 'sau']));
  });

  it('a message that became visible after a later one was read is not lost', async () => {
    const server = await startServer();
    const { client, contactId } = await personOn(server);
    const { personId } = await server.db.contact.findUniqueOrThrow({ where: { id: contactId } });
    const { cursor } = await client.history();
    const early = new Date(Number(cursor.slice(0, 14)) - 500);
    await server.db.delivery.create({
      data: {
        id: crypto.randomUUID(),
        key: 'officer/late',
        personId,
        contactId,
        kind: 'officer',
        content: { text: 'đến muộn', choices: [] },
        status: 'sent',
        notBefore: early,
        createdAt: early,
        claimedAt: early,
      },
    });
    const events = await listenTo(client, cursor);
    await vi.waitFor(() => expect(events.texts()).toContain('đến muộn'));
    expect((await client.history(`?after=${cursor}`)).messages.map((message) => message.text)).toContain('đến muộn');
  });

  it('a page keeps its stream while the database restarts its connections, and misses nothing', async () => {
    const server = await startServer();
    const { client, cursor, contactId } = await personOn(server);
    const events = await listenTo(client, cursor);
    await vi.waitFor(() => expect(events.syncs.length).toBe(1));
    const others = await startServer();
    await others.db.$executeRaw`
      SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()`;
    await vi.waitFor(() => others.say(contactId, 'officer', { text: 'vẫn còn đây', choices: [] }), { timeout: 5000 });
    await vi.waitFor(() => expect(events.texts()).toContain('vẫn còn đây'), { timeout: 10_000 });
  });

  it('answers 204, so that the page asks from time to time instead, when too many streams are open', async () => {
    const server = await startServer();
    const { client } = await personOn(server);
    for (let index = 0; index < 6; index += 1) expect((await listenTo(client)).status).toBe(200);
    expect((await listenTo(client)).status).toBe(204);
    for (const stream of streams.splice(0)) stream.close();
    await vi.waitFor(async () => expect((await listenTo(client)).status).toBe(200));
  });

  it('ends its streams when the server closes', async () => {
    const server = await startServer();
    const { client } = await personOn(server);
    await listenTo(client);
    const started = Date.now();
    await server.close();
    servers.pop();
    expect(Date.now() - started).toBeLessThan(2000);
  });
});
