import { randomUUID } from 'node:crypto';
import type { Channel } from '../../bot/channels/channel.ts';
import { createTelegramApi } from '../../bot/channels/telegram/call-telegram.ts';
import { telegramChannel } from '../../bot/channels/telegram/telegram-channel.ts';
import type { Clock } from '../../core/time.ts';
import { migrate } from '../../host/migrations/migrate.ts';
import { startTemporaryPostgres, type TemporaryPostgres } from '../../host/postgres/temporary-postgres.ts';
import { type Db, openDatabase } from '../../records/database.ts';
import type { DeliveryKind } from '../../records/deliveries.ts';
import { addCentre } from '../../test/support/test-bot.ts';
import { BENCH_TOKEN, type Platform } from './platform.ts';

/** Nine in the morning at the office, whenever it is measured; its time passes as time does. */
const MORNING_MS = Date.parse('2026-11-23T02:00:00Z');
export const clock: Clock = { now: () => new Date(MORNING_MS + performance.now()) };
const ACCOUNT = { channel: 'telegram', account: '1' };

/** A PostgreSQL that keeps its promises, as in production. */
export async function openOffice(): Promise<{ db: Db; postgres: TemporaryPostgres; close: () => Promise<void> }> {
  const settings = { fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on', max_wal_size: '4GB' };
  const postgres = await startTemporaryPostgres({ settings });
  await migrate({ url: postgres.url });
  const db = openDatabase({ url: postgres.url });
  await addCentre(db, clock.now());
  return {
    db,
    postgres,
    close: async () => {
      await db.$disconnect();
      await postgres.stop();
    },
  };
}

/** The product's own way to Telegram; `perSecond` 0: not paced. */
export function channelTo(platform: Platform, { db, perSecond }: { db: Db; perSecond: number }): Channel {
  const api = createTelegramApi({ token: BENCH_TOKEN, apiUrl: platform.apiUrl });
  const channel = telegramChannel({ api, account: ACCOUNT.account, db, messagesPerSecond: perSecond || 1 });
  const pace = perSecond === 0 ? undefined : { perSecond, chat: { burst: 1, everyMs: 1_000 } };
  return { ...channel, limits: { ...channel.limits, pace } };
}

/** So many people on Telegram, who want news. Their chats are numbers. */
export async function addPeople(db: Db, count: number): Promise<void> {
  const now = clock.now();
  await db.$executeRaw`
    WITH people AS (
      INSERT INTO "Person" ("id", "wantsNews", "createdAt")
      SELECT gen_random_uuid(), true, ${now} FROM generate_series(1, ${count}::int) RETURNING "id")
    INSERT INTO "Contact" ("id", "personId", "channel", "account", "address", "createdAt", "lastInboundAt")
    SELECT gen_random_uuid(), p."id", 'telegram', '1', (100000 + row_number() OVER ())::text, ${now}, ${now} FROM people p`;
  await db.$executeRaw`ANALYZE "Person", "Contact"`;
}

/** A message to each of the first `count` people; `everyMs` apart, or all due at once. */
export async function addMessages(
  db: Db,
  { count, kind, everyMs = 0 }: { count: number; kind: DeliveryKind; everyMs?: number },
): Promise<void> {
  const now = clock.now();
  const run = randomUUID();
  const content = JSON.stringify({ text: 'Bà con chú ý: lớp tập huấn mở ngày 10/12.', choices: [] });
  await db.$executeRaw`
    INSERT INTO "Delivery" ("id", "key", "personId", "contactId", "kind", "content", "notBefore", "createdAt")
    SELECT gen_random_uuid(), ${run} || n, c."personId", c."id", ${kind}, ${content}::jsonb,
      ${now}::timestamptz + (n * ${everyMs}::int) * interval '1 millisecond', ${now}
    FROM (SELECT c."id", c."personId", row_number() OVER (ORDER BY c."address") AS n FROM "Contact" c) c WHERE n <= ${count}::int`;
  await db.$executeRaw`ANALYZE "Delivery"`;
}

export async function countSent(db: Db): Promise<number> {
  return await db.delivery.count({ where: { status: 'sent' } });
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}
