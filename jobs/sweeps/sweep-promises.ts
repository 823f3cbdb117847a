import { defineSweep } from '../job.ts';

/** Questions that an officer has not answered by the promised time: their people are told. */
export const sweepPromises = defineSweep({
  id: 'sweep-promises',
  everyMs: 2 * 60_000,
  load: async () => (await import('./sweep-promises.handler.ts')).sweepPromisesHandler,
});
