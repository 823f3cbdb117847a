import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTokenBuckets } from '../../../../bot/channels/web-chat/token-buckets.ts';
import { migrate } from '../../../../host/migrations/migrate.ts';
import { startPostgres } from '../../../../host/postgres/start-postgres.ts';
import { chatClient } from '../../../support/chat-client.ts';
import { type ChatServer, type ChatServerOptions, startChatServer } from '../../../support/chat-server.ts';
import { createTestDatabase, type TestDatabase } from '../../../support/database.ts';
import { paper } from '../../../support/photos.ts';

describe('limits of the chat page', () => {
  let database: TestDatabase;
  let server: ChatServer;
  let now = new Date('2026-11-23T03:00:00Z');
  const clock = { now: () => now };
  const later = (ms: number) => {
    now = new Date(now.getTime() + ms);
  };

  beforeEach(async () => {
    database = await createTestDatabase();
  });
  afterEach(async () => {
    await server.close();
    await database.drop();
  });

  const start = async (options: Partial<ChatServerOptions> = {}) => {
    server = await startChatServer({ url: database.url, clock, ...options });
  };
  const newPerson = async (headers: Record<string, string> = {}) => {
    const client = chatClient(server.origin, { headers });
    expect((await client.openSession()).status).toBe(200);
    return client;
  };
  const message = (text: string) => ({ id: crypto.randomUUID(), text });

  it('one session may write twenty messages at once, then one every two seconds, and is told how long to wait', async () => {
    await start();
    const client = await newPerson();
    for (let index = 0; index < 20; index += 1) expect((await client.post(message(`${index}`))).status).toBe(200);
    const refused = await client.post(message('20'));
    expect([refused.status, await refused.json()]).toEqual([429, { code: 'message.too-many', retryAfterSeconds: 2 }]);
    expect(refused.headers.get('retry-after')).toBe('2');
    expect((await (await newPerson()).post(message('khác'))).status).toBe(200);
    later(1999);
    expect((await client.post(message('vẫn sớm'))).status).toBe(429);
    later(1);
    expect((await client.post(message('được'))).status).toBe(200);
  });

  it('one session may send eight messages with photos at once', async () => {
    await start();
    const client = await newPerson();
    const photo = await paper({ width: 40, height: 30 });
    for (let index = 0; index < 8; index += 1) expect((await client.sendPhotos([photo])).status).toBe(200);
    const refused = await client.sendPhotos([photo]);
    expect([refused.status, await refused.json()]).toEqual([429, { code: 'photo.too-many', retryAfterSeconds: 15 }]);
  });

  it('one address may make so many sessions, and another is not hindered', async () => {
    await start({ trustProxy: true, limits: { sessionsOfAddress: { burst: 2, everyMs: 60_000 } } });
    const from = (address: string) =>
      chatClient(server.origin, { headers: { 'X-Forwarded-For': `10.0.0.9, ${address}` } });
    expect((await from('203.0.113.7').openSession()).status).toBe(200);
    expect((await from('203.0.113.7').openSession()).status).toBe(200);
    const refused = await from('203.0.113.7').openSession();
    expect([refused.status, await refused.json()]).toEqual([429, { code: 'session.too-many', retryAfterSeconds: 60 }]);
    expect((await from('203.0.113.8').openSession()).status).toBe(200);
  });

  it('the addresses of one IPv6 network count together', async () => {
    await start({ trustProxy: true, limits: { sessionsOfAddress: { burst: 1, everyMs: 60_000 } } });
    const from = (address: string) =>
      chatClient(server.origin, { headers: { 'X-Forwarded-For': address } }).openSession();
    expect((await from('2001:db8:1:2::1')).status).toBe(200);
    expect((await from('2001:db8:1:2:ffff::9')).status).toBe(429);
    expect((await from('2001:db8:1:3::1')).status).toBe(200);
  });

  it('without a trusted proxy nobody can choose their address', async () => {
    await start({ limits: { sessionsOfAddress: { burst: 1, everyMs: 60_000 } } });
    const from = (address: string) =>
      chatClient(server.origin, { headers: { 'X-Forwarded-For': address } }).openSession();
    expect((await from('203.0.113.1')).status).toBe(200);
    expect((await from('203.0.113.2')).status).toBe(429);
  });

  it('the address and the secret are in no log', async () => {
    await start({ trustProxy: true, limits: { sessionsOfAddress: { burst: 1, everyMs: 60_000 } } });
    const client = await newPerson({ 'X-Forwarded-For': '203.0.113.7' });
    await client.openSession();
    await client.post(message('một'));
    await client.request('/files/none');
    expect(server.logged()).not.toContain('203.0.113.7');
    expect(server.logged()).not.toContain(client.cookie().split('=')[1]);
  });

  it('forgets the keys used longest ago instead of growing without end', () => {
    const take = createTokenBuckets({ burst: 1, everyMs: 1000 }, clock);
    expect(take('first')).toBe(0);
    expect(take('first')).toBe(1000);
    for (let index = 0; index < 20_000; index += 1) take(`other ${index}`);
    expect(take('first')).toBe(0);
    expect(take('other 19999')).toBe(1000);
  });
});

describe('while the database is away', () => {
  it('answers 503 with a time, logs no message text, and takes the same message afterwards', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'khuyencong-away-'));
    await chmod(dataDir, 0o711);
    let postgres = await startPostgres({ dataDir, note: () => {}, settings: { fsync: 'off' } });
    await migrate({ url: postgres.url });
    const server = await startChatServer({ url: postgres.url });
    try {
      const client = chatClient(server.origin);
      await client.openSession();
      await client.say('trước');
      await postgres.stop();

      const id = crypto.randomUUID();
      const refused = await client.post({ id, text: 'lời bí mật' });
      expect([refused.status, await refused.json()]).toEqual([503, { code: 'server.away', retryAfterSeconds: 3 }]);
      expect(refused.headers.get('retry-after')).toBe('3');
      expect((await client.sendPhotos([await paper()])).status).toBe(503);
      expect((await client.request('/history')).status).toBe(503);
      expect(server.logged()).not.toContain('bí mật');

      postgres = await startPostgres({ dataDir, note: () => {}, settings: { fsync: 'off' } });
      expect(await (await client.post({ id, text: 'lời bí mật' })).json()).toEqual({ repeated: false });
      expect(await (await client.post({ id, text: 'lời bí mật' })).json()).toEqual({ repeated: true });
    } finally {
      await server.close();
      await postgres.stop();
      await rm(dataDir, { recursive: true, force: true });
    }
  });
});
