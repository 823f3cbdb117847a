import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { type Db, openDatabase } from '../../records/database.ts';
import { createTestDatabase } from '../support/database.ts';
import { addCentre } from '../support/test-bot.ts';
import { handOverMessage, REGISTRATION, type RegistrationToKill } from './support/registration-to-kill.ts';

/** Two at once: a process that begins waits for the disk more than for a processor. */
const LANES = 2;
/** Every 13th step keeps the whole run within its time; `EVERY_STEP=1` kills after each of them (ten minutes). */
const STRIDE = process.env.EVERY_STEP === undefined ? 13 : 1;

type Run = { db: Db; url: string; journal: string };

async function withRun<T>(use: (run: Run) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'khuyencong-kill-'));
  const database = await createTestDatabase();
  const db = openDatabase({ url: database.url, poolSize: 2 });
  try {
    await addCentre(db, new Date());
    return await use({ db, url: database.url, journal: join(folder, 'journal') });
  } finally {
    await db.$disconnect();
    await database.drop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** The process is killed once this step of this message is done; false when the message took fewer steps. */
async function runUntilKilled({ url, journal }: Run, message: number, step: number): Promise<boolean> {
  const program = new URL('./support/crash-registration.ts', import.meta.url).pathname;
  const what: RegistrationToKill = { url, journal, message, crash: { step, side: 'after' } };
  const child = spawn(process.execPath, [program, JSON.stringify(what)], { stdio: ['ignore', 'ignore', 'inherit'] });
  return await new Promise((resolve) => child.once('exit', (_, signal) => resolve(signal === 'SIGKILL')));
}

/** As if two minutes had passed: longer than any sweep waits. */
async function letTimePass({ db }: Run): Promise<void> {
  await db.$executeRaw`UPDATE "InboundMessage" SET "receivedAt" = "receivedAt" - interval '2 minutes'`;
  await db.$executeRaw`
    UPDATE "Delivery" SET "claimedAt" = "claimedAt" - interval '2 minutes', "settledAt" = "settledAt" - interval '2 minutes'`;
  await db.$executeRaw`UPDATE "Contact" SET "lastInboundAt" = "lastInboundAt" - interval '2 minutes'`;
}

/** The dossiers with their answers, and what was said to each message, in order. */
async function outcome({ db }: Run) {
  const applications = await db.application.findMany({
    orderBy: { createdAt: 'asc' },
    include: { answers: { orderBy: { questionId: 'asc' } }, events: { orderBy: { seq: 'asc' } } },
  });
  const inbound = await db.inboundMessage.findMany({ orderBy: { seq: 'asc' } });
  const deliveries = await db.delivery.findMany();
  const replyTo = new Map(deliveries.map(({ key, content }) => [key, content]));
  return {
    dossiers: applications.map(({ code, answers, events }) => ({
      code,
      answers: answers.map(({ questionId, value, raw }) => ({ questionId, value, raw })),
      events: events.map(({ kind }) => kind),
    })),
    establishments: await db.establishment.count(),
    members: await db.establishmentMember.count(),
    consents: await db.consentRecord.count(),
    messages: inbound.map(({ platformMessageId, text, handledAt }) => [platformMessageId, text, handledAt !== null]),
    replies: inbound.map(({ id }) => (replyTo.get(`reply/${id}`) as { text: string } | undefined)?.text),
    deliveries: deliveries.length,
  };
}

/** Every reply left once; more than once only where nobody could know whether it had. */
async function checkSends({ db, journal }: Run): Promise<void> {
  const noted = (await readFile(journal, 'utf8')).split('\n');
  for (const { id, status, resentAt } of await db.delivery.findMany()) {
    const sends = noted.filter((line) => line === `sent ${id}`).length;
    expect(sends).toBeGreaterThanOrEqual(status === 'sent' ? 1 : 0);
    expect(sends).toBeLessThanOrEqual(resentAt === null ? 1 : 2);
  }
}

it('kill -9 along every message of a whole registration and of the next one: nothing is asked twice, nothing is lost', {
  timeout: 3_600_000,
}, async () => {
  const undisturbed = await withRun(async (run) => {
    for (const message of REGISTRATION.keys()) await handOverMessage({ ...run, message });
    return await outcome(run);
  });
  expect(undisturbed.dossiers.map(({ events }) => events)).toEqual([
    ['started', 'submitted'],
    ['started', 'submitted'],
  ]);
  expect(undisturbed.establishments).toBe(1);

  let step = 1 - STRIDE;
  let isOver = false;
  const killAtNextStep = async (): Promise<number> => {
    let kills = 0;
    while (!isOver) {
      step += STRIDE;
      const here = step;
      const killed = await withRun(async (run) => {
        let killedHere = 0;
        for (const message of REGISTRATION.keys()) {
          if (!(await runUntilKilled(run, message, here))) continue;
          killedHere += 1;
          await letTimePass(run);
          // The platform hands over again what was not acknowledged; what was acknowledged comes twice, to be sure.
          await handOverMessage({ ...run, message });
          await letTimePass(run);
          await handOverMessage({ ...run, message });
        }
        expect(await outcome(run), `killed after step ${here}`).toEqual(undisturbed);
        await checkSends(run);
        return killedHere;
      });
      kills += killed;
      // No message takes so many steps.
      if (killed === 0) isOver = true;
    }
    return kills;
  };
  const kills = await Promise.all(Array.from({ length: LANES }, killAtNextStep));
  expect(kills.reduce((sum, each) => sum + each, 0)).toBeGreaterThan((REGISTRATION.length * 15) / STRIDE);
});
