import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runPeriodicWork } from '../../jobs/run-periodic-work.ts';
import { readAnnouncementLedgers } from '../../records/announcement-ledger.ts';
import { changeAnnouncement, deleteAnnouncement, takeBackAnnouncement } from '../../records/announcements.ts';
import { type Db, openDatabase } from '../../records/database.ts';
import { addReaders, announce, EVERYBODY, planSlice } from '../support/announced.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { office, openVillage, type Village } from './support/village.ts';

const MORNING = office('2026-11-23 09:00:00');
const later = (minutes: number): Date => new Date(MORNING.getTime() + minutes * 60_000);

let database: TestDatabase;
let village: Village;
let db: Db;
beforeEach(async () => {
  database = await createTestDatabase();
  village = await openVillage(database.url);
  db = village.db;
});
afterEach(async () => {
  await village.close();
  await database.drop();
});

const sweep = (now: Date): Promise<void> => runPeriodicWork({ ...village.parts, now });
const told = async (): Promise<string[]> =>
  (await db.delivery.findMany({ where: { kind: 'announcement' }, orderBy: { seq: 'asc' } })).map((row) => row.personId);

describe('an announcement that was told to leave', () => {
  it('waits five minutes, in which it can be taken back and is a draft again', async () => {
    const [reader] = await addReaders(db, 1, { now: MORNING });
    const { id, leavesAt } = await announce(db, { now: MORNING });
    expect(leavesAt).toEqual(later(5));
    await sweep(later(4.9));
    expect(await told()).toEqual([]);
    await expect(
      db.$transaction((tx) =>
        changeAnnouncement(tx, { id, text: 'khác', audience: EVERYBODY, seenAt: MORNING, now: MORNING }),
      ),
    ).rejects.toMatchObject({ code: 'announcement.not-allowed' });

    await db.$transaction((tx) => takeBackAnnouncement(tx, { id, now: later(4.9) }));
    await sweep(later(6));
    expect(await told()).toEqual([]);
    await db.$transaction((tx) => deleteAnnouncement(tx, { id, now: later(6) }));
    expect(await db.announcement.count()).toBe(0);

    await announce(db, { now: later(6) });
    await sweep(later(11));
    expect(await told()).toEqual([reader?.personId]);
  });

  it('cannot be taken back, changed or deleted once its messages are being written down, by any clock', async () => {
    await addReaders(db, 2, { now: MORNING });
    const { id } = await announce(db, { now: MORNING });
    expect(await planSlice(db, { id, now: later(5), slice: 1 })).toBe('more');
    const refused = { code: 'announcement.not-allowed' };
    await expect(db.$transaction((tx) => takeBackAnnouncement(tx, { id, now: later(4) }))).rejects.toMatchObject(
      refused,
    );
    await expect(db.$transaction((tx) => deleteAnnouncement(tx, { id, now: later(4) }))).rejects.toMatchObject(refused);
  });

  it('confirmed between 20:00 and 07:00 leaves at 07:00, and can be taken back until then', async () => {
    await addReaders(db, 1, { now: MORNING });
    const { leavesAt } = await announce(db, { now: office('2026-11-23 19:57:00') });
    expect(leavesAt).toEqual(office('2026-11-24 07:00:00'));
    expect((await announce(db, { now: office('2026-11-24 06:10:00') })).leavesAt).toEqual(
      office('2026-11-24 07:00:00'),
    );
    await sweep(office('2026-11-24 06:59:59'));
    expect(await told()).toEqual([]);
  });
});

describe('planning an announcement', () => {
  it('writes one message to each who is meant, wants news and can be reached, where they wrote last', async () => {
    const here = await addReaders(db, 3, { now: MORNING });
    await addReaders(db, 1, { now: MORNING, wantsNews: false });
    const [gone, sample, erased, joined] = await addReaders(db, 4, { now: MORNING });
    await db.contact.update({ where: { id: gone?.contactId }, data: { state: 'unreachable' } });
    await db.person.update({ where: { id: sample?.personId }, data: { isSample: true } });
    await db.person.update({ where: { id: erased?.personId }, data: { erasedAt: MORNING } });
    await db.person.update({ where: { id: joined?.personId }, data: { joinedAt: MORNING } });
    const [first] = here;
    const newest = {
      id: randomUUID(),
      personId: first?.personId ?? '',
      channel: 'zalo-bot',
      account: 'x',
      address: 'y',
    };
    await db.contact.create({ data: { ...newest, createdAt: later(1), lastInboundAt: later(1) } });
    await db.person.update({ where: { id: here[1]?.personId }, data: { locale: 'en' } });

    const { id } = await announce(db, { text: 'Có lớp mới.', now: MORNING });
    await sweep(later(5));
    await sweep(later(6));
    const rows = await db.delivery.findMany({ where: { announcementId: id } });
    expect(rows.map((row) => row.personId).sort()).toEqual(here.map(({ personId }) => personId).sort());
    expect(rows.map((row) => row.key).sort()).toEqual(rows.map((row) => `announcement/${id}/${row.contactId}`).sort());
    expect(rows.find((row) => row.personId === first?.personId)).toMatchObject({
      contactId: newest.id,
      channel: 'zalo-bot',
      account: 'x',
    });
    const texts = new Set(rows.map((row) => JSON.stringify(row.content)));
    expect([...texts].sort()).toEqual(
      [
        '{"text":"Có lớp mới.\\n\\nKhông muốn nhận tin của trung tâm nữa, anh/chị gõ: dừng nhận tin","choices":[]}',
        '{"text":"Có lớp mới.\\n\\nTo stop news of the centre, type: stop news","choices":[]}',
      ].sort(),
    );
  });

  it('of an audience writes to those it means only', async () => {
    const [near, far] = await addReaders(db, 2, { now: MORNING });
    await db.person.update({ where: { id: near?.personId }, data: { communeCode: '02185' } });
    await db.person.update({ where: { id: far?.personId }, data: { communeCode: '01273' } });
    await announce(db, { audience: { kind: 'commune', isOneOf: ['02185'] }, now: MORNING });
    await sweep(later(5));
    expect(await told()).toEqual([near?.personId]);
  });

  it('of one that cannot be planned keeps no other from leaving', async () => {
    const [reader] = await addReaders(db, 1, { now: MORNING });
    const { id } = await announce(db, { now: MORNING });
    await db.announcement.update({ where: { id }, data: { audience: { kind: 'of another time' } } });
    await announce(db, { now: later(1) });
    await expect(sweep(later(6))).rejects.toThrow();
    expect(await told()).toEqual([reader?.personId]);
  });

  it('goes on after any slice where it stood, and two processes at once write nobody twice', async () => {
    const readers = await addReaders(db, 95, { now: MORNING });
    const { id } = await announce(db, { now: MORNING });
    const other = openDatabase({ url: database.url, poolSize: 3 });
    const plan = async (from: Db): Promise<void> => {
      for (let step = 'more'; step !== 'done'; ) step = await planSlice(from, { id, now: later(5), slice: 10 });
    };
    await planSlice(db, { id, now: later(5), slice: 10 });
    expect((await db.announcement.findUniqueOrThrow({ where: { id } })).plannedThrough).not.toBeNull();
    await Promise.all([plan(db), plan(other), plan(other)]);
    await other.$disconnect();
    expect((await told()).sort()).toEqual(readers.map(({ personId }) => personId).sort());
    const announcement = await db.announcement.findUniqueOrThrow({ where: { id } });
    expect(announcement.plannedAt).toEqual(later(5));
    expect((await readAnnouncementLedgers(db, [id])).get(id)).toMatchObject({ targeted: 95, waiting: 95, sent: 0 });
  });

  it('tells nobody twice who was joined with another channel of theirs in between', async () => {
    const [a, b] = (await addReaders(db, 2, { now: MORNING })).sort((x, y) => (x.personId < y.personId ? -1 : 1));
    const { id } = await announce(db, { now: MORNING });
    await planSlice(db, { id, now: later(5), slice: 1 });
    // As joining does: all that is the first one's becomes the second's.
    const into = { where: { personId: a?.personId }, data: { personId: b?.personId ?? '' } };
    await db.contact.updateMany(into);
    await db.delivery.updateMany(into);
    expect(await planSlice(db, { id, now: later(5), slice: 10 })).toBe('done');
    expect(await told()).toEqual([b?.personId]);
  });
});
