import { z } from 'zod';
import { defineTask } from '../job.ts';

/** Reminds of one thing once more, as its person asked. */
export const tellAgain = defineTask({
  id: 'tell-again',
  payload: z.strictObject({ id: z.uuid() }),
  load: async () => (await import('./tell-again.handler.ts')).tellAgainHandler,
});
