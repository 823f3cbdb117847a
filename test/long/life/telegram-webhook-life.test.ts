import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FakeTelegram, startFakeTelegram } from '../../platforms/telegram/fake-telegram.ts';
import type { FakePerson } from '../../platforms/telegram/person.ts';
import { type Assistant, makePlace, type Place, READY_WORDS, runAssistant } from '../../support/assistant.ts';

const SITE = 'https://hoi.example.vn';

/** On a busy machine the program may take a minute to start, and an answer some seconds. */
const START_TIMEOUT_MS = 180_000;
const PATIENT = { timeout: 60_000 };

describe('one short life over Telegram by webhook', { timeout: START_TIMEOUT_MS }, () => {
  let telegram: FakeTelegram;
  let place: Place;
  let assistant: Assistant;
  let lan: FakePerson;
  let hoa: FakePerson;

  const start = async (): Promise<void> => {
    assistant = runAssistant(place.settings);
    await assistant.says(READY_WORDS);
  };
  beforeAll(async () => {
    place = await makePlace();
    telegram = await startFakeTelegram({ hosts: { [SITE]: `http://127.0.0.1:${place.settings.PORT}` } });
    Object.assign(place.settings, {
      ...{ TELEGRAM_BOT_TOKEN: telegram.token, TELEGRAM_API_URL: telegram.apiRoot, TELEGRAM_MODE: 'webhook' },
      ...{ TELEGRAM_WEBHOOK_SECRET: 'a-secret-that-must-not-leak', PUBLIC_URL: SITE },
    });
    [lan, hoa] = [telegram.person('Lan'), telegram.person('Hoa')];
    await start();
  }, START_TIMEOUT_MS);
  afterAll(async () => {
    expect(await assistant.end('SIGINT')).toBe(0);
    await place.remove();
    await telegram.close();
  }, START_TIMEOUT_MS);

  /** What comes next to somebody's phone, in order, and nothing beside it. */
  const hears = async (person: FakePerson, act: () => void, answers: RegExp[]): Promise<void> => {
    const before = person.received.length;
    act();
    await expect.poll(() => person.received.length, PATIENT).toBeGreaterThanOrEqual(before + answers.length);
    const heard = person.received.slice(before).map(({ text }) => text);
    expect(heard).toEqual(answers.map((answer) => expect.stringMatching(answer)));
  };

  it('answers what is written at once in the order in which it was written, and a repeat once', async () => {
    await hears(lan, () => lan.starts('register'), [/đồng ý không/]);
    await hears(lan, () => lan.taps('Đồng ý'), [/Câu 1\/8/]);
    const act = (): void => {
      for (const text of ['mua may', 'mien dong', 'xa con minh']) lan.says(text);
      telegram.repeatLastUpdate();
    };
    await hears(lan, act, [/Câu 2\/8/, /Câu 3\/8/, /Câu 4\/8|Đúng không/]);
  });

  it('killed and away, Telegram tries again: each chat is answered once and in order, and a button still works', async () => {
    await hears(hoa, () => hoa.says('gui phieu nhu cau'), [/đồng ý không/]);
    await hears(hoa, () => hoa.taps('Đồng ý'), [/Câu 1\/8/]);
    // Killed in the middle of a send, what they say next would wait a minute, until nobody can be sending any more.
    await expect.poll(() => assistant.metric('khuyencong_open_deliveries'), PATIENT).toBe(0);
    await assistant.end('SIGKILL');
    const tries = telegram.webhookTries.length;
    const act = (): void => {
      hoa.taps('Mua máy móc, dây chuyền');
      lan.says('menu');
      lan.says('phieu cua toi');
    };
    const before = hoa.received.length;
    act();
    await expect.poll(() => telegram.webhookTries.slice(tries).length, PATIENT).toBeGreaterThan(4);
    await hears(lan, () => void start(), [/Anh\/chị cần việc gì/, /phiếu/i]);
    await expect.poll(() => hoa.received.length, PATIENT).toBe(before + 1);
    expect(hoa.last()?.text).toContain('Câu 2/8');
    expect(telegram.webhookTries.slice(tries)[0]?.status).toBe('no answer');
    expect(telegram.calls.some(({ method }) => method === 'getUpdates')).toBe(false);
    expect(assistant.output()).not.toContain('a-secret-that-must-not-leak');
  });
});
