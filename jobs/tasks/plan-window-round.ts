import { z } from 'zod';
import { defineTask } from '../job.ts';

/** Puts one round of a window's reminders into the ledger. */
export const planWindowRound = defineTask({
  id: 'plan-window-round',
  payload: z.strictObject({ windowId: z.uuid(), version: z.int(), which: z.string() }),
  load: async () => (await import('./plan-window-round.handler.ts')).planWindowRoundHandler,
});
