import { DOSSIER_CODE, windowContent } from '../../bot/outbox/window-words.ts';
import { AppError } from '../../core/app-error.ts';
import { findDatesFault } from '../../core/schedule/window-dates.ts';
import { usualRule } from '../../core/schedule/window-kinds.ts';
import { type Round, type RoundName, roundsOfVersion } from '../../core/schedule/window-rounds.ts';
import { OFFICE_ZONE } from '../../core/time.ts';
import { countWindowMessages } from '../../records/window-counts.ts';
import { countMeant, type WindowNews, type WindowState } from '../../records/window-reminders.ts';
import { type ApplicationWindow, findWindow, isSame } from '../../records/windows.ts';
import type { StaffDeps } from '../staff-deps.ts';
import type { PreviewBody } from './schemas.ts';

/** What stands in a preview for the code of whoever will read it. */
const EXAMPLE_CODE = 'KC-…';

/** One round as it would leave: when, and what most people would read. */
export type RoundPreview = {
  which: RoundName;
  leavesAt: Date;
  /** It could leave only at or after the closing: nobody gets it. */
  isLost: boolean;
  text: string;
  choices: string[];
  /** The last line for those who left a request unfinished. */
  draftLine: string;
  /** The last line for those who sent one already. */
  sentLine: string;
};

export type WindowPreview = {
  /** What is wrong with the dates, as a code. */
  fault: string | null;
  /** How many people would be told if it were now; whoever asks or begins later comes to it. */
  meant: number;
  /** Messages of the window as it stands that would be replaced. */
  replaced: number;
  /** People who were told of the window as it stands and would hear of the change. */
  told: number;
  /** Neither dates nor area differ from what stands: nobody is told anything. */
  isSame: boolean;
  rounds: RoundPreview[];
};

/** What a new or changed window would mean, before anybody is told. Throws `not-found`. */
export async function previewWindow(
  { db, clock }: Pick<StaffDeps, 'db' | 'clock'>,
  { id, rule, ...fields }: PreviewBody,
): Promise<WindowPreview> {
  const now = clock.now();
  const standing = id === undefined ? undefined : await findWindow(db, id);
  if (id !== undefined && standing === undefined) throw new AppError('not-found');
  const same = standing !== undefined && isSame(standing, fields);
  // Nobody was told of a window that does not exist yet, so any id will do.
  const kind = standing?.kind ?? fields.kind;
  const window: ApplicationWindow = {
    ...fields,
    ...{ kind, zone: standing?.zone ?? OFFICE_ZONE, rule: rule ?? standing?.rule ?? usualRule(kind) },
    id: id ?? '00000000-0000-8000-8000-000000000000',
    version: (standing?.version ?? 0) + (same ? 0 : 1),
    since: same && standing !== undefined ? standing.since : now,
  };
  const fault = same ? undefined : findDatesFault({ ...fields, now });
  const counts = standing === undefined ? undefined : (await countWindowMessages(db, [standing.id]))(standing.id);
  const told =
    standing === undefined || same ? 0 : await countMeant(db, { ...standing, withdrawnAt: now }, 'withdrawn');
  return {
    fault: fault ?? null,
    isSame: same,
    meant: await countMeant(db, window, 'opening'),
    replaced: same ? 0 : (counts?.waiting ?? 0),
    told,
    rounds: fault === undefined ? previewRounds(window, now) : [],
  };
}

/** The rounds that are still to come, in the order in which they leave. */
export function previewRounds(window: ApplicationWindow, now: Date): RoundPreview[] {
  return roundsOfVersion(window)
    .filter(({ which, leavesAt }) => leavesAt >= now || which === 'changed' || which === 'withdrawn')
    .map((round) => previewRound(window, round));
}

function previewRound(window: ApplicationWindow, { which, leavesAt }: Round): RoundPreview {
  const contentOf = (state: WindowState) =>
    windowContent(window, { locale: 'vi', news: newsOf(which), state, now: leavesAt });
  const { text, choices } = contentOf('none');
  return {
    ...{ which, leavesAt, text },
    isLost: leavesAt >= window.closesAt,
    choices: choices.map(({ label }) => label),
    draftLine: lastLine(contentOf('draft').text),
    sentLine: lastLine(contentOf('sent').text).replace(DOSSIER_CODE, EXAMPLE_CODE),
  };
}

function lastLine(text: string): string {
  return text.split('\n').at(-1) ?? '';
}

function newsOf(which: RoundName): WindowNews {
  return which === 'opening' || which === 'changed' || which === 'withdrawn' ? which : 'before';
}
