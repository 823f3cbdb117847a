import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { openQueueHome, queueKinds } from '../jobs/support/queue-homes.ts';
import { DAY_MS, office, openVillage, type Village } from '../jobs/support/village.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { type Side, sidesOf } from './support/dies-at-step.ts';
import { type PeriodicWorkToKill, runOnce } from './support/periodic-work-to-kill.ts';

const now = office('2027-11-24 09:00:00');
const ago = (days: number): Date => new Date(now.getTime() - days * DAY_MS);

let database: TestDatabase;
let village: Village;
let folder: string;

// What is opened last is closed first, whatever the test came to.
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'khuyencong-kill-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  database = await createTestDatabase();
  onTestFinished(() => database.drop());
  village = await openVillage(database.url);
  onTestFinished(() => village.close());
});

const program = (name: string): string => new URL(`./support/${name}.ts`, import.meta.url).pathname;

describe('kill -9', () => {
  it('at every statement of the periodic work: each word is said once, each end comes once, only the old is removed', {
    timeout: 900_000,
  }, async () => {
    await prepare();
    const total = await runToEnd();
    expect(total).toBeGreaterThan(30);
    await checkAllDone();

    for (let step = 1; step <= total; step += 1) {
      for (const side of sidesOf(step)) {
        await prepare();
        expect(await isKilledAt(step, side)).toBe(true);
        await runToEnd();
        await checkAllDone();
      }
    }
  });

  it.each(queueKinds)(
    'again and again, of two processes with their queues in %s: every draft is told of once',
    {
      timeout: 600_000,
    },
    async (kind) => {
      const home = await openQueueHome(kind, database.url);
      onTestFinished(() => home.close());
      const drafts = 600;
      for (let index = 0; index < drafts; index += 1) await village.addDraft({ touchedAt: ago(3) });
      const told = (): Promise<number> => village.db.delivery.count();

      let killedInTheMiddle = 0;
      for (let round = 0; round < 5; round += 1) {
        const processes = [startProcess(home.redisUrl), startProcess(home.redisUrl)];
        const before = await told();
        if (before === drafts) break;
        await vi.waitFor(async () => expect(await told()).toBeGreaterThan(before), { timeout: 100_000, interval: 20 });
        await sleep(150);
        for (const each of processes) each.kill('SIGKILL');
        await Promise.all(processes.map((each) => (each.exitCode ?? each.signalCode) || once(each, 'exit')));
        if ((await told()) < drafts) killedInTheMiddle += 1;
      }
      expect(killedInTheMiddle).toBeGreaterThan(1);

      const last = startProcess(home.redisUrl);
      // What was under way when a process died is taken up again once its lock has run out.
      await vi.waitFor(async () => expect(await told()).toBe(drafts), { timeout: 180_000, interval: 500 });
      await sleep(2_000);
      last.kill('SIGKILL');
      await once(last, 'exit');

      const rows = await village.db.delivery.findMany({ select: { personId: true, key: true } });
      expect(rows).toHaveLength(drafts);
      expect(new Set(rows.map((row) => row.personId)).size).toBe(drafts);
    },
  );
});

function startProcess(redisUrl: string | undefined): ChildProcess {
  const args = [program('jobs-process'), database.url, folder, now.toISOString()];
  const child = spawn(process.execPath, redisUrl === undefined ? args : [...args, redisUrl], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}

/** A fresh village: one draft for each word, two that come to their end, and words old and young. */
async function prepare(): Promise<void> {
  await village.db.$executeRaw`TRUNCATE "Person", "Session", "AdminLink" CASCADE`;
  await village.addDraft({ touchedAt: ago(3) });
  await village.addDraft({ touchedAt: ago(14) });
  await village.addDraft({ touchedAt: ago(83) });
  await village.addDraft({ touchedAt: ago(90), withConsent: false });
  const person = await village.addPerson();
  await village.addInbound({ ...person, receivedAt: ago(370), text: 'old', fileIds: [randomUUID()], trace: {} });
  await village.addInbound({ ...person, receivedAt: ago(100), text: 'young', trace: {} });
  await village.db.conversation.create({ data: { personId: person.personId, state: {}, updatedAt: ago(370) } });
}

const work = (): PeriodicWorkToKill => ({ url: database.url, folder, now: now.toISOString() });

/** In this process: what heals needs no process of its own. Returns how many statements it took. */
async function runToEnd(): Promise<number> {
  return await runOnce(work());
}

/** In a process that kills itself at this statement; false when it lived to its end. */
async function isKilledAt(step: number, side: Side): Promise<boolean> {
  const what: PeriodicWorkToKill = { ...work(), crash: { step, side } };
  const child = spawn(process.execPath, [program('crash-periodic-work'), JSON.stringify(what)], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return await new Promise((resolve) => child.once('exit', (_, signal) => resolve(signal === 'SIGKILL')));
}

async function checkAllDone(): Promise<void> {
  const { db } = village;
  const words = await db.delivery.findMany();
  expect(words.map(({ key }) => key.split('/')[3]?.replace(/-\d+$/, '')).sort()).toEqual(['ending', 'first', 'second']);
  const ended = await db.applicationEvent.findMany({ where: { kind: 'expired' } });
  expect(ended).toHaveLength(1);
  expect(await db.applicationAnswer.count()).toBe(8);
  const messages = await db.inboundMessage.findMany({ orderBy: { receivedAt: 'asc' } });
  expect(messages.map(({ text, trace, fileIds }) => ({ text, trace, photos: fileIds.length }))).toEqual([
    { text: null, trace: null, photos: 0 },
    { text: 'young', trace: null, photos: 0 },
  ]);
  expect(await db.conversation.count()).toBe(0);
}
