import { roundsOf } from '../../core/schedule/window-rounds.ts';
import { listWishedLeads } from '../../records/reminder-wishes.ts';
import { keepRound, listRounds, listWindows } from '../../records/windows.ts';
import type { Run } from '../job.ts';
import { planWindowRound } from '../tasks/plan-window-round.ts';

/** A window that closed longer ago has no round that anybody asks for. */
const LOOK_BACK_MS = 366 * 24 * 3_600_000;

export async function sweepWindowsHandler(run: Run): Promise<void> {
  const { db, now, log } = run;
  const windows = await listWindows(db, { closedAfter: new Date(now.getTime() - LOOK_BACK_MS) });
  const kept = await listRounds(
    db,
    windows.map(({ id }) => id),
  );
  const wishedOf = await listWishedLeads(db);
  for (const window of windows) {
    const { id: windowId, version, programme } = window;
    const ofVersion = (kept.get(windowId) ?? []).filter((round) => round.version === version);
    const { due, missed } = roundsOf(
      { ...window, wished: wishedOf(programme) },
      { now, dealtWith: new Set(ofVersion.map(({ which }) => which)) },
    );
    for (const { which, dueAt } of missed) {
      await keepRound(db, { windowId, version, which, dueAt, outcome: 'missed', now });
      log.warn({ window: windowId, version, round: which }, 'a round of reminders was missed');
    }
    if (due !== undefined) await run.handOn(planWindowRound, [{ windowId, version, which: due.which }]);
  }
}
