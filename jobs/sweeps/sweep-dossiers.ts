import { defineSweep } from '../job.ts';

/** Dossiers that wait for papers or a report: a reminder may be due, or was missed. */
export const sweepDossiers = defineSweep({
  id: 'sweep-dossiers',
  everyMs: 10 * 60_000,
  load: async () => (await import('./sweep-dossiers.handler.ts')).sweepDossiersHandler,
});
