import { windowArea } from '../core/audience/window-audience.ts';
import type { Db, Tx } from './database.ts';
import { isInAudience } from './person-facts.ts';
import { type ApplicationWindow, listWindows } from './windows.ts';

/** The window in which products are put forward (bình chọn), open where a person is; of several that which closes first. */
export async function findOpenSelection(
  db: Db | Tx,
  { personId, now }: { personId: string; now: Date },
): Promise<ApplicationWindow | undefined> {
  const windows = await listWindows(db, { closedAfter: now });
  const open = windows.filter(
    ({ kind, opensAt, withdrawnAt }) => kind === 'selection' && opensAt <= now && withdrawnAt === undefined,
  );
  for (const window of open) {
    const isEverywhere = window.provinceCodes.length + window.communeCodes.length === 0;
    if (isEverywhere || (await isInAudience(db, { personId, condition: windowArea(window) }))) return window;
  }
  return undefined;
}
