import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AppParts, createApp } from '../../host/http/create-app.ts';
import { createMetrics } from '../../host/http/metrics.ts';
import { serveHttp } from '../../host/http/serve.ts';
import { findFreePort } from '../../host/postgres/start-postgres.ts';
import { quietLog } from '../support/test-bot.ts';

let folder: string;
const script = 'console.log("chat")';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'khuyencong-pages-'));
  await mkdir(join(folder, 'assets'));
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>trang</title>');
  await writeFile(join(folder, 'assets', 'main-a1b2.js'), script);
  await writeFile(join(folder, 'assets', 'main-a1b2.js.br'), brotliCompressSync(script));
  await writeFile(join(folder, 'manifest.webmanifest'), '{}');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function appOf(parts: Partial<AppParts> = {}): Hono {
  const api = new Hono()
    .get('/ping', (c) => c.json({ pong: true }))
    .get('/fails', () => {
      throw new Error('chữ của một người');
    });
  return createApp({
    log: quietLog,
    publicUrl: 'http://127.0.0.1:3000',
    metrics: createMetrics({
      countOpenWork: async () => ({
        unansweredMessages: 1,
        openDeliveries: 2,
        waitingQuestions: 3,
        lateQuestions: 1,
        lateDataRequests: 4,
      }),
    }),
    askDatabase: async () => {},
    isStopping: () => false,
    chat: { mount: (app) => void app.route('/chat/api', api), folder },
    console: { mount: (app) => void app.route('/staff/api', api), folder },
    ...parts,
  });
}

describe('pages', () => {
  it('allow no inline script and no other origin', async () => {
    const answer = await appOf().request('/');
    expect(await answer.text()).toContain('trang');
    const policy = answer.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("default-src 'self';");
    expect(policy).not.toMatch(/script-src[^;]*unsafe/);
    expect(answer.headers.get('x-frame-options')).toBe('DENY');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('insist on https only where the public address has it', async () => {
    expect((await appOf().request('/')).headers.get('strict-transport-security')).toBeNull();
    const secure = await appOf({ publicUrl: 'https://hoi.example.vn' }).request('/');
    expect(secure.headers.get('strict-transport-security')).toContain('max-age=');
  });

  it('keep hashed files for ever and ask for the page again each time', async () => {
    for (const base of ['', '/console']) {
      const asset = await appOf().request(`${base}/assets/main-a1b2.js`);
      expect(asset.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
      expect(asset.headers.get('content-type')).toContain('javascript');
      const page = await appOf().request(base === '' ? '/' : base);
      expect(page.headers.get('cache-control')).toBe('no-cache');
      const again = await appOf().request(base === '' ? '/' : base, {
        headers: { 'if-none-match': page.headers.get('etag') ?? '' },
      });
      expect(again.status).toBe(304);
    }
    expect((await appOf().request('/manifest.webmanifest')).headers.get('cache-control')).toBe('no-cache');
  });

  it('go out compressed to browsers that can', async () => {
    const answer = await appOf().request('/assets/main-a1b2.js', { headers: { 'accept-encoding': 'gzip, br' } });
    expect(answer.headers.get('content-encoding')).toBe('br');
    expect(brotliDecompressSync(await answer.arrayBuffer()).toString()).toBe(script);
  });

  it('of the console answer every path of theirs; a missing file and a strange path are missing', async () => {
    for (const path of ['/console', '/console/', '/console/requests/123', '/console/setup']) {
      expect(await (await appOf().request(path)).text(), path).toContain('trang');
    }
    for (const path of [
      '/assets/gone.js',
      '/console/assets/gone.js',
      '/strange',
      '/../package.json',
      '/%2e%2e/package.json',
    ]) {
      const answer = await appOf().request(path);
      expect(answer.status, path).toBe(404);
      expect(answer.headers.get('cache-control') ?? '', path).not.toContain('immutable');
    }
  });

  it('are those of the roles that run here', async () => {
    expect((await appOf({ chat: undefined }).request('/')).headers.get('location')).toBe('/console');
    expect((await appOf({ console: undefined }).request('/console')).status).toBe(404);
    expect((await appOf({ chat: undefined, console: undefined }).request('/healthz')).status).toBe(200);
  });
});

describe('probes', () => {
  it('say alive while the process lives, and ready only while the database answers', async () => {
    const away = appOf({ askDatabase: async () => Promise.reject(new Error('away')) });
    expect((await away.request('/healthz')).status).toBe(200);
    expect((await away.request('/readyz')).status).toBe(503);
    expect((await appOf().request('/readyz')).status).toBe(200);
  });

  it('say not ready when the database hangs', async () => {
    const hanging = appOf({ askDatabase: () => new Promise(() => {}) });
    expect((await hanging.request('/readyz')).status).toBe(503);
  });

  it('say not ready from the moment it begins to stop', async () => {
    expect((await appOf({ isStopping: () => true }).request('/readyz')).status).toBe(503);
  });
});

describe('metrics', () => {
  it('count requests by area, and never name a path, an address or an id', async () => {
    const app = appOf();
    await app.request('/chat/api/ping?token=abc');
    await app.request('/staff/api/ping');
    const text = await (await app.request('/metrics')).text();
    expect(text).toContain('khuyencong_http_requests_total{area="chat",status="2xx"} 1');
    expect(text).toContain('khuyencong_unanswered_messages 1');
    expect(text).not.toMatch(/token=|\/ping|127\.0\.0\.1/);
  });

  it('say that the database is away instead of failing', async () => {
    const metrics = createMetrics({ countOpenWork: async () => Promise.reject(new Error('away')) });
    const answer = await appOf({ metrics }).request('/metrics');
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain('khuyencong_database_up 0');
  });
});

it('a request that fails tells nothing of why', async () => {
  const answer = await appOf().request('/chat/api/fails');
  expect(answer.status).toBe(500);
  expect(await answer.text()).not.toContain('chữ của một người');
});

describe('the server', () => {
  it('says that it is starting until the app is there', async () => {
    const port = await findFreePort();
    const server = await serveHttp({ host: '127.0.0.1', port });
    const url = `http://127.0.0.1:${port}`;
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    expect((await fetch(`${url}/chat/api/ping`)).status).toBe(503);
    server.answerWith(appOf());
    expect((await fetch(`${url}/chat/api/ping`)).status).toBe(200);
    await server.close();
  });

  it('lets a request under way end, and nobody new in', async () => {
    const port = await findFreePort();
    const server = await serveHttp({ host: '127.0.0.1', port });
    const { promise: gate, resolve: open } = Promise.withResolvers<void>();
    const slow = new Hono().get('/slow', async (c) => {
      await gate;
      return c.text('done');
    });
    server.answerWith(slow);
    const answer = fetch(`http://127.0.0.1:${port}/slow`);
    await new Promise((resolve) => setTimeout(resolve, 100));
    server.stopAccepting();
    await expect(fetch(`http://127.0.0.1:${port}/slow`)).rejects.toThrow();
    open();
    expect(await (await answer).text()).toBe('done');
    await server.close();
  });

  it('tells a busy port, one that is not allowed and an unknown address apart', async () => {
    const port = await findFreePort();
    const server = await serveHttp({ host: '127.0.0.1', port });
    await expect(serveHttp({ host: '127.0.0.1', port })).rejects.toMatchObject({ code: 'port.busy' });
    await expect(serveHttp({ host: '203.0.113.7', port })).rejects.toMatchObject({ code: 'host.unknown' });
    await server.close();
  });
});
