import { z } from 'zod';
import { defineTask } from '../job.ts';

/** Tells one person that the answer is late, with a new time. */
export const tellLate = defineTask({
  id: 'tell-late',
  payload: z.strictObject({ questionId: z.uuid() }),
  load: async () => (await import('./tell-late.handler.ts')).tellLateHandler,
});
