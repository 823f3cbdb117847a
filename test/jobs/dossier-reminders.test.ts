import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { runPeriodicWork } from '../../jobs/run-periodic-work.ts';
import { sweepDossiers } from '../../jobs/sweeps/sweep-dossiers.ts';
import { tendDossier } from '../../jobs/tasks/tend-dossier.ts';
import { stopReminders } from '../../records/reminder-wishes.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { office, openVillage, type Village } from './support/village.ts';

let database: TestDatabase;
let village: Village;

beforeAll(async () => {
  database = await createTestDatabase();
  village = await openVillage(database.url);
});
afterEach(async () => {
  await village.db.person.deleteMany();
});
afterAll(async () => {
  await village.close();
  await database.drop();
});

type Event = [kind: string, at: string, data?: object];
let codes = 0;

async function addDossier(events: Event[]): Promise<{ id: string; code: string; personId: string }> {
  const { personId } = await village.addPerson();
  const id = randomUUID();
  codes += 1;
  const code = `KC-2026-${String(codes).padStart(4, '0')}`;
  const born = office('2026-06-01 09:00');
  await village.db.application.create({
    data: {
      ...{ id, code, personId, programme: 'support-request', formId: 'support-request', formVersion: 1 },
      ...{ createdAt: born, updatedAt: born },
      events: { create: events.map((event, index) => rowOf(event, index + 1)) },
    },
  });
  return { id, code, personId };
}
function rowOf([kind, at, data = {}]: Event, seq: number) {
  return { id: randomUUID(), seq, kind, at: office(at), data, actorKind: 'officer', requestId: `${kind}/${seq}` };
}
const addEvent = async (applicationId: string, ...event: Event) => {
  const seq = (await village.db.applicationEvent.count({ where: { applicationId } })) + 1;
  await village.db.applicationEvent.create({ data: { applicationId, ...rowOf(event, seq) } });
};
const SENT: Event[] = [
  ['started', '2026-06-01 09:00'],
  ['submitted', '2026-06-01 09:10'],
  ['claimed', '2026-06-02 09:00'],
];
const BEGUN: Event[] = [
  ...SENT,
  ['accepted', '2026-06-03 09:00'],
  ['proposed', '2026-06-04 09:00', { planYear: 2026, fund: 'national' }],
  ['approved', '2026-07-01 09:00', { nationalVnd: 1, localVnd: 0, counterpartVnd: 1 }],
  ['contracted', '2026-07-02 09:00', { number: '1', signedOn: '2026-07-02', endsOn: '2026-12-20' }],
  ['begun', '2026-07-03 09:00'],
];
const returned = (at: string): Event => ['returned', at, { items: [{ questionId: 'quote', remark: 'mờ' }] }];

const sweepAt = (...times: string[]) =>
  times.reduce<Promise<void>>(async (before, time) => {
    await before;
    const works = { sweeps: [sweepDossiers], tasks: [tendDossier] };
    await runPeriodicWork({ ...village.parts, now: office(time), works });
  }, Promise.resolve());
const toldTo = async (personId: string): Promise<string[]> =>
  (await village.db.delivery.findMany({ where: { personId }, orderBy: { seq: 'asc' } })).map(
    ({ content }) => String(Object(content).text).split('\n')[0] ?? '',
  );
const outcomesOf = async (applicationId: string): Promise<string[]> =>
  (await village.db.dossierReminder.findMany({ where: { applicationId }, orderBy: { dueAt: 'asc' } })).map(
    ({ which, outcome }) => `${which} ${outcome}`,
  );

describe('the report of a month', () => {
  it('is reminded of 3 days and 1 day before the 25th, with the one thing to do, and not once it was told', async () => {
    const { id, code, personId } = await addDossier(BEGUN);
    const told = await addDossier([
      ...BEGUN,
      ['progress-reported', '2026-11-10 09:00', { month: '2026-11', fileIds: [] }],
    ]);
    await sweepAt('2026-11-22 07:59', '2026-11-22 08:00', '2026-11-22 08:10', '2026-11-23 09:00');
    expect(await toldTo(personId)).toEqual([
      `Còn 3 ngày, đến hết thứ Tư 25/11, là hạn báo cáo tiến độ tháng 11 của hồ sơ ${code}.`,
    ]);
    const [{ content } = {}] = await village.db.delivery.findMany({ where: { personId } });
    expect(content).toMatchObject({
      choices: [
        { key: `project:report:${id}`, label: 'Báo tiến độ' },
        { key: `reminders:again:1-days@8:dossier/${id}`, label: 'Mai nhắc lại' },
        { key: `reminders:stop-this:dossier/${id}`, label: 'Đừng nhắc nữa' },
      ],
    });
    await addEvent(id, 'progress-reported', '2026-11-23 15:00', { month: '2026-11', fileIds: [] });
    await sweepAt('2026-11-24 08:00', '2026-12-22 08:00');
    expect((await toldTo(personId)).map((text) => text.slice(0, 40))).toEqual([
      'Còn 3 ngày, đến hết thứ Tư 25/11, là hạn',
      'Còn 3 ngày, đến hết thứ Sáu 25/12, là hạ',
    ]);
    expect((await toldTo(told.personId)).length).toBe(1);
  });

  it('that was missed is told with the true time left while it helps, otherwise written down as missed', async () => {
    const { id, personId } = await addDossier(BEGUN);
    await sweepAt('2026-11-25 10:00');
    expect(await toldTo(personId)).toEqual([expect.stringContaining('Còn 13 giờ, đến hết thứ Tư 25/11')]);
    expect(await outcomesOf(id)).toEqual(['3-before missed', '1-before told']);
    const late = await addDossier(BEGUN);
    await sweepAt('2026-11-26 10:00');
    expect(await toldTo(late.personId)).toEqual([]);
    expect(await outcomesOf(late.id)).toEqual(['3-before missed', '1-before missed']);
  });

  it('by ten sweeps at the same moment is told once', async () => {
    const { personId } = await addDossier(BEGUN);
    await Promise.all(Array.from({ length: 10 }, () => sweepAt('2026-11-22 08:00')));
    await sweepAt('2026-11-22 08:01');
    expect((await toldTo(personId)).length).toBe(1);
  });
});

describe('papers that were asked for', () => {
  it('are reminded of 3, 10 and 24 days after, until they were sent again; asked for anew, anew', async () => {
    const { id, code, personId } = await addDossier([...SENT, returned('2026-11-02 15:00')]);
    await sweepAt('2026-11-05 07:59', '2026-11-05 08:00', '2026-11-06 08:00', '2026-11-12 08:00');
    expect(await toldTo(personId)).toEqual([
      `Hồ sơ ${code} còn thiếu 1 mục, cán bộ đang chờ anh/chị.`,
      `Hồ sơ ${code} còn thiếu 1 mục, cán bộ đang chờ anh/chị.`,
    ]);
    await addEvent(id, 'resubmitted', '2026-11-13 09:00');
    await sweepAt('2026-11-26 08:00');
    expect((await toldTo(personId)).length).toBe(2);
    await addEvent(id, ...returned('2026-11-27 09:00'));
    await sweepAt('2026-11-30 08:00');
    expect((await toldTo(personId)).length).toBe(3);
  });

  it.each(['any', 'papers', 'this'])('are not reminded of when the person said stop: %s', async (what) => {
    const { id, personId } = await addDossier([...SENT, returned('2026-11-02 15:00')]);
    await village.db.$transaction((tx) =>
      stopReminders(tx, {
        ...{ id: randomUUID(), personId, now: office('2026-11-03 09:00') },
        programme: what === 'this' ? `dossier/${id}` : what,
      }),
    );
    await sweepAt('2026-11-05 08:00');
    expect(await toldTo(personId)).toEqual([]);
  });

  it('wait for the next day when the person was reminded of something else, and for the end of a talk', async () => {
    const { personId } = await addDossier([...SENT, returned('2026-11-02 15:00')]);
    const contact = await village.db.contact.findFirstOrThrow({ where: { personId } });
    await village.db.delivery.create({
      data: {
        ...{ id: randomUUID(), key: 'reminder/draft/x', personId, contactId: contact.id, kind: 'reminder' },
        ...{ content: { text: 'khác', choices: [] }, status: 'sent' },
        ...{ notBefore: office('2026-11-05 07:30'), createdAt: office('2026-11-05 07:30') },
      },
    });
    await sweepAt('2026-11-05 08:00');
    await village.db.contact.update({ where: { id: contact.id }, data: { lastInboundAt: office('2026-11-06 07:00') } });
    await sweepAt('2026-11-06 08:00');
    expect(await toldTo(personId)).toEqual(['khác']);
    await sweepAt('2026-11-06 09:01');
    expect((await toldTo(personId)).length).toBe(2);
  });
});
