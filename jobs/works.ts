import type { AnyTask, Sweep } from './job.ts';
import { sweepAgain } from './sweeps/sweep-again.ts';
import { sweepAnnouncements } from './sweeps/sweep-announcements.ts';
import { sweepCertificates } from './sweeps/sweep-certificates.ts';
import { sweepDeliveries } from './sweeps/sweep-deliveries.ts';
import { sweepDossiers } from './sweeps/sweep-dossiers.ts';
import { sweepDrafts } from './sweeps/sweep-drafts.ts';
import { sweepInbound } from './sweeps/sweep-inbound.ts';
import { sweepPromises } from './sweeps/sweep-promises.ts';
import { sweepRetention } from './sweeps/sweep-retention.ts';
import { sweepWindows } from './sweeps/sweep-windows.ts';
import { planWindowRound } from './tasks/plan-window-round.ts';
import { tellAgain } from './tasks/tell-again.ts';
import { tellLate } from './tasks/tell-late.ts';
import { tendCertificate } from './tasks/tend-certificate.ts';
import { tendDossier } from './tasks/tend-dossier.ts';
import { tendDraft } from './tasks/tend-draft.ts';

export type Works = { sweeps: readonly Sweep[]; tasks: readonly AnyTask[] };

/** All periodic works, in the order in which they make sense one after another: what is written is sent last. */
export const allWorks: Works = {
  sweeps: [
    ...[sweepInbound, sweepPromises, sweepWindows, sweepAgain, sweepDrafts, sweepDossiers, sweepCertificates],
    ...[sweepAnnouncements, sweepDeliveries, sweepRetention],
  ],
  tasks: [tellLate, tendDraft, planWindowRound, tellAgain, tendDossier, tendCertificate],
};
