import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { AxeBuilder } from '@axe-core/playwright';
import { describe, expect, it, vi } from 'vitest';
import { ALT, keepPicture } from '../../bot/channels/support/picture.ts';
import { announce } from '../../support/announced.ts';
import { findChromium } from '../../support/browser.ts';
import { poster } from '../../support/photos.ts';
import { useChatPage } from './chat-page-in-browser.ts';

const executablePath = findChromium();

describe.runIf(executablePath)('the chat page in a browser', () => {
  const chat = useChatPage(executablePath ?? '');
  const { open, type, bubbles, contact } = chat;

  it('says what it is, and begins with a question that is offered', async () => {
    await open();
    await chat.page.getByText('mẫu').waitFor();
    await chat.page.getByRole('button', { name: 'Mua máy mới được hỗ trợ bao nhiêu?' }).tap();
    await chat.page.getByText('Đã nghe: Mua máy mới được hỗ trợ bao nhiêu?').waitFor();
    expect(chat.complaints).toEqual([]);
  });

  it('a choice is pressed once; afterwards it can be read but not pressed', async () => {
    await open();
    await type('chào');
    await chat.page.getByRole('button', { name: 'Gặp cán bộ' }).tap();
    await chat.page.getByText('Đã nghe: officer:meet').waitFor();
    expect(await bubbles()).toEqual(['chào', 'Đã nghe: chào', 'Gặp cán bộ', 'Đã nghe: officer:meet']);
    expect(await chat.page.getByRole('button', { name: 'Gặp cán bộ' }).count()).toBe(1);
    expect(await chat.page.locator('.choices-old').count()).toBe(1);
  });

  it('an officer is seen to be a person, and who reads further up is left where they are', async () => {
    await open();
    await type('dài');
    await chat.page.getByText('Dòng 1 của').waitFor();
    const { id: contactId } = await contact();
    const scroller = chat.page.locator('main');
    await scroller.evaluate((element) => {
      element.scrollTop = 0;
    });
    await chat.server.say(contactId, 'officer', { text: 'Tôi là cán bộ', choices: [] });
    await chat.page.getByText('1 tin mới').waitFor();
    expect(await scroller.evaluate((element) => element.scrollTop)).toBe(0);
    await chat.page.getByRole('button', { name: 'Xuống tin mới nhất' }).tap();
    await chat.page.getByText('Tôi là cán bộ').waitFor();
    expect(await chat.page.locator('.speaker-officer').textContent()).toBe('Cán bộ trung tâm');
    await chat.page.getByText('1 tin mới').waitFor({ state: 'detached' });
  });

  it('a picture of the centre is shown above its text, with words for who cannot see it', async () => {
    await open();
    await type('chào');
    await chat.page.getByText('Đã nghe: chào').waitFor();
    const { id: contactId } = await contact();
    const { db } = chat.server;
    const picture = await keepPicture(db, { now: new Date(), bytes: await poster() });
    await announce(db, { picture: { id: picture.id, alt: ALT }, now: new Date() });
    await chat.server.say(contactId, 'officer', { text: 'Hội chợ mở ngày 10/12.', choices: [], picture });
    const shown = chat.page.getByRole('img', { name: ALT });
    await shown.waitFor();
    await vi.waitFor(async () => {
      expect(await shown.evaluate((image) => Reflect.get(image, 'naturalWidth'))).toBe(900);
    });
    await chat.page.reload();
    await shown.waitFor();
    if (process.env.SHOTS !== undefined) await chat.page.screenshot({ path: `${process.env.SHOTS}/chat-picture.png` });
    const { violations } = await new AxeBuilder({ page: chat.page }).analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
    expect(chat.complaints).toEqual([]);
  });

  it('an answer longer than the screen is shown from its beginning', async () => {
    await open();
    await type('dài');
    await chat.page.getByText('Dòng 1 của').waitFor();
    await vi.waitFor(async () => {
      const box = await chat.page.getByText('Dòng 1 của').boundingBox();
      expect(box?.y).toBeGreaterThan(60);
      expect(box?.y).toBeLessThan(300);
    });
  });

  it('what the page has shown counts as seen', async () => {
    await open();
    await type('chào');
    await chat.page.getByText('Đã nghe: chào').waitFor();
    const { id: contactId } = await contact();
    await vi.waitFor(async () => {
      expect(await chat.server.db.delivery.count({ where: { contactId, seenAt: null } })).toBe(0);
    });
  });

  it('older messages are put above without moving what is read', async () => {
    await open();
    await type('chào');
    await chat.page.getByText('Đã nghe: chào').waitFor();
    const { id: contactId } = await contact();
    for (let index = 0; index < 60; index += 1) {
      await chat.server.say(contactId, 'officer', { text: `tin số ${index}`, choices: [] });
    }
    await chat.page.getByText('tin số 59').waitFor();
    await chat.page.reload();
    await chat.page.getByText('tin số 59').waitFor();
    await chat.page.locator('main').evaluate((element) => {
      element.scrollTop = 0;
    });
    const first = chat.page.getByText('tin số 20', { exact: true });
    const before = await first.boundingBox();
    await chat.page.getByRole('button', { name: 'Xem tin cũ hơn' }).tap();
    await vi.waitFor(async () => expect((await bubbles())[0]).toBe('chào'));
    const after = await first.boundingBox();
    expect(Math.abs((after?.y ?? 0) - (before?.y ?? 0))).toBeLessThan(120);
  });

  it('can be used with the keyboard alone, and tells a screen reader who speaks', async () => {
    await open();
    for (let step = 0; step < 10; step += 1) {
      await chat.page.keyboard.press('Tab');
      if (await chat.page.evaluate(() => document.activeElement?.className === 'example')) break;
    }
    await chat.page.keyboard.press('Enter');
    await chat.page.getByText('Đã nghe: Mua máy mới').waitFor();
    expect(await chat.page.getByRole('log').textContent()).toMatch(/Anh\/chị:[\s\S]*Trợ lý:/);
    const { violations } = await new AxeBuilder({ page: chat.page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([]);
  });

  it('nothing is wider than a screen of 320 pixels, whatever is written', async () => {
    await chat.page.setViewportSize({ width: 320, height: 640 });
    await open();
    await type(`https://${'a'.repeat(200)}.example/b ${'dài'.repeat(80)}`);
    await chat.page.getByText('Đã nghe:').waitFor();
    expect(await chat.page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    expect(await chat.page.locator('main').evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0);
  });

  it('is usable within 5 seconds on slow 3G', async () => {
    const client = await chat.context.newCDPSession(chat.page);
    await client.send('Network.enable');
    // As browsers' own tools define slow 3G: 400 ms, 400 kilobits a second.
    await client.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 400,
      downloadThroughput: 50_000,
      uploadThroughput: 50_000,
    });
    const started = Date.now();
    await chat.page.goto(chat.server.origin, { waitUntil: 'commit' });
    await chat.page.getByRole('button', { name: 'Mua máy mới' }).waitFor();
    expect(Date.now() - started).toBeLessThan(5000);
  });

  it('loads at most 30 KB of script, and asks the server for its beginning once', async () => {
    const folder = join(chat.folder, 'assets');
    const scripts = (await readdir(folder)).filter((name) => /^index-.*\.js$/.test(name));
    let bytes = 0;
    for (const name of scripts) bytes += gzipSync(await readFile(join(folder, name))).length;
    expect(scripts.length).toBe(1);
    expect(bytes).toBeLessThan(30 * 1024);
    const asked: string[] = [];
    chat.page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await open();
    await chat.page.getByRole('button', { name: 'Mua máy mới' }).waitFor();
    expect(asked.filter((path) => path === '/chat/api/start').length).toBe(1);
  });

  it('speaks English when asked to', async () => {
    await chat.page.goto(`${chat.server.origin}/?lang=en`);
    await chat.page.getByRole('button', { name: 'How much support is there for a new machine?' }).waitFor();
    expect(await chat.page.evaluate(() => document.documentElement.lang)).toBe('en');
  });
});
