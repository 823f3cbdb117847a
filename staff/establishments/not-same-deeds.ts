import { takeBackApart, tellApart } from '../../records/not-same.ts';
import type { Officer } from '../auth/session.ts';
import { writeOnce } from '../http/write-once.ts';
import type { StaffDeps } from '../staff-deps.ts';

type Said = { requestId: string; officer: Officer; id: string; otherId: string };

/** An officer looked at two that may be the same, and they are not. Throws what `tellApart` throws. */
export async function sayNotSame(deps: Pick<StaffDeps, 'db' | 'clock'>, said: Said): Promise<void> {
  const { requestId, officer, id, otherId } = said;
  await writeOnce(deps, auditOf('told-apart', said), async (tx, now) => {
    await tellApart(tx, { id: requestId, oneId: id, otherId, officerId: officer.id, now });
  });
}

/** That counts no more: they are shown beside each other again. */
export async function sayNotSameNoMore(deps: Pick<StaffDeps, 'db' | 'clock'>, said: Said): Promise<void> {
  const { officer, id, otherId } = said;
  await writeOnce(deps, auditOf('told-apart-undone', said), async (tx, now) => {
    await takeBackApart(tx, { oneId: id, otherId, officerId: officer.id, now });
  });
}

function auditOf(deed: string, { requestId, officer, id, otherId }: Said) {
  return {
    ...{ requestId, actorId: officer.id, action: `establishment.${deed}` },
    ...{ subjectKind: 'Establishment', subjectId: id, data: { otherId } },
  };
}
