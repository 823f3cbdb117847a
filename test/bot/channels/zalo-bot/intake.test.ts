import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FakeZalo, startFakeZalo } from '../../../platforms/zalo/fake-zalo.ts';
import { createTestDatabase, type TestDatabase } from '../../../support/database.ts';
import { paper } from '../../../support/photos.ts';
import { takeDatabaseAway } from '../../../support/take-database-away.ts';
import { addCentre, createTestClock } from '../../../support/test-bot.ts';
import { openZaloProcess, type ZaloProcess, type ZaloProcessOptions } from '../../../support/zalo-process.ts';

const clock = createTestClock('2026-11-23T02:00:00Z');
let database: TestDatabase;
let zalo: FakeZalo;
let processes: ZaloProcess[];

beforeEach(async () => {
  database = await createTestDatabase();
  zalo = await startFakeZalo();
  processes = [];
});
afterEach(async () => {
  for (const each of processes) await each.close();
  await zalo.close();
  await database.drop();
});

async function start(options: Partial<ZaloProcessOptions> = {}): Promise<ZaloProcess> {
  const made = await openZaloProcess({ url: database.url, zalo, clock, ...options });
  if (processes.length === 0) await addCentre(made.db, clock.now());
  processes.push(made);
  made.zaloBot.start();
  return made;
}
const journal = ({ db }: ZaloProcess) =>
  db.inboundMessage.findMany({ orderBy: { seq: 'asc' }, include: { contact: true } });
const kinds = async (process: ZaloProcess) => (await journal(process)).map(({ kind, text }) => [kind, text ?? null]);

describe('a photo', () => {
  it('is fetched at once, cleaned, stored, and belongs to the person', async () => {
    const bot = await start();
    zalo.person('Lan').sendsPhoto(await paper(), { caption: 'báo giá' });
    await expect.poll(() => kinds(bot)).toEqual([['photo', 'báo giá']]);
    const file = await bot.db.storedFile.findFirstOrThrow();
    const [row] = await journal(bot);
    expect(row?.fileIds).toEqual([file.id]);
    expect(row?.personId).toBe(file.personId);
    await expect.poll(() => bot.db.heldUpdate.count()).toBe(0);
  });

  it('of several that were picked together is told one by one, and all of them get one reply', async () => {
    const bot = await start();
    const lan = zalo.person('Lan');
    for (const width of [700, 800, 900]) lan.sendsPhoto(await paper({ width }));
    await expect.poll(() => lan.texts()).toHaveLength(1);
    await bot.settle();
    expect(lan.texts()).toHaveLength(1);
    const rows = await journal(bot);
    expect(rows.map(({ kind, handledAt }) => [kind, handledAt !== null])).toEqual(new Array(3).fill(['photo', true]));
    expect(await bot.db.delivery.count()).toBe(1);
    lan.says('xong');
    await expect.poll(() => lan.texts()).toHaveLength(2);
  });

  it('that is slow delays nobody, and what its sender says next waits behind it', async () => {
    const bot = await start();
    const slow = zalo.hostPhoto({ bytes: await paper(), delayMs: 700 });
    const tan = zalo.person('Tân');
    tan.sendsPhoto({ url: slow });
    tan.says('đó là báo giá');
    zalo.person('Lan').says('chào');
    await expect.poll(() => zalo.person('Lan').texts()).toHaveLength(1);
    expect(await kinds(bot)).toEqual([['text', 'chào']]);
    await expect
      .poll(() => kinds(bot), { timeout: 5_000 })
      .toEqual([
        ['text', 'chào'],
        ['photo', ''],
        ['text', 'đó là báo giá'],
      ]);
    await bot.settle();
    zalo.person('Tân').says('còn đây');
    await expect.poll(() => tan.texts().at(-1)).toContain('heard còn đây');
  });

  it('is fetched once more when its server fails, and told of when it never comes', async () => {
    const bot = await start();
    const broken = zalo.hostPhoto({ status: 503 });
    zalo.person('Lan').sendsPhoto({ url: broken });
    await expect.poll(() => kinds(bot)).toEqual([['photo-unread', null]]);
    expect(zalo.photoRequests(broken)).toBe(3);
    await expect.poll(() => zalo.person('Lan').texts().at(-1)).toContain('chưa mở được ảnh');
  });

  it('that Zalo tells twice is stored once', async () => {
    const bot = await start();
    zalo.person('Lan').sendsPhoto(await paper());
    zalo.repeatLastEvent();
    zalo.person('Lan').says('xong');
    await expect
      .poll(() => kinds(bot))
      .toEqual([
        ['photo', ''],
        ['text', 'xong'],
      ]);
    expect(await bot.db.storedFile.count()).toBe(1);
  });

  it('is taken up by another process when the first one ended while it was fetched', async () => {
    const first = await start();
    zalo.person('Lan').sendsPhoto({ url: zalo.hostPhoto({ bytes: await paper(), delayMs: 400 }) });
    zalo.person('Lan').says('đó là báo giá');
    await expect.poll(() => first.db.heldUpdate.count()).toBe(2);
    const startedMs = performance.now();
    await first.zaloBot.stop();
    expect(performance.now() - startedMs).toBeLessThan(300);
    expect(await journal(first)).toEqual([]);
    const second = await start();
    await expect
      .poll(() => kinds(second), { timeout: 5_000 })
      .toEqual([
        ['photo', ''],
        ['text', 'đó là báo giá'],
      ]);
  });

  it('survives a database that goes away while it is fetched', async () => {
    const bot = await start();
    zalo.person('Lan').sendsPhoto({ url: zalo.hostPhoto({ bytes: await paper(), delayMs: 300 }) });
    await expect.poll(() => bot.db.heldUpdate.count()).toBe(1);
    const letBack = await takeDatabaseAway(database.url);
    await expect.poll(() => bot.log.text(), { timeout: 5_000 }).toContain('could not be handed over');
    await letBack();
    // The next message of the person, or a look from time to time, goes on with it.
    zalo.person('Lan').says('xong');
    await expect
      .poll(() => kinds(bot), { timeout: 5_000 })
      .toEqual([
        ['photo', ''],
        ['text', 'xong'],
      ]);
  });
});

describe('what Zalo does not pass on', () => {
  it('is answered once for several in a row, and again after ten minutes or after the person wrote', async () => {
    const bot = await start();
    const lan = zalo.person('Lan');
    const answers = () => lan.texts().filter((text) => text.includes('gõ chữ giúp')).length;
    lan.sends('unsupported');
    await expect.poll(answers).toBe(1);
    lan.sends('unsupported');
    lan.sends('unsupported');
    lan.says('chào');
    await expect.poll(() => lan.texts()).toHaveLength(2);
    lan.sends('unsupported');
    await expect.poll(answers).toBe(2);
    clock.advance(600_000);
    lan.sends('unsupported');
    await expect.poll(answers).toBe(3);
    expect((await kinds(bot)).map(([kind]) => kind)).toEqual(['unsupported', 'text', 'unsupported', 'unsupported']);
  });

  it('is answered once when several came behind a photo', async () => {
    const bot = await start();
    const lan = zalo.person('Lan');
    lan.sendsPhoto({ url: zalo.hostPhoto({ bytes: await paper(), delayMs: 200 }) });
    for (let file = 0; file < 3; file += 1) lan.sends('unsupported');
    lan.says('xong');
    await expect.poll(async () => (await kinds(bot)).map(([kind]) => kind)).toEqual(['photo', 'unsupported', 'text']);
  });

  it('is answered to each of two people', async () => {
    await start();
    for (const name of ['Lan', 'Hoa']) zalo.person(name).sends('unsupported');
    for (const name of ['Lan', 'Hoa']) await expect.poll(() => zalo.person(name).texts()).toHaveLength(1);
  });
});

describe('a group', () => {
  it('hears nothing and leaves no trace', async () => {
    const bot = await start();
    zalo.person('Lan').saysInGroup('@Bot máy sấy');
    zalo.person('Lan').says('chào');
    await expect.poll(() => kinds(bot)).toEqual([['text', 'chào']]);
    expect(await bot.db.contact.count()).toBe(1);
  });
});

describe('a crowd', () => {
  it('of fifty people with photos and words is answered to the last, each in their own order', async () => {
    const bot = await start();
    const photo = await paper({ width: 300, height: 200 });
    const names = Array.from({ length: 50 }, (_, index) => `Người ${index}`);
    for (const name of names) {
      zalo.person(name).sendsPhoto(photo);
      zalo.person(name).says('một');
    }
    await expect.poll(async () => (await journal(bot)).length, { timeout: 20_000 }).toBe(100);
    await expect
      .poll(() => names.filter((name) => zalo.person(name).texts().length === 2), { timeout: 20_000 })
      .toEqual(names);
    const rows = await journal(bot);
    for (const name of names) {
      const own = rows.filter(({ contact }) => contact.address === zalo.person(name).id);
      expect(own.map(({ kind }) => kind)).toEqual(['photo', 'text']);
    }
    expect(zalo.overlappingPolls()).toBe(0);
  });
});
