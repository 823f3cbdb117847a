import { AppError } from '../core/app-error.ts';
import { isWindowKind, usualRule, type WindowKind } from '../core/schedule/window-kinds.ts';
import { roundsOfVersion, type WindowDates } from '../core/schedule/window-rounds.ts';
import { isSameRule, type WindowRule, windowRule } from '../core/schedule/window-rule.ts';
import { OFFICE_ZONE } from '../core/time.ts';
import { Prisma } from '../generated/prisma/client.ts';
import type { Db, Tx } from './database.ts';
import { notify } from './signals.ts';

/** A time that people are reminded of (đợt nhận phiếu, bình chọn, ghi danh, nhận gian hàng). */
export type ApplicationWindow = WindowDates & {
  id: string;
  kind: WindowKind;
  programme: string;
  provinceCodes: string[];
  communeCodes: string[];
  note: string;
  /** Empty: who reads English reads the other one. */
  noteEn: string;
  rule: WindowRule;
  zone: string;
};

/** Without a kind it is an application window; without a rule it reminds as its kind does. */
export type WindowFields = Pick<
  ApplicationWindow,
  'programme' | 'opensAt' | 'closesAt' | 'provinceCodes' | 'communeCodes' | 'note'
> &
  Partial<Pick<ApplicationWindow, 'kind' | 'noteEn' | 'rule'>>;

/**
 * What is kept of a round that was dealt with. `planned`: its messages are in the ledger; `missed`: nothing ran while it
 * would have helped; `past`: its time was over when the rule began to name it.
 */
export type KeptRound = {
  version: number;
  which: string;
  dueAt: Date;
  outcome: 'planned' | 'missed' | 'past';
  at: Date;
};

type Row = Omit<ApplicationWindow, 'since' | 'withdrawnAt' | 'kind' | 'rule'> & {
  kind: string;
  rule: Prisma.JsonValue;
  updatedAt: Date;
  withdrawnAt: Date | null;
};

/** `updatedAt` moves with the version only: a new note does not make a new version. */
function toWindow({ updatedAt, withdrawnAt, kind: kindText, rule, ...row }: Row): ApplicationWindow {
  const { id, programme, opensAt, closesAt, provinceCodes, communeCodes, note, noteEn, zone, version } = row;
  const kind = isWindowKind(kindText) ? kindText : 'application';
  return {
    ...{ id, kind, programme, opensAt, closesAt, provinceCodes, communeCodes, note, noteEn, zone, version },
    rule: rule === null ? usualRule(kind) : windowRule.parse(rule),
    since: updatedAt,
    withdrawnAt: withdrawnAt ?? undefined,
  };
}

export async function createWindow(
  tx: Tx,
  { id, createdById, now, rule, ...fields }: WindowFields & { id: string; createdById?: string; now: Date },
): Promise<void> {
  const kept = { ...fields, rule: ruleColumn(rule, fields.kind ?? 'application'), zone: OFFICE_ZONE };
  await tx.applicationWindow.create({ data: { ...kept, id, createdById, createdAt: now, updatedAt: now } });
  await notify(tx, 'console', 'window');
}

export async function findWindow(db: Db | Tx, id: string): Promise<ApplicationWindow | undefined> {
  const row = await db.applicationWindow.findUnique({ where: { id } });
  return row === null ? undefined : toWindow(row);
}

/** All windows, withdrawn ones too, in the order in which they close. */
export async function listWindows(
  db: Db | Tx,
  { closedAfter }: { closedAfter?: Date } = {},
): Promise<ApplicationWindow[]> {
  const rows = await db.applicationWindow.findMany({
    where: closedAfter === undefined ? {} : { closesAt: { gt: closedAfter } },
    orderBy: [{ closesAt: 'asc' }, { id: 'asc' }],
  });
  return rows.map(toWindow);
}

/** Takes the window for this transaction: a change and the planning of its reminders come one after the other. */
export async function lockWindow(tx: Tx, id: string): Promise<ApplicationWindow | undefined> {
  await tx.$executeRaw`SELECT 1 FROM "ApplicationWindow" WHERE "id" = ${id}::uuid FOR NO KEY UPDATE`;
  return await findWindow(tx, id);
}

/**
 * Gives a window other dates, another area, note or rule. Other dates or another area are a new version: what waits of
 * earlier ones becomes `replaced` in this transaction. Another rule alone tells nobody anything: what it names and is over
 * by now is written down so. Kind and programme stay.
 * Throws `not-found`, `window.withdrawn`, and `window.changed-meanwhile` when `version` is not the one that stands.
 */
export async function changeWindow(
  tx: Tx,
  {
    id,
    version,
    now,
    rule: wanted,
    ...fields
  }: Omit<WindowFields, 'programme' | 'kind'> & { id: string; version: number; now: Date },
): Promise<{ version: number; replaced: number }> {
  const window = await lockStanding(tx, id);
  if (window.version !== version) throw new AppError('window.changed-meanwhile');
  const isNewVersion = !isSame(window, fields);
  const rule = ruleColumn(wanted ?? window.rule, window.kind);
  if (!isNewVersion) {
    const { note, noteEn } = fields;
    await tx.applicationWindow.update({ where: { id }, data: { note, noteEn, rule } });
    await passOver(tx, { before: window, after: { ...window, rule: wanted ?? window.rule }, now });
  } else {
    const data = { ...fields, rule, version: version + 1, updatedAt: now };
    await tx.applicationWindow.update({ where: { id }, data });
  }
  const replaced = isNewVersion ? await replaceWaiting(tx, { id, now }) : 0;
  await notify(tx, 'console', 'window');
  return { version: isNewVersion ? version + 1 : version, replaced };
}

/** A window that is not held after all. Throws `not-found`, `window.withdrawn`, and `window.closed` when it is over. */
export async function withdrawWindow(tx: Tx, { id, now }: { id: string; now: Date }): Promise<{ replaced: number }> {
  const window = await lockStanding(tx, id);
  if (window.closesAt <= now) throw new AppError('window.closed');
  await tx.applicationWindow.update({ where: { id }, data: { withdrawnAt: now } });
  const replaced = await replaceWaiting(tx, { id, now });
  await notify(tx, 'console', 'window');
  return { replaced };
}

/** Whether the dates and the area are the same, so that nobody needs to be told anything. */
export function isSame(
  a: Pick<WindowFields, 'opensAt' | 'closesAt' | 'provinceCodes' | 'communeCodes'>,
  b: Pick<WindowFields, 'opensAt' | 'closesAt' | 'provinceCodes' | 'communeCodes'>,
): boolean {
  const areaOf = (of: typeof a): string => JSON.stringify([of.provinceCodes.toSorted(), of.communeCodes.toSorted()]);
  return (
    a.opensAt.getTime() === b.opensAt.getTime() &&
    a.closesAt.getTime() === b.closesAt.getTime() &&
    areaOf(a) === areaOf(b)
  );
}

/** What a rule names from now on though its time is over is not told late: nothing had promised it. */
async function passOver(
  tx: Tx,
  { before, after, now }: { before: ApplicationWindow; after: ApplicationWindow; now: Date },
): Promise<void> {
  const named = new Set(roundsOfVersion(before).map(({ which }) => which));
  for (const { which, dueAt, leavesAt } of roundsOfVersion(after)) {
    if (named.has(which) || leavesAt > now) continue;
    await keepRound(tx, { windowId: after.id, version: after.version, which, dueAt, outcome: 'past', now });
  }
}

/** A rule that is the usual one of its kind is not kept: it follows the kind. */
function ruleColumn(rule: WindowRule | undefined, kind: WindowKind) {
  if (rule === undefined || isSameRule(rule, usualRule(kind))) return Prisma.DbNull;
  return { opening: rule.opening, before: [...rule.before], whom: [...rule.whom] };
}

async function lockStanding(tx: Tx, id: string): Promise<ApplicationWindow> {
  const window = await lockWindow(tx, id);
  if (window === undefined) throw new AppError('not-found');
  if (window.withdrawnAt !== undefined) throw new AppError('window.withdrawn');
  return window;
}

/** What is being sent at this moment cannot be called back; whoever gets it hears of the change afterwards. */
async function replaceWaiting(tx: Tx, { id, now }: { id: string; now: Date }): Promise<number> {
  return await tx.$executeRaw`
    UPDATE "Delivery" SET "status" = 'skipped', "reason" = 'replaced', "settledAt" = ${now}
    WHERE "windowId" = ${id}::uuid AND "status" = 'waiting'`;
}

/** The rounds that were dealt with, of every version. */
export async function listRounds(db: Db | Tx, windowIds: string[]): Promise<Map<string, KeptRound[]>> {
  const rows = await db.windowRound.findMany({
    where: { windowId: { in: windowIds } },
    orderBy: [{ at: 'asc' }, { dueAt: 'asc' }],
  });
  const rounds = new Map<string, KeptRound[]>();
  for (const { windowId, outcome, ...row } of rows) {
    const kept: KeptRound = { ...row, outcome: outcome === 'planned' || outcome === 'past' ? outcome : 'missed' };
    rounds.set(windowId, [...(rounds.get(windowId) ?? []), kept]);
  }
  return rounds;
}

/** Writes down that a round was dealt with, once: a second word about it changes nothing. */
export async function keepRound(
  tx: Db | Tx,
  round: Omit<KeptRound, 'at'> & { windowId: string; now: Date },
): Promise<void> {
  const { windowId, version, which, dueAt, outcome, now } = round;
  await tx.$executeRaw`
    INSERT INTO "WindowRound" ("windowId", "version", "which", "dueAt", "outcome", "at")
    VALUES (${windowId}::uuid, ${version}, ${which}, ${dueAt}, ${outcome}, ${now})
    ON CONFLICT ("windowId", "version", "which") DO NOTHING`;
}
