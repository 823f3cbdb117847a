import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { type FakeZalo, startFakeZalo } from './fake-zalo.ts';
import type { FakeZaloOptions } from './options.ts';

const answer = z.object({
  ok: z.boolean(),
  error_code: z.number().optional(),
  result: z.record(z.string(), z.unknown()).optional(),
});

let zalo: FakeZalo;
const start = async (options: FakeZaloOptions = {}): Promise<void> => {
  await zalo?.close();
  zalo = await startFakeZalo({ secondMs: 20, ...options });
};
beforeEach(() => start());
afterEach(() => zalo.close());

async function ask(method: string, body?: object | string, init: RequestInit = {}, token = zalo.token) {
  const response = await fetch(`${zalo.url}/bot${token}/${method}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: typeof body === 'object' ? JSON.stringify(body) : body,
    ...init,
  });
  return { status: response.status, ...answer.parse(await response.json()) };
}
const meet = async (name: string) => {
  const person = zalo.person(name);
  person.says('chào');
  await ask('getUpdates', { timeout: 1 });
  return person;
};

describe('what it refuses, with ok:false in a 200', () => {
  it.each([
    ['a wrong token', 401, () => ask('getMe', {}, {}, '1:wrong')],
    ['a method in other letters', 404, () => ask('getme', {})],
    ['a method of another platform', 404, () => ask('sendDocument', {})],
    ['GET', 400, () => ask('getMe', undefined, { method: 'GET' })],
    ['a form', 400, () => ask('getMe', 'a=1', { headers: { 'Content-Type': 'application/x-www-form-urlencoded' } })],
    ['what is no JSON', 400, () => ask('getMe', '{')],
    ['a list', 400, () => ask('getMe', '[]')],
    ['a chat it does not know', 400, () => ask('sendMessage', { chat_id: 'f00', text: 'x' })],
    ['a webhook without a secret', 400, () => ask('setWebhook', { url: 'https://a.example' })],
    ['a short secret', 400, () => ask('setWebhook', { url: 'https://a.example', secret_token: '1234567' })],
    ['a long secret', 400, () => ask('setWebhook', { url: 'https://a.example', secret_token: 'x'.repeat(257) })],
    ['a webhook in the clear', 400, () => ask('setWebhook', { url: 'http://a.example', secret_token: '12345678' })],
    ['a webhook at home', 400, () => ask('setWebhook', { url: 'https://localhost/', secret_token: '12345678' })],
    ['a webhook at an address', 400, () => ask('setWebhook', { url: 'https://10.0.0.1/', secret_token: '12345678' })],
  ])('%s', async (_name, code, call) => {
    expect(await call()).toMatchObject({ status: 200, ok: false, error_code: code });
  });

  it.each([
    ['no text', { text: '' }],
    ['2,001 characters', { text: 'x'.repeat(2001) }],
    ['1,900 letters with separate marks, which count', { text: 'ế'.normalize('NFD').repeat(1900) }],
    ['a chat id that is a number', { text: 'x', chat_id: 17 }],
    ['an unknown parse mode', { text: 'x', parse_mode: 'MarkdownV2' }],
  ])('a message with %s', async (_name, body) => {
    const lan = await meet('Lan');
    expect(await ask('sendMessage', { chat_id: lan.id, ...body })).toMatchObject({ ok: false, error_code: 400 });
    expect(lan.received).toEqual([]);
  });

  it('takes 2,000 characters', async () => {
    const lan = await meet('Lan');
    expect((await ask('sendMessage', { chat_id: lan.id, text: 'x'.repeat(2000) })).ok).toBe(true);
  });

  it('takes a photo as an address only, and knows typing only', async () => {
    const { id: chat_id } = await meet('Lan');
    expect((await ask('sendPhoto', { chat_id, photo: 'base64…' })).ok).toBe(false);
    expect((await ask('sendPhoto', { chat_id, photo: 'https://anh.example/a.jpg' })).ok).toBe(true);
    expect((await ask('sendChatAction', { chat_id, action: 'upload_photo' })).ok).toBe(false);
    expect((await ask('sendChatAction', { chat_id, action: 'typing' })).ok).toBe(true);
    expect((await ask('sendVoice', { chat_id, voice_url: 'https://a.example/a.mp3' })).ok).toBe(false);
  });

  it('may speak by the HTTP status instead', async () => {
    await start({ refusalStatus: 'as-error-code' });
    expect(await ask('getme')).toMatchObject({ status: 404, ok: false, error_code: 404 });
  });
});

describe('how it polls', () => {
  it('hands over one event a poll, once, and 408 when there is none; the timeout is a number or a string', async () => {
    zalo.person('Lan').says('một');
    zalo.person('Lan').says('hai');
    expect((await ask('getUpdates', { timeout: 1 })).result).toMatchObject({ message: { text: 'một' } });
    expect((await ask('getUpdates', { timeout: '1' })).result).toMatchObject({ message: { text: 'hai' } });
    expect(await ask('getUpdates', { timeout: '1' })).toMatchObject({ status: 200, ok: false, error_code: 408 });
  });

  it('answers an open poll as soon as somebody writes', async () => {
    const poll = ask('getUpdates', { timeout: 120 });
    await expect.poll(() => zalo.callsOf('getUpdates').length).toBe(1);
    zalo.person('Lan').says('chào');
    expect((await poll).ok).toBe(true);
  });

  it('gives an event to one of two pollers, and counts that there were two', async () => {
    const polls = Promise.all([ask('getUpdates', { timeout: 20 }), ask('getUpdates', { timeout: 20 })]);
    await expect.poll(() => zalo.callsOf('getUpdates').length).toBe(2);
    zalo.person('Lan').says('chào');
    expect((await polls).map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(zalo.overlappingPolls()).toBe(1);
  });

  it('refuses to be polled while a webhook is set', async () => {
    await ask('setWebhook', { url: 'https://hoi.example.vn/zalo', secret_token: '12345678' });
    expect((await ask('getUpdates', { timeout: 1 })).ok).toBe(false);
    await ask('deleteWebhook', {});
    expect((await ask('getUpdates', { timeout: 1 })).error_code).toBe(408);
  });

  it('may forget what was said while nobody listened, or hand it to a caller who has left', async () => {
    await start({ unheard: 'lost', noticesHangUp: false });
    zalo.person('Lan').says('một');
    const leave = new AbortController();
    const poll = ask('getUpdates', { timeout: 120 }, { signal: leave.signal }).catch(() => undefined);
    await expect.poll(() => zalo.callsOf('getUpdates').length).toBe(1);
    leave.abort();
    await poll;
    await expect.poll(() => zalo.openPolls()).toEqual({ open: 1, hungUp: 1 });
    zalo.person('Lan').says('hai');
    expect(zalo.lost.map((event) => event.message?.text)).toEqual(['một', 'hai']);
  });
});

describe('its quota', () => {
  it('answers 429 without a time to wait, and begins anew with the month in Việt Nam', async () => {
    let now = new Date('2026-11-30T16:59:59Z');
    await start({ monthlyLimit: 2, now: () => now });
    const { id: chat_id } = await meet('Lan');
    const send = async () => (await ask('sendMessage', { chat_id, text: 'x' })).error_code ?? 'ok';
    expect([await send(), await send(), await send()]).toEqual(['ok', 'ok', 429]);
    now = new Date('2026-11-30T17:00:00Z');
    expect(await send()).toBe('ok');
    expect(zalo.quotaUsed()).toBe(1);
  });

  it('lets the messages of the 51st person not through', async () => {
    await start({ userLimit: 1 });
    await meet('Lan');
    const hoa = zalo.person('Hoa');
    hoa.says('chào');
    expect((await ask('getUpdates', { timeout: 1 })).error_code).toBe(408);
    expect((await ask('sendMessage', { chat_id: hoa.id, text: 'x' })).ok).toBe(false);
    expect(zalo.turnedAway()).toEqual(['Hoa']);
  });
});
