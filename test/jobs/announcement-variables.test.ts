import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { confirmAnnouncement, createAnnouncement } from '../../records/announcements.ts';
import { type Db, openDatabase } from '../../records/database.ts';
import { announce, EVERYBODY, planSlice } from '../support/announced.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { addPerson, addRequest } from '../support/office-people.ts';

const NOW = new Date('2026-11-23T02:00:00Z');
const LATER = new Date(NOW.getTime() + 5 * 60_000);

let database: TestDatabase;
let db: Db;
beforeAll(async () => {
  database = await createTestDatabase();
  db = openDatabase({ url: database.url, poolSize: 2 });
});
afterAll(async () => {
  await db.$disconnect();
  await database.drop();
});

type Known = { displayName?: string; said?: Record<string, string | object>; locale?: string };
async function reader(key: string, { displayName, said, locale = 'vi' }: Known): Promise<string> {
  const { personId } = await addPerson(db, { name: displayName, wroteAt: NOW });
  await db.person.update({ where: { id: personId }, data: { wantsNews: true, locale } });
  if (said !== undefined) await addRequest(db, { personId, code: `KC-${key}`, at: NOW, answers: said });
  return personId;
}

describe('an announcement with variables', () => {
  it('is filled in for each person with what they said, in their language; what is not known has plain words, and what they typed is no variable', async () => {
    const commune = { commune: 'Xã Côn Minh' };
    const readers: [string, string][] = [
      [
        await reader('1', { displayName: 'hoa99', said: { 'contact-name': 'Chị Hoa', commune } }),
        'Chào Chị Hoa ở xã Côn Minh.',
      ],
      [await reader('2', { displayName: 'Bố Tí' }), 'Chào Bố Tí ở địa phương mình.'],
      [await reader('3', {}), 'Chào anh/chị ở địa phương mình.'],
      [await reader('4', { said: { 'contact-name': '{xã} \n {tên}', commune } }), 'Chào {xã} {tên} ở xã Côn Minh.'],
      [await reader('5', { locale: 'en' }), 'Chào you ở your commune.'],
      [await reader('6', { said: { 'contact-name': 'x'.repeat(500) } }), `Chào ${'x'.repeat(60)} ở địa phương mình.`],
      [
        await reader('7', { said: { 'contact-name': 'Mẹ của Lan', 'filled-by': 'family', commune } }),
        'Chào anh/chị ở địa phương mình.',
      ],
    ];
    const { id } = await announce(db, { text: 'Chào {tên} ở {xã}.', now: NOW });
    await planSlice(db, { id, now: LATER });
    for (const [personId, expected] of readers) {
      const { content } = await db.delivery.findFirstOrThrow({ where: { announcementId: id, personId } });
      expect(String(Reflect.get(Object(content), 'text')).split('\n')[0]).toBe(expected);
    }
  });

  it('with a wrong one cannot be confirmed', async () => {
    const id = crypto.randomUUID();
    const confirm = () =>
      db.$transaction(async (tx) => {
        await createAnnouncement(tx, {
          id,
          text: 'Chào {tenn}',
          audience: EVERYBODY,
          officerId: 'officer-1',
          now: NOW,
        });
        await confirmAnnouncement(tx, { id, officerId: 'officer-1', seenAt: NOW, now: NOW });
      });
    await expect(confirm()).rejects.toMatchObject({ code: 'announcement.wrong-variable' });
  });
});

describe('the choices of an announcement', () => {
  it('stand under its message, in the reader’s language', async () => {
    const personId = await reader('8', {});
    const id = crypto.randomUUID();
    const leavesAt = NOW;
    await db.$transaction((tx) =>
      createAnnouncement(tx, {
        ...{ id, text: 'Lớp mới.', audience: EVERYBODY, choices: ['register', 'remind'] },
        ...{ officerId: 'officer-1', now: NOW },
      }),
    );
    await db.announcement.update({ where: { id }, data: { confirmedAt: NOW, confirmedById: 'officer-1', leavesAt } });
    await planSlice(db, { id, now: LATER });
    const { content } = await db.delivery.findFirstOrThrow({ where: { announcementId: id, personId } });
    expect(Reflect.get(Object(content), 'choices')).toEqual([
      { key: 'register:start', label: 'Đăng ký' },
      { key: 'reminders:wish:any', label: 'Nhắc tôi' },
    ]);
  });
});
