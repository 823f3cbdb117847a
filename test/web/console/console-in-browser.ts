import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { type Db, openDatabase } from '../../../records/database.ts';
import type { OfficerRole } from '../../../records/officers.ts';
import { launchBrowser } from '../../support/browser.ts';
import { findBuiltPages } from '../../support/built-pages.ts';
import { type ConsoleServer, startConsoleServer } from '../../support/console-server.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { openTestLibrary } from '../../support/officer-knowledge.ts';
import { createTestClock } from '../../support/test-bot.ts';
import { addVillage } from '../../support/village.ts';

export const MORNING = '2026-11-23T02:05:00Z';
export const DESKTOP = { width: 1280, height: 800 };
export const PHONE = { width: 360, height: 740 };

type Village = Awaited<ReturnType<typeof addVillage>>;

export type ConsoleInBrowser = {
  server: ConsoleServer;
  village: Village;
  /** Where the built console is. */
  folder: string;
  clock: ReturnType<typeof createTestClock>;
  /** A window of its own, of somebody who is signed in, or of a stranger. */
  open: (path: string, options?: { as?: OfficerRole; name?: string; size?: typeof DESKTOP }) => Promise<Page>;
};

/**
 * The built console before a real browser and a real database, for the tests of one file. After each test its windows
 * are closed, and none of them may have complained: no error, nothing that the policy of the page forbids.
 */
export function useConsole(
  executablePath: string,
  /** With all that the assistant knows, for the pages on that; the others need none of it. */
  { hasLibrary = false } = {},
): ConsoleInBrowser {
  const clock = createTestClock(MORNING);
  let folder: string;
  let browser: Browser;
  let database: TestDatabase;
  let server: ConsoleServer;
  let village: Village;
  let library: Awaited<ReturnType<typeof openTestLibrary>> | undefined;
  let db: Db;
  let contexts: BrowserContext[] = [];
  let complaints: string[] = [];

  beforeAll(async () => {
    [folder, browser, database] = await Promise.all([
      findBuiltPages('console'),
      launchBrowser(executablePath),
      createTestDatabase(),
    ]);
    db = openDatabase({ url: database.url });
    if (hasLibrary) library = await openTestLibrary({ url: database.url, db, clock, isWhole: true });
    server = await startConsoleServer({ url: database.url, clock, folder, library });
    village = await addVillage({ db: server.db, files: server.files, now: clock.now() });
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
    await library?.stop();
    await db.$disconnect();
    await database.drop();
  });
  afterEach(async () => {
    await Promise.all(contexts.map((context) => context.close()));
    contexts = [];
    clock.set(MORNING);
    const seen = complaints;
    complaints = [];
    expect(seen).toEqual([]);
  });

  const open: ConsoleInBrowser['open'] = async (path, { as, name, size = DESKTOP } = {}) => {
    const context = await browser.newContext({ viewport: size, reducedMotion: 'reduce' });
    context.setDefaultTimeout(20_000);
    contexts.push(context);
    if (as !== undefined) {
      const { cookie } = await server.hire(as, name);
      const [cookieName = '', value = ''] = cookie.split('=');
      await context.addCookies([{ name: cookieName, value, url: `${server.origin}/staff` }]);
    }
    const page = await context.newPage();
    await page.clock.setFixedTime(clock.now());
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      // The browser itself reports every answer that is a refusal, and every line that a test cuts.
      const isReport = /^Failed to load resource|net::ERR_/.test(message.text());
      if (message.type() === 'error' && !isReport) complaints.push(message.text());
    });
    await page.goto(`${server.origin}/console${path}`);
    return page;
  };

  return {
    clock,
    open,
    get server() {
      return server;
    },
    get folder() {
      return folder;
    },
    get village() {
      return village;
    },
  };
}
