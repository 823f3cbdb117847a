import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { type Db, openDatabase } from '../../records/database.ts';
import { createEntry, publishEntry } from '../../records/knowledge.ts';
import { articleContent } from '../../records/knowledge-content.ts';
import { readKnowledgeState } from '../../records/knowledge-state.ts';
import { makePlace, READY_WORDS, runAssistant } from '../support/assistant.ts';
import { chatClient } from '../support/chat-client.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { KILN, KILN_QUESTION, publishArticle } from '../support/officer-knowledge.ts';
import { sidesOf } from './support/dies-at-step.ts';

const now = new Date('2026-11-20T02:00:00Z');
let database: TestDatabase;
let db: Db;

beforeEach(async () => {
  database = await createTestDatabase();
  onTestFinished(() => database.drop());
  db = openDatabase({ url: database.url, poolSize: 3 });
  onTestFinished(() => db.$disconnect());
});

describe('what officers publish, in two processes', () => {
  it('answers in both within seconds of the signal, and at the next look when the signal is missed', async () => {
    const settings = {
      ...{ CENTRE_NAME: 'Trung tâm Khuyến công thử', CENTRE_PROVINCE: '19', DATABASE_URL: database.url },
      ...{ PUBLIC_URL: 'http://khuyencong.test', PATH: process.env.PATH ?? '' },
    };
    const pages = await Promise.all(
      [0, 1].map(async () => {
        const place = await makePlace(settings);
        onTestFinished(place.remove);
        const assistant = runAssistant(place.settings);
        onTestFinished(async () => void (await assistant.end('SIGKILL')));
        await assistant.says(READY_WORDS);
        const page = chatClient(assistant.url);
        await page.openSession();
        return page;
      }),
    );
    /** What each process answers now. Asked once a second at most: a page may not say more. */
    const asked = (): Promise<string[]> =>
      Promise.all(
        pages.map(async (page) => {
          const before = (await page.history()).messages.length;
          await page.say(KILN_QUESTION);
          let messages = (await page.history()).messages;
          while (messages.length < before + 2) {
            await sleep(250);
            messages = (await page.history()).messages;
          }
          return messages.at(-1)?.text ?? '';
        }),
      );
    const all = (words: string) => async () => (await asked()).every((answer) => answer.includes(words));
    expect(await all('Thông báo 12')()).toBe(false);

    const id = await publishArticle(db, { now });
    const publishedAt = performance.now();
    await expect.poll(all('Thông báo 12'), { timeout: 60_000, interval: 1_000 }).toBe(true);
    console.log(`taken over by both after ${Math.round(performance.now() - publishedAt)} ms`);

    // As `changeEntry` and `publishEntry` would, but nobody is told.
    await db.$transaction([
      db.knowledgeVersion.updateMany({
        where: { entryId: id },
        data: { content: { ...KILN, sources: [{ document: 'Thông báo 13/TB-TTKC' }] } },
      }),
      db.knowledgeState.updateMany({ data: { version: { increment: 1 } } }),
    ]);
    const missedAt = performance.now();
    await expect.poll(all('Thông báo 13'), { timeout: 60_000, interval: 1_000 }).toBe(true);
    console.log(`without a signal after ${Math.round(performance.now() - missedAt)} ms`);
  });
});

describe('kill -9 in the middle', () => {
  type Deed = { id: string; revision: number; kind: 'published' | 'withdrawn'; requestId: string };

  /** The number of statements; nothing when it was killed. */
  async function perform({ id, revision, kind, requestId }: Deed, step = 0, side = 'before'): Promise<string> {
    const program = new URL('./support/crash-publish.ts', import.meta.url).pathname;
    const args = [program, database.url, id, String(revision), kind, requestId, String(step), side];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    const [said] = await Promise.all([text(child.stdout), once(child, 'close')]);
    return said;
  }

  async function prepare(kind: Deed['kind']): Promise<Deed> {
    await db.knowledgeEntry.deleteMany();
    const id = randomUUID();
    await db.$transaction((tx) =>
      createEntry(tx, {
        ...{ id, name: 'lo-say-chung', kind: 'article', officerId: 'officer', now },
        content: articleContent.parse(KILN),
      }),
    );
    const officerId = 'officer';
    if (kind === 'withdrawn') await db.$transaction((tx) => publishEntry(tx, { id, revision: 1, officerId, now }));
    return { id, revision: kind === 'published' ? 1 : 2, kind, requestId: randomUUID() };
  }

  /** All that a deed leaves behind: the version's state, what answers, the count of changes, the audit. */
  async function look({ id, requestId }: Deed) {
    const entry = await db.knowledgeEntry.findUniqueOrThrow({ where: { id }, include: { versions: true } });
    return {
      status: entry.versions.map(({ status }) => status).join(),
      publishedVersion: entry.publishedVersion,
      revision: entry.revision,
      state: (await readKnowledgeState(db)).version,
      audited: await db.auditEntry.count({ where: { id: requestId } }),
    };
  }

  it.each(['published', 'withdrawn'] as const)(
    'of what is being %s: all of it stands or nothing does, and the same request again ends it once',
    { timeout: 600_000 },
    async (kind) => {
      const whole = await prepare(kind);
      const total = Number(/steps (\d+)/.exec(await perform(whole))?.[1]);
      expect(total).toBeGreaterThan(5);
      for (let step = 1; step <= total; step += 1) {
        for (const side of sidesOf(step)) {
          const deed = await prepare(kind);
          const before = await look(deed);
          expect(await perform(deed, step, side)).toBe('');
          expect(await look(deed)).toEqual(before);

          await perform(deed);
          await perform(deed);
          expect(await look(deed)).toEqual({
            status: kind,
            publishedVersion: kind === 'published' ? 1 : null,
            revision: before.revision + 1,
            state: before.state + 1,
            audited: 1,
          });
        }
      }
    },
  );
});
