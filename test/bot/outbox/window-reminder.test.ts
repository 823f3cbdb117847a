import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createRooms } from '../../../bot/conversation/rooms.ts';
import { PLAN_CALENDAR } from '../../../core/schedule/plan-calendar.ts';
import { runPeriodicWork } from '../../../jobs/run-periodic-work.ts';
import { sweepAgain } from '../../../jobs/sweeps/sweep-again.ts';
import { sweepWindows } from '../../../jobs/sweeps/sweep-windows.ts';
import { planWindowRound } from '../../../jobs/tasks/plan-window-round.ts';
import { tellAgain } from '../../../jobs/tasks/tell-again.ts';
import type { Works } from '../../../jobs/works.ts';
import { joinPeople } from '../../../records/join-people.ts';
import { erasePerson } from '../../../records/personal-data.ts';
import { wishAgain } from '../../../records/remind-again.ts';
import { stopReminders, wishReminders } from '../../../records/reminder-wishes.ts';
import { changeWindow, createWindow, withdrawWindow } from '../../../records/windows.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { addCentre, createTestBot, createTestClock, loadRealParts, type TestBot } from '../../support/test-bot.ts';

const office = (text: string): Date => new Date(`${text.replace(' ', 'T')}+07:00`);
const OPENS = office('2026-11-24 08:00');
const CLOSES = office('2026-12-25 17:00');
const parts = loadRealParts();
const clock = createTestClock('2026-11-23T02:00:00Z');
let database: TestDatabase;
let bot: TestBot;
let windowId: string;

beforeEach(async () => {
  clock.set('2026-11-23T02:00:00Z');
  database = await createTestDatabase();
  bot = createTestBot({ url: database.url, clock, rooms: createRooms(), parts: await parts });
  await addCentre(bot.db, clock.now());
  windowId = randomUUID();
  const area = { provinceCodes: [], communeCodes: [], note: '' };
  await bot.db.$transaction((tx) =>
    createWindow(tx, {
      ...{ id: windowId, programme: 'advanced-equipment', opensAt: OPENS, closesAt: CLOSES, ...area },
      now: clock.now(),
    }),
  );
});

afterEach(async () => {
  await bot.close();
  await database.drop();
});

/** Somebody who wrote and asked to be reminded. */
async function meet(name: string): Promise<{ personId: string; contactId: string }> {
  const { contactId } = await bot.say(name, 'nhắc tôi khi có đợt nhận phiếu');
  await bot.settle();
  bot.channel.sent.length = 0;
  return { personId: (await bot.db.contact.findUniqueOrThrow({ where: { id: contactId } })).personId, contactId };
}
const WINDOWS: Works = { sweeps: [sweepWindows], tasks: [planWindowRound] };
const plan = async (works: Works): Promise<void> => {
  const { db, sender } = bot;
  const log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
  await runPeriodicWork({
    ...{
      db,
      log,
      ids: { next: randomUUID },
      outbox: sender,
      retention: Object.create(null),
      holidays: Object.create(null),
      plan: () => PLAN_CALENDAR,
      files: Object.create(null),
    },
    ...{ bot, now: clock.now(), works },
  });
};
const planAt = async (time: Date, works = WINDOWS): Promise<void> => {
  clock.set(time.toISOString());
  await plan(works);
};
const send = async (time?: Date): Promise<string[]> => {
  if (time !== undefined) clock.set(time.toISOString());
  await bot.sender.sendDue();
  await bot.settle();
  return bot.channel.sent.map(({ content }) => content.text.split('\n')[0] ?? '');
};
const outcomes = async (): Promise<string[]> =>
  (await bot.db.delivery.findMany({ where: { windowId }, orderBy: { seq: 'asc' } })).map(
    ({ status, reason }) => reason ?? status,
  );

it('leaves with its choices, which a number answers from then on', async () => {
  await meet('lan');
  await planAt(OPENS);
  expect(await send()).toEqual([
    'Đang nhận phiếu mua máy móc, thiết bị tiên tiến, hạn đến 17 giờ thứ Sáu 25/12 (còn 31 ngày).',
  ]);
  await bot.say('lan', '3');
  await bot.settle();
  expect(bot.channel.sent.at(-1)?.content.text).toContain('không nhắc các đợt nhận phiếu mua máy');
  await planAt(office('2026-12-11 17:00'));
  expect(await outcomes()).toEqual(['sent']);
});

describe('at the last moment it is skipped', () => {
  it.each([
    [
      'when the person said stop',
      'not-meant',
      (personId: string) =>
        bot.db.$transaction((tx) =>
          stopReminders(tx, { id: randomUUID(), personId, programme: 'any', now: clock.now() }),
        ),
    ],
    [
      'when its area changed',
      'replaced',
      () =>
        bot.db.$transaction((tx) =>
          changeWindow(tx, {
            ...{ id: windowId, version: 1, opensAt: OPENS, closesAt: CLOSES, note: '' },
            ...{ provinceCodes: ['19'], communeCodes: [], now: clock.now() },
          }),
        ),
    ],
    [
      'when the window was withdrawn',
      'replaced',
      () => bot.db.$transaction((tx) => withdrawWindow(tx, { id: windowId, now: clock.now() })),
    ],
    [
      'when the person had everything deleted',
      'erased',
      (personId: string) =>
        bot.db.$transaction((tx) =>
          erasePerson(tx, { personId, requestId: randomUUID(), eventId: randomUUID, now: clock.now() }),
        ),
    ],
  ])('%s: %s', async (_, reason, happen) => {
    const { personId } = await meet('lan');
    await planAt(OPENS);
    await happen(personId);
    expect(await send()).toEqual([]);
    expect(await outcomes()).toEqual([reason]);
  });

  it('when the change came while it was being taken up', async () => {
    await meet('lan');
    await planAt(OPENS);
    // As another process would leave it: replaced in the window, not yet in the ledger.
    await bot.db.applicationWindow.update({ where: { id: windowId }, data: { version: 2 } });
    expect(await send()).toEqual([]);
    expect(await outcomes()).toEqual(['replaced']);
  });

  it.each([
    ['a second before the closing it leaves', -1000, 'sent'],
    ['at the closing it does not', 0, 'too-late'],
    ['a second after neither', 1000, 'too-late'],
  ])('too late: %s', async (_, ms, outcome) => {
    await meet('lan');
    await planAt(office('2026-12-24 17:00'));
    await send(new Date(CLOSES.getTime() + ms));
    expect(await outcomes()).toEqual([outcome]);
  });

  it('when a later round was planned meanwhile', async () => {
    await meet('lan');
    await planAt(office('2026-12-18 17:00'));
    await planAt(office('2026-12-22 17:00'));
    expect(await send()).toEqual([
      'Còn 3 ngày, đến 17 giờ thứ Sáu 25/12, là hết hạn nhận phiếu mua máy móc, thiết bị tiên tiến.',
    ]);
    expect(await outcomes()).toEqual(['replaced', 'sent']);
  });
});

it('leaves late with the time that is left then, and its history says the same', async () => {
  await meet('lan');
  await planAt(office('2026-12-18 17:00'));
  expect(await send(office('2026-12-20 09:00'))).toEqual([expect.stringContaining('Còn 5 ngày, đến 17 giờ')]);
  const row = await bot.db.delivery.findFirstOrThrow({ where: { windowId } });
  expect(JSON.stringify(row.content)).toContain('Còn 5 ngày');
});

it('waits while the person is in a talk, holds up no reply, and leaves 2 hours after the last word', async () => {
  await meet('lan');
  await planAt(office('2026-12-22 17:00'));
  clock.set(office('2026-12-22 16:00').toISOString());
  await bot.say('lan', 'menu');
  await bot.settle();
  bot.channel.sent.length = 0;
  expect(await send(office('2026-12-22 17:00'))).toEqual([]);
  await bot.say('lan', 'menu');
  await bot.settle();
  expect(bot.channel.sent.length).toBe(1);
  bot.channel.sent.length = 0;
  for (const time of ['17:10', '18:00', '18:59']) expect(await send(office(`2026-12-22 ${time}`))).toEqual([]);
  expect(await send(office('2026-12-22 19:15'))).toHaveLength(1);
});

it('that somebody wanted again leaves for them, whomever the window is for, and not once they said stop of it', async () => {
  const subject = { kind: 'window', id: windowId } as const;
  const again = async (personId: string): Promise<void> => {
    const dueAt = office('2026-12-01 08:00');
    await bot.db.$transaction((tx) => wishAgain(tx, { id: randomUUID(), personId, subject, dueAt, now: clock.now() }));
  };
  const lan = await meet('lan');
  const ban = await meet('ban');
  await bot.db.reminderWish.deleteMany();
  for (const { personId } of [lan, ban]) await again(personId);
  await planAt(office('2026-12-01 08:00'), { sweeps: [sweepAgain], tasks: [tellAgain] });
  await bot.db.$transaction((tx) =>
    stopReminders(tx, {
      ...{ id: randomUUID(), personId: ban.personId },
      programme: `window/${windowId}`,
      now: clock.now(),
    }),
  );
  expect(await send()).toEqual([expect.stringContaining('Còn 24 ngày, đến 17 giờ thứ Sáu 25/12')]);
  expect((await outcomes()).toSorted()).toEqual(['not-meant', 'sent']);
});

it('does not wait for the end of a talk when the closing would come first', async () => {
  await meet('lan');
  await planAt(office('2026-12-24 17:00'));
  clock.set(office('2026-12-25 15:30').toISOString());
  await bot.say('lan', 'menu');
  await bot.settle();
  expect(await send()).toContainEqual(expect.stringContaining('Còn 1 giờ'));
});

it('is told once to two people who turned out to be one, and of two wishes the last counts', async () => {
  const lan = await meet('lan');
  const ban = await meet('ban');
  clock.advance(60_000);
  await bot.db.$transaction(async (tx) => {
    await stopReminders(tx, { id: randomUUID(), personId: lan.personId, programme: 'any', now: clock.now() });
    await wishReminders(tx, { id: randomUUID(), personId: lan.personId, programme: 'any', now: clock.now() });
  });
  await planAt(OPENS);
  await bot.db.$transaction((tx) => joinPeople(tx, { fromId: ban.personId, intoId: lan.personId, now: clock.now() }));
  expect(await send()).toHaveLength(1);
  expect((await outcomes()).sort()).toEqual(['replaced', 'sent']);
  expect(await bot.db.reminderWish.findMany()).toMatchObject([{ personId: lan.personId, stoppedAt: null }]);
});
