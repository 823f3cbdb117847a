import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkCalendar } from '../../host/doctor/check-calendar.ts';
import { addCalendarEntry, takeCalendar } from '../../records/calendar-deeds.ts';
import { openDatabase } from '../../records/database.ts';
import { createBareDatabase, createTestDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;
let bare: TestDatabase;
beforeAll(async () => {
  [database, bare] = await Promise.all([createTestDatabase(), createBareDatabase()]);
});
afterAll(async () => {
  await Promise.all([database.drop(), bare.drop()]);
});

const look = async (url: string, at: string): Promise<string[]> =>
  (await checkCalendar({ databaseUrl: url, dataDir: '' }, new Date(`${at}+07:00`))).map(
    ({ state, says, values }) => `${state} ${says} ${values?.year}`,
  );

describe("the doctor's look at the holidays", () => {
  it('misses the next year from 1 October on, until an officer has entered it', async () => {
    expect(await look(database.url, '2027-09-30T23:59:59')).toEqual(['ok holidays undefined']);
    expect(await look(database.url, '2027-10-01T00:00:00')).toEqual(['note holidaysMissing 2028']);
    const db = openDatabase({ url: database.url });
    const [now, id] = [new Date('2027-10-01T02:00:00Z'), randomUUID()];
    await db.$transaction(async (tx) => {
      const version = await takeCalendar(tx, { seen: 0, now });
      const content = { kind: 'year', year: 2028, document: 'Thông báo thử' } as const;
      await addCalendarEntry(tx, { id, version, content, officerId: 'officer', now });
    });
    await db.$disconnect();
    expect(await look(database.url, '2027-10-01T00:00:00')).toEqual(['ok holidays undefined']);
  });

  it('names years with undecided days; a database of an older version, or none, leaves what is shipped', async () => {
    const undecided = ['note holidaysUndecided 2026', 'note holidaysUndecided 2027'];
    expect(await look(database.url, '2026-11-22T09:00:00')).toEqual(undecided);
    expect(await look(bare.url, '2026-11-22T09:00:00')).toEqual(undecided);
    expect(await look('postgresql://a@127.0.0.1:1/x', '2026-11-22T09:00:00')).toEqual(undecided);
  });
});
