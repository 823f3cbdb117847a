import type { Evidence } from './evidence.ts';
import { reminderIn } from './plant-breaches.ts';

/** News left on Zalo while a reminder of a near closing was left out for want of room. */
export function letNewsGoFirst(of: Evidence): void {
  const onZalo = of.people.flatMap(({ contacts }) => contacts.filter(({ channel }) => channel === 'zalo-bot'));
  const contactId = onZalo[0]?.id ?? '';
  const { deliveryId } = reminderIn(of);
  const word = of.deliveries.find(({ id }) => id === deliveryId);
  if (word?.settledAt === undefined) throw new Error('It came, and is not settled.');
  const one = { ...word, contactId, createdAt: word.settledAt, status: 'sent' };
  of.deliveries.push({ ...one, id: 'short', status: 'skipped', reason: 'budget' });
  of.deliveries.push({ ...one, id: 'news', kind: 'announcement', windowId: null });
}

/** An announcement that left was paused all the time. */
export function pauseFromTheStart(of: Evidence): void {
  const story = of.announcements.find(({ id }) => of.deliveries.some((row) => row.announcementId === id));
  story?.pauses.push({ n: 0, until: undefined });
}

/** An announcement that was resumed still waits. */
export function resumeInVain(of: Evidence): void {
  const row = of.deliveries.find(({ announcementId, status }) => announcementId !== null && status === 'sent');
  if (row === undefined) throw new Error('No news left.');
  const story = of.announcements.find(({ id }) => id === row.announcementId);
  story?.pauses.push({ n: 0, until: 1 });
  Object.assign(row, { status: 'waiting', notBefore: row.createdAt });
}
