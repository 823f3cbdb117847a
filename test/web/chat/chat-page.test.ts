import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { openDatabase } from '../../../records/database.ts';
import type { DeliveryContent } from '../../../records/deliveries.ts';
import type { InboundRow } from '../../../records/inbound.ts';
import { findChromium, launchBrowser } from '../../support/browser.ts';
import { buildChatPage } from '../../support/chat-page.ts';
import { addCentre, type ChatServer, type ChatServerOptions, startChatServer } from '../../support/chat-server.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { paper } from '../../support/photos.ts';

const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };

const long = Array.from({ length: 40 }, (_, index) => `Dòng ${index + 1} của một câu trả lời dài`).join('\n');

const answer = ({ kind, text, choiceKey, fileIds }: InboundRow): DeliveryContent => {
  if (kind === 'photo') return { text: `Đã nhận ${fileIds.length} ảnh`, choices: [] };
  if (text === 'dài') return { text: long, choices: [] };
  const choices = [
    { key: 'ask:more', label: 'Hỏi tiếp' },
    { key: 'officer:meet', label: 'Gặp cán bộ' },
  ];
  return { text: `Đã nghe: ${text ?? choiceKey}`, choices };
};

const executablePath = findChromium();

describe.runIf(executablePath)('the chat page in a browser', () => {
  let built: { folder: string; remove: () => Promise<void> };
  let browser: Browser;
  let database: TestDatabase;
  let server: ChatServer;
  let context: BrowserContext;
  let page: Page;
  let complaints: string[];

  beforeAll(async () => {
    built = await buildChatPage();
    browser = await launchBrowser(executablePath ?? '');
    database = await createTestDatabase();
    const db = openDatabase({ url: database.url });
    await addCentre(db);
    await db.$disconnect();
  });
  afterAll(async () => {
    await browser.close();
    await database.drop();
    await built.remove();
  });
  beforeEach(async () => {
    await start();
    context = await browser.newContext(PHONE);
    context.setDefaultTimeout(10_000);
    page = await newPage();
  });
  afterEach(async () => {
    await context.close();
    await server.close();
  });

  const start = async (options: Partial<ChatServerOptions> = {}) => {
    server = await startChatServer({ url: database.url, pageFolder: built.folder, answer, ...options });
  };
  const newPage = async (): Promise<Page> => {
    const opened = await context.newPage();
    complaints = [];
    opened.on('pageerror', (error) => complaints.push(error.message));
    opened.on('console', (message) => {
      if (message.type() === 'error' && !message.text().includes('net::ERR_')) complaints.push(message.text());
    });
    return opened;
  };
  const open = async () => {
    await page.goto(server.origin);
    await page.getByRole('heading', { name: 'Trung tâm' }).waitFor();
  };
  const type = async (text: string) => {
    await page.getByRole('textbox').fill(text);
    await page.getByRole('textbox').press('Enter');
  };
  const bubbles = () => page.locator('.bubble').allInnerTexts();
  /** Each test is another browser, so the person who came last is the one of this test. */
  const contact = () => server.db.contact.findFirstOrThrow({ orderBy: { createdAt: 'desc' } });
  const heard = async () => {
    const { id: contactId } = await contact();
    const said = await server.db.inboundMessage.findMany({ where: { contactId }, orderBy: { seq: 'asc' } });
    return said.map((message) => message.text);
  };

  it('says what it is, and begins with a question that is offered', async () => {
    await open();
    await page.getByText('mẫu').waitFor();
    await page.getByRole('button', { name: 'Mua máy mới được hỗ trợ bao nhiêu?' }).tap();
    await page.getByText('Đã nghe: Mua máy mới được hỗ trợ bao nhiêu?').waitFor();
    expect(complaints).toEqual([]);
  });

  it('a choice is pressed once; afterwards it can be read but not pressed', async () => {
    await open();
    await type('chào');
    await page.getByRole('button', { name: 'Gặp cán bộ' }).tap();
    await page.getByText('Đã nghe: officer:meet').waitFor();
    expect(await bubbles()).toEqual(['chào', 'Đã nghe: chào', 'Gặp cán bộ', 'Đã nghe: officer:meet']);
    expect(await page.getByRole('button', { name: 'Gặp cán bộ' }).count()).toBe(1);
    expect(await page.locator('.choices-old').count()).toBe(1);
  });

  it('what is typed without a line leaves once and in order when the line is back, though the page was closed', async () => {
    await open();
    await type('trước');
    await page.getByText('Đã nghe: trước').waitFor();
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
    await context.setOffline(true);
    await type('một');
    await type('hai');
    await page.getByText('Sẽ gửi khi có mạng').nth(1).waitFor();
    await page.getByText('Đang mất mạng').waitFor();

    await page.close();
    page = await newPage();
    await page.goto(server.origin);
    await page.getByText('Sẽ gửi khi có mạng').nth(1).waitFor();
    // What was shown before is there without a line, too.
    expect(await bubbles()).toEqual(['trước', 'Đã nghe: trước', 'một', 'hai']);
    await type('ba');
    await context.setOffline(false);

    await page.getByText('Đã nghe: ba').waitFor();
    expect(await heard()).toEqual(['trước', 'một', 'hai', 'ba']);
    await page.reload();
    await page.getByText('Đã nghe: ba').waitFor();
    await vi.waitFor(async () => expect((await bubbles()).filter((text) => text === 'hai').length).toBe(1));
    expect(await heard()).toEqual(['trước', 'một', 'hai', 'ba']);
  });

  it('what is written while the server is away leaves once when it is back, and what was missed comes in order', async () => {
    await open();
    await type('trước');
    await page.getByText('Đã nghe: trước').waitFor();
    const { id: contactId } = await contact();
    const { port } = new URL(server.origin);
    await server.close();
    await type('trong lúc vắng');
    await page.getByText('Sẽ gửi khi có mạng').waitFor();
    await start();
    for (const text of ['lỡ một', 'lỡ hai', 'lỡ ba']) await server.say(contactId, 'officer', { text, choices: [] });
    await server.close();
    await start({ port: Number(port) });
    await page.getByText('Đã nghe: trong lúc vắng').waitFor();
    expect((await bubbles()).filter((text) => text.startsWith('lỡ'))).toEqual(['lỡ một', 'lỡ hai', 'lỡ ba']);
    expect(await heard()).toEqual(['trước', 'trong lúc vắng']);
  });

  it('who writes too fast is told, and everything arrives in order', async () => {
    await server.close();
    await start({ limits: { messagesOfSession: { burst: 3, everyMs: 700 } } });
    await open();
    const texts = Array.from({ length: 6 }, (_, index) => `tin ${index}`);
    for (const text of texts) await type(text);
    await page.getByText('Đã nghe: tin 5').waitFor({ timeout: 15_000 });
    expect(await heard()).toEqual(texts);
  });

  it('a photo is made small, shown at once and kept', async () => {
    await open();
    const path = join(built.folder, 'giay.jpg');
    await writeFile(path, await paper({ width: 3200, height: 2400, orientation: 6 }));
    await page.getByRole('button', { name: 'Gửi ảnh' }).tap();
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Chọn ảnh có sẵn' }).tap();
    await (await chooser).setFiles([path, path]);
    await page.getByText('Đã nhận 2 ảnh').waitFor();
    const { personId } = await contact();
    const stored = await server.db.storedFile.findMany({ where: { personId } });
    expect(stored.map(({ width, height }) => [width, height])).toEqual([
      [1200, 1600],
      [1200, 1600],
    ]);
    await page.reload();
    const image = page.locator('.photo img').first();
    await vi.waitFor(async () => {
      expect(await image.evaluate((element) => 'naturalWidth' in element && element.naturalWidth)).toBe(420);
    });
    expect(complaints).toEqual([]);
  });

  it('a file that is no photo is refused with what to do, and hinders nothing', async () => {
    await open();
    const path = join(built.folder, 'giay.pdf.jpg');
    await writeFile(path, '%PDF-1.7');
    await page.locator('input[multiple]').setInputFiles([path]);
    await page.getByText('Tệp này không phải ảnh').waitFor();
    await type('vẫn gửi được');
    await page.getByText('Đã nghe: vẫn gửi được').waitFor();
    await page.getByRole('button', { name: 'Bỏ tin này' }).tap();
    expect(await page.getByText('Tệp này không phải ảnh').count()).toBe(0);
  });

  it('an officer is seen to be a person, and who reads further up is left where they are', async () => {
    await open();
    await type('dài');
    await page.getByText('Dòng 1 của').waitFor();
    const { id: contactId } = await contact();
    const scroller = page.locator('main');
    await scroller.evaluate((element) => {
      element.scrollTop = 0;
    });
    await server.say(contactId, 'officer', { text: 'Tôi là cán bộ', choices: [] });
    await page.getByText('1 tin mới').waitFor();
    expect(await scroller.evaluate((element) => element.scrollTop)).toBe(0);
    await page.getByRole('button', { name: 'Xuống tin mới nhất' }).tap();
    await page.getByText('Tôi là cán bộ').waitFor();
    expect(await page.locator('.speaker-officer').textContent()).toBe('Cán bộ trung tâm');
    await page.getByText('1 tin mới').waitFor({ state: 'detached' });
  });

  it('an answer longer than the screen is shown from its beginning', async () => {
    await open();
    await type('dài');
    await page.getByText('Dòng 1 của').waitFor();
    await vi.waitFor(async () => {
      const box = await page.getByText('Dòng 1 của').boundingBox();
      expect(box?.y).toBeGreaterThan(60);
      expect(box?.y).toBeLessThan(300);
    });
  });

  it('what the page has shown counts as seen', async () => {
    await open();
    await type('chào');
    await page.getByText('Đã nghe: chào').waitFor();
    const { id: contactId } = await contact();
    await vi.waitFor(async () => {
      expect(await server.db.delivery.count({ where: { contactId, seenAt: null } })).toBe(0);
    });
  });

  it('older messages are put above without moving what is read', async () => {
    await open();
    await type('chào');
    await page.getByText('Đã nghe: chào').waitFor();
    const { id: contactId } = await contact();
    for (let index = 0; index < 60; index += 1) {
      await server.say(contactId, 'officer', { text: `tin số ${index}`, choices: [] });
    }
    await page.getByText('tin số 59').waitFor();
    await page.reload();
    await page.getByText('tin số 59').waitFor();
    await page.locator('main').evaluate((element) => {
      element.scrollTop = 0;
    });
    const first = page.getByText('tin số 20', { exact: true });
    const before = await first.boundingBox();
    await page.getByRole('button', { name: 'Xem tin cũ hơn' }).tap();
    await vi.waitFor(async () => expect((await bubbles())[0]).toBe('chào'));
    const after = await first.boundingBox();
    expect(Math.abs((after?.y ?? 0) - (before?.y ?? 0))).toBeLessThan(120);
  });

  it('can be used with the keyboard alone, and tells a screen reader who speaks', async () => {
    await open();
    for (let step = 0; step < 10; step += 1) {
      await page.keyboard.press('Tab');
      if (await page.evaluate(() => document.activeElement?.className === 'example')) break;
    }
    await page.keyboard.press('Enter');
    await page.getByText('Đã nghe: Mua máy mới').waitFor();
    expect(await page.getByRole('log').textContent()).toMatch(/Anh\/chị:[\s\S]*Trợ lý:/);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([]);
  });

  it('nothing is wider than a screen of 320 pixels, whatever is written', async () => {
    await page.setViewportSize({ width: 320, height: 640 });
    await open();
    await type(`https://${'a'.repeat(200)}.example/b ${'dài'.repeat(80)}`);
    await page.getByText('Đã nghe:').waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    expect(await page.locator('main').evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0);
  });

  it('is usable within 5 seconds on slow 3G', async () => {
    const client = await context.newCDPSession(page);
    await client.send('Network.enable');
    // As browsers' own tools define slow 3G: 400 ms, 400 kilobits a second.
    await client.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 400,
      downloadThroughput: 50_000,
      uploadThroughput: 50_000,
    });
    const started = Date.now();
    await page.goto(server.origin, { waitUntil: 'commit' });
    await page.getByRole('button', { name: 'Mua máy mới' }).waitFor();
    expect(Date.now() - started).toBeLessThan(5000);
  });

  it('loads at most 30 KB of script, and asks the server for its beginning once', async () => {
    const folder = join(built.folder, 'assets');
    const scripts = (await readdir(folder)).filter((name) => /^index-.*\.js$/.test(name));
    let bytes = 0;
    for (const name of scripts) bytes += gzipSync(await readFile(join(folder, name))).length;
    expect(scripts.length).toBe(1);
    expect(bytes).toBeLessThan(30 * 1024);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await open();
    await page.getByRole('button', { name: 'Mua máy mới' }).waitFor();
    expect(asked.filter((path) => path === '/chat/api/start').length).toBe(1);
  });

  it('speaks English when asked to', async () => {
    await page.goto(`${server.origin}/?lang=en`);
    await page.getByRole('button', { name: 'How much support is there for a new machine?' }).waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
  });
});
