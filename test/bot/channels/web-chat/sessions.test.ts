import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { makeSecret } from '../../../../bot/channels/web-chat/session-secret.ts';
import { chatClient } from '../../../support/chat-client.ts';
import { addCentre, type ChatServer, startChatServer } from '../../../support/chat-server.ts';
import { createTestDatabase, type TestDatabase } from '../../../support/database.ts';
import { paper } from '../../../support/photos.ts';

describe('sessions of the chat page', () => {
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

  it('the secret is 256 random bits, and only its hash is stored', async () => {
    const client = await newPerson();
    const secret = client.cookie().split('=')[1] ?? '';
    expect(Buffer.from(secret, 'base64url').length).toBe(32);
    const secrets = new Set(Array.from({ length: 1000 }, makeSecret));
    expect(secrets.size).toBe(1000);
    const rows = JSON.stringify(await server.db.webChatSession.findMany());
    expect(rows).not.toContain(secret);
  });

  it('the cookie cannot be read by scripts, is not sent from elsewhere and lives long', async () => {
    const response = await chatClient(server.origin).openSession();
    const cookie = response.headers.getSetCookie()[0] ?? '';
    expect(cookie).toContain('HttpOnly');
    expect(cookie).toContain('SameSite=Lax');
    expect(Number(/Max-Age=(\d+)/.exec(cookie)?.[1])).toBeGreaterThan(300 * 24 * 3600);
  });

  it('the same browser keeps its session', async () => {
    const client = await newPerson();
    const cookie = client.cookie();
    await client.say('xin chào');
    expect((await client.openSession()).headers.getSetCookie()).toEqual([]);
    const reloaded = chatClient(server.origin, { cookie });
    expect((await reloaded.start()).history?.messages[0]?.text).toBe('xin chào');
  });

  it('a made-up secret opens nothing', async () => {
    const name = (await newPerson()).cookie().split('=')[0];
    for (const secret of [makeSecret(), '', 'x', "' OR true --"]) {
      const client = chatClient(server.origin, { cookie: `${name}=${secret}` });
      const responses = [
        await client.request('/history'),
        await client.request('/events'),
        await client.post({ id: crypto.randomUUID(), text: 'a' }),
        await client.sendPhotos([await paper()]),
      ];
      for (const response of responses) {
        expect([response.status, await response.json()]).toEqual([401, { code: 'session.missing' }]);
      }
      expect((await client.start()).history).toBeUndefined();
    }
  });

  it('another session reads neither history nor photos', async () => {
    const owner = await newPerson();
    const stranger = await newPerson();
    await owner.say('của tôi');
    await stranger.say('của người khác');
    expect((await owner.sendPhotos([await paper()])).status).toBe(200);
    const photo = await vi.waitFor(async () => {
      const { messages } = await owner.history();
      const id = messages.flatMap((message) => message.photos)[0]?.id;
      expect(id).toBeDefined();
      return id;
    });
    expect((await owner.request(`/files/${photo}`)).status).toBe(200);
    expect((await stranger.request(`/files/${photo}`)).status).toBe(404);
    expect((await chatClient(server.origin).request(`/files/${photo}`)).status).toBe(401);
    const texts = (await stranger.history()).messages.map((message) => message.text);
    expect(texts.join()).not.toContain('của tôi');
  });

  describe('requests from elsewhere', () => {
    const foreign = [
      ['another site, as browsers tell it', { 'Sec-Fetch-Site': 'cross-site' }],
      ['another program on the same host', { 'Sec-Fetch-Site': 'same-site' }],
      ['another origin, in an old browser', { Origin: 'https://evil.example' }],
      ['a page without an origin', { Origin: 'null' }],
    ] as const;

    it.each(foreign)('%s cannot write', async (_name, headers) => {
      const client = await newPerson();
      const writes = ['/session', '/messages', '/photos', '/seen'].map((path) =>
        client.request(path, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json', ...headers },
          body: '{}',
        }),
      );
      for (const response of await Promise.all(writes)) {
        expect([response.status, await response.json()]).toEqual([403, { code: 'request.foreign' }]);
      }
    });

    it('a form, which needs no permission to be sent, is not taken for JSON', async () => {
      const client = await newPerson();
      const body = JSON.stringify({ id: crypto.randomUUID(), text: 'a' });
      const response = await client.request('/messages', {
        method: 'POST',
        headers: { 'Content-Type': 'text/plain' },
        body,
      });
      expect(response.status).toBe(400);
    });
  });
});
