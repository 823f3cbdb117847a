import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readConfig } from '../../config.ts';
import { checkTelegram } from '../../host/doctor/check-telegram.ts';
import { wordsFor } from '../../locales/words.ts';
import { markPollConflict, pauseAccount, takeLease } from '../../records/channel-accounts.ts';
import { type Db, openDatabase } from '../../records/database.ts';
import { type FakeTelegram, startFakeTelegram } from '../platforms/telegram/fake-telegram.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

const BOT = { channel: 'telegram', account: '123456' };
const PUBLIC_URL = 'https://hoi.example.vn';
const WEBHOOK = { TELEGRAM_MODE: 'webhook' };

let database: TestDatabase;
let db: Db;
let fake: FakeTelegram;

beforeEach(async () => {
  database = await createTestDatabase();
  db = openDatabase({ url: database.url });
  fake = await startFakeTelegram();
});
afterEach(async () => {
  await fake.close();
  await db.$disconnect();
  await database.drop();
});

/** What the doctor finds with these settings; each finding must have its sentence. */
async function find(settings: Record<string, string> = {}): Promise<string[]> {
  const given = {
    ...{ DATABASE_URL: database.url, TELEGRAM_BOT_TOKEN: fake.token, TELEGRAM_API_URL: fake.apiRoot, PUBLIC_URL },
  };
  const findings = await checkTelegram(readConfig({ ...given, ...settings }));
  for (const { says, values } of findings) {
    for (const locale of ['vi', 'en'] as const) {
      const sentence = wordsFor(locale).word(`host:doctor.${says}`, values);
      expect(sentence).not.toContain('{{');
      expect(sentence).not.toContain('fake-token');
    }
  }
  return findings.map(({ state, says }) => `${state} ${says}`);
}
const setWebhook = (url: string) =>
  fetch(`${fake.apiRoot}bot${fake.token}/setWebhook`, { method: 'POST', body: JSON.stringify({ url }) });
const soon = (ms: number) => new Date(Date.now() + ms);

describe('the doctor on Telegram', () => {
  it('says how to turn it on when it is off', async () => {
    expect(await find({ TELEGRAM_BOT_TOKEN: '' })).toEqual(['note telegramOff']);
  });

  it('finds all well, and who polls, without polling', async () => {
    expect(await find()).toEqual(['ok telegram', 'note telegramPollerNone']);
    await takeLease(db, { ...BOT, holder: 'may-chu/17/ab', until: soon(60_000), now: new Date() });
    expect(await find()).toEqual(['ok telegram', 'ok telegramPoller', 'ok telegramPollerAlone']);
    expect(fake.calls.some(({ method }) => method === 'getUpdates')).toBe(false);
  });

  it('tells a second poller, from what Telegram told the one that runs, until it is over', async () => {
    await takeLease(db, { ...BOT, holder: 'may-chu/17/ab', until: soon(60_000), now: new Date() });
    await markPollConflict(db, { ...BOT, now: soon(-60_000) });
    expect(await find()).toContain('repair telegramSecondPoller');
    await markPollConflict(db, { ...BOT, now: soon(-660_000) });
    expect(await find()).toContain('ok telegramPollerAlone');
  });

  it('tells a wrong token, a closed network, and a server that fails', async () => {
    expect(await find({ TELEGRAM_BOT_TOKEN: '123456:another-token' })).toContain('repair telegramToken');
    expect(await find({ TELEGRAM_API_URL: 'http://127.0.0.1:9' })).toContain('repair telegramClosed');
    fake.fail('getMe', { kind: 'status', status: 500 });
    expect(await find()).toContain('repair telegramSilent');
  });

  it('tells a webhook that is left, missing or elsewhere', async () => {
    expect(await find(WEBHOOK)).toContain('repair telegramWebhookMissing');
    await setWebhook('https://elsewhere.example/telegram');
    expect(await find()).toContain('repair telegramWebhookLeft');
    expect(await find(WEBHOOK)).toContain('repair telegramWebhookElsewhere');
    await setWebhook(`${PUBLIC_URL}/hooks/telegram/123456`);
    expect(await find(WEBHOOK)).toEqual(['ok telegram', 'ok telegramWebhook']);
  });

  it('tells an account that rests', async () => {
    await pauseAccount(db, { ...BOT, until: soon(60_000), reason: 'channel-broken', now: new Date() });
    expect(await find()).toContain('repair telegramPaused');
  });
});
