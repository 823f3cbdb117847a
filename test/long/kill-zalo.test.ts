import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { findRunningUrl } from '../../host/commands/with-records.ts';
import { openDatabase } from '../../records/database.ts';
import { startFakeZalo } from '../platforms/zalo/fake-zalo.ts';
import type { Fault } from '../platforms/zalo/faults.ts';
import { type Assistant, makePlace, READY_WORDS, runAssistant } from '../support/assistant.ts';

/** More where there is time (`KILLS=20`). */
const KILLS = Number(process.env.KILLS ?? 5);
const PEOPLE = 240;

/** Each start meets these; of the sends that meet one of the first three nobody can know whether they arrived. */
const SEND_FAULTS: Fault[] = [
  { kind: 'drop', done: true },
  { kind: 'drop', done: false },
  { kind: 'http', status: 502 },
  { kind: 'error', code: 403 },
  { kind: 'slow', ms: 300 },
];
const UNKNOWN_A_START = 3;
/** None of these has handed anything over. */
const POLL_FAULTS: Fault[] = [
  { kind: 'error', code: 500 },
  { kind: 'drop', done: false },
  { kind: 'http', status: 200 },
];

// Zalo hands an update over once, so each kill may lose the one in hand; and of a send that was cut off nobody can know.
it('killed again and again while people write over Zalo, at most the message in hand is lost each time', {
  timeout: 300_000,
}, async () => {
  const zalo = await startFakeZalo({ userLimit: PEOPLE, monthlyLimit: 10 * PEOPLE });
  const place = await makePlace({ ZALO_BOT_TOKEN: zalo.token, ZALO_API_URL: zalo.url, LOG_LEVEL: 'warn' });
  const people = Array.from({ length: PEOPLE }, (_, index) => zalo.person(`Người ${index}`));
  let wrote = 0;
  const writing = (async () => {
    for (const [index, person] of people.entries()) {
      person.says(`chào lần ${index}`);
      if (index % 10 === 0) zalo.repeatLastEvent();
      wrote = index + 1;
      await sleep(60);
    }
  })();

  const start = (count: number): Assistant => {
    for (const fault of SEND_FAULTS) zalo.faults.next('sendMessage', fault);
    zalo.faults.next('getUpdates', POLL_FAULTS[count % POLL_FAULTS.length] ?? { kind: 'drop', done: false });
    return runAssistant(place.settings);
  };
  let assistant = start(0);
  try {
    for (let kill = 1; kill <= KILLS; kill += 1) {
      await assistant.says(READY_WORDS);
      await sleep(100 + 90 * kill);
      expect(await assistant.end('SIGKILL')).toBeNull();
      assistant = start(kill);
    }
    await writing;
    expect(wrote).toBe(PEOPLE);
    await assistant.says(READY_WORDS);

    const db = openDatabase({ url: (await findRunningUrl(place.dataDir)) ?? '' });
    // The sample centre's people have their own.
    const contact = { channel: 'zalo-bot' };
    const settled = { contact, status: { in: ['sent', 'sending', 'ambiguous'] } };
    const counts = async () => [
      await db.delivery.count({ where: settled }),
      await db.inboundMessage.count({ where: { contact } }),
    ];
    await expect.poll(() => zalo.openPolls().open, { timeout: 60_000 }).toBe(1);
    await expect.poll(async () => new Set(await counts()).size, { timeout: 60_000 }).toBe(1);
    const [replies = 0] = await counts();
    // Cut off in the middle: mended after a minute, and then sent once more.
    const unknown = await db.delivery.count({ where: { contact, status: { in: ['sending', 'ambiguous'] } } });
    await db.$disconnect();

    const lost = PEOPLE - replies;
    expect(lost).toBeLessThanOrEqual(KILLS);
    expect(unknown).toBeLessThanOrEqual(KILLS * 2 + UNKNOWN_A_START * (KILLS + 1));
    expect(people.filter(({ received }) => received.length > 1)).toEqual([]);
    expect(people.filter(({ received }) => received.length === 0).length).toBeLessThanOrEqual(lost + unknown);
    expect(zalo.overlappingPolls()).toBe(0);
    console.log(`${KILLS} kills: ${lost} of ${PEOPLE} messages lost, ${unknown} replies whose arrival is unknown`);
  } finally {
    await assistant.end('SIGKILL');
    await place.remove();
    await zalo.close();
  }
});
