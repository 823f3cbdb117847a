import { type ReminderSubject, readSubject, writeSubject } from '../core/schedule/reminder-subject.ts';
import type { Db, Tx } from './database.ts';

/** "Nhắc lại sau 2 ngày", as long as it waits. */
export type AgainWish = { id: string; personId: string; subject: ReminderSubject; dueAt: Date };

/** `told`: in the ledger; `missed`: it was over by then; `dropped`: taken back. */
export type AgainOutcome = 'told' | 'missed' | 'dropped';

/** Of one thing one such wish waits: a later one takes the place of an earlier. The caller holds the person's lane. */
export async function wishAgain(tx: Tx, { now, ...wish }: AgainWish & { now: Date }): Promise<void> {
  const subject = writeSubject(wish.subject);
  await tx.reminderAgain.updateMany({
    where: { personId: wish.personId, subject, outcome: null },
    data: { outcome: 'dropped', doneAt: now },
  });
  await tx.reminderAgain.create({ data: { ...wish, subject, createdAt: now } });
}

/** Takes one back, or those of a subject, or all of a person. What was told stays told. */
export async function dropAgain(
  tx: Tx,
  { id, subject, personId, now }: { id?: string; subject?: string; personId: string; now: Date },
): Promise<number> {
  const { count } = await tx.reminderAgain.updateMany({
    where: { id, subject, personId, outcome: null },
    data: { outcome: 'dropped', doneAt: now },
  });
  return count;
}

/** Those of a person that wait, the next first. */
export async function listAgain(db: Db | Tx, personId: string): Promise<AgainWish[]> {
  const rows = await db.reminderAgain.findMany({
    where: { personId, outcome: null },
    orderBy: [{ dueAt: 'asc' }, { id: 'asc' }],
  });
  return rows.flatMap(toWish);
}

/** Those of anybody whose time has come, the longest due first. */
export async function listAgainDue(db: Db, { now, limit }: { now: Date; limit: number }): Promise<AgainWish[]> {
  const rows = await db.reminderAgain.findMany({
    where: { outcome: null, dueAt: { lte: now } },
    orderBy: [{ dueAt: 'asc' }, { id: 'asc' }],
    take: limit,
  });
  return rows.flatMap(toWish);
}

/** As it stands now; undefined when it was dealt with or is gone. */
export async function findAgain(db: Db | Tx, id: string): Promise<AgainWish | undefined> {
  const row = await db.reminderAgain.findFirst({ where: { id, outcome: null } });
  return row === null ? undefined : toWish(row)[0];
}

export async function settleAgain(
  tx: Tx,
  { id, outcome, now }: { id: string; outcome: AgainOutcome; now: Date },
): Promise<void> {
  await tx.reminderAgain.updateMany({ where: { id, outcome: null }, data: { outcome, doneAt: now } });
}

type Row = { id: string; personId: string; subject: string; dueAt: Date };

function toWish({ id, personId, subject: text, dueAt }: Row): AgainWish[] {
  const subject = readSubject(text);
  return subject === undefined ? [] : [{ id, personId, subject, dueAt }];
}
