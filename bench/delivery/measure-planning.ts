// In a process of its own, so that the memory told is its own: writes one announcement into the ledger.
import { randomUUID } from 'node:crypto';
import { json } from 'node:stream/consumers';
import { z } from 'zod';
import { RETENTION } from '../../core/schedule/retention.ts';
import { loadCalendar } from '../../data/holidays/load-calendar.ts';
import { sweepAnnouncementsHandler } from '../../jobs/sweeps/sweep-announcements.handler.ts';
import { openDatabase } from '../../records/database.ts';
import { openFileStore } from '../../records/file-store.ts';
import { quietLog } from '../../test/support/test-bot.ts';

const { url, at } = z.object({ url: z.string(), at: z.coerce.date() }).parse(await json(process.stdin));
const db = openDatabase({ url });
const calendar = loadCalendar();
const beganMs = performance.now();
await sweepAnnouncementsHandler({
  ...{ db, ids: { next: randomUUID }, log: quietLog, files: openFileStore('.'), now: at, retention: RETENTION },
  bot: { sweepInbound: async () => {} },
  outbox: { sendDue: async () => {}, recoverStuck: async () => {} },
  ...{ holidays: () => calendar.holidays, plan: () => calendar.plan, handOn: async () => {} },
});
const seconds = (performance.now() - beganMs) / 1000;
await db.$disconnect();
console.log(JSON.stringify({ seconds, peakRssMb: process.resourceUsage().maxRSS / 1024 }));
