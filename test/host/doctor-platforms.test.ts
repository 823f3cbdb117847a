import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FakeTelegram, startFakeTelegram } from '../platforms/telegram/fake-telegram.ts';
import { type FakeZalo, startFakeZalo } from '../platforms/zalo/fake-zalo.ts';
import { makePlace, type Place, runAssistant } from '../support/assistant.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { openTelegramProcess, type TelegramProcess } from '../support/telegram-process.ts';
import { addCentre } from '../support/test-bot.ts';

let database: TestDatabase;
let telegram: FakeTelegram;
let zalo: FakeZalo;
let place: Place;
const running: TelegramProcess[] = [];

beforeEach(async () => {
  database = await createTestDatabase();
  [telegram, zalo, place] = await Promise.all([startFakeTelegram(), startFakeZalo(), makePlace()]);
});
afterEach(async () => {
  for (const each of running.splice(0)) await each.close();
  await Promise.all([telegram.close(), zalo.close(), place.remove()]);
  await database.drop();
});

/** `npm run doctor`, as an operator runs it: what it says is to be repaired, one line each. */
async function doctor(more: Record<string, string> = {}): Promise<{ repairs: string[]; said: string }> {
  const { settings } = place;
  const platforms = {
    ...{ TELEGRAM_BOT_TOKEN: telegram.token, TELEGRAM_API_URL: telegram.apiRoot },
    ...{ ZALO_BOT_TOKEN: zalo.token, ZALO_API_URL: zalo.url },
  };
  const run = runAssistant(
    { ...settings, DATABASE_URL: database.url, ...platforms, ...more },
    'host/commands/doctor.ts',
  );
  await new Promise((resolve) => run.process.once('close', resolve));
  const said = run.output();
  for (const secret of [telegram.token.split(':')[1], zalo.token.split(':')[1]]) expect(said).not.toContain(secret);
  const repairs = said.split('\n').filter((line) => line.startsWith('[cần sửa]'));
  expect(run.process.exitCode).toBe(repairs.length === 0 ? 0 : 1);
  return { repairs, said };
}

async function poll(token: string): Promise<TelegramProcess> {
  const made = await openTelegramProcess({ url: database.url, apiRoot: telegram.apiRoot, token });
  running.push(made);
  await addCentre(made.db, new Date());
  made.telegram.start();
  return made;
}
const register = (url: string, body: object) =>
  fetch(url, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });

describe('the doctor, run as an operator runs it', () => {
  it('finds nothing to repair at two platforms that are well, and takes no message away', async () => {
    telegram.person('Lan').says('chào');
    expect((await doctor()).repairs).toEqual([]);
    expect(telegram.pendingUpdates()).toBe(1);
    expect(zalo.callsOf('getUpdates')).toEqual([]);
  });

  it('says what to do about a webhook left registered while polling', async () => {
    const url = 'https://elsewhere.example/hook';
    await register(`${telegram.apiRoot}bot${telegram.token}/setWebhook`, { url });
    await register(`${zalo.url}/bot${zalo.token}/setWebhook`, { url, secret_token: '12345678' });
    expect((await doctor()).repairs).toEqual([
      expect.stringMatching(/Còn một webhook.*Zalo Bot Manager.*xoá Webhook/),
      expect.stringMatching(/Còn một webhook.*telegram\.vi\.md/),
    ]);
  });

  it('says what to do about a wrong token', async () => {
    const wrong = { TELEGRAM_BOT_TOKEN: '123456:another-token', ZALO_BOT_TOKEN: '4286000000000001:another' };
    expect((await doctor(wrong)).repairs).toEqual([
      expect.stringMatching(/ZALO_BOT_TOKEN.*Zalo Bot Manager/),
      expect.stringMatching(/TELEGRAM_BOT_TOKEN.*BotFather/),
    ]);
  });

  it('says what to do about a closed network', async () => {
    await telegram.cutLine();
    expect((await doctor({ ZALO_API_URL: 'http://127.0.0.1:9' })).repairs).toEqual([
      expect.stringMatching(/không ra được 127\.0\.0\.1:9 .*tường lửa/),
      expect.stringMatching(/không ra được 127.*TELEGRAM_PROXY_URL.*Zalo/),
    ]);
  });

  it('says what to do about a second poller: Telegram told the one that runs; of Zalo it says that nobody can know', async () => {
    const here = await poll(telegram.token);
    await expect.poll(() => here.log.text()).toContain('this process asks Telegram');
    // Again, if it came before the first poll from here: Telegram tells the one whose poll was already waiting.
    const pollElsewhere = () => register(`${telegram.apiRoot}bot${telegram.token}/getUpdates`, { timeout: 1 });
    await expect.poll(() => pollElsewhere().then(() => here.log.text())).toContain('another program polls');
    const { repairs, said } = await doctor();
    expect(repairs).toEqual([expect.stringMatching(/Một máy khác đang hỏi tin.*Dừng máy đó.*\/revoke/)]);
    expect(said).toContain('hỏi tin Zalo');
  });
});
