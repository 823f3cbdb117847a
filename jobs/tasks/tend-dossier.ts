import { z } from 'zod';
import { defineTask } from '../job.ts';

/** Reminds of what one dossier waits for, when that is due. */
export const tendDossier = defineTask({
  id: 'tend-dossier',
  payload: z.strictObject({ applicationId: z.uuid() }),
  load: async () => (await import('./tend-dossier.handler.ts')).tendDossierHandler,
});
