import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { findOfficerKnowledge } from '../../host/ask/find-officer-knowledge.ts';
import { projectRoot } from '../../host/project-root.ts';
import { type Db, openDatabase } from '../../records/database.ts';
import { createBareDatabase, createTestDatabase, type TestDatabase } from '../support/database.ts';
import { KILN, KILN_QUESTION, publishArticle } from '../support/officer-knowledge.ts';

let database: TestDatabase;
let db: Db;

beforeAll(async () => {
  database = await createTestDatabase();
  db = openDatabase({ url: database.url });
});
afterAll(async () => {
  await db.$disconnect();
  await database.drop();
});

const find = (databaseUrl: string) => findOfficerKnowledge({ databaseUrl, dataDir: '/nowhere' });

/** The command as it is typed, with these settings. */
async function askOne(settings: Record<string, string>): Promise<unknown> {
  const ask = spawn(process.execPath, ['host/commands/ask.ts', '--jsonl'], {
    cwd: projectRoot,
    env: { PATH: process.env.PATH, ...settings },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  ask.stdin.end(`${JSON.stringify({ id: 1, q: KILN_QUESTION })}\n`);
  const [said] = await Promise.all([text(ask.stdout), once(ask, 'close')]);
  return JSON.parse(said);
}

it("the command ask joins in officers' articles when a database is running, and needs none", async () => {
  await publishArticle(db, { now: new Date('2026-11-20T02:00:00Z') });
  const [joined, alone, wrong] = await Promise.all([
    askOne({ DATABASE_URL: database.url }),
    askOne({ DATA_DIR: '/nowhere' }),
    askOne({ DATABASE_URL: 'not a url' }),
  ]);
  expect(joined).toMatchObject({
    kind: 'answer',
    articles: [{ title: KILN.title, sources: [{ document: 'Thông báo 12/TB-TTKC' }] }],
  });
  expect(alone).not.toMatchObject({ kind: 'answer' });
  expect(wrong).not.toMatchObject({ kind: 'answer' });
}, 60_000);

it('a database that is away, does not answer or has no tables of ours means none, within a moment', async () => {
  const bare = await createBareDatabase();
  onTestFinished(() => bare.drop());
  const mute = createServer().listen(0, '127.0.0.1');
  await once(mute, 'listening');
  onTestFinished(() => void mute.close());
  const address = mute.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  for (const url of [bare.url, `postgresql://a:b@127.0.0.1:${port}/c`, 'postgresql://a:b@127.0.0.1:1/c']) {
    const startedAt = performance.now();
    expect(await find(url)).toBeUndefined();
    expect(performance.now() - startedAt).toBeLessThan(5_000);
  }
});
