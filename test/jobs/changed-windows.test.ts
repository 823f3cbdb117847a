import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { windowContents } from '../../bot/outbox/window-words.ts';
import { planRound } from '../../records/window-reminders.ts';
import { changeWindow, withdrawWindow } from '../../records/windows.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { office, openVillage, type Village } from './support/village.ts';
import { addWindow, addWisher, CLOSES, ledgerOf, OPENS, roundsIn, sweepAt } from './support/windows.ts';

let database: TestDatabase;
let village: Village;

beforeAll(async () => {
  database = await createTestDatabase();
  village = await openVillage(database.url);
});

afterEach(async () => {
  const { db } = village;
  await db.delivery.deleteMany();
  await db.applicationWindow.deleteMany();
  await db.person.deleteMany();
});

afterAll(async () => {
  await village.close();
  await database.drop();
});

const HOUR_MS = 3_600_000;
const later = (instant: Date, ms: number): Date => new Date(instant.getTime() + ms);
const days = (count: number): Date => later(CLOSES, -count * 24 * HOUR_MS);
const change = (id: string, version: number, closesAt: Date, now: Date, area: string[] = []) =>
  village.db.$transaction((tx) =>
    changeWindow(tx, { id, version, opensAt: OPENS, closesAt, provinceCodes: [], communeCodes: area, note: '', now }),
  );
const markSent = (id: string) =>
  village.db.delivery.updateMany({ where: { windowId: id, status: 'waiting' }, data: { status: 'sent' } });

describe('a changed window', () => {
  const newClosing = office('2026-12-04 17:00');

  it('replaces what waits, tells those who knew the old date the new one, and the others that it is open', async () => {
    const { db } = village;
    const window = await addWindow(db);
    const told = await addWisher(village);
    await sweepAt(village, OPENS);
    await markSent(window.id);
    const waiting = await addWisher(village);
    await sweepAt(village, days(14));

    const now = office('2026-11-14 09:00');
    expect(await change(window.id, 1, newClosing, now)).toEqual({ version: 2, replaced: 2 });
    await sweepAt(village, later(now, 60_000));
    const ledger = await ledgerOf(db, window.id);
    expect(ledger.map(({ round, status, reason }) => [round, status, reason])).toEqual([
      ['v1 opening', 'sent', null],
      ['v1 14-days', 'skipped', 'replaced'],
      ['v1 14-days', 'skipped', 'replaced'],
      ['v2 changed', 'waiting', null],
      ['v2 changed', 'waiting', null],
    ]);
    const textTo = (personId: string) =>
      ledger.find((each) => each.personId === personId && each.round === 'v2 changed')?.text;
    expect(textTo(told.personId)).toContain('đã đổi. Hạn mới là 17 giờ thứ Sáu 4/12 (còn 20 ngày)');
    expect(textTo(waiting.personId)).toContain('Đang nhận phiếu');
    await sweepAt(village, later(newClosing, -7 * 24 * HOUR_MS));
    expect(await roundsIn(db, window.id)).toEqual([
      'v1 opening planned',
      'v1 14-days planned',
      'v2 changed planned',
      'v2 14-days missed',
      'v2 7-days planned',
    ]);
  });

  it('with a new note alone stays the version it was', async () => {
    const { db } = village;
    const window = await addWindow(db);
    await addWisher(village);
    await sweepAt(village, OPENS);
    const fields = { opensAt: OPENS, closesAt: CLOSES, provinceCodes: [], communeCodes: [], note: 'Nộp sớm.' };
    const changed = await db.$transaction((tx) =>
      changeWindow(tx, { id: window.id, version: 1, ...fields, now: later(OPENS, HOUR_MS) }),
    );
    expect(changed).toEqual({ version: 1, replaced: 0 });
    await sweepAt(village, days(14));
    expect((await ledgerOf(db, window.id)).map(({ round }) => round)).toEqual(['v1 opening', 'v1 14-days']);
    expect((await ledgerOf(db, window.id))[1]?.text).toContain('\nNộp sớm.\n');
  });

  it('tells those whom it left that it did, once', async () => {
    const { db } = village;
    const window = await addWindow(db);
    await addWisher(village);
    await sweepAt(village, OPENS);
    await markSent(window.id);
    await change(window.id, 1, CLOSES, office('2026-11-10 09:00'), ['02185']);
    await sweepAt(village, office('2026-11-10 09:01'));
    await markSent(window.id);
    await change(window.id, 2, newClosing, office('2026-11-11 09:00'), ['02185']);
    await sweepAt(village, office('2026-11-11 09:01'));
    const ledger = await ledgerOf(db, window.id);
    expect(ledger.map(({ round }) => round)).toEqual(['v1 opening', 'v2 elsewhere']);
    expect(ledger[1]?.text).toContain('không áp dụng ở nơi của anh/chị nữa');
  });

  it('is refused when somebody else changed it meanwhile, or when it was withdrawn', async () => {
    const window = await addWindow(village.db);
    await change(window.id, 1, newClosing, office('2026-11-10 09:00'));
    await expect(change(window.id, 1, CLOSES, office('2026-11-10 09:01'))).rejects.toMatchObject({
      code: 'window.changed-meanwhile',
    });
    const now = office('2026-11-10 10:00');
    await village.db.$transaction((tx) => withdrawWindow(tx, { id: window.id, now }));
    await expect(change(window.id, 2, CLOSES, now)).rejects.toMatchObject({ code: 'window.withdrawn' });
  });

  it('between two slices of a round ends that round without a trace', async () => {
    const { db } = village;
    const window = await addWindow(db);
    for (let count = 0; count < 3; count += 1) await addWisher(village);
    await change(window.id, 1, newClosing, office('2026-11-10 09:00'));
    const contents = windowContents(window, { which: '14-days', now: days(14) });
    const round = { which: '14-days', dueAt: days(14), leavesAt: days(14) } as const;
    expect(await planRound(db, { window, round, contents, now: days(14) })).toEqual({ added: 0, isDone: false });
    expect(await ledgerOf(db, window.id)).toEqual([]);
  });
});

it('a withdrawn window is told to those who knew of it, once, and nothing more of it', async () => {
  const { db } = village;
  const window = await addWindow(db);
  const told = await addWisher(village);
  await sweepAt(village, OPENS);
  await markSent(window.id);
  await addWisher(village);
  const now = office('2026-11-10 21:00');
  await db.$transaction((tx) => withdrawWindow(tx, { id: window.id, now }));
  await sweepAt(village, now);
  expect((await ledgerOf(db, window.id)).length).toBe(1);
  for (const time of ['2026-11-11 07:00', '2026-11-13 17:00', '2026-11-26 17:00']) await sweepAt(village, office(time));
  const ledger = await ledgerOf(db, window.id);
  expect(ledger.map(({ round, personId }) => [round, personId])).toEqual([
    ['v1 opening', told.personId],
    ['v1 withdrawn', told.personId],
  ]);
  expect(ledger[1]?.text).toContain('Trung tâm đã dừng đợt nhận phiếu');
});
