import { AppError } from '../../core/app-error.ts';
import { holdWhole } from '../../records/establishment-holds.ts';
import { takeBackMergeMessages } from '../../records/merge-messages.ts';
import { mergeEstablishments } from '../../records/merges.ts';
import { undoMerge } from '../../records/undo-merge.ts';
import type { Officer } from '../auth/session.ts';
import { writeOnce } from '../http/write-once.ts';
import type { StaffDeps } from '../staff-deps.ts';
import { mergeMessages, tellMerged, tellUndone } from './merge-messages.ts';
import { getBoth, markOf, type Pair } from './preview-merge.ts';

type Deps = Pick<StaffDeps, 'db' | 'clock' | 'ids'>;

/**
 * Makes one establishment of two, as the officer saw it beforehand (`mark`). Throws `not-found`, `request.invalid`,
 * `establishment.merged-already`, `establishment.sample` and `establishment.changed-meanwhile`.
 */
export async function mergeAsSeen(
  deps: Deps,
  { requestId, officer, mark, keptId, mergedId }: Pair & { requestId: string; officer: Officer; mark: string },
): Promise<void> {
  const audit = auditOf('merged', { requestId, officer, id: keptId, data: { mergedId } });
  await whenQuiet(() =>
    writeOnce(deps, audit, async (tx, now) => {
      await holdWhole(tx, [keptId, mergedId]);
      const both = await getBoth(tx, { keptId, mergedId });
      if (markOf(both) !== mark) throw new AppError('establishment.changed-meanwhile');
      const { messages } = await mergeMessages(tx, both);
      const about = { mergeId: requestId, officerId: officer.id, now };
      await mergeEstablishments(tx, { ...about, keptId, mergedId, ids: deps.ids });
      await tellMerged(tx, deps, { ...about, messages });
    }),
  );
}

/** Throws what `undoMerge` throws. `id`: the one that was kept. */
export async function undoAsAsked(
  deps: Deps,
  { requestId, officer, id, mergeId }: { requestId: string; officer: Officer; id: string; mergeId: string },
): Promise<void> {
  const audit = auditOf('merge-undone', { requestId, officer, id, data: { mergeId } });
  await whenQuiet(() =>
    writeOnce(deps, audit, async (tx, now) => {
      const { keptId } = await undoMerge(tx, { mergeId, officerId: officer.id, now });
      if (keptId !== id) throw new AppError('not-found');
      const toldIds = await takeBackMergeMessages(tx, { mergeId, now });
      await tellUndone(tx, deps, { mergeId, officerId: officer.id, now, toldIds });
    }),
  );
}

const MOST_TRIES = 5;

/** Tries again when a request came while the locks were taken. */
async function whenQuiet(work: () => Promise<unknown>): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await work();
      return;
    } catch (error) {
      const isBusy = error instanceof AppError && error.code === 'establishment.busy';
      if (!isBusy || attempt === MOST_TRIES) throw error;
    }
  }
}

function auditOf(
  deed: string,
  { requestId, officer, id, data }: { requestId: string; officer: Officer; id: string; data: Record<string, string> },
) {
  return {
    ...{ requestId, actorId: officer.id, action: `establishment.${deed}` },
    ...{ subjectKind: 'Establishment', subjectId: id, data },
  };
}
