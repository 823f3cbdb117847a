import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import { readAnnouncementLedgers } from '../../records/announcement-ledger.ts';
import { type Db, openDatabase } from '../../records/database.ts';
import { queueKinds } from '../jobs/support/queue-homes.ts';
import { type FakeTelegram, startFakeTelegram } from '../platforms/telegram/fake-telegram.ts';
import type { FakePerson } from '../platforms/telegram/person.ts';
import { addReaders, announce } from '../support/announced.ts';
import { makePlace, READY_WORDS, runAssistant } from '../support/assistant.ts';
import { createTestDatabase } from '../support/database.ts';
import { setDatabaseClock } from '../support/office-clock.ts';
import { findRedisServer, startRedis } from '../support/redis.ts';

/** More where there is time (`KILLS=20 RECIPIENTS=10000`). */
const KILLS = Number(process.env.KILLS ?? 5);
const PEOPLE = Number(process.env.RECIPIENTS ?? 2_000);
const ON_TELEGRAM = Math.floor(PEOPLE * 0.8);
const ON_PAGES = PEOPLE - ON_TELEGRAM;
/** Slow enough that there is always something in the air when it is killed. */
const SEND_MS = 120;

/** Of the messages of an announcement a process sends no more than so many at a time. */
const SENT_AT_ONCE = 25;

/** Ten in the morning at the office, whenever this runs. */
const morning = (): Date => new Date(`${new Date().toISOString().slice(0, 10)}T10:00:00+07:00`);

/** People who pressed Start before; what they said then was answered long ago. */
async function meetOnTelegram(telegram: FakeTelegram): Promise<FakePerson[]> {
  const people = Array.from({ length: ON_TELEGRAM }, (_, index) => telegram.person(`Người ${index}`));
  for (const person of people) person.starts();
  const asked = { method: 'POST', headers: { 'content-type': 'application/json' } };
  const ask = (body: object) =>
    fetch(`${telegram.apiRoot}bot${telegram.token}/getUpdates`, { ...asked, body: JSON.stringify(body) });
  for (let offset = 0; telegram.pendingUpdates() > 0; ) {
    const { result } = (await (await ask({ offset, timeout: 0 })).json()) as { result: { update_id: number }[] };
    offset = (result.at(-1)?.update_id ?? offset) + 1;
  }
  return people;
}

/** As if two minutes had passed for what a dead process was sending. */
const letTimePass = (db: Db): Promise<number> =>
  db.$executeRaw`UPDATE "Delivery" SET "claimedAt" = "claimedAt" - interval '2 minutes' WHERE "status" = 'sending'`;

it.each(queueKinds)(
  'killed again and again during an announcement, with queues in %s: nobody is lost, nobody told twice',
  {
    timeout: PEOPLE * 150,
  },
  async (kind) => {
    const database = await createTestDatabase();
    onTestFinished(() => database.drop());
    const telegram = await startFakeTelegram();
    onTestFinished(() => telegram.close());
    const redisServer = kind === 'redis' ? findRedisServer() : undefined;
    const redis = redisServer === undefined ? undefined : await startRedis(redisServer);
    onTestFinished(() => redis?.stop());
    const place = await makePlace({
      ...{ TELEGRAM_BOT_TOKEN: telegram.token, TELEGRAM_API_URL: telegram.apiRoot, DATABASE_URL: database.url },
      ...{ CENTRE_NAME: 'Trung tâm Khuyến công thử', CENTRE_PROVINCE: '19', LOG_LEVEL: 'error' },
      // Not slowed down: what is proven here is what a kill may cost.
      TELEGRAM_MESSAGES_PER_SECOND: '1000',
      ...(redis === undefined ? {} : { REDIS_URL: redis.url }),
    });
    onTestFinished(() => place.remove());
    const db = openDatabase({ url: database.url, poolSize: 3 });
    onTestFinished(() => db.$disconnect());

    const now = morning();
    const people = await meetOnTelegram(telegram);
    const account = telegram.token.split(':')[0];
    const phones = await addReaders(db, ON_TELEGRAM, {
      ...{ now, channel: 'telegram', account, address: (index) => String(people[index]?.id) },
    });
    await addReaders(db, ON_PAGES, { now, channel: 'web-chat', account: 'page' });
    const { id } = await announce(db, { now });
    await setDatabaseClock(database.url, new Date(now.getTime() + 5 * 60_000));
    telegram.fail('sendMessage', { kind: 'slow', ms: SEND_MS }, 5 * ON_TELEGRAM);

    const received = (): number => people.reduce((sum, person) => sum + person.received.length, 0);
    const step = Math.floor(ON_TELEGRAM / (KILLS + 1));
    let inTheAir = 0;
    let assistant = runAssistant(place.settings);
    onTestFinished(async () => void (await assistant.end('SIGKILL')));
    for (let kill = 0; kill < KILLS; kill += 1) {
      await assistant.says(READY_WORDS);
      // The first comes while the messages are being written down, the others while they leave.
      const before = received();
      if (kill === 0)
        await expect
          .poll(() => db.announcement.count({ where: { plannedAt: { not: null } } }), { timeout: 30_000, interval: 5 })
          .toBe(1);
      else await expect.poll(received, { timeout: 60_000, interval: 10 }).toBeGreaterThan(before + step / 2);
      await sleep(Math.random() * SEND_MS);
      expect(await assistant.end('SIGKILL')).toBeNull();
      const cut = { status: 'sending', contact: { channel: 'telegram' } };
      inTheAir += await db.delivery.count({ where: cut });
      await letTimePass(db);
      assistant = runAssistant(place.settings);
    }
    await assistant.says(READY_WORDS);
    const stillOpen = async (): Promise<number> => (await readAnnouncementLedgers(db, [id])).get(id)?.waiting ?? -1;
    await expect.poll(stillOpen, { timeout: 120_000, interval: 250 }).toBe(0);

    const ledger = (await readAnnouncementLedgers(db, [id])).get(id);
    expect(ledger).toMatchObject({ targeted: ON_TELEGRAM + ON_PAGES, failed: 0, skipped: 0, waiting: 0 });
    expect((ledger?.sent ?? 0) + (ledger?.ambiguous ?? 0)).toBe(ON_TELEGRAM + ON_PAGES);
    const rows = await db.delivery.findMany({
      where: { announcementId: id },
      select: { contactId: true, status: true },
    });
    const statusOf = new Map(rows.map(({ contactId, status }) => [contactId, status]));
    expect(statusOf.size).toBe(ON_TELEGRAM + ON_PAGES);
    for (const [index, { contactId }] of phones.entries()) {
      const times = people[index]?.received.length ?? 0;
      if (statusOf.get(contactId) === 'sent') expect(times).toBe(1);
      else expect(times).toBeLessThanOrEqual(1);
    }
    // Of those that were on their way when it was killed nobody can know; no others are in doubt.
    expect(ledger?.ambiguous).toBeLessThanOrEqual(inTheAir);
    expect(inTheAir).toBeLessThanOrEqual(KILLS * SENT_AT_ONCE);
    console.log(`${kind}: ${KILLS} kills, ${ledger?.sent} sent, ${ledger?.ambiguous} in doubt, ${inTheAir} in the air`);
  },
);
