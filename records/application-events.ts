import { AppError } from '../core/app-error.ts';
import type { ApplicationAction } from '../core/applications/actions.ts';
import type { ActorKind, ApplicationEventKind } from '../core/applications/event.ts';
import { claimedBy, statusOf } from '../core/applications/status.ts';
import type { Ids } from '../core/ids.ts';
import type { Prisma } from '../generated/prisma/client.ts';
import type { Tx } from './database.ts';
import { readToldAndDone, type ToldAndDoneRow, toldAndDoneSql } from './told-and-done.ts';

/** `requestId` is made by the caller: the same one twice changes nothing. */
export type Deed = { id: string; requestId: string; now: Date; ids: Ids };

/**
 * Holds the dossier until the transaction ends: the person, officers and a job may act at the same moment.
 * Throws `application.missing`.
 */
export async function lockApplication(tx: Tx, id: string) {
  const rows = await tx.$queryRaw<{ code: string | null }[]>`
    SELECT "code" FROM "Application" WHERE "id" = ${id}::uuid FOR UPDATE`;
  const [row] = rows;
  if (row === undefined) throw new AppError('application.missing');
  // A statement of its own: what was done while it was waited for is seen by the next one only.
  const [told] = await tx.$queryRaw<[ToldAndDoneRow]>`
    SELECT ${toldAndDoneSql} FROM "Application" a WHERE a."id" = ${id}::uuid`;
  const { answers, events } = readToldAndDone(told);
  return {
    code: row.code ?? undefined,
    status: statusOf(events),
    /** The officer who has it. */
    holderId: claimedBy(events),
    events,
    nextSeq: (events.at(-1)?.seq ?? 0) + 1,
    answers,
  };
}

/** The caller holds the dossier. */
export async function addEvent(
  tx: Tx,
  event: Deed & {
    kind: ApplicationEventKind;
    seq: number;
    actor: { kind: ActorKind; id?: string };
    data?: Prisma.InputJsonObject;
  },
): Promise<void> {
  const { id, requestId, now, ids, kind, seq, actor, data } = event;
  await tx.applicationEvent.create({
    data: {
      id: ids.next(),
      applicationId: id,
      seq,
      kind,
      at: now,
      actorKind: actor.kind,
      actorId: actor.id,
      requestId,
      data: data ?? {},
    },
  });
  await tx.application.update({ where: { id }, data: { updatedAt: now } });
}

export function notAllowed(action: ApplicationAction, status: string): AppError {
  return new AppError('application.not-allowed', { action, status });
}
