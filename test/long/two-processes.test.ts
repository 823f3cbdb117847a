import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Assistant, makePlace, type Place, READY_WORDS, runAssistant } from '../support/assistant.ts';
import { chatClient } from '../support/chat-client.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

const MOST_CONNECTIONS = 60;
const PEOPLE = 30;
const MESSAGES = ['xin chào', 'gui phieu nhu cau', 'dong y', 'mua may', 'mien dong', 'xa con minh', 'Tài Hoan', 'htx'];

let database: TestDatabase;
let places: Place[];
let assistants: Assistant[];
let watcher: pg.Client;

beforeEach(async () => {
  database = await createTestDatabase();
  watcher = new pg.Client({ connectionString: database.url });
  await watcher.connect();
  const centre = {
    CENTRE_NAME: 'Trung tâm Khuyến công thử',
    CENTRE_PROVINCE: '19',
    DATABASE_URL: database.url,
    TRUST_PROXY: 'true',
    PUBLIC_URL: 'http://khuyencong.test',
  };
  places = await Promise.all([makePlace(centre), makePlace(centre)]);
  // Both at once, as a compose file starts them: migrations and queues are made once.
  assistants = places.map(({ settings }) => runAssistant({ ...settings, PATH: process.env.PATH ?? '' }));
  await Promise.all(assistants.map((assistant) => assistant.says(READY_WORDS)));
}, 60_000);

afterEach(async () => {
  await Promise.all(assistants.map((assistant) => assistant.end('SIGINT')));
  await Promise.all(places.map((place) => place.remove()));
  await watcher.end();
  await database.drop();
});

async function countConnections(): Promise<number> {
  const { rows } = await watcher.query<{ count: number }>(
    'SELECT count(*)::int AS count FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
  );
  return rows[0]?.count ?? 0;
}

describe('two processes with all roles on one database', () => {
  it('answer people who write to both in order, and never hold more than 60 connections', async () => {
    const [one = '', two = ''] = assistants.map(({ url }) => url);
    let most = await countConnections();
    let counting = Promise.resolve();
    const watching = setInterval(() => {
      counting = countConnections().then((count) => {
        most = Math.max(most, count);
      });
    }, 100);

    const talks = Array.from({ length: PEOPLE }, async (_, person) => {
      // Each from an address of their own, since one address may open only some sessions.
      const headers = { 'X-Forwarded-For': `192.0.2.${person}` };
      const here = chatClient(one, { headers });
      await here.openSession();
      const there = chatClient(two, { headers, cookie: here.cookie() });
      for (const [index, text] of MESSAGES.entries()) await (index % 2 === 0 ? here : there).say(text);
      await expect
        .poll(async () => (await there.history()).messages.filter(({ from }) => from !== 'person').length, {
          timeout: 30_000,
        })
        .toBe(MESSAGES.length);
      return (await here.history()).messages;
    });
    const histories = await Promise.all(talks).finally(() => clearInterval(watching));
    await counting;

    console.log(`most connections: ${most}`);
    expect(most).toBeLessThanOrEqual(MOST_CONNECTIONS);
    for (const history of histories) {
      const replies = history.filter(({ from }) => from !== 'person').map(({ text }) => text);
      expect(replies.at(-1)).toContain('Câu 6/8');
      expect(replies.map((text) => /Câu \d/.exec(text)?.[0])).toEqual([
        undefined,
        undefined,
        'Câu 1',
        'Câu 2',
        'Câu 3',
        'Câu 4',
        'Câu 5',
        'Câu 6',
      ]);
    }
  });
});
