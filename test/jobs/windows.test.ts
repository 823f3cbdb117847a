import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { windowContents } from '../../bot/outbox/window-words.ts';
import { sweepWindows } from '../../jobs/sweeps/sweep-windows.ts';
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

describe('a round of reminders', () => {
  it('is told at the opening to those who asked or left something unfinished, and to nobody else', async () => {
    const { db } = village;
    const window = await addWindow(db);
    const wisher = await addWisher(village, { programme: 'advanced-equipment' });
    const anyWisher = await addWisher(village);
    const drafter = await village.addDraft({ touchedAt: office('2026-10-25 09:00') });
    await db.application.updateMany({
      where: { id: drafter.applicationId },
      data: { programme: 'advanced-equipment' },
    });
    await village.addDraft({ touchedAt: office('2026-10-25 09:00') });
    await village.addPerson();
    await addWisher(village, { isSample: true });
    await addWisher(village, { erasedAt: office('2026-10-26 09:00') });
    await addWisher(village, { state: 'unreachable' });
    await addWisher(village, { programme: 'support-request' });

    await sweepAt(village, later(OPENS, -1));
    expect(await ledgerOf(db, window.id)).toEqual([]);
    await sweepAt(village, OPENS);
    const ledger = await ledgerOf(db, window.id);
    const expected = [wisher, anyWisher, drafter].map(({ personId }) => personId);
    expect(ledger.map(({ personId }) => personId).sort()).toEqual(expected.sort());
    const told = (personId: string) => ledger.find((each) => each.personId === personId);
    expect(told(wisher.personId)).toMatchObject({
      text: [
        'Đang nhận phiếu mua máy móc, thiết bị tiên tiến, hạn đến 17 giờ thứ Sáu 27/11 (còn 25 ngày).',
        'Anh/chị gửi phiếu ngay tại đây, chỉ vài câu ngắn.',
      ].join('\n'),
      content: {
        choices: [{ key: 'register:start' }, { key: 'reminders:stop-programme:advanced-equipment' }],
      },
      notAfter: CLOSES,
    });
    expect(told(drafter.personId)).toMatchObject({
      content: { choices: [{ key: `register:continue:${drafter.applicationId}`, label: 'Làm tiếp phiếu' }, {}] },
    });
    expect(await roundsIn(db, window.id)).toEqual(['v1 opening planned']);
  });

  it.each([
    ['a second before', -1000, 0],
    ['at the instant', 0, 1],
    ['a second after', 1000, 1],
  ])('is due 3 days before the closing: %s', async (_, ms, count) => {
    const window = await addWindow(village.db, { now: office('2026-11-22 09:00') });
    await sweepAt(village, office('2026-11-22 09:00'));
    await addWisher(village);
    await sweepAt(village, later(days(3), ms));
    const ledger = await ledgerOf(village.db, window.id);
    expect(ledger.length).toBe(count);
    if (count > 0) expect(ledger[0]?.text).toContain('Còn 3 ngày, đến 17 giờ thứ Sáu 27/11, là hết hạn nhận phiếu');
  });

  it('is told in English to who reads English', async () => {
    const window = await addWindow(village.db);
    await addWisher(village, { locale: 'en' });
    await sweepAt(village, days(1));
    expect((await ledgerOf(village.db, window.id))[0]?.text).toContain('Days left: 1');
  });

  it('is told once to each person, by ten sweeps at the same moment', async () => {
    const window = await addWindow(village.db);
    for (let count = 0; count < 20; count += 1) await addWisher(village);
    await Promise.all(Array.from({ length: 10 }, () => sweepAt(village, OPENS)));
    const ledger = await ledgerOf(village.db, window.id);
    expect(ledger.length).toBe(20);
    expect(new Set(ledger.map(({ personId }) => personId)).size).toBe(20);
  });

  it('cut off in the middle is told to the rest, and to nobody twice, also from another contact', async () => {
    const { db } = village;
    const window = await addWindow(db);
    for (let count = 0; count < 7; count += 1) await addWisher(village);
    const contents = windowContents(window, { which: 'opening', now: OPENS });
    const round = { which: 'opening', dueAt: OPENS, leavesAt: OPENS } as const;
    let slices = 0;
    const dying = new Proxy(db, {
      get: (target, name) => {
        if (name !== '$transaction') return Reflect.get(target, name);
        slices += 1;
        if (slices > 2) throw new Error('killed');
        return target.$transaction.bind(target);
      },
    });
    await expect(planRound(dying, { window, round, contents, now: OPENS, sliceSize: 2 })).rejects.toThrow('killed');
    expect((await ledgerOf(db, window.id)).length).toBe(4);
    expect(await roundsIn(db, window.id)).toEqual([]);

    const [first] = await ledgerOf(db, window.id);
    await db.contact.create({
      data: {
        ...{ id: window.id, personId: first?.personId ?? '', channel: 'telegram', account: 'test', address: 'x' },
        ...{ createdAt: OPENS, lastInboundAt: OPENS },
      },
    });
    await sweepAt(village, later(OPENS, 60_000));
    const ledger = await ledgerOf(db, window.id);
    expect([ledger.length, new Set(ledger.map(({ personId }) => personId)).size]).toEqual([7, 7]);
    expect(await roundsIn(db, window.id)).toEqual(['v1 opening planned']);
  });

  it('that was missed is written down as such, and only the latest is told, with the true time left', async () => {
    const window = await addWindow(village.db);
    await addWisher(village);
    await sweepAt(village, office('2026-11-23 10:00'));
    const ledger = await ledgerOf(village.db, window.id);
    expect(ledger.map(({ round }) => round)).toEqual(['v1 7-days']);
    expect(ledger[0]?.text).toContain('Còn 4 ngày');
    expect(await roundsIn(village.db, window.id)).toEqual([
      'v1 opening missed',
      'v1 14-days missed',
      'v1 7-days planned',
    ]);
  });

  it.each([
    ['a second before the closing', -1000, ['v1 1-day planned']],
    ['at the closing', 0, ['v1 1-day missed']],
    ['a second after', 1000, ['v1 1-day missed']],
  ])('%s', async (_, ms, last) => {
    const window = await addWindow(village.db);
    await addWisher(village);
    await sweepAt(village, later(CLOSES, ms));
    expect((await roundsIn(village.db, window.id)).slice(-1)).toEqual(last);
    expect((await ledgerOf(village.db, window.id)).length).toBe(ms < 0 ? 1 : 0);
  });

  it('is for the communes of its window only, by what a person or their dossier says', async () => {
    const { db } = village;
    const window = await addWindow(db, { communeCodes: ['02185'] });
    const inside = await addWisher(village);
    await db.person.update({ where: { id: inside.personId }, data: { communeCode: '02185', provinceCode: '19' } });
    const outside = await addWisher(village);
    await db.person.update({ where: { id: outside.personId }, data: { communeCode: '02190', provinceCode: '19' } });
    await addWisher(village);
    const drafter = await village.addDraft({ touchedAt: office('2026-10-25 09:00') });
    await db.application.updateMany({
      where: { id: drafter.applicationId },
      data: { programme: 'advanced-equipment' },
    });
    const value = { communeCode: '02185', provinceCode: '19' };
    await db.applicationAnswer.create({
      data: { applicationId: drafter.applicationId, questionId: 'commune', value, answeredAt: OPENS },
    });
    await sweepAt(village, OPENS);
    const people = (await ledgerOf(db, window.id)).map(({ personId }) => personId);
    expect(people.sort()).toEqual([inside.personId, drafter.personId].sort());
  });
});

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

it('the sweep looks every minute', () => {
  expect(sweepWindows.everyMs).toBe(60_000);
});
