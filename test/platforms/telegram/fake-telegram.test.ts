import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type FakeTelegram, startFakeTelegram } from './fake-telegram.ts';
import type { FakePerson } from './person.ts';

const answerSchema = z.looseObject({
  ok: z.boolean(),
  error_code: z.number().optional(),
  result: z.unknown().optional(),
});
const updatesSchema = z.array(z.looseObject({ update_id: z.number() }));

let fake: FakeTelegram;
let lan: FakePerson;
let now: number;

beforeEach(async () => {
  now = Date.now();
  fake = await startFakeTelegram({ now: () => now, unitMs: 5 });
  lan = fake.person('Lan');
});
afterEach(async () => {
  await fake.close();
});

async function call(method: string, payload: object = {}) {
  const response = await fetch(`${fake.apiRoot}bot${fake.token}/${method}`, {
    method: 'POST',
    body: JSON.stringify(payload),
  });
  return answerSchema.parse(await response.json());
}
const poll = async (payload: object = {}) => updatesSchema.parse((await call('getUpdates', payload)).result);
const send = async (more: object) => (await call('sendMessage', { chat_id: lan.id, text: 'chào', ...more })).error_code;
const markup = (reply_markup: unknown) => ({ reply_markup });
const askForCard = { keyboard: [[{ text: 'Gửi số', request_contact: true }], ['Thôi']], one_time_keyboard: true };
const button = (data: string) => ({ reply_markup: { inline_keyboard: [[{ text: 'Một', callback_data: data }]] } });

describe('polling the fake', () => {
  it('tells the same updates until a higher offset confirms them', async () => {
    lan.says('một');
    lan.says('hai');
    const first = await poll();
    expect(await poll()).toEqual(first);
    const offset = (first[0]?.update_id ?? 0) + 1;
    expect(await poll({ offset })).toEqual(first.slice(1));
    expect(fake.pendingUpdates()).toBe(1);
  });

  it('ends a waiting poll with news, and the older of two with 409', async () => {
    const older = call('getUpdates', { timeout: 30 });
    await sleep(20);
    const newer = poll({ timeout: 30 });
    expect((await older).error_code).toBe(409);
    lan.says('một');
    expect(await newer).toHaveLength(1);
  });

  it('leaves out the kinds that were not asked for', async () => {
    await poll({ allowed_updates: ['message'] });
    lan.blocks();
    lan.unblocks();
    lan.edits('hai');
    lan.says('một');
    expect(await poll()).toMatchObject([{ message: { text: 'một' } }]);
  });
});

describe('what the fake refuses', () => {
  it.each<[string, object, number | undefined]>([
    ['a text of 4,096', { text: 'x'.repeat(4096) }, undefined],
    ['a text of 4,097', { text: 'x'.repeat(4097) }, 400],
    ['no text', { text: ' ' }, 400],
    ['a key of 64 bytes', button('x'.repeat(64)), undefined],
    ['a key of 22 letters of three bytes', button('ế'.repeat(22)), 400],
    ['an unknown chat', { chat_id: 17 }, 400],
    ['a keyboard that asks for a card', markup(askForCard), undefined],
    ['the same as a string of JSON', markup(JSON.stringify(askForCard)), undefined],
    ['a markup that is no JSON', markup('{"keyboard"'), 400],
    ['a markup that is a list', markup([askForCard]), 400],
    ['a keyboard without rows', markup({ keyboard: ['Thôi'] }), 400],
    ['a key without words', markup({ keyboard: [['']] }), 400],
    ['a flag that is a word', markup({ ...askForCard, resize_keyboard: 'yes' }), 400],
    ['keys and buttons under one message', markup({ ...askForCard, ...button('a').reply_markup }), 400],
    ['a keyboard removed by a number', markup({ remove_keyboard: 1 }), 400],
    ['a button that neither tells nor leads anywhere', markup({ inline_keyboard: [[{ text: 'Một' }]] }), 400],
  ])('%s', async (_name, more, code) => {
    lan.says('chào');
    expect(await send(more)).toBe(code);
  });

  it('a keyboard that asks for a card in a group, where there is no card to share', async () => {
    lan.saysInGroup('chào');
    expect(await send({ chat_id: -lan.id })).toBeUndefined();
    expect(await send({ chat_id: -lan.id, ...markup(askForCard) })).toBe(400);
  });

  it('who never began, and who blocked', async () => {
    expect(await send({})).toBe(403);
    lan.starts();
    expect(await send({})).toBeUndefined();
    lan.blocks();
    expect(await send({})).toBe(403);
  });

  it('a wrong token, an unknown method, and polling while a webhook is set', async () => {
    const wrong = await fetch(`${fake.apiRoot}bot123456:other/getMe`, { method: 'POST' });
    expect(wrong.status).toBe(401);
    expect((await call('sendCarrierPigeon')).error_code).toBe(404);
    await call('setWebhook', { url: 'https://hoi.example.vn/hook' });
    expect((await call('getUpdates')).error_code).toBe(409);
  });

  it('an answer to a tap after 150 seconds', async () => {
    lan.says('chào');
    await send(button('menu:show'));
    const [early, late] = [lan.taps('Một'), lan.taps('Một')];
    expect((await call('answerCallbackQuery', { callback_query_id: early })).ok).toBe(true);
    now += 151_000;
    expect((await call('answerCallbackQuery', { callback_query_id: late })).error_code).toBe(400);
    expect([fake.wasAnswered(early), fake.wasAnswered(late)]).toEqual([true, false]);
  });

  it('a file above 20 MB', async () => {
    lan.sendsPhoto(new Uint8Array(9), { fileSize: 20 * 1024 * 1024 + 1 });
    const fileId = /"file_id":"([^"]+)"[^}]*"file_size":20971521/.exec(JSON.stringify(await poll()))?.[1];
    expect((await call('getFile', { file_id: fileId })).error_code).toBe(400);
  });

  it('more than one message a second to a chat, when it is told to', async () => {
    const strict = await startFakeTelegram({ enforcesRates: true, now: () => now });
    await fake.close();
    fake = strict;
    lan = fake.person('Lan');
    lan.says('chào');
    expect(await send({})).toBeUndefined();
    expect(await send({})).toBe(429);
    now += 1_001;
    expect(await send({})).toBeUndefined();
  });
});

it('a keyboard stays on the screen of the fake until it is removed, and its keys speak', async () => {
  lan.says('chào');
  await send(markup(askForCard));
  await send(button('a'));
  lan.presses('Thôi');
  lan.presses('Gửi số');
  await send(markup({ remove_keyboard: true }));
  expect(lan.keyboard()).toEqual([]);
  expect(() => lan.presses('Thôi')).toThrow('No key');
  const told = (await poll()).slice(1);
  expect(told).toMatchObject([{ message: { text: 'Thôi' } }, { message: { contact: { user_id: lan.id } } }]);
});

describe('a webhook of the fake', () => {
  it('gets each chat in order, again until it is taken, while others pass by; with the secret', async () => {
    const got: string[] = [];
    let isLanTaken = false;
    const server = createServer(async (request, response) => {
      let body = '';
      for await (const chunk of request) body += String(chunk);
      const text = /"text":"([^"]+)"/.exec(body)?.[1] ?? '';
      const isRefused = text.startsWith('lan') && !isLanTaken;
      if (!isRefused) got.push(`${text} ${request.headers['x-telegram-bot-api-secret-token']}`);
      response.writeHead(isRefused ? 500 : 200).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    lan.says('lan 1');
    await call('setWebhook', { url: `http://127.0.0.1:${port}/`, secret_token: 's3' });
    lan.says('lan 2');
    fake.person('Hoa').says('hoa');
    await expect.poll(() => got).toEqual(['hoa s3']);
    isLanTaken = true;
    await expect.poll(() => got).toEqual(['hoa s3', 'lan 1 s3', 'lan 2 s3']);
    expect(fake.webhookTries.filter(({ status }) => status === 500).length).toBeGreaterThan(0);
    server.close();
  });
});
