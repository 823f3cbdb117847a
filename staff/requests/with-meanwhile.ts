import { AppError } from '../../core/app-error.ts';
import { isStatusEvent } from '../../core/applications/status.ts';
import type { Db } from '../../records/database.ts';
import { findRequest } from '../../records/request-detail.ts';

/** The same refusal with the last thing that happened to the dossier, so that the officer learns why. */
export async function withMeanwhile(db: Db, id: string, error: unknown): Promise<unknown> {
  if (!(error instanceof AppError) || !error.code.startsWith('application.not-')) return error;
  const last = (await findRequest(db, id))?.events.findLast(({ kind }) => isStatusEvent(kind));
  if (last === undefined) return error;
  const by: Record<string, string> = last.actorName === null ? {} : { by: last.actorName };
  return new AppError(error.code, { kind: last.kind, at: last.at.toISOString(), ...by }, { cause: error });
}
