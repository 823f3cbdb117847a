import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readConfig } from '../../config.ts';
import { checkZalo } from '../../host/doctor/check-zalo.ts';
import { wordsFor } from '../../locales/words.ts';
import { countSentMessages, pauseAccount, takeLease } from '../../records/channel-accounts.ts';
import { type Db, openDatabase } from '../../records/database.ts';
import { keepFirstQuota } from '../../records/message-quotas.ts';
import { type FakeZalo, startFakeZalo } from '../platforms/zalo/fake-zalo.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

const BOT = { channel: 'zalo-bot', account: '4286000000000001' };
const PUBLIC_URL = 'https://hoi.example.vn';

let database: TestDatabase;
let db: Db;
let zalo: FakeZalo;

beforeEach(async () => {
  database = await createTestDatabase();
  db = openDatabase({ url: database.url });
  zalo = await startFakeZalo();
});
afterEach(async () => {
  await zalo.close();
  await db.$disconnect();
  await database.drop();
});

/** What the doctor finds with these settings; each finding must have its sentence. */
async function find(settings: Record<string, string> = {}): Promise<string[]> {
  const given = { DATABASE_URL: database.url, ZALO_BOT_TOKEN: zalo.token, ZALO_API_URL: zalo.url, PUBLIC_URL };
  const findings = await checkZalo(readConfig({ ...given, ...settings }));
  const { word } = wordsFor('vi');
  for (const { says, values } of findings) {
    const sentence = word(`host:doctor.${says}`, values);
    expect(sentence).not.toContain('{{');
    expect(sentence).not.toContain('ThatMustNotLeak');
  }
  return findings.map(({ state, says }) => `${state} ${says}`);
}
const setWebhook = (url: string) =>
  fetch(`${zalo.url}/bot${zalo.token}/setWebhook`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ url, secret_token: '12345678' }),
  });
const soon = (ms: number) => new Date(Date.now() + ms);

describe('the doctor on Zalo', () => {
  it('says how to turn it on when it is off', async () => {
    expect(await find({ ZALO_BOT_TOKEN: '' })).toEqual(['note zaloOff']);
  });

  it('finds all well, and who polls', async () => {
    const until = soon(60_000);
    await takeLease(db, { ...BOT, holder: 'may-chu/17/ab', until, now: new Date() });
    expect(await find()).toEqual(['ok zaloBot', 'ok zaloPoller', 'note zaloPollerOther', 'ok zaloQuota']);
    expect(zalo.callsOf('getUpdates')).toEqual([]);
  });

  it('tells a wrong token', async () => {
    expect(await find({ ZALO_BOT_TOKEN: '4286000000000001:wrong' })).toContain('repair zaloToken');
  });

  it('tells a closed network, a server that is not Zalo, and one that fails', async () => {
    expect(await find({ ZALO_API_URL: 'http://127.0.0.1:1' })).toContain('repair zaloClosed');
    zalo.faults.next('getMe', { kind: 'http', status: 404 });
    expect(await find()).toContain('repair zaloElsewhere');
    zalo.faults.next('getMe', { kind: 'error', code: 500 });
    expect(await find()).toContain('repair zaloSilent');
  });

  it('tells a webhook left registered while polling', async () => {
    await setWebhook('https://elsewhere.example/zalo');
    expect(await find()).toContain('repair zaloWebhookLeft');
  });

  it('tells a webhook that is missing, another one, or the right one', async () => {
    const webhook = { ZALO_BOT_MODE: 'webhook' };
    expect(await find(webhook)).toContain('repair zaloWebhookMissing');
    await setWebhook('https://elsewhere.example/zalo');
    expect(await find(webhook)).toContain('repair zaloWebhookElsewhere');
    await setWebhook(`${PUBLIC_URL}/hooks/zalo-bot/${BOT.account}`);
    expect(await find(webhook)).toEqual(['ok zaloBot', 'ok zaloWebhook', 'ok zaloQuota']);
  });

  it('tells that nobody polls, also when the last one’s lease has run out', async () => {
    expect(await find()).toContain('note zaloPollerNone');
    await takeLease(db, { ...BOT, holder: 'x', until: soon(-1), now: soon(-60_000) });
    expect(await find()).toContain('note zaloPollerNone');
  });

  it('tells a quota that runs out, and why nothing leaves', async () => {
    const month = Temporal.Now.plainDateISO('Asia/Ho_Chi_Minh').toString().slice(0, 7);
    await countSentMessages(db, { ...BOT, month, count: 2400 });
    expect(await find()).toContain('note zaloQuotaLow');
    for (const [reason, says, ms] of [
      ['rate-limited', 'zaloPausedSlow', 60_000],
      ['channel-broken', 'zaloPausedBroken', 120_000],
      ['quota-exhausted', 'zaloPausedQuota', 180_000],
    ] as const) {
      await pauseAccount(db, { ...BOT, reason, until: soon(ms), now: new Date() });
      expect(await find()).toContain(`repair ${says}`);
    }
  });

  it('tells that nobody has looked up the quota, and goes by what the office wrote down of it', async () => {
    await keepFirstQuota(db, { ...BOT, limit: 3000, now: new Date() });
    expect(await find()).toContain('note zaloQuotaUnchecked');
    const checkedOn = Temporal.Now.plainDateISO('Asia/Ho_Chi_Minh').toString();
    await db.messageQuota.updateMany({ data: { checkedOn, limit: 10 } });
    await countSentMessages(db, { ...BOT, month: checkedOn.slice(0, 7), count: 8 });
    const found = await find();
    expect(found).toContain('note zaloQuotaLow');
    expect(found).not.toContain('note zaloQuotaUnchecked');
  });

  it('says what it can while the database is away', async () => {
    expect(await find({ DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/none' })).toEqual(['ok zaloBot']);
  });
});
