import { defineSweep } from '../job.ts';

/** Application windows: a round of reminders may be due, or was missed. */
export const sweepWindows = defineSweep({
  id: 'sweep-windows',
  everyMs: 60_000,
  load: async () => (await import('./sweep-windows.handler.ts')).sweepWindowsHandler,
});
