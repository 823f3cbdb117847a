import { randomUUID } from 'node:crypto';
import { runPeriodicWork } from '../../../jobs/run-periodic-work.ts';
import { sweepWindows } from '../../../jobs/sweeps/sweep-windows.ts';
import { planWindowRound } from '../../../jobs/tasks/plan-window-round.ts';
import type { Db } from '../../../records/database.ts';
import { wishReminders } from '../../../records/reminder-wishes.ts';
import { type ApplicationWindow, createWindow, findWindow, type WindowFields } from '../../../records/windows.ts';
import { office, type Village } from './village.ts';

export const OPENS = office('2026-11-02 08:00');
export const CLOSES = office('2026-11-27 17:00');

/** A window for machines from 2 to 27 November, entered on 20 October. */
export async function addWindow(
  db: Db,
  given: Partial<WindowFields> & { now?: Date } = {},
): Promise<ApplicationWindow> {
  const id = randomUUID();
  const { now = office('2026-10-20 10:00'), ...fields } = given;
  await db.$transaction((tx) =>
    createWindow(tx, {
      ...{ id, now, programme: 'advanced-equipment', opensAt: OPENS, closesAt: CLOSES },
      ...{ provinceCodes: [], communeCodes: [], note: '' },
      ...fields,
    }),
  );
  const window = await findWindow(db, id);
  if (window === undefined) throw new Error('The window is not there.');
  return window;
}

/** Somebody who asked to be reminded. */
export async function addWisher(
  village: Village,
  { programme = 'any', now = office('2026-10-21 09:00'), ...person }: WisherGiven = {},
): Promise<{ personId: string; contactId: string }> {
  const added = await village.addPerson(person);
  await village.db.$transaction((tx) =>
    wishReminders(tx, { id: randomUUID(), personId: added.personId, programme, now }),
  );
  return added;
}
type WisherGiven = { programme?: string; now?: Date } & NonNullable<Parameters<Village['addPerson']>[0]>;

/** The sweep of windows and what it hands on, at that time. */
export async function sweepAt(village: Village, now: Date): Promise<void> {
  await runPeriodicWork({ ...village.parts, now, works: { sweeps: [sweepWindows], tasks: [planWindowRound] } });
}

/** What stands in the ledger of a window, as `round person status`. */
export async function ledgerOf(db: Db, windowId: string) {
  const rows = await db.delivery.findMany({ where: { windowId }, orderBy: { seq: 'asc' } });
  return rows.map(({ key, ...row }) => {
    const [, , , version, which] = key.split('/');
    return { ...row, round: `${version} ${which}`, text: Object(row.content).text as string };
  });
}

export async function roundsIn(db: Db, windowId: string): Promise<string[]> {
  const rows = await db.windowRound.findMany({ where: { windowId }, orderBy: [{ version: 'asc' }, { dueAt: 'asc' }] });
  return rows.map(({ version, which, outcome }) => `v${version} ${which} ${outcome}`);
}
