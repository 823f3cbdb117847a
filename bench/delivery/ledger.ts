import { randomUUID } from 'node:crypto';
import type { Channel } from '../../bot/channels/channel.ts';
import { createSender } from '../../bot/outbox/sender.ts';
import { RETENTION } from '../../core/schedule/retention.ts';
import { loadCalendar } from '../../data/holidays/load-calendar.ts';
import { openBackend } from '../../jobs/queues/open-backend.ts';
import { startJobs } from '../../jobs/start-jobs.ts';
import { sweepDeliveries } from '../../jobs/sweeps/sweep-deliveries.ts';
import { openFileStore } from '../../records/file-store.ts';
import { findRedisServer, startRedis } from '../../test/support/redis.ts';
import { quietLog } from '../../test/support/test-bot.ts';
import { addMessages, addPeople, channelTo, clock, countSent, openOffice } from './office.ts';
import { type Platform, startPlatform } from './platform.ts';

export type Ledger = {
  backend: string;
  perSecond: number;
  barePerSecond: number;
  bareBatchedPerSecond: number;
  /** One send after another, as most bots do it. */
  loopPerSecond: number;
  ratio: number;
};

type Parts = {
  office: Awaited<ReturnType<typeof openOffice>>;
  channel: Channel;
  platform: Platform;
  redisUrl?: string;
};
const IN_FLIGHT = 50;
const BATCH = 25;
const WARM_UP = 500;
const calendar = loadCalendar();

/** The whole way of a message: waiting in the ledger, claimed, checked, sent, settled; beside what keeps no ledger. */
export async function measureLedgers(messages: number): Promise<Ledger[]> {
  const server = findRedisServer();
  const measured: Ledger[] = [];
  for (const backend of server === undefined ? ['postgresql'] : ['postgresql', 'redis']) {
    const redis = backend === 'redis' && server !== undefined ? await startRedis(server) : undefined;
    const office = await openOffice();
    const platform = await startPlatform();
    const parts = {
      office,
      platform,
      channel: channelTo(platform, { db: office.db, perSecond: 0 }),
      redisUrl: redis?.url,
    };
    try {
      await addPeople(office.db, messages);
      await throughLedger(parts, WARM_UP);
      await bare(parts, { messages: WARM_UP, batch: 1 });
      const perSecond = await throughLedger(parts, messages);
      const barePerSecond = await bare(parts, { messages, batch: 1 });
      const bareBatchedPerSecond = await bare(parts, { messages, batch: BATCH });
      const loopPerSecond = await loop(parts, Math.min(messages, 2_000));
      const ratio = perSecond / barePerSecond;
      measured.push({ backend, perSecond, barePerSecond, bareBatchedPerSecond, loopPerSecond, ratio });
    } finally {
      await platform.close();
      await office.close();
      await redis?.stop();
    }
  }
  return measured;
}

async function throughLedger({ office, channel, redisUrl }: Parts, messages: number): Promise<number> {
  const { db, postgres } = office;
  await db.delivery.deleteMany();
  await addMessages(db, { count: messages, kind: 'announcement' });
  const ids = { next: randomUUID };
  const sender = createSender({ db, channels: [channel], clock, ids, log: quietLog, plan: () => calendar.plan });
  const jobs = await startJobs({
    ...{ db, clock, ids, log: quietLog, files: openFileStore('.'), databaseUrl: postgres.url, redisUrl },
    ...{ bot: { sweepInbound: async () => {} }, outbox: sender, retention: RETENTION },
    ...{
      holidays: () => calendar.holidays,
      plan: () => calendar.plan,
      works: { sweeps: [sweepDeliveries], tasks: [] },
    },
  });
  await until(async () => (await countSent(db)) === messages);
  // From the first claim on: the queue's clock comes round every five seconds, and that is no work.
  const [took] = await db.$queryRaw<{ seconds: number }[]>`
    SELECT EXTRACT(EPOCH FROM max("settledAt") - min("claimedAt"))::float8 AS "seconds" FROM "Delivery"`;
  const perSecond = messages / (took?.seconds ?? Number.NaN);
  await jobs.stop();
  await sender.stop();
  return perSecond;
}

/** BullMQ alone: each job sends its messages; nothing is looked at and nothing is written down but what the queue keeps. */
async function bare(
  { office, channel, redisUrl }: Parts,
  { messages, batch }: { messages: number; batch: number },
): Promise<number> {
  const backend = openBackend({ databaseUrl: office.postgres.url, redisUrl, workers: 1, onError: () => {} });
  await backend.prepare();
  const name = `bare-${randomUUID()}`;
  const queue = backend.openQueue(name);
  const text = 'Bà con chú ý: lớp tập huấn mở ngày 10/12.';
  const chats = Array.from({ length: messages }, (_, index) => String(100_001 + index));
  const jobs = Array.from({ length: Math.ceil(messages / batch) }, (_, index) =>
    chats.slice(index * batch, (index + 1) * batch),
  );
  let done = 0;
  const beganMs = performance.now();
  await queue.addBulk(jobs.map((data) => ({ name: 'send', data })));
  const worker = backend.openWorker({
    name,
    concurrency: Math.max(1, IN_FLIGHT / batch),
    work: async ({ data }) => {
      const addresses = Array.isArray(data) ? data.map(String) : [];
      await Promise.all(addresses.map((address) => send(channel, address, text)));
      done += addresses.length;
    },
  });
  await until(async () => done === messages);
  const perSecond = messages / ((performance.now() - beganMs) / 1000);
  await worker.close();
  await queue.close();
  await backend.close();
  return perSecond;
}

async function loop({ channel }: Parts, messages: number): Promise<number> {
  const beganMs = performance.now();
  for (let index = 0; index < messages; index += 1) await send(channel, String(100_001 + index), 'Bà con chú ý.');
  return messages / ((performance.now() - beganMs) / 1000);
}

const send = (channel: Channel, address: string, text: string) =>
  channel.send({ deliveryId: address, contactId: address, address, content: { text, choices: [] } });

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 20));
}
