import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ProjectDeed } from '../../../core/applications/project-data.ts';
import type { CalendarContent } from '../../../core/schedule/calendar.ts';
import { loadCalendar } from '../../../data/holidays/load-calendar.ts';
import { actOnApplication } from '../../../records/application-actions.ts';
import { readCalendarVersion } from '../../../records/calendar.ts';
import { addCalendarEntry, takeCalendar, withdrawCalendarEntry } from '../../../records/calendar-deeds.ts';
import { type LiveCalendar, openLiveCalendar } from '../../../records/calendar-live.ts';
import { quietLog } from '../../support/test-bot.ts';
import { openTalkHouse, type Talker, type TalkHouse } from './talker.ts';

let house: TalkHouse;
let live: LiveCalendar;
/** Every signal is lost: this process only looks by itself. */
const noSignals = { on: () => () => {}, onReconnect: () => () => {} };

beforeAll(async () => {
  house = await openTalkHouse({ calendar: () => live.current() });
  live = await openLiveCalendar({ ...house, shipped: loadCalendar(), signals: noSignals, log: quietLog, pollMs: 20 });
});
afterAll(async () => {
  await live.stop();
  await house.close();
});

/** An officer changes the calendar in another process; resolves when this one has looked. */
async function change(deed: { enter: CalendarContent } | { withdraw: string }): Promise<string> {
  const { db, clock } = house;
  const id = 'enter' in deed ? randomUUID() : deed.withdraw;
  const seen = await readCalendarVersion(db);
  const before = live.current();
  await db.$transaction(async (tx) => {
    const now = clock.now();
    const version = await takeCalendar(tx, { seen, now });
    if ('enter' in deed) await addCalendarEntry(tx, { id, version, content: deed.enter, officerId: 'officer', now });
    else await withdrawCalendarEntry(tx, { id, officerId: 'officer', now });
  });
  await expect.poll(() => live.current() !== before).toBe(true);
  return id;
}

async function askOfficer(talker: Talker): Promise<Date | null> {
  await talker.type('gặp cán bộ');
  await talker.type('Bao giờ có đợt mới?');
  const personId = await talker.personId();
  return (await house.db.humanHandoff.findFirstOrThrow({ where: { personId } })).promisedAt;
}

async function bring(talker: Talker, to: 'plan' | 'work'): Promise<void> {
  await talker.tap('register:start');
  await talker.pick('Đồng ý');
  const answers = ['mua máy', 'miến dong', 'Côn Minh', 'chưa có tên', 'htx', 'Nguyễn Thị Hoa', '0900000001', '400tr'];
  for (const text of answers) await talker.type(text);
  await talker.pick('Gửi phiếu');
  const { id } = await house.db.application.findFirstOrThrow({ where: { personId: await talker.personId() } });
  const deeds = [
    { action: 'claim' },
    { action: 'accept' },
    { action: 'propose', data: { planYear: 2026, fund: 'local', amountVnd: 200_000_000 } },
    { action: 'approve', data: { nationalVnd: 0, localVnd: 150_000_000, counterpartVnd: 250_000_000 } },
    { action: 'contract', data: { number: '12/HĐ', signedOn: '2026-11-20', endsOn: '2026-12-20' } },
    { action: 'begin' },
  ] as ProjectDeed[];
  for (const deed of to === 'plan' ? deeds.slice(0, 3) : deeds) {
    const [now, ids] = [house.clock.now(), { next: randomUUID }];
    const by = { actor: { kind: 'officer', id: 'officer' }, requestId: randomUUID() } as const;
    await house.db.$transaction((tx) => actOnApplication(tx, { id, ...deed, ...by, now, ids }));
  }
}

describe('a change of the calendar', () => {
  it('is in the next promise of a time, also when its signal was lost; the promises before it stay', async () => {
    const [lan, mai] = [house.meet(), house.meet()];
    const promised = await askOfficer(lan);
    expect(promised).toEqual(new Date('2026-11-25T16:00:00+07:00'));
    const days = { first: '2026-11-25', last: '2026-11-27', name: 'Nghỉ bão', document: 'Công điện thử' };
    await change({ enter: { kind: 'holiday', ...days, as: 'off', isConfirmed: true } });
    expect(await askOfficer(mai)).toEqual(new Date('2026-11-30T16:00:00+07:00'));
    expect(mai.last().text).toContain('30/11');
    const kept = await house.db.humanHandoff.findFirstOrThrow({ where: { personId: await lan.personId() } });
    expect(kept.promisedAt).toEqual(promised);
  });

  it('is in what a producer reads of their project, and gone once it is withdrawn', async () => {
    const lan = house.meet();
    await bring(lan, 'work');
    const nextOf = async () => (await lan.tap('my-dossiers:list')).text;
    expect(await nextOf()).toContain('thứ Tư 25/11');
    const date = { id: 'progress', due: { kind: 'monthly', dayOfMonth: 28 } } as const;
    const source = { document: 'Công văn thử', isConfirmed: true, fromYear: 2026 };
    const id = await change({ enter: { kind: 'plan-date', ...date, ...source } });
    expect(await nextOf()).toContain('thứ Bảy 28/11');
    await change({ withdraw: id });
    expect(await nextOf()).toContain('thứ Tư 25/11');
  });

  it('that tells when the province decides about its own fund is read by who waits for that, and never guessed before', async () => {
    const lan = house.meet();
    await bring(lan, 'plan');
    const nextOf = async () => (await lan.tap('my-dossiers:list')).text;
    expect(await nextOf()).toContain('ngày duyệt do tỉnh định');
    const date = { id: 'local-approval', due: { kind: 'day', monthDay: '12-15', yearOffset: 0 } } as const;
    const source = { document: 'Quyết định thử 1/QĐ-UBND', isConfirmed: true, fromYear: 2026 };
    const id = await change({ enter: { kind: 'plan-date', ...date, ...source } });
    expect(await nextOf()).toContain('tỉnh duyệt trước hết thứ Ba 15/12');
    await change({ withdraw: id });
    expect(await nextOf()).toContain('ngày duyệt do tỉnh định');
  });
});
