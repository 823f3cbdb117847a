import { defineSweep } from '../job.ts';

/** "Nhắc lại sau 2 ngày": the time of some may have come. */
export const sweepAgain = defineSweep({
  id: 'sweep-again',
  everyMs: 60_000,
  load: async () => (await import('./sweep-again.handler.ts')).sweepAgainHandler,
});
