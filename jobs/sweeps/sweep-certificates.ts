import { defineSweep } from '../job.ts';

/** Certificates that end: somebody of their establishment may be reminded, or was not in time. */
export const sweepCertificates = defineSweep({
  id: 'sweep-certificates',
  everyMs: 10 * 60_000,
  load: async () => (await import('./sweep-certificates.handler.ts')).sweepCertificatesHandler,
});
