import type { AnyTask, Sweep } from './job.ts';
import { sweepDeliveries } from './sweeps/sweep-deliveries.ts';
import { sweepDrafts } from './sweeps/sweep-drafts.ts';
import { sweepInbound } from './sweeps/sweep-inbound.ts';
import { sweepRetention } from './sweeps/sweep-retention.ts';
import { tendDraft } from './tasks/tend-draft.ts';

/** All periodic works, in the order in which they make sense one after another: what is written is sent last. */
export const sweeps: readonly Sweep[] = [sweepInbound, sweepDrafts, sweepDeliveries, sweepRetention];

export const tasks: readonly AnyTask[] = [tendDraft];
