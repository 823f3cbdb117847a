import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { createRooms } from '../../../bot/conversation/rooms.ts';
import { type BuiltIndex, buildInThread } from '../../../bot/library/build-in-thread.ts';
import { type LiveLibrary, openLiveLibrary } from '../../../bot/library/live-library.ts';
import type { Knowledge } from '../../../core/answers/knowledge.ts';
import { projectRoot } from '../../../host/project-root.ts';
import { type Db, openDatabase } from '../../../records/database.ts';
import { withdrawEntry } from '../../../records/knowledge.ts';
import { readKnowledgeState } from '../../../records/knowledge-state.ts';
import type { Signals } from '../../../records/signals.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import {
  clearKnowledge,
  KILN,
  KILN_QUESTION,
  makeSmallRoot,
  openTestLibrary,
  publishArticle,
} from '../../support/officer-knowledge.ts';
import { createRecordingLog } from '../../support/recording-log.ts';
import { addCentre, createTestBot, createTestClock, loadRealParts } from '../../support/test-bot.ts';

const clock = createTestClock('2026-11-23T02:00:00Z');
const now = clock.now();
let database: TestDatabase;
let db: Db;
let small: Awaited<ReturnType<typeof makeSmallRoot>>;

beforeAll(async () => {
  small = await makeSmallRoot();
  database = await createTestDatabase();
  db = openDatabase({ url: database.url });
  await addCentre(db, now);
});
beforeEach(async () => void (await clearKnowledge(db)));
afterAll(async () => {
  await db.$disconnect();
  await database.drop();
  await small.remove();
});

const told = (library: LiveLibrary, date = '2026-11-23'): string | undefined =>
  library.current().ask({ text: KILN_QUESTION, date }).articles[0]?.title;

/** Signals that never come. */
const deaf: Pick<Signals, 'on' | 'onReconnect'> = { on: () => () => {}, onReconnect: () => () => {} };

async function open(options: { build?: typeof buildInThread; pollMs?: number; root?: string } = {}) {
  const log = createRecordingLog();
  const library = await openLiveLibrary({
    db,
    root: small.root,
    signals: deaf,
    clock,
    log,
    pollMs: 60_000,
    ...options,
  });
  onTestFinished(library.stop);
  return { library, log };
}

describe('the library of a process', () => {
  it('takes over what is published within seconds of its signal', async () => {
    const library = await openTestLibrary({ url: database.url, db, clock, pollMs: 60_000 });
    onTestFinished(library.stop);
    await publishArticle(db, { now });
    await expect.poll(() => told(library), { timeout: 30_000 }).toBe(KILN.title);
  });

  it('takes it over at the next look when the signal is missed', async () => {
    const { library } = await open({ pollMs: 2_000 });
    await publishArticle(db, { now });
    await expect.poll(() => told(library), { timeout: 30_000 }).toBe(KILN.title);
  });

  it('knows at its start what was published while it was away', async () => {
    await publishArticle(db, { now });
    const { library } = await open();
    expect(told(library)).toBe(KILN.title);
  });

  it('is swapped whole: whoever holds the one before goes on with it', async () => {
    const id = await publishArticle(db, { now });
    const { library } = await open();
    const held = library.current();
    await db.$transaction((tx) => withdrawEntry(tx, { id, revision: 2, officerId: 'officer', now }));
    await library.refresh();
    expect(held.ask({ text: KILN_QUESTION, date: '2026-11-23' }).articles[0]?.title).toBe(KILN.title);
    expect(told(library)).not.toBe(KILN.title);
    expect(library.current().version).not.toBe(held.version);
  });

  it('is built beside the event loop, which it never holds up for 50 ms', { timeout: 120_000 }, async () => {
    const { library } = await open({ root: projectRoot });
    // What the machine does beside, measured while nothing is built, is not the library's doing.
    const idle = await longestDelay(() => sleep(500));
    const delays: number[] = [];
    for (let round = 0; round < 2; round += 1) {
      await publishArticle(db, { now, name: `lo-${round}`, content: { title: `Lò số ${round}` } });
      delays.push(await longestDelay(library.refresh));
    }
    expect(Math.min(...delays)).toBeLessThan(50 + idle);
  });
});

/** How long the event loop was held up at most, in milliseconds. */
async function longestDelay(work: () => Promise<unknown>): Promise<number> {
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  await work();
  await sleep(20);
  delay.disable();
  return delay.max / 1e6;
}

describe('a state of the knowledge that cannot be built', () => {
  it('leaves the one before, tells the log and the officers, and is tried again', async () => {
    let isBroken = false;
    const build = async (knowledge: Knowledge): Promise<BuiltIndex> => {
      if (isBroken) throw new Error('broken');
      return await buildInThread(knowledge);
    };
    const { library, log } = await open({ build, pollMs: 100 });
    const before = library.current();
    isBroken = true;
    await publishArticle(db, { now });
    await expect.poll(async () => (await readKnowledgeState(db)).failedAt).toEqual(now);
    expect(library.current()).toBe(before);
    expect(log.text()).toContain('the version before goes on answering');
    expect(log.text()).not.toContain(KILN.title);

    isBroken = false;
    await expect.poll(() => told(library), { timeout: 30_000 }).toBe(KILN.title);
    // It answers a moment before that is written down.
    await expect.poll(async () => (await readKnowledgeState(db)).failedAt).toBeNull();
  });

  it('at the start leaves what is shipped, which answers', async () => {
    await publishArticle(db, { now });
    await db.knowledgeVersion.updateMany({ data: { content: { title: 'no sources, no text' } } });
    const { library } = await open();
    expect(library.takenOver()).toBe(0);
    expect(library.current().ask({ text: 'máy cũ có được hỗ trợ không', date: '2026-11-23' }).kind).toBe('answer');
    expect((await readKnowledgeState(db)).failedAt).toEqual(now);
  });

  it('is told of once, though the database was away meanwhile', async () => {
    const { library, log } = await open();
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    await client.query('ALTER TABLE "KnowledgeState" RENAME TO "Gone"');
    await library.refresh();
    expect(told(library)).not.toBe(KILN.title);
    await client.query('ALTER TABLE "Gone" RENAME TO "KnowledgeState"');
    await client.end();
    await publishArticle(db, { now });
    await library.refresh();
    expect(told(library)).toBe(KILN.title);
    expect(log.text()).not.toContain('could not be taken over');
  });
});

describe('in a chat', () => {
  it('an article that was withdrawn is told no more, and its old buttons meet a polite word', async () => {
    const id = await publishArticle(db, { now });
    const { library } = await open();
    const parts = { ...(await loadRealParts()), library: library.current };
    const bot = createTestBot({ url: database.url, clock, rooms: createRooms(), parts });
    onTestFinished(bot.close);
    await bot.say('a', KILN_QUESTION);
    await bot.settle();
    expect(bot.channel.sent.at(-1)?.content.text).toContain('Thông báo 12/TB-TTKC');
    const buttons = bot.channel.sent.at(-1)?.content.choices.map(({ key }) => key) ?? [];
    const source = buttons.find((key) => key.startsWith('ask:source:')) ?? '';

    await db.$transaction((tx) => withdrawEntry(tx, { id, revision: 2, officerId: 'officer', now }));
    await library.refresh();
    for (const key of [source, 'ask:article:lo-say-chung']) {
      await bot.say('a', { kind: 'choice', key });
      await bot.settle();
      expect(bot.channel.sent.at(-1)?.content.text).toContain('không còn dùng nữa');
    }
  });
});
