import { checkTarget, type ReportTarget } from '../../core/reports/target.ts';
import { keepReportTarget } from '../../records/report-targets.ts';
import type { Officer } from '../auth/session.ts';
import { writeOnce } from '../http/write-once.ts';
import type { StaffDeps } from '../staff-deps.ts';

type Kept = {
  id: string;
  requestId: string;
  /** The version that the officer saw; 0: nothing of the office's. */
  version: number;
  /** Null: taken away. */
  target: ReportTarget | null;
  officer: Pick<Officer, 'id'>;
};

/**
 * An officer says what the office sets out to reach, or takes it away; what it said before is kept. Throws what `checkTarget`
 * throws, and `report.target-changed`.
 */
export async function keepTarget(deps: Pick<StaffDeps, 'db' | 'clock'>, kept: Kept): Promise<void> {
  const { id, requestId, version, target, officer } = kept;
  if (target !== null) checkTarget(target);
  const action = target === null ? 'report-target.removed' : 'report-target.kept';
  const write = { requestId, actorId: officer.id, action, subjectKind: 'ReportTarget', subjectId: id };
  await writeOnce(deps, { ...write, data: { version: version + 1 } }, (tx, now) =>
    keepReportTarget(tx, { id, seen: version, target, officerId: officer.id, now }),
  );
}
