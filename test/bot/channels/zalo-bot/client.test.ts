import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createTcpServer } from 'node:net';
import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { createZaloBotClient, type ZaloBotClient } from '../../../../bot/channels/zalo-bot/client/index.ts';
import { type FakeZalo, startFakeZalo } from '../../../platforms/zalo/fake-zalo.ts';
import type { Fault } from '../../../platforms/zalo/faults.ts';
import type { FakeZaloOptions } from '../../../platforms/zalo/options.ts';

const closers: (() => Promise<void>)[] = [];
let zalo: FakeZalo;
let client: ZaloBotClient;
let chatId: string;

async function connect(options: FakeZaloOptions = {}): Promise<void> {
  zalo = await startFakeZalo({ secondMs: 20, ...options });
  closers.push(zalo.close);
  client = createZaloBotClient({ token: zalo.token, baseUrl: zalo.url, timeoutMs: 600 });
  const lan = zalo.person('Lan');
  chatId = lan.id;
  lan.says('chào');
  await client.getUpdates({ seconds: 1 });
}

/** A server that is not Zalo. */
async function listen(server: Server | ReturnType<typeof createTcpServer>): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(() => new Promise((resolve) => server.close(() => resolve())));
  return `http://127.0.0.1:${z.object({ port: z.number() }).parse(server.address()).port}`;
}
const serve = (listener: RequestListener): Promise<string> => listen(createServer(listener));

beforeEach(() => connect());
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

describe('what the client of Zalo can do', () => {
  it('tells who the bot is', async () => {
    expect(await client.getMe()).toEqual({
      kind: 'ok',
      result: { id: '4286000000000001', name: 'Bot Khuyến công thử' },
    });
  });

  it('sends a text and learns its id', async () => {
    const answer = await client.sendMessage({ chatId, text: 'Chào anh/chị' });
    const [received] = zalo.person('Lan').received;
    expect(answer).toEqual({ kind: 'ok', result: { messageId: received?.messageId } });
    expect(received).toMatchObject({ kind: 'text', text: 'Chào anh/chị' });
  });

  it('sends a photo by its address, and shows that it is typing', async () => {
    expect(await client.sendPhoto({ chatId, photoUrl: 'https://anh.example/a.jpg', caption: 'ảnh' })).toMatchObject({
      kind: 'ok',
    });
    expect(await client.sendTyping(chatId)).toMatchObject({ kind: 'ok' });
    expect(zalo.person('Lan').typing).toBe(1);
  });

  it('hears one message a poll, in order, and nothing new as timed-out', async () => {
    zalo.person('Lan').says('một');
    zalo.person('Lan').says('hai');
    for (const text of ['một', 'hai']) {
      expect(await client.getUpdates({ seconds: 1 })).toMatchObject({ kind: 'ok', result: { message: { text } } });
    }
    expect(await client.getUpdates({ seconds: 1 })).toEqual({ kind: 'timed-out' });
  });

  it('ends a poll at once when it is called off', async () => {
    const stop = new AbortController();
    const poll = client.getUpdates({ seconds: 100, signal: stop.signal });
    await expect.poll(() => zalo.callsOf('getUpdates').length).toBe(2);
    stop.abort();
    expect(await poll).toEqual({ kind: 'aborted' });
  });

  it('sets, reads and deletes a webhook, and says when Zalo could not verify it', async () => {
    const url = 'https://hoi.example.vn/hooks/zalo-bot/1';
    expect(await client.setWebhook({ url, secret: '12345678' })).toEqual({
      kind: 'ok',
      result: { url, isVerified: false, hint: 'answered no-answer' },
    });
    expect(await client.getWebhookInfo()).toEqual({ kind: 'ok', result: { url } });
    expect(await client.getUpdates({ seconds: 1 })).toMatchObject({ kind: 'refused', code: 400 });
    expect((await client.deleteWebhook()).kind).toBe('ok');
    expect(await client.getWebhookInfo()).toEqual({ kind: 'ok', result: { url: '' } });
  });
});

describe('how a call to Zalo may end', () => {
  const error = (code: number): Fault => ({ kind: 'error', code });
  const page = (status: number, body?: string): Fault => ({ kind: 'http', status, body });

  it.each<[string, Fault, object, isThere: boolean]>([
    ['a refusal', error(400), { kind: 'refused', code: 400, description: 'Error 400' }, false],
    ['an unknown code', error(777), { kind: 'server-error', code: 777 }, false],
    ['a wrong token', error(401), { kind: 'unauthorized' }, false],
    ['403, which is Zalo’s internal error', error(403), { kind: 'server-error', code: 403 }, false],
    ['408', error(408), { kind: 'timed-out' }, false],
    ['408 without a word of Zalo', page(408), { kind: 'timed-out' }, false],
    ['the quota', error(429), { kind: 'quota-exhausted' }, false],
    ['an error of Zalo', error(500), { kind: 'server-error', code: 500 }, false],
    ['a gateway’s page', page(502), { kind: 'no-answer', reason: 'http-502' }, false],
    ['a gateway that gave up', page(504), { kind: 'no-answer', reason: 'http-504' }, false],
    ['a closed door', page(503), { kind: 'server-error', code: 503 }, false],
    ['a page with 200', page(200, '<html>'), { kind: 'no-answer', reason: 'http-200' }, false],
    ['nothing with 200', page(200, ''), { kind: 'no-answer', reason: 'http-200' }, false],
    ['JSON that is not Zalo’s', page(404, '{"message":"no"}'), { kind: 'not-zalo', status: 404 }, false],
    ['a login page', page(401), { kind: 'unauthorized' }, false],
    ['a cut line, not sent', { kind: 'drop', done: false }, { kind: 'no-answer', reason: 'ECONNRESET' }, false],
    ['a cut line, sent', { kind: 'drop', done: true }, { kind: 'no-answer', reason: 'ECONNRESET' }, true],
    ['silence, sent', { kind: 'silence', done: true }, { kind: 'no-answer', reason: 'timeout' }, true],
    ['an answer too late', { kind: 'slow', ms: 900 }, { kind: 'no-answer', reason: 'timeout' }, true],
    ['a slow answer', { kind: 'slow', ms: 50 }, { kind: 'ok' }, true],
  ])('%s', async (_name, fault, expected, isThere) => {
    zalo.faults.next('sendMessage', fault);
    expect(await client.sendMessage({ chatId, text: 'x' })).toMatchObject(expected);
    await expect.poll(() => zalo.person('Lan').received.length).toBe(isThere ? 1 : 0);
  });

  it('judges by `ok`, whatever the HTTP status', async () => {
    await connect({ refusalStatus: 'as-error-code' });
    expect(await client.sendMessage({ chatId: 'nobody', text: 'x' })).toMatchObject({ kind: 'refused', code: 400 });
    expect(await client.getUpdates({ seconds: 1 })).toEqual({ kind: 'timed-out' });
  });

  it('tells a line that was never made from one that broke: nothing was asked', async () => {
    const deaf = createTcpServer();
    const baseUrl = await listen(deaf);
    await new Promise((resolve) => deaf.close(resolve));
    const ask = (url: string) => createZaloBotClient({ token: zalo.token, baseUrl: url, timeoutMs: 600 }).getMe();
    expect(await ask(baseUrl)).toEqual({ kind: 'not-reached', reason: 'ECONNREFUSED' });
    expect(await ask('http://no-such-host.invalid')).toMatchObject({ kind: 'not-reached' });
    // Somebody listens, but does not speak TLS: the question itself never left.
    const plain = await serve((_request, response) => response.end());
    expect(await ask(plain.replace('http:', 'https:'))).toMatchObject({ kind: 'not-reached' });
  });

  it('follows no redirect: the token would go with it', async () => {
    let asked = 0;
    const target = await serve((_request, response) => {
      asked += 1;
      response.end('{"ok":true}');
    });
    const redirecting = await serve((request, response) =>
      response.writeHead(307, { Location: `${target}${request.url}` }).end(),
    );
    const redirected = createZaloBotClient({ token: zalo.token, baseUrl: redirecting });
    expect(await redirected.getMe()).toEqual({ kind: 'not-zalo', status: 307 });
    expect(asked).toBe(0);
  });

  it('reads no endless answer', async () => {
    const endless = await serve((_request, response) => {
      const more = (): void => {
        while (response.write('x'.repeat(65_536)));
      };
      response.on('drain', more);
      more();
    });
    const answer = await createZaloBotClient({ token: zalo.token, baseUrl: endless, timeoutMs: 5_000 }).getMe();
    expect(answer).toEqual({ kind: 'no-answer', reason: 'ERR_BAD_RESPONSE' });
  });

  it('asks nothing twice: the quota is not an invitation to try again', async () => {
    zalo.faults.always('sendMessage', error(429));
    await client.sendMessage({ chatId, text: 'x' });
    expect(zalo.callsOf('sendMessage')).toHaveLength(1);
  });
});

describe('the token', () => {
  it('is in no answer, not even when the other side repeats it', async () => {
    const echoing = await serve((request, response) =>
      response.end(JSON.stringify({ ok: false, error_code: 400, description: `Cannot POST ${request.url}` })),
    );
    const echoed = createZaloBotClient({ token: zalo.token, baseUrl: echoing });
    const unreachable = createZaloBotClient({ token: zalo.token, baseUrl: 'http://127.0.0.1:1' });
    for (const one of [client, echoed, unreachable]) {
      for (const fault of ['drop', 'silence'] as const) zalo.faults.next('getMe', { kind: fault, done: false });
      const answers = [await one.getMe(), await one.getMe(), await one.getMe()];
      const seen = inspect([one, answers], { depth: null, showHidden: true, getters: true }) + JSON.stringify(answers);
      expect(seen).not.toContain('ThatMustNotLeak');
    }
  });

  it('is not in the error about a wrong address either', () => {
    const wrong = () => createZaloBotClient({ token: zalo.token, baseUrl: `ftp://x/${zalo.token}` });
    expect(wrong).toThrow('baseUrl must be an http or https address');
    expect(wrong).not.toThrow('ThatMustNotLeak');
  });
});
