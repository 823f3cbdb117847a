import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as z from 'zod';
import { findRunningUrl } from '../../host/commands/with-records.ts';
import { type Db, openDatabase } from '../../records/database.ts';
import { type FakeTelegram, startFakeTelegram } from '../platforms/telegram/fake-telegram.ts';
import type { Fault } from '../platforms/telegram/faults.ts';
import type { FakePerson } from '../platforms/telegram/person.ts';
import { type Assistant, makePlace, type Place, READY_WORDS, runAssistant } from '../support/assistant.ts';

/** More where there is time (`KILLS=20`). */
const KILLS = Number(process.env.KILLS ?? 5);
const PEOPLE = 64;

/** Each start meets the next one of these. */
const POLL_FAULTS: Fault[] = [
  { kind: 'status', status: 500 },
  { kind: 'drop-after' },
  { kind: 'too-many', retryAfter: 1 },
  { kind: 'non-json' },
];
/** Each start meets them all; of the sends that meet the last five nobody can know whether they arrived. */
const SEND_FAULTS: Fault[] = [
  { kind: 'slow', ms: 400 },
  { kind: 'too-many', retryAfter: 1 },
  { kind: 'drop-after' },
  { kind: 'drop' },
  { kind: 'status', status: 502 },
  { kind: 'non-json' },
  { kind: 'drop-after' },
];

let telegram: FakeTelegram;
let place: Place;
let assistant: Assistant;

beforeAll(async () => {
  telegram = await startFakeTelegram();
  const account = { TELEGRAM_BOT_TOKEN: telegram.token, TELEGRAM_API_URL: telegram.apiRoot };
  place = await makePlace({ ...account, LOG_LEVEL: 'error' });
});
afterAll(async () => {
  await assistant.end('SIGKILL');
  await place.remove();
  await telegram.close();
});

const said = z.object({ text: z.string() });

const wordsOf = (index: number): string[] => [
  ...['gui phieu nhu cau', 'dong y', 'mua may', `mien dong loai ${index}`, 'xa con minh', `Lò Hoa ${index}`],
];

/** Writes without waiting for answers. Every third person consents by the button, and taps it twice. */
async function write(person: FakePerson, index: number): Promise<{ taps: number }> {
  let taps = 0;
  await sleep(Math.random() * 7_000);
  for (const text of wordsOf(index)) {
    const isSeen = (): boolean => person.received.some(({ text: shown }) => shown.includes('đồng ý không'));
    if (text === 'dong y' && index % 3 === 0) {
      for (let waited = 0; waited < 80 && !isSeen(); waited += 1) await sleep(50);
    }
    if (text === 'dong y' && index % 3 === 0 && isSeen()) {
      for (; taps < 2; taps += 1) person.taps('Đồng ý');
    } else person.says(text);
    if (Math.random() < 0.2) telegram.repeatLastUpdate();
    await sleep(Math.random() * 1_000);
  }
  return { taps };
}

/** As if two minutes had passed for what a dead process was sending, and for what nobody knows the end of. */
async function letTimePass(db: Db, startedAt: Date): Promise<void> {
  await db.$executeRaw`
    WITH unknown AS (
      UPDATE "Delivery" SET "claimedAt" = "claimedAt" - interval '2 minutes', "settledAt" = "settledAt" - interval '2 minutes'
      WHERE ("status" = 'ambiguous' AND "resentAt" IS NULL) OR ("status" = 'sending' AND "claimedAt" < ${startedAt})
      RETURNING "contactId")
    UPDATE "Contact" SET "lastInboundAt" = "lastInboundAt" - interval '2 minutes'
    WHERE "id" IN (SELECT "contactId" FROM unknown)`;
}

/** Deliveries that will still change: those on their way, and those that will be sent once more. */
async function countOpen(db: Db): Promise<number> {
  const rows = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM "Delivery" d JOIN "Contact" c ON c."id" = d."contactId"
    WHERE c."channel" = 'telegram' AND (d."status" IN ('waiting', 'sending')
      OR (d."status" = 'ambiguous' AND d."resentAt" IS NULL AND c."lastInboundAt" <= d."claimedAt"))`;
  return rows[0]?.count ?? 0;
}

async function factsOf(db: Db, { id }: FakePerson) {
  return await db.contact.findFirstOrThrow({
    where: { channel: 'telegram', address: String(id) },
    select: {
      inbound: { orderBy: { seq: 'asc' }, select: { id: true, text: true, choiceKey: true, handledAt: true } },
      deliveries: { orderBy: { seq: 'asc' }, select: { key: true, status: true, content: true, resentAt: true } },
      person: { select: { applications: { select: { answers: { select: { questionId: true, raw: true } } } } } },
    },
  });
}

/** What a phone shows against what the ledger says: each answer in order, doubled only where it was sent once more. */
function checkPhone({ received }: FakePerson, deliveries: Awaited<ReturnType<typeof factsOf>>['deliveries']): void {
  const told = deliveries.map(({ content, ...rest }) => ({ ...rest, text: said.parse(content).text }));
  const shown = received.map(({ text }) => text);
  for (const text of new Set([...shown, ...told.map((each) => each.text)])) {
    const same = told.filter((each) => each.text === text);
    const arrived = shown.filter((each) => each === text).length;
    expect(arrived).toBeGreaterThanOrEqual(same.filter(({ status }) => status === 'sent').length);
    expect(arrived).toBeLessThanOrEqual(same.length + same.filter(({ resentAt }) => resentAt !== null).length);
  }
  // One that is sent once more a minute later may come behind what was said meanwhile.
  const late = new Set(told.flatMap(({ text, resentAt }) => (resentAt === null ? [] : [text])));
  const inOrder = told.values();
  for (const text of shown.filter((each) => !late.has(each))) {
    expect(inOrder.some((each) => each.text === text)).toBe(true);
  }
}

it('killed again and again while people write over a Telegram full of faults: nothing is lost, nothing applied twice', async () => {
  const people = Array.from({ length: PEOPLE }, (_, index) => telegram.person(`Người ${index}`));
  const writing = Promise.all(people.map(write));
  let startedAt = new Date();
  const start = async (count: number): Promise<void> => {
    startedAt = new Date();
    telegram.fail('getUpdates', POLL_FAULTS[count % POLL_FAULTS.length] ?? { kind: 'drop' });
    telegram.fail('answerCallbackQuery', { kind: 'status', status: 400, description: 'Bad Request: query is too old' });
    for (const fault of SEND_FAULTS) telegram.fail('sendMessage', fault);
    assistant = runAssistant(place.settings);
    await assistant.says(READY_WORDS);
  };
  await start(0);
  for (let kill = 1; kill <= KILLS; kill += 1) {
    await sleep(200 + 90 * kill);
    expect(await assistant.end('SIGKILL')).toBeNull();
    await start(kill);
  }
  const written = await writing;
  await expect.poll(telegram.pendingUpdates, { timeout: 30_000 }).toBe(0);
  const db = openDatabase({ url: (await findRunningUrl(place.dataDir)) ?? '' });
  const open = async (): Promise<number> => {
    await letTimePass(db, startedAt);
    const unhandled = await db.inboundMessage.count({ where: { channel: 'telegram', handledAt: null } });
    return unhandled + (await countOpen(db));
  };
  await expect.poll(open, { timeout: 60_000, interval: 1_000 }).toBe(0);

  let resent = 0;
  for (const [index, person] of people.entries()) {
    const { inbound, deliveries, person: row } = await factsOf(db, person);
    const taps = Array.from({ length: written[index]?.taps ?? 0 }, () => 'dong y');
    const expected = wordsOf(index).flatMap((text) => (text === 'dong y' && taps.length > 0 ? taps : [text]));
    expect(inbound.map(({ text, choiceKey }) => (choiceKey === null ? text : 'dong y'))).toEqual(expected);
    expect(deliveries.map(({ key }) => key)).toEqual(inbound.map(({ id }) => `reply/${id}`));
    expect(row.applications).toHaveLength(1);
    const answers = row.applications[0]?.answers.map(({ questionId, raw }) => [questionId, raw]);
    expect(Object.fromEntries(answers ?? [])).toMatchObject({
      ...{
        need: 'mua may',
        product: `mien dong loai ${index}`,
        commune: 'xa con minh',
        establishment: `Lò Hoa ${index}`,
      },
    });
    expect(answers).toHaveLength(4);
    checkPhone(person, deliveries);
    resent += deliveries.filter(({ resentAt }) => resentAt !== null).length;
  }
  await db.$disconnect();
  const shown = people.reduce((sum, { received }) => sum + received.length, 0);
  console.log(`${KILLS} kills: none of ${shown} lost; ${resent} answers of unknown end were sent once more`);
});
