import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { dataRequestClock } from '../../core/people-data/data-request-clock.ts';
import { officeDay } from '../../core/schedule/working-days.ts';
import { loadCalendar } from '../../data/holidays/load-calendar.ts';
import { type LiveCalendar, openLiveCalendar } from '../../records/calendar-live.ts';
import { createDataRequest } from '../../records/data-requests.ts';
import { listen, type Signals } from '../../records/signals.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { type Office, openOffice } from '../support/office.ts';
import { addPerson, addQuestion, addRequest } from '../support/office-people.ts';
import { addCentre, createTestClock, quietLog } from '../support/test-bot.ts';

const clock = createTestClock('2026-11-22T02:00:00Z');
const office2 = (text: string): Date => new Date(`${text.replace(' ', 'T')}+07:00`);
const TET = {
  ...{ kind: 'holiday', first: '2027-02-04', last: '2027-02-10', as: 'off' },
  ...{ name: 'Tết Đinh Mùi', document: 'Thông báo thử 1', isConfirmed: true },
};
const SWAP = { ...TET, first: '2026-11-23', last: '2026-11-23', name: 'Nghỉ hoán đổi' };
const OUTLINE = {
  ...{ kind: 'plan-date', id: 'outline', due: { kind: 'day', monthDay: '04-30', yearOffset: -1 } },
  ...{ fromYear: 2028, document: 'Công văn thử 2', isConfirmed: true },
};
let database: TestDatabase;
let office: Office;
let cookie: string;
/** The calendar of another process, which looks only when it is told. */
let elsewhere: LiveCalendar;
let signals: Signals;

beforeAll(async () => {
  database = await createTestDatabase();
  office = openOffice({ url: database.url, clock });
  await addCentre(office.db, clock.now());
  cookie = (await office.hire('officer', 'Hoàng Văn Bình')).cookie;
  signals = await listen({ url: database.url });
  const shipped = loadCalendar();
  elsewhere = await openLiveCalendar({ db: office.db, shipped, signals, log: quietLog, pollMs: 3_600_000 });
});
beforeEach(async () => {
  await office.db.calendarEntry.deleteMany();
  await office.db.calendarState.deleteMany();
  await office.db.person.deleteMany();
});
afterAll(async () => {
  await elsewhere.stop();
  await signals.close();
  await office.close();
  await database.drop();
});

// biome-ignore lint/suspicious/noExplicitAny: answers of many shapes, each looked at by its test.
type Body = any;
const ask = async (path: string, body?: object): Promise<{ status: number; body: Body }> => {
  const answer = await office.ask(`/staff/api/calendar${path}`, { as: cookie, body });
  return { status: answer.status, body: await answer.json() };
};
const enter = async (content: object, version = 0, requestId: string = randomUUID()) => {
  const answer = await ask('', { requestId, version, content });
  return { id: requestId, ...answer };
};
const runOf = async (first: string) => {
  const { years } = (await ask('')).body;
  return years.flatMap(({ runs }: Body) => runs).find((run: Body) => run.first === first);
};

describe('the calendar of the office', () => {
  it('tells the plan years with the source of each date, the holidays by year, and what is missing', async () => {
    const { body } = await ask('');
    expect(body).toMatchObject({ version: 0, today: '2026-11-22', entries: [] });
    expect(body.planYears.map(({ planYear }: Body) => planYear)).toEqual([2026, 2027, 2028]);
    expect(body.planYears[2].dates[0]).toMatchObject({
      ...{ id: 'outline', on: '2027-05-20', isPast: false, isConfirmed: false, entered: null },
      document: 'Thông tư 36/2013/TT-BCT',
    });
    expect(body.ahead).toEqual({ missingYears: [], undecidedYears: [2026, 2027] });
    expect(body.years.map(({ year, isKnown }: Body) => [year, isKnown])).toEqual([
      ...[[2026, true] as const, [2027, true] as const, [2028, false] as const],
    ]);
    expect(await runOf('2026-11-24')).toMatchObject({ last: '2026-11-24', as: 'off', isOfficial: true, entryId: null });
  });

  it('an entry stands once, however often it is sent; it has its officer and its time, and is undone', async () => {
    const requestId = randomUUID();
    const [first, again] = await Promise.all([enter(TET, 0, requestId), enter(TET, 0, requestId)]);
    expect([first.status, again.status]).toEqual([200, 200]);
    const { body } = await ask('');
    expect(body).toMatchObject({ version: 1, entries: [{ enteredBy: 'Hoàng Văn Bình', withdrawnAt: null }] });
    expect(body.entries).toHaveLength(1);
    expect(await runOf('2027-02-04')).toMatchObject({ last: '2027-02-10', isOfficial: true, entryId: requestId });

    expect(await ask(`/${requestId}/withdraw`, { requestId: randomUUID(), version: 0 })).toMatchObject({
      ...{ status: 409, body: { code: 'calendar.changed-meanwhile' } },
    });
    expect((await ask(`/${requestId}/withdraw`, { requestId: randomUUID(), version: 1 })).status).toBe(200);
    expect(await runOf('2027-02-04')).toMatchObject({ isOfficial: false, entryId: null });
    expect((await ask('')).body.entries).toMatchObject([{ withdrawnBy: 'Hoàng Văn Bình' }]);
    expect(await ask(`/${requestId}/withdraw`, { requestId: randomUUID(), version: 2 })).toMatchObject({
      body: { code: 'calendar.withdrawn-before' },
    });
    expect(await office.db.auditEntry.count({ where: { subjectId: requestId } })).toBe(2);
  });

  it('a day of the local fund is not there until it is entered, is never invented, and goes again when taken back', async () => {
    const own = async () => (await ask('')).body.planYears[2].dates.find(({ id }: Body) => id === 'local-approval');
    expect(await own()).toMatchObject({ due: { kind: 'unset' }, on: null, isPast: false, funds: ['local'] });
    const approval = {
      ...{ kind: 'plan-date', id: 'local-approval', fromYear: 2028, document: 'QĐ thử 1/QĐ-UBND', isConfirmed: true },
      due: { kind: 'day', monthDay: '12-15', yearOffset: -1 },
    };
    const months = { ...approval, due: { kind: 'monthly', dayOfMonth: 5 } };
    expect(await enter(months)).toMatchObject({ status: 400, body: { code: 'request.invalid' } });
    const { id } = await enter(approval);
    expect(await own()).toMatchObject({ on: '2027-12-15', document: 'QĐ thử 1/QĐ-UBND', isConfirmed: true });
    const late = { ...approval, id: 'local-outline', due: { kind: 'day', monthDay: '12-20', yearOffset: -1 } };
    expect(await enter(late, 1)).toMatchObject({
      ...{ status: 400, body: { code: 'calendar.local-outline-after-local-approval' } },
    });
    expect((await ask(`/${id}/withdraw`, { requestId: randomUUID(), version: 1 })).status).toBe(200);
    expect(await own()).toMatchObject({ due: { kind: 'unset' }, on: null });
  });

  it('two officers at once: one stands, the other is told to look again', async () => {
    const answers = await Promise.all([enter(TET), enter(SWAP)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect(await office.db.calendarEntry.count()).toBe(1);
  });

  it('what cannot stand is refused, and a preview says what to mend', async () => {
    const late = { ...OUTLINE, due: { ...OUTLINE.due, monthDay: '06-16' } };
    expect(await enter(late)).toMatchObject({ status: 400, body: { code: 'calendar.outline-after-appraisal' } });
    expect((await ask('/preview', { content: late })).body.fault).toEqual({
      code: 'calendar.outline-after-appraisal',
      values: { year: 2028, first: '2027-06-16', second: '2027-06-15' },
    });
    const feb30 = { ...OUTLINE, due: { ...OUTLINE.due, monthDay: '02-30' } };
    expect(await enter(feb30)).toMatchObject({ status: 400, body: { code: 'calendar.no-such-day' } });
    expect(await enter({ ...TET, first: '2027-02-30' })).toMatchObject({
      status: 400,
      body: { code: 'request.invalid' },
    });
    expect((await ask('')).body.version).toBe(0);

    // The ministry's day was put off, then the department's: taking back the first alone would turn them round.
    const ministry = { ...OUTLINE, id: 'appraisal', due: { ...OUTLINE.due, monthDay: '07-15' } };
    const { id } = await enter(ministry);
    expect((await enter(late, 1)).status).toBe(200);
    expect((await ask('/preview', { withdraw: id })).body.fault).toMatchObject({
      code: 'calendar.outline-after-appraisal',
    });
    expect(await ask(`/${id}/withdraw`, { requestId: randomUUID(), version: 2 })).toMatchObject({ status: 400 });
  });
});

describe('a change of the calendar', () => {
  it('reaches another process by its signal, as does its withdrawal', async () => {
    const swapIsOff = () => elsewhere.current().holidays.find(Temporal.PlainDate.from('2026-11-23'))?.isOfficial;
    expect(swapIsOff()).toBe(false);
    const { id } = await enter(SWAP);
    await expect.poll(swapIsOff).toBe(true);
    await ask(`/${id}/withdraw`, { requestId: randomUUID(), version: 1 });
    await expect.poll(swapIsOff).toBe(false);
  });

  it('leaves what was promised as it stands, and says before how much of it there is', async () => {
    const { db } = office;
    const { personId } = await addPerson(db, { wroteAt: clock.now() });
    const question = await addQuestion(db, { personId, text: 'Hỏi', at: clock.now() });
    const promisedAt = office2('2026-11-30 16:00');
    await db.humanHandoff.update({ where: { id: question }, data: { promisedAt } });
    const asked = { kind: 'see', askedAt: clock.now() } as const;
    const stood = dataRequestClock({ ...asked, holidays: loadCalendar().holidays });
    await db.$transaction((tx) =>
      createDataRequest(tx, { id: randomUUID(), personId, kind: 'see', text: '', clock: stood, now: clock.now() }),
    );
    const off = { ...SWAP, last: '2026-11-30' };
    const { body } = await ask('/preview', { content: off });
    expect(body.clocks).toEqual({
      ...{ promisesOnDaysOff: 1, clocksLater: 1, clocksSooner: 0 },
      promise: { before: office2('2026-11-25 16:00').toISOString(), after: office2('2026-12-01 16:00').toISOString() },
    });
    expect(body.days[0]).toMatchObject({
      day: '2026-11-23',
      before: { isOfficial: false },
      after: { isOfficial: true },
    });
    expect((await enter(off)).status).toBe(200);
    expect((await db.humanHandoff.findUniqueOrThrow({ where: { id: question } })).promisedAt).toEqual(promisedAt);
    const kept = await db.dataSubjectRequest.findFirstOrThrow();
    expect(officeDay(kept.answerBy ?? clock.now()).toString()).toBe('2026-11-25');
  });

  it('of a date of the plan year counts the dossiers that it moves', async () => {
    const { personId } = await addPerson(office.db, { wroteAt: clock.now() });
    await addRequest(office.db, { personId, code: 'KC-2026-0001', at: clock.now() });
    const { body } = await ask('/preview', { content: OUTLINE });
    expect(body.dossiers).toEqual({ moved: 1, told: 0, newlyLate: 0, lateNoMore: 0 });
    expect(body.dates[0]).toMatchObject({
      ...{ planYear: 2028, before: { on: '2027-05-20', isConfirmed: false } },
      after: { on: '2027-04-30', isConfirmed: true, document: 'Công văn thử 2' },
    });
    await enter(OUTLINE);
    const { planYears } = (await ask('')).body;
    expect(planYears[1].dates[0]).toMatchObject({ on: '2026-05-20', entered: null });
    expect(planYears[2].dates[0]).toMatchObject({ on: '2027-04-30', entered: { by: 'Hoàng Văn Bình' } });
  });
});
