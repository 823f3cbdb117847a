import { z } from 'zod';
import { defineTask } from '../job.ts';

/** Reminds one person that a certificate of theirs ends, when that is due. */
export const tendCertificate = defineTask({
  id: 'tend-certificate',
  payload: z.strictObject({ certificateId: z.uuid(), personId: z.uuid() }),
  load: async () => (await import('./tend-certificate.handler.ts')).tendCertificateHandler,
});
