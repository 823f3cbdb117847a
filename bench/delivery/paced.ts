import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { createSender } from '../../bot/outbox/sender.ts';
import { loadCalendar } from '../../data/holidays/load-calendar.ts';
import { addDelivery } from '../../records/deliveries.ts';
import { quietLog } from '../../test/support/test-bot.ts';
import { addMessages, addPeople, channelTo, clock, countSent, openOffice, percentile } from './office.ts';
import { startPlatform } from './platform.ts';

const calendar = loadCalendar();
const LIMIT = 30;
const IN_PRODUCTION = 25;
const SWEEP_MS = 5_000;

async function open({ perSecond, limits }: { perSecond: number; limits?: Parameters<typeof startPlatform>[0] }) {
  const office = await openOffice();
  const platform = await startPlatform(limits);
  const channels = [channelTo(platform, { db: office.db, perSecond })];
  const sender = createSender({
    ...{ db: office.db, channels, clock, ids: { next: randomUUID }, log: quietLog, plan: () => calendar.plan },
  });
  // What the queue's clock does in production.
  const sweep = setInterval(() => void sender.sendDue(), SWEEP_MS);
  const close = async (): Promise<void> => {
    clearInterval(sweep);
    await sender.stop();
    await platform.close();
    await office.close();
  };
  return { db: office.db, platform, sender, close };
}

/** Against a platform that takes 30 a second and one a second of a chat, and refuses what is more: how much of it is used. */
export async function measureLimited(seconds: number): Promise<{ share: number; tooMany: number }> {
  const { db, platform, sender, close } = await open({
    perSecond: LIMIT,
    limits: { perSecond: LIMIT, perChatPerSecond: 1 },
  });
  try {
    await addPeople(db, LIMIT * seconds);
    // Two to every tenth person: the second waits for its chat, and nobody for it.
    await addMessages(db, { count: LIMIT * seconds, kind: 'announcement' });
    await addMessages(db, { count: Math.floor((LIMIT * seconds) / 10), kind: 'announcement' });
    void sender.sendDue();
    await sleep(seconds * 1000);
    const { messages, tooMany } = await platform.take();
    const first = messages[0]?.atMs ?? 0;
    // The last whole second that was all used up begins where the messages end.
    const within = messages.filter(({ atMs }) => atMs >= first + 1_000 && atMs < first + (seconds - 1) * 1_000);
    return { share: within.length / (LIMIT * (seconds - 2)), tooMany };
  } finally {
    await close();
  }
}

/** Very many wait; they come due at 20 a second. From due to sent. */
export async function measureDue({
  waiting,
  seconds,
}: {
  waiting: number;
  seconds: number;
}): Promise<{ p99Ms: number }> {
  const { db, sender, close } = await open({ perSecond: 0 });
  try {
    await addPeople(db, waiting);
    await addMessages(db, { count: waiting, kind: 'reminder', everyMs: 50 });
    void sender.sendDue();
    await sleep(seconds * 1000);
    const rows = await db.$queryRaw<{ ms: number }[]>`
      SELECT EXTRACT(EPOCH FROM "settledAt" - "notBefore")::float8 * 1000 AS "ms" FROM "Delivery" WHERE "status" = 'sent'
      UNION ALL SELECT EXTRACT(EPOCH FROM ${clock.now()}::timestamptz - "notBefore")::float8 * 1000 FROM "Delivery"
        WHERE "status" <> 'sent' AND "notBefore" < ${clock.now()}`;
    return {
      p99Ms: percentile(
        rows.map(({ ms }) => ms),
        0.99,
      ),
    };
  } finally {
    await close();
  }
}

/** From a reply's commit until the platform has it, when nothing else leaves and while an announcement does. */
export async function measureReplies(options: {
  announced: number;
  replies: number;
  perSecond?: number;
}): Promise<{ p99Ms: number; idleP99Ms: number; sentMeanwhile: number }> {
  const { announced, replies, perSecond = IN_PRODUCTION } = options;
  const { db, platform, sender, close } = await open({ perSecond });
  try {
    await addPeople(db, announced + replies);
    const readers = await db.contact.findMany({ orderBy: { address: 'desc' }, take: replies });
    const answer = async (): Promise<number[]> => {
      await platform.take();
      const committedMs = new Map<string, number>();
      for (const { id: contactId, personId, address } of readers) {
        const now = clock.now();
        const keys = { id: randomUUID(), key: randomUUID(), personId, contactId };
        await addDelivery(db, { ...keys, kind: 'reply', content: { text: 'Dạ.', choices: [] }, notBefore: now, now });
        committedMs.set(address, performance.timeOrigin + performance.now());
        void sender.wake(contactId);
        await sleep(200);
      }
      await sleep(2_000);
      const { messages } = await platform.take();
      return messages.flatMap(({ chat, atMs }) => {
        const since = committedMs.get(chat);
        return since === undefined ? [] : [atMs - since];
      });
    };
    const idle = await answer();
    await addMessages(db, { count: announced, kind: 'announcement' });
    void sender.sendDue();
    await sleep(2_000);
    const before = await countSent(db);
    const busy = await answer();
    if (idle.length < replies || busy.length < replies) throw new Error('Not every reply arrived.');
    return {
      ...{ p99Ms: percentile(busy, 0.99), idleP99Ms: percentile(idle, 0.99) },
      sentMeanwhile: (await countSent(db)) - before - replies,
    };
  } finally {
    await close();
  }
}
