import { AppError } from '../../core/app-error.ts';
import { type RoundName, roundsOf } from '../../core/schedule/window-rounds.ts';
import { findCentre } from '../../records/centre.ts';
import { countRequestsWithin, countWindowMessages, type WindowCounts } from '../../records/window-counts.ts';
import { countMeant } from '../../records/window-reminders.ts';
import { type ApplicationWindow, findWindow, type KeptRound, listRounds, listWindows } from '../../records/windows.ts';
import type { StaffDeps } from '../staff-deps.ts';
import { previewRounds, type RoundPreview } from './preview-window.ts';

export type WindowState = 'open' | 'coming' | 'past' | 'withdrawn';

export type WindowItem = Omit<ApplicationWindow, 'since' | 'withdrawnAt'> & {
  state: WindowState;
  withdrawnAt: Date | null;
  /** The names of its communes. */
  communes: string[];
  /** The next round of reminders. */
  next: { which: RoundName; leavesAt: Date } | null;
  counts: WindowCounts;
};

type Deps = Pick<StaffDeps, 'db' | 'clock' | 'listCommunes'>;

export async function describeWindows(deps: Deps): Promise<WindowItem[]> {
  const windows = await listWindows(deps.db);
  return await describe(deps, windows);
}

export type WindowPage = WindowItem & {
  /** Rounds that were dealt with, of every version, in the order of time. */
  past: KeptRound[];
  coming: RoundPreview[];
  /** How many people the next reminder would be for at this moment. */
  meant: number;
  /** How many know of it and would hear that it is off. */
  toldNow: number;
  requests: number;
};

/** Throws `not-found`. */
export async function describeWindow(deps: Deps, id: string): Promise<WindowPage> {
  const { db, clock } = deps;
  const now = clock.now();
  const window = await findWindow(db, id);
  if (window === undefined) throw new AppError('not-found');
  const [item] = await describe(deps, [window]);
  if (item === undefined) throw new AppError('not-found');
  const past = (await listRounds(db, [id])).get(id) ?? [];
  const isDone = (which: string) => past.some((round) => round.version === window.version && round.which === which);
  return {
    ...item,
    past,
    coming: item.state === 'past' ? [] : previewRounds(window, now).filter(({ which }) => !isDone(which)),
    meant: await countMeant(db, window, window.withdrawnAt === undefined ? 'opening' : 'withdrawn'),
    toldNow: await countMeant(db, { ...window, withdrawnAt: now }, 'withdrawn'),
    requests: await countRequestsWithin(db, window),
  };
}

async function describe({ db, clock, listCommunes }: Deps, windows: ApplicationWindow[]): Promise<WindowItem[]> {
  const now = clock.now();
  const ids = windows.map(({ id }) => id);
  const [rounds, countsOf, centre] = await Promise.all([
    listRounds(db, ids),
    countWindowMessages(db, ids),
    findCentre(db),
  ]);
  const communes = centre === undefined ? [] : await listCommunes(centre.provinceCode);
  const names = new Map(communes.map(({ code, name }) => [code, name]));
  return windows.map(({ since, withdrawnAt, ...window }) => {
    const dealtWith = (rounds.get(window.id) ?? []).filter(({ version }) => version === window.version);
    const { due, next } = roundsOf(
      { ...window, since, withdrawnAt },
      { now, dealtWith: new Set(dealtWith.map(({ which }) => which)) },
    );
    const soonest = due ?? next;
    return {
      ...window,
      state: stateOf({ ...window, since, withdrawnAt }, now),
      withdrawnAt: withdrawnAt ?? null,
      communes: window.communeCodes.map((code) => names.get(code) ?? code),
      next: soonest === undefined ? null : { which: soonest.which, leavesAt: soonest.leavesAt },
      counts: countsOf(window.id),
    };
  });
}

function stateOf({ opensAt, closesAt, withdrawnAt }: ApplicationWindow, now: Date): WindowState {
  if (withdrawnAt !== undefined) return 'withdrawn';
  if (closesAt <= now) return 'past';
  return opensAt <= now ? 'open' : 'coming';
}
