import { randomUUID } from 'node:crypto';
import { expect, it, onTestFinished } from 'vitest';
import type { CalendarContent } from '../../core/schedule/calendar.ts';
import { officeDay } from '../../core/schedule/working-days.ts';
import { readCalendarVersion } from '../../records/calendar.ts';
import { addCalendarEntry, takeCalendar, withdrawCalendarEntry } from '../../records/calendar-deeds.ts';
import { openDatabase } from '../../records/database.ts';
import { makePlace, READY_WORDS, runAssistant } from '../support/assistant.ts';
import { chatClient } from '../support/chat-client.ts';
import { createTestDatabase } from '../support/database.ts';

it('days off that an officer enters are in the promises of two processes within seconds, and of one that was killed and begins again', async () => {
  const database = await createTestDatabase();
  onTestFinished(() => database.drop());
  const db = openDatabase({ url: database.url, poolSize: 2 });
  onTestFinished(() => db.$disconnect());
  const today = officeDay(new Date());
  const isoDay = (ahead: number): string => today.add({ days: ahead }).toString();

  const enter = async (content: CalendarContent): Promise<string> => {
    const [id, now, seen] = [randomUUID(), new Date(), await readCalendarVersion(db)];
    await db.$transaction(async (tx) => {
      const version = await takeCalendar(tx, { seen, now });
      await addCalendarEntry(tx, { id, version, content, officerId: 'officer', now });
    });
    return id;
  };
  // However far the shipped holidays reach on the day of this test.
  for (let year = 2028; year <= today.year + 1; year += 1) await enter({ kind: 'year', year, document: 'Thử' });

  const begin = async () => {
    const place = await makePlace({
      ...{ CENTRE_NAME: 'Trung tâm Khuyến công thử', CENTRE_PROVINCE: '19', DATABASE_URL: database.url },
      ...{ PUBLIC_URL: 'http://khuyencong.test', PATH: process.env.PATH ?? '' },
    });
    onTestFinished(place.remove);
    const assistant = runAssistant(place.settings);
    onTestFinished(async () => void (await assistant.end('SIGKILL')));
    await assistant.says(READY_WORDS);
    return assistant;
  };
  /** The day that somebody new is promised by this process. */
  const promisedBy = async ({ url }: { url: string }): Promise<string> => {
    const page = chatClient(url);
    await page.openSession();
    const before = new Set((await db.humanHandoff.findMany({ select: { id: true } })).map(({ id }) => id));
    for (const [index, words] of ['gặp cán bộ', 'Bao giờ có đợt mới?'].entries()) {
      await page.say(words);
      while ((await page.history()).messages.length < 2 * (index + 1)) await page.history();
    }
    const asked = (await db.humanHandoff.findMany()).find(({ id }) => !before.has(id));
    if (asked?.promisedAt == null) throw new Error('No time was promised.');
    return officeDay(asked.promisedAt).toString();
  };

  const [one, two] = await Promise.all([begin(), begin()]);
  const isLater = async (assistant: { url: string }) => (await promisedBy(assistant)) >= isoDay(16);
  expect([await isLater(one), await isLater(two)]).toEqual([false, false]);

  const days = { first: isoDay(0), last: isoDay(15), name: 'Nghỉ', document: 'Thử' };
  const id = await enter({ kind: 'holiday', ...days, as: 'off', isConfirmed: true });
  for (const assistant of [one, two]) {
    await expect.poll(() => isLater(assistant), { timeout: 20_000, interval: 1_000 }).toBe(true);
  }

  await one.end('SIGKILL');
  const again = await begin();
  expect(await isLater(again)).toBe(true);

  const [now, seen] = [new Date(), await readCalendarVersion(db)];
  await db.$transaction(async (tx) => {
    await takeCalendar(tx, { seen, now });
    await withdrawCalendarEntry(tx, { id, officerId: 'officer', now });
  });
  for (const assistant of [two, again]) {
    await expect.poll(() => isLater(assistant), { timeout: 20_000, interval: 1_000 }).toBe(false);
  }
});
