import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { wishReminders } from '../../records/reminder-wishes.ts';
import { countMeantOn } from '../../records/window-own-states.ts';
import { changeWindow, findWindow } from '../../records/windows.ts';
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

const AREA = { provinceCodes: [], communeCodes: [], note: '' };
const setLeads = (personId: string, programme: string, leads: string[]) =>
  village.db.reminderWish.updateMany({ where: { personId, programme }, data: { leads } });

describe('a window of another kind', () => {
  it.each([
    [
      'selection',
      'typical-rural-product',
      'Đang nhận hồ sơ bình chọn sản phẩm công nghiệp nông thôn tiêu biểu, hạn đến',
    ],
    ['voting', 'typical-rural-product', 'Đang bình chọn sản phẩm công nghiệp nông thôn tiêu biểu, hạn đến'],
    ['enrolment', 'management-training', 'Đang ghi danh lớp tập huấn quản lý, hạn đến'],
    ['fair-booths', 'trade-fair', 'Đang nhận đăng ký gian hàng hội chợ, triển lãm, hạn đến'],
  ] as const)('says what it is there for: %s', async (kind, programme, says) => {
    const window = await addWindow(village.db, { kind, programme });
    await addWisher(village);
    await sweepAt(village, OPENS);
    expect((await ledgerOf(village.db, window.id))[0]?.text).toContain(says);
  });
});

describe('the rule of a window', () => {
  it('says when and whom it reminds; whom is asked anew at each round', async () => {
    const { db } = village;
    const rule = { opening: false, before: ['10-days', '3-hours'], whom: ['dossier'] } as const;
    const window = await addWindow(db, { rule });
    await addWisher(village);
    const drafter = await village.addDraft({ touchedAt: office('2026-10-25 09:00') });
    await db.application.updateMany({ where: { id: drafter.applicationId }, data: { programme: window.programme } });
    for (const time of [OPENS, office('2026-11-17 17:00')]) await sweepAt(village, time);
    expect((await ledgerOf(db, window.id)).map(({ personId, round }) => [personId, round])).toEqual([
      [drafter.personId, 'v1 10-days'],
    ]);
    await db.application.deleteMany();
    await sweepAt(village, office('2026-11-27 14:00'));
    expect((await ledgerOf(db, window.id)).length).toBe(1);
    expect(await roundsIn(db, window.id)).toEqual(['v1 10-days planned', 'v1 3-hours planned']);
  });

  it('changed alone tells nobody anything, and nothing late that it names too late', async () => {
    const { db } = village;
    const window = await addWindow(db, { rule: { opening: true, before: ['1-day'], whom: ['wished'] } });
    await addWisher(village);
    await sweepAt(village, OPENS);
    const now = office('2026-11-21 09:00');
    const rule = { opening: true, before: ['7-days', '3-days', '1-day'], whom: ['wished'] } as const;
    const changed = await db.$transaction((tx) =>
      changeWindow(tx, { id: window.id, version: 1, opensAt: OPENS, closesAt: CLOSES, ...AREA, rule, now }),
    );
    expect(changed).toEqual({ version: 1, replaced: 0 });
    for (const time of ['2026-11-21 09:01', '2026-11-24 17:00']) await sweepAt(village, office(time));
    expect((await ledgerOf(db, window.id)).map(({ round }) => round)).toEqual(['v1 opening', 'v1 3-days']);
    expect(await roundsIn(db, window.id)).toEqual(['v1 opening planned', 'v1 7-days past', 'v1 3-days planned']);
  });
});

it('is foreseen, round by round, for as many as then hear it, also where it left their place', async () => {
  const { db } = village;
  const { id } = await addWindow(db);
  const [here, own] = [await addWisher(village), await addWisher(village)];
  await setLeads(own.personId, 'any', ['10-days']);
  await db.person.updateMany({
    where: { id: { in: [here.personId, own.personId] } },
    data: { communeCode: '02185' },
  });
  await addWisher(village);
  const foreseen = async (rounds: Parameters<typeof countMeantOn>[1]['rounds']) => {
    const window = await findWindow(db, id);
    if (window === undefined) throw new Error('The window is not there.');
    const counted = await countMeantOn(db, { window, rounds, channel: 'terminal', account: 'test' });
    return Object.fromEntries([...counted].map(([which, own]) => [which, own.get('none') ?? 0]));
  };
  expect(await foreseen(['opening', '10-days', '7-days'])).toEqual({ opening: 3, '10-days': 1, '7-days': 2 });
  await sweepAt(village, OPENS);
  await db.delivery.updateMany({ data: { status: 'sent' } });
  const now = office('2026-11-05 09:00');
  const dates = { opensAt: OPENS, closesAt: CLOSES };
  await db.$transaction((tx) => changeWindow(tx, { id, version: 1, ...dates, ...AREA, communeCodes: ['02185'], now }));
  expect(await foreseen(['changed', '10-days', '7-days'])).toEqual({ changed: 3, '10-days': 1, '7-days': 1 });
  const times = ['2026-11-05 09:01', '2026-11-13 17:00', '2026-11-17 17:00', '2026-11-20 17:00'];
  for (const time of times) await sweepAt(village, office(time));
  const rounds = (await ledgerOf(db, id)).map(({ round }) => round).filter((round) => round.startsWith('v2'));
  expect(rounds.sort()).toEqual(['v2 10-days', 'v2 14-days', 'v2 7-days', 'v2 changed', 'v2 changed', 'v2 elsewhere']);
});

describe('who said how long before they want to hear of it', () => {
  it('hears of it then and at the opening, and the others as the rule says', async () => {
    const { db } = village;
    const window = await addWindow(db);
    const usual = await addWisher(village);
    const own = await addWisher(village);
    await setLeads(own.personId, 'any', ['10-days']);
    const times = ['2026-11-02 08:00', '2026-11-13 17:00', '2026-11-17 17:00', '2026-11-20 17:00'];
    for (const time of times) await sweepAt(village, office(time));
    const heard = async (personId: string) =>
      (await ledgerOf(db, window.id)).filter((each) => each.personId === personId).map(({ round }) => round);
    expect(await heard(own.personId)).toEqual(['v1 opening', 'v1 10-days']);
    expect(await heard(usual.personId)).toEqual(['v1 opening', 'v1 14-days', 'v1 7-days']);
  });

  it('and says once more that they want to hear of it has asked no later for that: a standstill tells its round late', async () => {
    const { db } = village;
    const window = await addWindow(db);
    const own = await addWisher(village);
    await setLeads(own.personId, 'any', ['10-days']);
    await sweepAt(village, OPENS);
    const wish = { id: randomUUID(), personId: own.personId, programme: 'any', now: office('2026-11-18 09:00') };
    await db.$transaction((tx) => wishReminders(tx, wish));
    await sweepAt(village, office('2026-11-18 09:01'));
    expect((await ledgerOf(db, window.id)).map(({ round }) => round)).toEqual(['v1 opening', 'v1 10-days']);
  });

  it('hears late what was missed, with the round that is told instead; what they say of one programme counts there', async () => {
    const { db } = village;
    const window = await addWindow(db);
    const own = await addWisher(village);
    await setLeads(own.personId, 'any', ['1-hour']);
    await db.$transaction((tx) =>
      wishReminders(tx, {
        ...{ id: randomUUID(), personId: own.personId, programme: 'advanced-equipment' },
        now: office('2026-10-22 09:00'),
      }),
    );
    await setLeads(own.personId, 'advanced-equipment', ['10-days']);
    await sweepAt(village, OPENS);
    await sweepAt(village, office('2026-11-21 09:00'));
    const told = await ledgerOf(db, window.id);
    expect(told.map(({ round }) => round)).toEqual(['v1 opening', 'v1 7-days']);
    expect(told[1]?.text).toContain('Còn 6 ngày');
  });
});
