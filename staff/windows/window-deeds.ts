import { AppError } from '../../core/app-error.ts';
import { findDatesFault } from '../../core/schedule/window-dates.ts';
import {
  changeWindow,
  createWindow,
  findWindow,
  isSame,
  type WindowFields,
  withdrawWindow,
} from '../../records/windows.ts';
import type { Officer } from '../auth/session.ts';
import { writeOnce } from '../http/write-once.ts';
import type { StaffDeps } from '../staff-deps.ts';

/** The request's own id becomes that of the window, so that a repeat returns the same. Throws the faults of `findDatesFault`. */
export async function enterWindow(
  deps: StaffDeps,
  { requestId: id, officer, ...fields }: WindowFields & { requestId: string; officer: Officer },
): Promise<string> {
  await writeOnce(deps, deedOf('created', id, id, officer), async (tx, now) => {
    refuseFault(fields, now);
    await createWindow(tx, { id, ...fields, createdById: officer.id, now });
  });
  return id;
}

/** Throws `not-found`, the faults of `findDatesFault`, `window.withdrawn` and `window.changed-meanwhile`. */
export async function alterWindow(
  deps: StaffDeps,
  options: Omit<WindowFields, 'programme' | 'kind'> & {
    id: string;
    version: number;
    requestId: string;
    officer: Officer;
  },
): Promise<void> {
  const { requestId, officer, ...fields } = options;
  await writeOnce(deps, deedOf('changed', fields.id, requestId, officer), async (tx, now) => {
    const window = await findWindow(tx, fields.id);
    if (window === undefined) throw new AppError('not-found');
    // A window that is over may still get another note or rule.
    if (!isSame(window, fields)) refuseFault(fields, now);
    await changeWindow(tx, { ...fields, now });
  });
}

/** Throws `not-found`, `window.withdrawn` and `window.closed`. */
export async function callOffWindow(
  deps: StaffDeps,
  { id, requestId, officer }: { id: string; requestId: string; officer: Officer },
): Promise<void> {
  await writeOnce(deps, deedOf('withdrawn', id, requestId, officer), (tx, now) => withdrawWindow(tx, { id, now }));
}

function refuseFault(dates: Pick<WindowFields, 'opensAt' | 'closesAt'>, now: Date): void {
  const fault = findDatesFault({ ...dates, now });
  if (fault !== undefined) throw new AppError(fault);
}

function deedOf(kind: string, id: string, requestId: string, { id: actorId }: Officer) {
  return { requestId, actorId, action: `window.${kind}`, subjectKind: 'ApplicationWindow', subjectId: id };
}
