import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import { readAnnouncementLedgers } from '../../records/announcement-ledger.ts';
import { pauseAnnouncement, resumeAnnouncement, stopAnnouncement } from '../../records/announcements.ts';
import { type Db, openDatabase } from '../../records/database.ts';
import { type FakeTelegram, startFakeTelegram } from '../platforms/telegram/fake-telegram.ts';
import { addReaders, announce } from '../support/announced.ts';
import { makePlace, READY_WORDS, runAssistant } from '../support/assistant.ts';
import { createTestDatabase } from '../support/database.ts';
import { setDatabaseClock } from '../support/office-clock.ts';

const READERS = 1_500;
/** Telegram is slow: each message takes so long to be taken. */
const SEND_MS = 900;
const WITHIN_MS = 2_000;
/** Long enough after a deed to see that nothing more comes, and longer than a sweep waits. */
const WATCH_MS = 7_000;

/** Ten in the morning at the office, whenever this runs. */
const morning = (): Date => new Date(`${new Date().toISOString().slice(0, 10)}T10:00:00+07:00`);

const handedOver = ({ calls }: FakeTelegram): number => calls.filter(({ method }) => method === 'sendMessage').length;

/** How long after now the last message was handed over to the platform, and how long till the next one was. */
async function watch(
  telegram: FakeTelegram,
  forMs: number,
): Promise<{ firstMs: number; lastMs: number; count: number }> {
  const begin = performance.now();
  const before = handedOver(telegram);
  let [known, firstMs, lastMs] = [before, Number.POSITIVE_INFINITY, 0];
  while (performance.now() - begin < forMs) {
    const count = handedOver(telegram);
    const ms = performance.now() - begin;
    if (count > before && firstMs === Number.POSITIVE_INFINITY) firstMs = ms;
    if (count > known) lastMs = ms;
    known = count;
    await sleep(10);
  }
  return { firstMs, lastMs, count: known - before };
}

it('paused, resumed and stopped while two processes send it to a slow platform, it obeys within 2 s, and its count is exact at any instant', {
  timeout: 300_000,
}, async () => {
  const database = await createTestDatabase();
  onTestFinished(() => database.drop());
  const telegram = await startFakeTelegram();
  onTestFinished(() => telegram.close());
  const settings = {
    ...{ TELEGRAM_BOT_TOKEN: telegram.token, TELEGRAM_API_URL: telegram.apiRoot, DATABASE_URL: database.url },
    ...{ CENTRE_NAME: 'Trung tâm Khuyến công thử', CENTRE_PROVINCE: '19', LOG_LEVEL: 'error' },
  };
  const db: Db = openDatabase({ url: database.url, poolSize: 3 });
  onTestFinished(() => db.$disconnect());
  const now = morning();
  const people = Array.from({ length: READERS }, (_, index) => telegram.person(`Người ${index}`));
  for (const person of people) person.starts();
  await forget(telegram);
  const account = telegram.token.split(':')[0];
  await addReaders(db, READERS, {
    ...{ now, channel: 'telegram', account, address: (index) => String(people[index]?.id) },
  });
  const { id } = await announce(db, { now });
  await setDatabaseClock(database.url, new Date(now.getTime() + 5 * 60_000));
  telegram.fail('sendMessage', { kind: 'slow', ms: SEND_MS }, 5 * READERS);
  for (let index = 0; index < 2; index += 1) {
    const place = await makePlace(settings);
    onTestFinished(() => place.remove());
    const assistant = runAssistant(place.settings);
    onTestFinished(async () => void (await assistant.end('SIGKILL')));
    await assistant.says(READY_WORDS);
  }
  await expect.poll(() => handedOver(telegram), { timeout: 120_000, interval: 20 }).toBeGreaterThan(60);
  await expect
    .poll(() => db.announcement.count({ where: { plannedAt: { not: null } } }), { timeout: 60_000, interval: 20 })
    .toBe(1);

  // At any instant: what the ledger says sums up, and nobody is missing from it.
  const isOver = { value: false };
  let looks = 0;
  const counting = (async () => {
    while (!isOver.value) {
      const ledger = (await readAnnouncementLedgers(db, [id])).get(id);
      const { targeted = 0, sent = 0, failed = 0, skipped = 0, ambiguous = 0, waiting = 0 } = ledger ?? {};
      expect(targeted).toBe(READERS);
      expect(sent + failed + skipped + ambiguous + waiting).toBe(READERS);
      // Nothing counts as sent that the platform has not been given.
      expect(sent).toBeLessThanOrEqual(handedOver(telegram));
      looks += 1;
      await sleep(25);
    }
  })();
  const at = new Date(now.getTime() + 6 * 60_000);
  const deed = { id, officerId: 'officer-1', now: at };

  await db.$transaction((tx) => pauseAnnouncement(tx, deed));
  const paused = await watch(telegram, WATCH_MS);
  expect(paused.lastMs).toBeLessThan(WITHIN_MS);
  const standing = (await readAnnouncementLedgers(db, [id])).get(id);
  expect(standing).toMatchObject({ sent: handedOver(telegram), failed: 0, skipped: 0, ambiguous: 0 });

  await db.$transaction((tx) => resumeAnnouncement(tx, deed));
  const resumed = await watch(telegram, WATCH_MS);
  expect(resumed.firstMs).toBeLessThan(WITHIN_MS);

  await db.$transaction((tx) => stopAnnouncement(tx, deed));
  const stopped = await watch(telegram, WATCH_MS);
  expect(stopped.lastMs).toBeLessThan(WITHIN_MS);
  isOver.value = true;
  await counting;

  const ledger = (await readAnnouncementLedgers(db, [id])).get(id);
  const sent = handedOver(telegram);
  expect(ledger).toMatchObject({
    targeted: READERS,
    sent,
    failed: 0,
    ambiguous: 0,
    waiting: 0,
    skipped: READERS - sent,
  });
  expect(people.reduce((sum, { received }) => sum + received.length, 0)).toBe(sent);
  expect(Math.max(...people.map(({ received }) => received.length))).toBe(1);
  const say = (ms: number): string => `${Math.round(ms)} ms`;
  process.stdout.write(
    `after a pause the last message was handed over ${say(paused.lastMs)} later (${paused.count} were); the first after resuming ${say(resumed.firstMs)}; the last after a stop ${say(stopped.lastMs)} (${stopped.count} were); ${looks} exact counts\n`,
  );
});

/** What people said before was answered long ago. */
async function forget(telegram: FakeTelegram): Promise<void> {
  const ask = (body: object) =>
    fetch(`${telegram.apiRoot}bot${telegram.token}/getUpdates`, {
      ...{ method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) },
    });
  for (let offset = 0; telegram.pendingUpdates() > 0; ) {
    const { result } = (await (await ask({ offset, timeout: 0 })).json()) as { result: { update_id: number }[] };
    offset = (result.at(-1)?.update_id ?? offset) + 1;
  }
}
