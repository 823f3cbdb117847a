import { randomUUID } from 'node:crypto';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { migrate } from '../../host/migrations/migrate.ts';
import { type RunningPostgres, startPostgres } from '../../host/postgres/start-postgres.ts';
import { addCentre, createEchoRooms, createTestBot, type TestBot } from '../support/test-bot.ts';

const PEOPLE = Array.from({ length: 20 }, (_, index) => `person-${index}`);
const MESSAGES_EACH = 60;

let folder: string;
let postgres: RunningPostgres;
let bots: TestBot[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'khuyencong-away-'));
  await chmod(folder, 0o711);
  postgres = await startPostgres({ dataDir: folder, note: () => {} });
  await migrate({ url: postgres.url });
  const clock = { now: () => new Date() };
  bots = [0, 1].map(() =>
    createTestBot({
      url: postgres.url,
      clock,
      rooms: createEchoRooms(async ({ tx, person }, text) => {
        const { displayName } = await tx.person.findUniqueOrThrow({ where: { id: person.id } });
        await tx.person.update({
          where: { id: person.id },
          data: { displayName: `${displayName ?? ''} ${text}`.trim() },
        });
      }),
    }),
  );
  await addCentre(bots[0]?.db ?? expect.fail(), clock.now());
});

afterEach(async () => {
  await Promise.all(bots.map((bot) => bot.close()));
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
});

/** As the chat page does: the same message under the same id until it is acknowledged. */
async function sayUntilAcknowledged(bot: TestBot, from: string, text: string): Promise<void> {
  const id = randomUUID();
  for (;;) {
    try {
      await bot.say(from, text, id);
      return;
    } catch {
      await sleep(100);
    }
  }
}

describe('a database that goes away', () => {
  it('and comes back under load loses no message, applies none twice, and keeps each person’s order', async () => {
    const [one, two] = bots as [TestBot, TestBot];
    const talking = PEOPLE.map(async (from, index) => {
      for (let message = 0; message < MESSAGES_EACH; message += 1) {
        await sayUntilAcknowledged((index + message) % 2 === 0 ? one : two, from, `m${message}`);
        await sleep(20);
      }
    });
    const sweeping = setInterval(() => {
      for (const bot of bots) {
        bot.sweepInbound().catch(() => {});
        bot.sender.recoverStuck().catch(() => {});
        bot.sender.sendDue().catch(() => {});
      }
    }, 500);

    let kills = 0;
    while (kills < 3) {
      await expect.poll(() => one.db.person.count().catch(() => -1), { timeout: 20_000 }).toBeGreaterThan(0);
      await sleep(300);
      const pid = Number(
        (await readFile(join(folder, 'postgres', 'cluster', 'postmaster.pid'), 'utf8')).split('\n')[0],
      );
      process.kill(pid, 'SIGQUIT');
      kills += 1;
      await expect.poll(() => one.db.person.count().catch(() => -1)).toBe(-1);
    }
    await Promise.all(talking);
    await expect
      .poll(() => one.db.inboundMessage.count({ where: { handledAt: null } }).catch(() => -1), { timeout: 30_000 })
      .toBe(0);
    clearInterval(sweeping);
    await Promise.all(bots.map((bot) => bot.settle()));

    const expected = Array.from({ length: MESSAGES_EACH }, (_, index) => `m${index}`).join(' ');
    const people = await one.db.person.findMany({ where: { contacts: { some: {} } } });
    expect(people).toHaveLength(PEOPLE.length);
    for (const person of people) expect(person.displayName).toBe(expected);
    expect(await one.db.delivery.count()).toBe(PEOPLE.length * MESSAGES_EACH);
  });
});
