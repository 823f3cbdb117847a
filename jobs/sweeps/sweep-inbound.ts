import { defineSweep } from '../job.ts';

/** Messages that were written down and never answered, because a process died in between. Their turns are the tasks. */
export const sweepInbound = defineSweep({
  id: 'sweep-inbound',
  everyMs: 5_000,
  load: async () => async (run) => {
    await run.bot.sweepInbound();
  },
});
