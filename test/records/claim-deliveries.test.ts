import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addMessages, addPeople, clock } from '../../bench/delivery/office.ts';
import { claimDueDeliveries } from '../../records/claim-deliveries.ts';
import { type Db, openDatabase, type Tx } from '../../records/database.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

const WAITING = 3_000;
const LIMIT = 25;

describe('of thousands of messages that wait', () => {
  let database: TestDatabase;
  let db: Db;

  beforeAll(async () => {
    database = await createTestDatabase();
    db = openDatabase({ url: database.url });
    await addPeople(db, WAITING);
    await addMessages(db, { count: WAITING - 10, kind: 'announcement' });
    await addMessages(db, { count: WAITING, kind: 'announcement' });
  });
  afterAll(async () => {
    await db.$disconnect();
    await database.drop();
  });
  const claim = (tx: Db | Tx) =>
    claimDueDeliveries(tx, {
      ...{ channel: 'telegram', account: '1', kinds: [['reminder'], ['announcement']], limit: LIMIT, now: clock.now() },
    });

  it('a claim reads those it takes and not the rest', async () => {
    await db.$transaction(async (tx) => {
      expect(await claim(tx)).toHaveLength(LIMIT);
      const [read] = await tx.$queryRaw<{ rows: number }[]>`
        SELECT (seq_tup_read + idx_tup_fetch)::int AS "rows" FROM pg_stat_xact_user_tables WHERE relname = 'Delivery'`;
      expect(read?.rows).toBeGreaterThanOrEqual(LIMIT);
      expect(read?.rows).toBeLessThan(20 * LIMIT);
    });
  });

  it('one claim takes the reminders first and fills up with news, to each person one message', async () => {
    await db.delivery.deleteMany({ where: { status: 'sending' } });
    // To those who have no news before them.
    await db.$executeRaw`
      UPDATE "Delivery" d SET "kind" = 'reminder' WHERE d."seq" IN (
        SELECT max("seq") FROM "Delivery" GROUP BY "contactId" HAVING count(*) = 1 ORDER BY 1 DESC LIMIT 10)`;
    const claimed = await claim(db);
    expect(claimed.filter(({ kind }) => kind === 'reminder')).toHaveLength(10);
    expect(claimed.filter(({ kind }) => kind === 'announcement')).toHaveLength(LIMIT - 10);
    expect(new Set(claimed.map(({ contactId }) => contactId)).size).toBe(LIMIT);
  });
});
