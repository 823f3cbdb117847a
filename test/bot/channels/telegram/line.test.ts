import { once } from 'node:events';
import { createServer, request } from 'node:http';
import { type AddressInfo, createServer as createLine, type Server, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTelegramApi } from '../../../../bot/channels/telegram/call-telegram.ts';
import { createFileFetcher } from '../../../../bot/channels/telegram/fetch-photo-file.ts';
import { type FakeTelegram, startFakeTelegram } from '../../../platforms/telegram/fake-telegram.ts';
import { paper } from '../../../support/photos.ts';

const TOKEN = '123456:a-token-that-must-not-leak';
let fake: FakeTelegram;
let servers: Server[];
let sockets: Set<Socket>;

beforeEach(async () => {
  fake = await startFakeTelegram();
  servers = [];
  sockets = new Set();
});
afterEach(async () => {
  for (const socket of sockets) socket.destroy();
  for (const server of servers) server.close();
  await fake.close();
});

async function listen(server: Server): Promise<string> {
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
  });
  server.listen(0, '127.0.0.1');
  servers.push(server);
  await once(server, 'listening');
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}
const ask = (options: { apiUrl: string; proxyUrl?: string; token?: string }) =>
  createTelegramApi({ token: TOKEN, timeoutMs: 300, ...options }).call('sendMessage', { chat_id: '1', text: 'chào' });

describe('the line to Telegram', () => {
  it('that nobody answers is known not to have carried anything', async () => {
    expect(await ask({ apiUrl: 'https://127.0.0.1:9' })).toEqual({ kind: 'not-reached', reason: 'ECONNREFUSED' });
    expect(await ask({ apiUrl: 'https://no-such-host.invalid' })).toMatchObject({ kind: 'not-reached' });
  });

  it('that is swallowed before it is secret, as a closed network does, is known not to have carried anything', async () => {
    const hole = await listen(createLine());
    expect(await ask({ apiUrl: `https://${hole}` })).toEqual({ kind: 'not-reached', reason: 'timeout' });
  });

  it('with a proxy that refuses, breaks off or is not there is known not to have carried anything', async () => {
    const refusing = createServer().on('connect', (_request, socket) => socket.end('HTTP/1.1 403 Forbidden\r\n\r\n'));
    const breaking = createServer().on('connect', (_request, socket) => socket.destroy());
    for (const proxy of [await listen(refusing), await listen(breaking), '127.0.0.1:9']) {
      const answer = await ask({ apiUrl: 'https://api.telegram.org', proxyUrl: `http://${proxy}` });
      expect(answer.kind).toBe('not-reached');
      expect(JSON.stringify(answer)).not.toContain('must-not-leak');
    }
  });

  it('goes through the proxy and no other way, and photos too', async () => {
    const asked: string[] = [];
    const proxy = createServer((incoming, outgoing) => {
      const url = new URL(incoming.url ?? '');
      asked.push(url.pathname.replace(/bot[^/]+/, 'bot…').replace(/file-.*/, 'a photo'));
      incoming.pipe(
        request(url, { method: incoming.method, headers: incoming.headers }, (answer) => {
          outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
          answer.pipe(outgoing);
        }),
      );
    });
    const proxyUrl = `http://${await listen(proxy)}`;
    const api = createTelegramApi({ token: fake.token, apiUrl: fake.apiRoot, proxyUrl });
    expect(await api.call('getMe', {})).toMatchObject({ kind: 'ok' });
    fake.person('Lan').sendsPhoto(await paper());
    const told = JSON.stringify(await api.call('getUpdates', {}));
    const [, fileId = ''] = /"file_id":"([^"]+)","file_unique_id":"[^"]+","file_size":\d\d+/.exec(told) ?? [];
    const fetched = await createFileFetcher({ api, timeoutMs: 1_000 })(
      { kind: 'photo', fileId, caption: '' },
      new AbortController().signal,
    );
    expect(fetched.kind).toBe('fetched');
    expect(asked).toEqual(['/bot…/getMe', '/bot…/getUpdates', '/bot…/getFile', '/file/bot…/photos/a photo']);
  });

  it('keeps the path of another server, with or without a slash at its end', async () => {
    const paths: string[] = [];
    const server = createServer((incoming, outgoing) => {
      paths.push(incoming.url ?? '');
      outgoing.end('{"ok":true,"result":true}');
    });
    const origin = `http://${await listen(server)}`;
    await ask({ apiUrl: `${origin}/telegram` });
    await ask({ apiUrl: `${origin}/telegram/` });
    expect(paths).toEqual([`/telegram/bot${TOKEN}/sendMessage`, `/telegram/bot${TOKEN}/sendMessage`]);
  });

  it('never tells the token, whatever comes back', async () => {
    const echo = createServer((incoming, outgoing) => {
      const body = JSON.stringify({ ok: false, error_code: 400, description: `Bad ${incoming.url}` });
      outgoing.end(incoming.url?.includes('other') ? incoming.url : body);
    });
    const origin = `http://${await listen(echo)}`;
    for (const apiUrl of [origin, `${origin}/other`, 'http://127.0.0.1:9']) {
      expect(JSON.stringify(await ask({ apiUrl }))).not.toContain('must-not-leak');
    }
  });
});
