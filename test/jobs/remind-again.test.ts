import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { ReminderSubject } from '../../core/schedule/reminder-subject.ts';
import { runPeriodicWork } from '../../jobs/run-periodic-work.ts';
import { sweepAgain } from '../../jobs/sweeps/sweep-again.ts';
import { tellAgain } from '../../jobs/tasks/tell-again.ts';
import { wishAgain } from '../../records/remind-again.ts';
import { changeWindow, withdrawWindow } from '../../records/windows.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { office, openVillage, type Village } from './support/village.ts';
import { addWindow, addWisher, CLOSES, OPENS } from './support/windows.ts';

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

const ask = async (personId: string, subject: ReminderSubject, dueAt: Date): Promise<string> => {
  const id = randomUUID();
  const now = office('2026-11-20 09:00');
  await village.db.$transaction((tx) => wishAgain(tx, { id, personId, subject, dueAt, now }));
  return id;
};
const sweepAt = async (time: string): Promise<void> => {
  const works = { sweeps: [sweepAgain], tasks: [tellAgain] };
  await runPeriodicWork({ ...village.parts, now: office(time), works });
};
const told = async (): Promise<string[]> =>
  (await village.db.delivery.findMany({ orderBy: { seq: 'asc' } })).map(({ content }) => String(Object(content).text));
const outcomeOf = async (id: string) => (await village.db.reminderAgain.findUniqueOrThrow({ where: { id } })).outcome;
const DUE = office('2026-11-25 08:00');

describe('a window that somebody wanted to hear of again', () => {
  it('is told at that time, once, with the time that is left and the next thing to do', async () => {
    const window = await addWindow(village.db);
    const { personId } = await addWisher(village);
    const id = await ask(personId, { kind: 'window', id: window.id }, DUE);
    await sweepAt('2026-11-25 07:59');
    expect(await told()).toEqual([]);
    await Promise.all(Array.from({ length: 5 }, () => sweepAt('2026-11-25 08:00')));
    await sweepAt('2026-11-25 08:01');
    expect(await told()).toEqual([
      [
        'Còn 2 ngày, đến 17 giờ thứ Sáu 27/11, là hết hạn nhận phiếu mua máy móc, thiết bị tiên tiến.',
        'Anh/chị gửi phiếu ngay tại đây, chỉ vài câu ngắn.',
      ].join('\n'),
    ]);
    expect(await outcomeOf(id)).toBe('told');
    expect(await village.db.delivery.findMany()).toMatchObject([{ windowId: window.id, notAfter: CLOSES }]);
  });

  it('that has other dates by then is told with these; late, with the true time left', async () => {
    const { db } = village;
    const window = await addWindow(db);
    const { personId } = await addWisher(village);
    await ask(personId, { kind: 'window', id: window.id }, DUE);
    const closesAt = office('2026-12-04 17:00');
    const area = { provinceCodes: [], communeCodes: [], note: '' };
    await db.$transaction((tx) =>
      changeWindow(tx, {
        id: window.id,
        version: 1,
        opensAt: OPENS,
        closesAt,
        ...area,
        now: office('2026-11-21 09:00'),
      }),
    );
    await sweepAt('2026-11-26 21:00');
    expect(await told()).toEqual([]);
    await sweepAt('2026-11-27 07:00');
    expect(await told()).toEqual([expect.stringContaining('Còn 7 ngày, đến 17 giờ thứ Sáu 4/12')]);
  });

  it('that is over or withdrawn by then is written down as missed', async () => {
    const { db } = village;
    const over = await addWindow(db);
    const off = await addWindow(db);
    await db.$transaction((tx) => withdrawWindow(tx, { id: off.id, now: office('2026-11-21 09:00') }));
    const { personId } = await addWisher(village);
    const ids = [
      await ask(personId, { kind: 'window', id: over.id }, office('2026-11-27 16:00')),
      await ask(personId, { kind: 'window', id: off.id }, DUE),
      await ask(personId, { kind: 'draft', id: randomUUID() }, DUE),
    ];
    await sweepAt('2026-11-27 17:00');
    expect(await told()).toEqual([]);
    expect(await Promise.all(ids.map(outcomeOf))).toEqual(['missed', 'missed', 'missed']);
  });

  it('waits while the person is in a talk, and is not told to who had everything deleted', async () => {
    const { db } = village;
    const window = await addWindow(db);
    const { personId } = await addWisher(village, { lastInboundAt: office('2026-11-25 07:00') });
    const gone = await addWisher(village, { erasedAt: office('2026-11-21 09:00') });
    await ask(personId, { kind: 'window', id: window.id }, DUE);
    await ask(gone.personId, { kind: 'window', id: window.id }, DUE);
    await sweepAt('2026-11-25 08:00');
    expect(await told()).toEqual([]);
    await sweepAt('2026-11-25 09:01');
    expect((await told()).length).toBe(1);
  });
});

it('a draft that somebody wanted to hear of again is told of while it is one', async () => {
  const { applicationId, personId } = await village.addDraft({ touchedAt: office('2026-11-20 09:00') });
  await ask(personId, { kind: 'draft', id: applicationId }, DUE);
  await sweepAt('2026-11-25 08:00');
  expect(await told()).toEqual([expect.stringContaining('Phiếu của anh/chị còn dở')]);
});
