import type { HappenedEvent } from '../core/applications/event.ts';
import { type Project, projectOf } from '../core/applications/project.ts';
import type { Fund } from '../core/applications/project-data.ts';
import type { SupportProject } from '../generated/prisma/client.ts';
import type { Db, Tx } from './database.ts';

/**
 * Makes the row of a dossier's project (đề án) anew from all its events, in the transaction that added the last one; there is
 * no row while nothing is proposed. The caller holds the dossier. Nobody else writes this table.
 */
export async function keepProject(
  tx: Tx,
  { id, events }: { id: string; events: readonly HappenedEvent[] },
): Promise<void> {
  if (events.every(({ kind }) => kind !== 'proposed')) return;
  const project = projectOf(events);
  if (project === undefined) {
    await tx.supportProject.deleteMany({ where: { applicationId: id } });
    return;
  }
  await tx.supportProject.upsert({
    where: { applicationId: id },
    create: { applicationId: id, ...project },
    update: project,
  });
}

/** The project of a dossier, if it has one. */
export async function findProject(db: Db | Tx, id: string): Promise<Project | undefined> {
  const row = await db.supportProject.findUnique({ where: { applicationId: id } });
  return row === null ? undefined : toProject(row);
}

/** Sums of money fit a number of JavaScript many times over; the database keeps them whole. */
export function toProject({ applicationId: _, ...row }: SupportProject): Project {
  return {
    ...row,
    fund: toFund(row.fund),
    proposedVnd: toVnd(row.proposedVnd),
    nationalVnd: toVnd(row.nationalVnd),
    localVnd: toVnd(row.localVnd),
    counterpartVnd: toVnd(row.counterpartVnd),
    advancedNationalVnd: toVnd(row.advancedNationalVnd),
    advancedLocalVnd: toVnd(row.advancedLocalVnd),
    paidNationalVnd: toVnd(row.paidNationalVnd),
    paidLocalVnd: toVnd(row.paidLocalVnd),
    paidCounterpartVnd: toVnd(row.paidCounterpartVnd),
  };
}

function toVnd(sum: bigint | null): number | null {
  return sum === null ? null : Number(sum);
}

function toFund(fund: string): Fund {
  return fund === 'local' ? 'local' : 'national';
}
