import { defineSweep } from '../job.ts';

/** Announcements whose hold is over: their messages are written down. Sending them is the outbox's. */
export const sweepAnnouncements = defineSweep({
  id: 'sweep-announcements',
  everyMs: 3_000,
  load: async () => (await import('./sweep-announcements.handler.ts')).sweepAnnouncementsHandler,
});
