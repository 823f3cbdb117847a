import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect } from 'vitest';
import { accountOfToken } from '../../../bot/channels/inward/account-of-token.ts';
import { readAnnouncementLedgers } from '../../../records/announcement-ledger.ts';
import type { Db } from '../../../records/database.ts';
import { addDelivery, type DeliveryKind } from '../../../records/deliveries.ts';
import { keepFirstQuota } from '../../../records/message-quotas.ts';
import { type FakeZalo, startFakeZalo } from '../../platforms/zalo/fake-zalo.ts';
import { addReaders, announce, planSlice, type Reader } from '../../support/announced.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { addCentre, createTestClock } from '../../support/test-bot.ts';
import { openZaloProcess, type ZaloProcess } from '../../support/zalo-process.ts';

const MORNING = '2026-11-23T02:00:00Z'; // 09:00 in the office
export const MONTH = '2026-11';

/** Two processes of one copy on a Zalo whose account may be given a quota; made anew for each test. */
export function rationedZalo() {
  const clock = createTestClock(MORNING);
  let database: TestDatabase;
  let zalo: FakeZalo;
  const processes: { first: ZaloProcess; second: ZaloProcess } = Object.create(null);

  beforeEach(async () => {
    clock.set(MORNING);
    database = await createTestDatabase();
    zalo = await startFakeZalo({ monthlyLimit: 10_000, now: clock.now });
    const open = () => openZaloProcess({ url: database.url, zalo, clock });
    processes.first = await open();
    processes.second = await open();
    await addCentre(processes.first.db, clock.now());
  });
  afterEach(async () => {
    await processes.first.close();
    await processes.second.close();
    await zalo.close();
    await database.drop();
  });

  const db = (): Db => processes.first.db;
  const key = () => ({ channel: 'zalo-bot', account: accountOfToken(zalo.token) });

  return {
    clock,
    db,
    key,
    first: () => processes.first.bot.sender,
    second: () => processes.second.bot.sender,
    settle: async () => {
      await processes.first.settle();
      await processes.second.settle();
    },
    zalo: () => zalo,
    arrived: (): number => zalo.callsOf('sendMessage').length,
    /** A quota of so many a month, of which these are kept for replies. */
    allow: async (limit: number, reserve: number): Promise<void> => {
      await keepFirstQuota(db(), { ...key(), limit, now: clock.now() });
      await db().messageQuota.updateMany({ data: { limit, reserve } });
    },
    /** Nobody polls here: that they wrote lets Zalo take what is sent to them. */
    readers: async (count: number): Promise<Reader[]> => {
      const people = Array.from({ length: count }, (_, index) => zalo.person(`person-${index}`));
      for (const person of people) person.says('chào');
      return await addReaders(db(), count, {
        ...key(),
        now: clock.now(),
        address: (index) => people[index]?.id ?? '',
      });
    },
    /** An announcement to all readers whose messages are due. */
    planned: async (text?: string): Promise<string> => {
      const { id } = await announce(db(), { text, now: clock.now() });
      clock.advance(5 * 60_000);
      await planSlice(db(), { id, now: clock.now() });
      return id;
    },
    ledgerOf: async (id: string) => {
      const ledger = (await readAnnouncementLedgers(db(), [id])).get(id);
      if (ledger === undefined) throw new Error('It has no messages.');
      const { targeted, sent, failed, skipped, ambiguous, waiting, skippedBy } = ledger;
      expect(targeted).toBe(sent + failed + skipped + ambiguous + waiting);
      return { targeted, sent, waiting, skippedBy };
    },
    write: async (kind: DeliveryKind, { personId, contactId }: Reader, more: { notAfter?: Date } = {}) => {
      const id = randomUUID();
      await addDelivery(db(), {
        ...{ id, key: `${kind}/${id}`, personId, contactId, kind, notAfter: more.notAfter },
        ...{ content: { text: kind, choices: [] }, notBefore: clock.now(), now: clock.now() },
      });
      return id;
    },
    statusOf: async (id: string) =>
      await db().delivery.findUniqueOrThrow({
        where: { id },
        select: { status: true, reason: true, notBefore: true },
      }),
  };
}
