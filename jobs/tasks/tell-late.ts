import { z } from 'zod';
import { defineTask } from '../job.ts';

/** Tells one person that answers are late, with a new time. */
export const tellLate = defineTask({
  id: 'tell-late',
  payload: z.strictObject({ personId: z.uuid() }),
  load: async () => (await import('./tell-late.handler.ts')).tellLateHandler,
});
