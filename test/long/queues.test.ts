import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { defineSweep, defineTask, type Run, type Sweep } from '../../jobs/job.ts';
import { type Jobs, startJobs } from '../../jobs/start-jobs.ts';
import { tendDraft } from '../../jobs/tasks/tend-draft.ts';
import { allWorks, type Works } from '../../jobs/works.ts';
import { openQueueHome, type QueueHome, queueKinds } from '../jobs/support/queue-homes.ts';
import { DAY_MS, office, openVillage, type Village } from '../jobs/support/village.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { addCentre, createEchoRooms, createTestBot, createTestClock } from '../support/test-bot.ts';

const now = office('2026-11-24 09:00:00');
const clock = { now: () => now };
const everyMs = 100;
const hurried: Works = { ...allWorks, sweeps: allWorks.sweeps.map((sweep): Sweep => ({ ...sweep, everyMs })) };
const PHONE = '0900000001';

describe.each(queueKinds)('queues in %s', (kind) => {
  let database: TestDatabase;
  let home: QueueHome;
  let village: Village;
  let started: Jobs[];

  beforeEach(async () => {
    database = await createTestDatabase();
    home = await openQueueHome(kind, database.url);
    village = await openVillage(database.url);
    started = [];
  });

  afterEach(async () => {
    await Promise.all(started.map((jobs) => jobs.stop()));
    await village.close();
    await home.close();
    await database.drop();
  });

  async function start(given: Partial<Parameters<typeof startJobs>[0]> = {}): Promise<Jobs> {
    const jobs = await startJobs({
      ...village.parts,
      clock,
      databaseUrl: database.url,
      redisUrl: home.redisUrl,
      works: hurried,
      healMs: 400,
      retryMs: 200,
      ...given,
    });
    started.push(jobs);
    return jobs;
  }

  const worksOf = (...sweeps: Sweep[]): Works => ({ sweeps, tasks: [] });

  it('two processes sweep the same drafts, and each person hears once', async () => {
    const drafts = await Promise.all(
      Array.from({ length: 20 }, () => village.addDraft({ touchedAt: new Date(now.getTime() - 3 * DAY_MS) })),
    );
    const other = await openVillage(database.url);
    await Promise.all([start(), start({ ...other.parts })]);
    await vi.waitFor(async () => expect(await village.db.delivery.count()).toBe(drafts.length), 10_000);
    await sleep(4 * everyMs);
    expect(await village.db.delivery.count()).toBe(drafts.length);
    await Promise.all(started.splice(0).map((jobs) => jobs.stop()));
    await other.close();
  });

  it('messages that a crash left are answered once and sent once, though two processes sweep', async () => {
    const botClock = createTestClock(now.toISOString());
    const bots = [0, 1].map(() => createTestBot({ url: database.url, clock: botClock, rooms: createEchoRooms() }));
    await addCentre(village.db, now);
    for (let index = 0; index < 10; index += 1) {
      const person = await village.addPerson();
      await village.addInbound({ ...person, receivedAt: new Date(now.getTime() - 10_000), handled: false, text: 'a' });
    }
    await Promise.all(
      bots.map((bot) => start({ bot: { sweepInbound: bot.sweepInbound }, outbox: bot.sender, clock: botClock })),
    );
    const sent = (): number => bots.reduce((sum, bot) => sum + bot.channel.sent.length, 0);
    await vi.waitFor(() => expect(sent()).toBe(10), 10_000);
    await sleep(4 * everyMs);
    expect(sent()).toBe(10);
    expect(await village.db.delivery.groupBy({ by: ['status'], _count: true })).toEqual([
      { status: 'sent', _count: 10 },
    ]);
    await Promise.all(started.splice(0).map((jobs) => jobs.stop()));
    await Promise.all(bots.map((bot) => bot.close()));
  });

  it('a queue that is wiped is filled again by itself', async () => {
    const jobs = await start();
    await vi.waitFor(() => expect(village.calls.sendDue).toBeGreaterThan(1), 5_000);
    await home.wipe();
    await sleep(600);
    const before = village.calls.sendDue;
    await vi.waitFor(() => expect(village.calls.sendDue).toBeGreaterThan(before + 3), 10_000);
    expect(jobs.isQueueUp()).toBe(true);
  });

  it('a wake-up for what is no longer due, or no longer known, does nothing', async () => {
    const { applicationId } = await village.addDraft({ touchedAt: now });
    const gone = defineTask({ id: 'gone', payload: z.strictObject({}), load: async () => async () => {} });
    let runs = 0;
    const stale = defineSweep({
      id: 'stale',
      everyMs,
      load: async () => async (run) => {
        await run.handOn(tendDraft, [{ applicationId }, { applicationId: randomUUID() }]);
        await run.handOn(gone, [{}]);
        runs += 1;
      },
    });
    await start({ works: { sweeps: [stale], tasks: [tendDraft] } });
    await vi.waitFor(() => expect(runs).toBeGreaterThan(2), 5_000);
    await sleep(300);
    expect(await village.db.delivery.count()).toBe(0);
    expect(await village.db.applicationEvent.count()).toBe(1);
  });

  it('no job holds a text or a phone, not even one that failed over them', async () => {
    const touchedAt = new Date(now.getTime() - 3 * DAY_MS);
    const { applicationId, personId, contactId } = await village.addDraft({ touchedAt });
    await village.addInbound({ personId, contactId, receivedAt: touchedAt, text: `goi toi ${PHONE}` });
    await village.db.applicationAnswer.updateMany({ data: { value: { phone: PHONE }, raw: PHONE } });
    let failures = 0;
    const failing = defineSweep({
      id: 'failing',
      everyMs,
      load: async () => async () => {
        failures += 1;
        throw new Error(`duplicate key: (phone)=(${PHONE})`);
      },
    });
    await start({ works: { ...hurried, sweeps: [...hurried.sweeps, failing] } });
    await vi.waitFor(async () => expect(await village.db.delivery.count()).toBe(1), 5_000);
    await vi.waitFor(() => expect(failures).toBeGreaterThan(2), 5_000);

    const stored = await home.readAll();
    expect(stored).toContain(applicationId);
    expect(stored).toContain('jobs.failed');
    for (const personal of [PHONE, 'goi toi', 'miến', 'mien', 'Phiếu', personId, contactId]) {
      expect(stored).not.toContain(personal);
    }
  });

  it('a slow sweep holds up no other, and does not run twice at once in a process', async () => {
    const release = Promise.withResolvers<void>();
    let slowRuns = 0;
    const slow = defineSweep({
      id: 'slow',
      everyMs,
      load: async () => async () => {
        slowRuns += 1;
        await release.promise;
      },
    });
    await start({ works: { ...hurried, sweeps: [slow, ...hurried.sweeps] } });
    await vi.waitFor(() => expect(village.calls.sweepInbound).toBeGreaterThan(8), 10_000);
    expect(slowRuns).toBe(1);
    release.resolve();
    await vi.waitFor(() => expect(slowRuns).toBeGreaterThan(1), 5_000);
  });

  it('a sweep that fails comes round again', async () => {
    let runs = 0;
    const failing = defineSweep({
      id: 'failing',
      everyMs,
      load: async () => async () => {
        runs += 1;
        throw new Error('no');
      },
    });
    await start({ works: worksOf(failing) });
    await vi.waitFor(() => expect(runs).toBeGreaterThan(3), 5_000);
  });

  it('stop waits for what is under way, and nothing runs afterwards', async () => {
    let begun = 0;
    let ended = 0;
    const slow = defineSweep({
      id: 'slow',
      everyMs,
      load: async () => async () => {
        begun += 1;
        await sleep(400);
        ended += 1;
      },
    });
    const jobs = await start({ works: worksOf(slow) });
    await vi.waitFor(() => expect(begun).toBe(1), 5_000);
    await jobs.stop();
    expect(ended).toBe(begun);
    await sleep(3 * everyMs);
    expect(ended).toBe(begun);
    started.length = 0;
  });

  it('the sweeps of an earlier version stop coming round', async () => {
    const runs: string[] = [];
    const named = (id: string): Sweep => defineSweep({ id, everyMs, load: async () => async () => void runs.push(id) });
    const before = await start({ works: worksOf(named('old'), named('kept')) });
    await vi.waitFor(() => expect(runs).toContain('old'), 5_000);
    await before.stop();
    started.length = 0;
    runs.length = 0;
    await start({ works: worksOf(named('kept'), named('new')) });
    await vi.waitFor(() => expect(runs.filter((id) => id === 'kept').length).toBeGreaterThan(3), 5_000);
    expect(runs).toContain('new');
    expect(runs).not.toContain('old');
    expect(await home.schedulers()).toEqual(['kept', 'new']);
  });

  it('a task added many times in a short while runs once', async () => {
    const handled: string[] = [];
    const count = defineTask({
      id: 'count',
      payload: z.strictObject({ applicationId: z.string() }),
      load:
        async () =>
        async ({ applicationId }: { applicationId: string }) =>
          void handled.push(applicationId),
    });
    let sweeps = 0;
    const adding = defineSweep({
      id: 'adding',
      everyMs,
      load: async () => async (run: Run) => {
        await run.handOn(count, [{ applicationId: 'a' }, { applicationId: 'b' }]);
        sweeps += 1;
      },
    });
    await start({ works: { sweeps: [adding], tasks: [count] } });
    await vi.waitFor(() => expect(sweeps).toBeGreaterThan(4), 5_000);
    await sleep(200);
    expect(handled.sort()).toEqual(['a', 'b']);
  });
});
