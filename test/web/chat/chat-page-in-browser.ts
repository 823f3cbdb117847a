import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { openDatabase } from '../../../records/database.ts';
import type { DeliveryContent } from '../../../records/deliveries.ts';
import type { InboundRow } from '../../../records/turns.ts';
import { launchBrowser } from '../../support/browser.ts';
import { findBuiltPages } from '../../support/built-pages.ts';
import { addCentre, type ChatServer, type ChatServerOptions, startChatServer } from '../../support/chat-server.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';

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

/** The built chat page on a phone's real browser, for the tests of one file; each test is another person's browser. */
export function useChatPage(executablePath: string) {
  let folder: string;
  let browser: Browser;
  let database: TestDatabase;
  let server: ChatServer;
  let context: BrowserContext;
  let page: Page;
  let complaints: string[];

  beforeAll(async () => {
    folder = await findBuiltPages('chat');
    browser = await launchBrowser(executablePath);
    database = await createTestDatabase();
    const db = openDatabase({ url: database.url });
    await addCentre(db);
    await db.$disconnect();
  });
  afterAll(async () => {
    await browser.close();
    await database.drop();
  });
  beforeEach(async () => {
    await start();
    context = await browser.newContext(PHONE);
    context.setDefaultTimeout(10_000);
    await openTab();
  });
  afterEach(async () => {
    await context.close();
    await server.close();
  });

  /** Starts the server; the one before is closed by the test. */
  const start = async (options: Partial<ChatServerOptions> = {}) => {
    server = await startChatServer({ url: database.url, pageFolder: folder, answer, ...options });
  };
  /** Makes an empty tab the page of the test. */
  const openTab = async () => {
    page = await context.newPage();
    complaints = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error' && !message.text().includes('net::ERR_')) complaints.push(message.text());
    });
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

  return {
    start,
    openTab,
    open,
    type,
    bubbles,
    contact,
    get page() {
      return page;
    },
    get context() {
      return context;
    },
    get server() {
      return server;
    },
    /** Where the built page is. */
    get folder() {
      return folder;
    },
    /** What the page complained of: errors, and what its policy forbids. */
    get complaints() {
      return complaints;
    },
  };
}
