import { defineSweep } from '../job.ts';

/** Messages that are due, and sends that a crash cut off. The outbox claims and checks each one by itself. */
export const sweepDeliveries = defineSweep({
  id: 'sweep-deliveries',
  everyMs: 5_000,
  load: async () => async (run) => {
    await run.outbox.recoverStuck();
    await run.outbox.sendDue();
  },
});
