import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isHolderGone, makeHolder } from '../../../../bot/channels/inward/lease-holder.ts';
import { ZALO_BOT } from '../../../../bot/channels/zalo-bot/zalo-bot-channel.ts';
import { listChannelAccounts, takeLease } from '../../../../records/channel-accounts.ts';
import { type FakeZalo, startFakeZalo } from '../../../platforms/zalo/fake-zalo.ts';
import type { FakeZaloOptions } from '../../../platforms/zalo/options.ts';
import { createTestDatabase, type TestDatabase } from '../../../support/database.ts';
import { takeDatabaseAway } from '../../../support/take-database-away.ts';
import { addCentre } from '../../../support/test-bot.ts';
import { openZaloProcess, type ZaloProcess, type ZaloProcessOptions } from '../../../support/zalo-process.ts';

let database: TestDatabase;
let zalo: FakeZalo;
let processes: ZaloProcess[];

beforeEach(async () => {
  database = await createTestDatabase();
  processes = [];
  await startZalo();
});
afterEach(async () => {
  for (const each of processes) await each.close();
  await zalo.close();
  await database.drop();
});

async function startZalo(options: FakeZaloOptions = {}): Promise<void> {
  await zalo?.close();
  zalo = await startFakeZalo({ secondMs: 20, ...options });
}
async function open(options: Partial<ZaloProcessOptions> = {}): Promise<ZaloProcess> {
  const made = await openZaloProcess({ url: database.url, zalo, ...options });
  if (processes.length === 0) await addCentre(made.db, new Date());
  processes.push(made);
  return made;
}
async function start(options: Partial<ZaloProcessOptions> = {}): Promise<ZaloProcess> {
  const made = await open(options);
  made.zaloBot.start();
  return made;
}
const lan = () => zalo.person('Lan');
/** What the sweep does, which runs in no process here. */
const sweep = () => Promise.allSettled(processes.map(({ bot }) => bot.sender.sendDue()));
const heard = async (...texts: string[]): Promise<void> => {
  const replies = texts.map((text) => expect.stringContaining(`heard ${text}`));
  await expect.poll(async () => (await sweep()) && lan().texts(), { timeout: 10_000 }).toEqual(replies);
};

describe('polling', () => {
  it('answers what people write, each message once and in order', async () => {
    await start();
    for (const text of ['một', 'hai', 'ba']) lan().says(text);
    zalo.repeatLastEvent();
    await heard('một', 'hai', 'ba');
    await sleep(100);
    expect(lan().texts()).toHaveLength(3);
  });

  it('takes an empty poll for what it is, and asks again', async () => {
    const { log } = await start();
    await expect.poll(() => zalo.callsOf('getUpdates').length, { timeout: 5_000 }).toBeGreaterThan(3);
    expect(log.lines.filter((line) => /error|could not/.test(line))).toEqual([]);
    lan().says('một');
    await heard('một');
  });

  it('goes on after Zalo failed, rests longer each time, and says so once', async () => {
    for (const code of [500, 403, 401]) zalo.faults.next('getUpdates', { kind: 'error', code }, 2);
    zalo.faults.next('getUpdates', { kind: 'http', status: 502 });
    zalo.faults.next('getUpdates', { kind: 'drop', done: false });
    const { log } = await start();
    lan().says('một');
    await heard('một');
    expect(log.lines.filter((line) => line.includes('could not be asked'))).toHaveLength(2);
    expect(log.lines.filter((line) => line.includes('does not know this token'))).toHaveLength(1);
    expect(log.text()).not.toContain('ThatMustNotLeak');
  });

  it('tells when a webhook is still registered, and goes on once it is gone', async () => {
    const set = { url: 'https://elsewhere.example/zalo', secret_token: '12345678' };
    const ask = (method: string, body: object) =>
      fetch(`${zalo.url}/bot${zalo.token}/${method}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      });
    await ask('setWebhook', set);
    const { log } = await start();
    await expect.poll(() => log.text()).toContain('perhaps a webhook is still set');
    await ask('deleteWebhook', {});
    lan().says('một');
    await heard('một');
  });

  it('stops at once, in the middle of a poll', async () => {
    await startZalo({ secondMs: 1000 });
    const { zaloBot } = await start();
    await expect.poll(() => zalo.openPolls().open).toBe(1);
    const startedMs = performance.now();
    await zaloBot.stop();
    expect(performance.now() - startedMs).toBeLessThan(1_000);
    await expect.poll(() => zalo.openPolls().open).toBe(0);
  });
});

describe('one poller an account', () => {
  it('of several processes only one polls, and another takes over when it ends', async () => {
    const first = await start();
    await expect.poll(() => zalo.openPolls().open).toBe(1);
    const others = [await start(), await start()];
    lan().says('một');
    await heard('một');
    await first.zaloBot.stop();
    const whoTook = () => others.filter(({ log }) => log.text().includes('asks Zalo for news now'));
    await expect.poll(() => whoTook().length).toBe(1);
    // What is said before the new one asks may go to the poll that was hung up: Zalo hands it over once.
    const asked = zalo.callsOf('getUpdates').length;
    await expect.poll(() => zalo.callsOf('getUpdates').length).toBeGreaterThan(asked);
    await expect.poll(zalo.openPolls).toEqual({ open: 1, hungUp: 0 });
    lan().says('hai');
    await heard('một', 'hai');
    expect(zalo.overlappingPolls()).toBe(0);
    expect(whoTook()).toHaveLength(1);
  });

  it('waits for the end of the lease of a process that died, and not longer', async () => {
    const made = await open();
    const key = { channel: ZALO_BOT, account: made.zaloBot.channel.account };
    const now = new Date();
    const until = new Date(now.getTime() + 700);
    expect(await takeLease(made.db, { ...key, holder: 'dead', until, now })).toBe(true);
    made.zaloBot.start();
    lan().says('một');
    await sleep(400);
    expect(zalo.callsOf('getUpdates')).toEqual([]);
    await heard('một');
    expect(Date.now()).toBeGreaterThanOrEqual(until.getTime());
  });

  it('takes it at once from a process of this machine that was killed', async () => {
    const killed = spawn(process.execPath, ['--version']);
    await once(killed, 'exit');
    const made = await open();
    const key = { channel: ZALO_BOT, account: made.zaloBot.channel.account };
    const holder = makeHolder('x').replace(`/${process.pid}/`, `/${killed.pid}/`);
    const now = new Date();
    await takeLease(made.db, { ...key, holder, until: new Date(now.getTime() + 3_600_000), now });
    made.zaloBot.start();
    lan().says('một');
    await heard('một');
  });

  it('waits for one of another machine, or one that lives', async () => {
    expect(isHolderGone(makeHolder('x'))).toBe(false);
    expect(
      isHolderGone(
        makeHolder('x')
          .replace(/^[^/]+/, 'other-machine')
          .replace(`/${process.pid}/`, '/999999999/'),
      ),
    ).toBe(false);
    expect(isHolderGone('dead')).toBe(false);
  });

  it('keeps it through a poll that is longer than the lease', async () => {
    await startZalo({ secondMs: 1000 });
    await start({ waits: { leaseMs: 200 } });
    await expect.poll(() => zalo.openPolls().open).toBe(1);
    await start({ waits: { leaseMs: 200 } });
    await sleep(900);
    expect(zalo.callsOf('getUpdates')).toHaveLength(1);
    lan().says('một');
    await heard('một');
    expect(zalo.overlappingPolls()).toBe(0);
  });

  it('gives its lease back when it ends', async () => {
    const { zaloBot, db } = await start();
    await expect.poll(() => zalo.openPolls().open).toBe(1);
    expect(await listChannelAccounts(db)).toMatchObject([
      { leaseHolder: expect.stringContaining(String(process.pid)) },
    ]);
    await zaloBot.stop();
    expect(await listChannelAccounts(db)).toMatchObject([{ leaseHolder: null, leaseUntil: null }]);
  });

  it('never has two polls of one account open, however often processes come and go', async () => {
    const { db } = await open();
    for (let round = 0; round < 6; round += 1) {
      const both = [await start(), await start()];
      lan().says(`vòng ${round}`);
      // What Zalo has just handed over when the poll is called off is lost; so the round ends when it was written down.
      await expect.poll(() => db.inboundMessage.count()).toBe(round + 1);
      await sleep(7 * round);
      await Promise.all(both.map((each) => each.zaloBot.stop()));
    }
    await heard(...Array.from({ length: 6 }, (_, round) => `vòng ${round}`));
    expect(zalo.overlappingPolls()).toBe(0);
    expect(zalo.lost).toEqual([]);
  });
});

describe('while the database is away', () => {
  it('keeps the one update in hand, polls no more, and loses nothing when it is back', async () => {
    await startZalo({ secondMs: 1000 });
    const { log } = await start();
    await expect.poll(() => zalo.openPolls().open).toBe(1);
    const letBack = await takeDatabaseAway(database.url);
    lan().says('một');
    lan().says('hai');
    await expect.poll(() => log.text()).toContain('is held until it can be written down');
    const polls = zalo.callsOf('getUpdates').length;
    await sleep(300);
    expect(zalo.callsOf('getUpdates')).toHaveLength(polls);
    await letBack();
    await heard('một', 'hai');
    expect(log.text()).not.toContain('is lost');
  });

  it('does not poll at all when it is away from the start', async () => {
    const made = await open();
    const letBack = await takeDatabaseAway(database.url);
    made.zaloBot.start();
    lan().says('một');
    await expect.poll(() => made.log.text()).toContain('not polled while the database is away');
    expect(zalo.callsOf('getUpdates')).toEqual([]);
    await letBack();
    await heard('một');
  });

  it('says that one is lost when the process must end before the database is back', async () => {
    const { zaloBot, log } = await start();
    await expect.poll(() => zalo.callsOf('getUpdates').length).toBeGreaterThan(0);
    const letBack = await takeDatabaseAway(database.url);
    lan().says('một');
    await expect.poll(() => log.text()).toContain('is held until');
    const startedMs = performance.now();
    await zaloBot.stop();
    expect(performance.now() - startedMs).toBeLessThan(3_000);
    expect(log.text()).toContain('ALARM: an update of Zalo could not be written down and is lost');
    expect(log.text()).not.toContain('một');
    await letBack();
  });
});

describe('an update that cannot be written down though the database is there', () => {
  it('is given up with an alarm after a few attempts, and the next ones go on', async () => {
    const bot = await open();
    await bot.db.$executeRawUnsafe(
      `ALTER TABLE "InboundMessage" ADD CONSTRAINT "hostile" CHECK ("text" NOT LIKE '%độc%')`,
    );
    bot.zaloBot.start();
    lan().says('độc');
    lan().says('một');
    await heard('một');
    expect(bot.log.lines.filter((line) => line.startsWith('ALARM'))).toHaveLength(1);
    expect(bot.log.text()).not.toContain('độc');
  });
});
