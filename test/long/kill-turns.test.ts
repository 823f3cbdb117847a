import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Db, openDatabase } from '../../records/database.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { addCentre } from '../support/test-bot.ts';
import { type Side, sidesOf } from './support/dies-at-step.ts';
import { runTurns, type TurnsToKill } from './support/turns-to-kill.ts';

const MESSAGES = [
  ['lan', 'một', 'm1'],
  ['hoa', 'một', 'm2'],
  ['lan', 'hai', 'm3'],
  ['lan', 'ba', 'm4'],
] as const;

/** How the process that is killed calls itself before PostgreSQL. */
const TO_BE_KILLED = 'to-be-killed';

let database: TestDatabase;
let db: Db;
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'khuyencong-kill-'));
  database = await createTestDatabase();
  db = openDatabase({ url: database.url, poolSize: 2 });
  await addCentre(db, new Date());
});

afterEach(async () => {
  await db.$disconnect();
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

const journal = (): string => join(folder, 'journal');

async function readJournal(): Promise<string[]> {
  return (await readFile(journal(), 'utf8').catch(() => '')).split('\n');
}

/** Runs a bot to its end, in this process: what heals needs no process of its own. */
async function runToEnd(): Promise<string[]> {
  await runTurns({ url: database.url, journal: journal(), messages: MESSAGES });
  return await readJournal();
}

/** Runs a bot in a process that kills itself at the given step; false when it ended before it came there. */
async function runUntilKilled(step: number, side: Side): Promise<boolean> {
  const program = new URL('./support/crash-bot.ts', import.meta.url).pathname;
  const url = new URL(database.url);
  url.searchParams.set('application_name', TO_BE_KILLED);
  const what: TurnsToKill = { url: url.href, journal: journal(), messages: MESSAGES, crash: { step, side } };
  const child = spawn(process.execPath, [program, JSON.stringify(what)], { stdio: ['ignore', 'ignore', 'inherit'] });
  const isKilled = await new Promise<boolean>((resolve) =>
    child.once('exit', (_, signal) => resolve(signal === 'SIGKILL')),
  );
  await waitForItsStatements();
  return isKilled;
}

/** What a killed process had sent to PostgreSQL still runs to its end there: time must not pass before that. */
async function waitForItsStatements(): Promise<void> {
  await vi.waitFor(async () => {
    const left = await db.$queryRaw`SELECT pid FROM pg_stat_activity WHERE application_name = ${TO_BE_KILLED}`;
    expect(left).toEqual([]);
  });
}

/** As if two minutes had passed: longer than any sweep waits. */
async function letTimePass(): Promise<void> {
  await db.$executeRaw`UPDATE "InboundMessage" SET "receivedAt" = "receivedAt" - interval '2 minutes'`;
  await db.$executeRaw`
    UPDATE "Delivery" SET "claimedAt" = "claimedAt" - interval '2 minutes', "settledAt" = "settledAt" - interval '2 minutes'`;
  await db.$executeRaw`UPDATE "Contact" SET "lastInboundAt" = "lastInboundAt" - interval '2 minutes'`;
}

async function checkNothingLostOrDoubled(noted: string[]): Promise<void> {
  const inbound = await db.inboundMessage.findMany({ orderBy: { seq: 'asc' }, include: { contact: true } });
  expect(inbound.map((row) => row.platformMessageId).sort()).toEqual(['m1', 'm2', 'm3', 'm4']);
  expect(inbound.every((row) => row.handledAt !== null)).toBe(true);
  for (const address of ['lan', 'hoa']) {
    const words = inbound.filter((row) => row.contact.address === address).map((row) => row.text);
    const person = await db.person.findFirstOrThrow({ where: { contacts: { some: { address } } } });
    expect(person.displayName).toBe(words.join(' '));
  }
  const deliveries = await db.delivery.findMany({ orderBy: { seq: 'asc' }, include: { contact: true } });
  expect(deliveries.map((row) => row.key).sort()).toEqual(inbound.map((row) => `reply/${row.id}`).sort());
  for (const { id, status, contact, claimedAt, resentAt } of deliveries) {
    const sends = noted.filter((line) => line === `sent ${id}`).length;
    // A reply that nobody can know the end of is repeated once, unless the person has written since.
    const hasWrittenSince = contact.lastInboundAt !== null && claimedAt !== null && contact.lastInboundAt > claimedAt;
    if (status === 'ambiguous') expect(hasWrittenSince).toBe(true);
    else expect(status).toBe('sent');
    expect(sends).toBeLessThanOrEqual(resentAt === null ? 1 : 2);
    if (status === 'sent') expect(sends).toBeGreaterThanOrEqual(1);
  }
}

describe('kill -9', () => {
  it('at every statement and every send of turns: nothing is lost and nothing is applied twice', {
    timeout: 1_500_000,
  }, async () => {
    const undisturbed = await runToEnd();
    const total = Number(undisturbed.find((line) => line.startsWith('steps '))?.split(' ')[1]);
    expect(total).toBeGreaterThan(30);
    await checkNothingLostOrDoubled(undisturbed);

    const notReached = new Set<number>();
    for (let step = 1; step <= total; step += 1) {
      for (const side of sidesOf(step)) {
        await db.$executeRaw`TRUNCATE "Person", "Contact", "InboundMessage", "Conversation", "Delivery" CASCADE`;
        await rm(journal(), { force: true });
        if (!(await runUntilKilled(step, side))) notReached.add(step);
        await letTimePass();
        // The platform hands over again what was not acknowledged; what was acknowledged comes twice, to be sure.
        await runToEnd();
        await letTimePass();
        await checkNothingLostOrDoubled(await runToEnd());
      }
    }
    // How many statements a sweep takes hangs on what it meets: the very last steps may not be there every time.
    expect([...notReached].filter((step) => step <= total * 0.9)).toEqual([]);
  });
});
