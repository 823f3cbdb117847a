import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { windowContents } from '../../bot/outbox/window-words.ts';
import { sweepWindows } from '../../jobs/sweeps/sweep-windows.ts';
import { planRound } from '../../records/window-reminders.ts';
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
        choices: [
          { key: 'register:start' },
          { key: `reminders:again:1-days@8:window/${window.id}`, label: 'Mai nhắc lại' },
          { key: 'reminders:stop-programme:advanced-equipment' },
        ],
      },
      notAfter: CLOSES,
    });
    expect(told(drafter.personId)).toMatchObject({
      content: { choices: [{ key: `register:continue:${drafter.applicationId}`, label: 'Làm tiếp phiếu' }, {}, {}] },
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
    ['a second before the closing', -1000, ['v1 3-hours planned']],
    ['at the closing', 0, ['v1 3-hours missed']],
    ['a second after', 1000, ['v1 3-hours missed']],
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

it('the sweep looks every minute', () => {
  expect(sweepWindows.everyMs).toBe(60_000);
});
