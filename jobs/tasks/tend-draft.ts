import { z } from 'zod';
import { defineTask } from '../job.ts';

/** Does what is due with one draft: reminds, announces its end, or ends it. */
export const tendDraft = defineTask({
  id: 'tend-draft',
  payload: z.strictObject({ applicationId: z.uuid() }),
  load: async () => (await import('./tend-draft.handler.ts')).tendDraftHandler,
});
