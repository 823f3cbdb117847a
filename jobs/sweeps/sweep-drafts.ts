import { defineSweep } from '../job.ts';

/** Unsent requests that nobody touched: a reminder, the announcement of their end, or their end may be due. */
export const sweepDrafts = defineSweep({
  id: 'sweep-drafts',
  everyMs: 10 * 60_000,
  load: async () => (await import('./sweep-drafts.handler.ts')).sweepDraftsHandler,
});
