import { defineSweep } from '../job.ts';

/** What is older than the retention rule says. Not at an hour of the night: an office's machine may be off then. */
export const sweepRetention = defineSweep({
  id: 'sweep-retention',
  everyMs: 6 * 3_600_000,
  load: async () => (await import('./sweep-retention.handler.ts')).sweepRetentionHandler,
});
