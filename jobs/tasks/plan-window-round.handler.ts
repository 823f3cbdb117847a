import { windowContents } from '../../bot/outbox/window-words.ts';
import { roundsOf, toldInstead } from '../../core/schedule/window-rounds.ts';
import { listWishedLeads } from '../../records/reminder-wishes.ts';
import { planRound } from '../../records/window-reminders.ts';
import { findWindow, listRounds } from '../../records/windows.ts';
import type { Run } from '../job.ts';

type Payload = { windowId: string; version: number; which: string };

/** Decides anew from what is in the database now: a stale wake-up, or the second of two processes, does nothing. */
export async function planWindowRoundHandler({ windowId, version, which }: Payload, run: Run): Promise<void> {
  const { db, now, log } = run;
  const window = await findWindow(db, windowId);
  if (window === undefined || window.version !== version) return;
  const kept = ((await listRounds(db, [windowId])).get(windowId) ?? []).filter((round) => round.version === version);
  const dealtWith = new Set(kept.map((round) => round.which));
  const wished = (await listWishedLeads(db))(window.programme);
  const { due } = roundsOf({ ...window, wished }, { now, dealtWith });
  if (due === undefined || due.which !== which) return;
  const contents = windowContents(window, { which: due.which, now });
  const { added, isDone } = await planRound(db, {
    ...{ window, round: due, instead: toldInstead(due, kept), contents, now },
  });
  log.info({ window: windowId, version, round: which, added, isDone }, 'a round of reminders is in the ledger');
}
