import { once } from 'node:events';
import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FakeZalo, startFakeZalo } from '../../../platforms/zalo/fake-zalo.ts';
import type { FakeZaloOptions } from '../../../platforms/zalo/options.ts';
import { createTestDatabase, type TestDatabase } from '../../../support/database.ts';
import { takeDatabaseAway } from '../../../support/take-database-away.ts';
import { addCentre } from '../../../support/test-bot.ts';
import { openZaloProcess, type ZaloProcess } from '../../../support/zalo-process.ts';

const PUBLIC_URL = 'https://hoi.example.vn';
const SECRET = 'a-secret-that-must-not-leak';
const PATH = '/hooks/zalo-bot/4286000000000001';

let database: TestDatabase;
let zalo: FakeZalo;
let bot: ZaloProcess;

const start = async (options: FakeZaloOptions = {}): Promise<void> => {
  const hosts: Record<string, string> = {};
  zalo = await startFakeZalo({ secondMs: 20, hosts, ...options });
  bot = await openZaloProcess({ url: database.url, zalo, webhook: { publicUrl: PUBLIC_URL, secret: SECRET } });
  hosts[PUBLIC_URL] = bot.origin;
  await addCentre(bot.db, new Date());
  bot.zaloBot.start();
  await expect.poll(() => zalo.webhook()?.url).toBe(`${PUBLIC_URL}${PATH}`);
};

beforeEach(async () => {
  database = await createTestDatabase();
});
afterEach(async () => {
  expect(bot.log.text()).not.toContain(SECRET);
  await bot.close();
  await zalo.close();
  await database.drop();
});

const post = async (body: BodyInit, headers: Record<string, string> = { 'X-Bot-Api-Secret-Token': SECRET }) =>
  (await fetch(`${bot.origin}${PATH}`, { method: 'POST', body, headers })).status;
const heard = (text: string) => expect.stringContaining(`heard ${text}`);

describe('a webhook of Zalo', () => {
  it('is registered with its secret, verified, and answered through', async () => {
    await start();
    await expect.poll(() => bot.log.text()).toContain('Zalo posts to this webhook now');
    zalo.person('Lan').says('một');
    await expect.poll(() => zalo.person('Lan').texts()).toEqual([heard('một')]);
    expect(zalo.webhookDeliveries.map(({ statuses }) => statuses)).toEqual([[200]]);
    expect(zalo.callsOf('getUpdates')).toEqual([]);
  });

  it.each<FakeZaloOptions>([{ eventShape: 'flat' }, { eventShape: 'wrapped', photoField: 'photo', nameField: 'name' }])(
    'understands events as %o',
    async (options) => {
      await start(options);
      zalo.person('Lan').says('một');
      await expect.poll(() => zalo.person('Lan').texts()).toEqual([heard('một')]);
      expect((await bot.db.person.findFirstOrThrow()).displayName).toBe('Lan');
    },
  );

  it('answers a message once, however often Zalo tells it', async () => {
    await start();
    zalo.person('Lan').says('một');
    for (let again = 0; again < 3; again += 1) zalo.repeatLastEvent();
    await expect.poll(() => zalo.webhookDeliveries.flatMap(({ statuses }) => statuses)).toEqual([200, 200, 200, 200]);
    await bot.settle();
    expect(zalo.person('Lan').texts()).toEqual([heard('một')]);
  });

  it('turns away whoever does not know the whole secret', async () => {
    await start();
    const event = JSON.stringify({ event_name: 'message.text.received' });
    expect(await post(event, {})).toBe(401);
    for (const wrong of ['', 'a-secret-that-must-not-leaj', SECRET.slice(0, 8), `${SECRET}x`]) {
      expect(await post(event, { 'X-Bot-Api-Secret-Token': wrong }), wrong).toBe(401);
    }
    expect(await post(event)).toBe(200);
  });

  it('compares the secret before it reads: who does not know it cannot make the server wait for a body', async () => {
    await start();
    const line = connect(Number(new URL(bot.origin).port), '127.0.0.1');
    line.write(`POST ${PATH} HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n\r\n{`);
    const [answer] = await once(line, 'data');
    line.destroy();
    expect(String(answer)).toMatch(/^HTTP\/1\.1 401/);
  });

  it('answers 200 to what is malformed, unknown or endless: Zalo could not mend it', async () => {
    await start();
    const bodies: [string, BodyInit][] = [
      ['nothing', ''],
      ['no JSON', '{'],
      ['a list', '[]'],
      ['an unknown event', '{"event_name":"oa.closed","message":{}}'],
      ['an event without a message', '{"event_name":"message.text.received"}'],
      ['a megabyte', 'x'.repeat(1024 * 1024)],
      ['what is no text at all', new Uint8Array([0xff, 0xfe, 0x00])],
    ];
    for (const [name, body] of bodies) expect(await post(body), name).toBe(200);
  });

  it('answers 503 when it could not write down, and takes the repeat', async () => {
    await start({ webhookRetries: 20 });
    await expect.poll(() => zalo.webhook()).toBeDefined();
    const letBack = await takeDatabaseAway(database.url);
    zalo.person('Lan').says('một');
    await expect.poll(() => zalo.webhookDeliveries[0]?.statuses[0]).toBe(503);
    await letBack();
    await expect.poll(() => zalo.person('Lan').texts()).toEqual([heard('một')]);
    expect(zalo.webhookDeliveries[0]?.statuses.at(-1)).toBe(200);
  });

  it('tells the operator when Zalo cannot reach it, though Zalo calls that a success', async () => {
    zalo = await startFakeZalo();
    bot = await openZaloProcess({ url: database.url, zalo, webhook: { publicUrl: PUBLIC_URL, secret: SECRET } });
    bot.zaloBot.start();
    await expect.poll(() => bot.log.text()).toContain('ALARM: the webhook could not be set up');
  });
});
