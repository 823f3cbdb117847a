import { foreseeSpending } from '../../bot/outbox/budget/foresee-spending.ts';
import { occasionOf } from '../../bot/outbox/budget/occasion.ts';
import { IMPORTANCE, type Importance, importanceOf } from '../../core/budget/importance.ts';
import { isUnchecked, leftForReplies } from '../../core/budget/quota.ts';
import { monthOf } from '../../core/budget/quota-month.ts';
import { atOfficeHour, toOfficeTime } from '../../core/schedule/sending-hours.ts';
import { officeDay } from '../../core/time.ts';
import { addReadAudit } from '../../records/audit.ts';
import { listUnsentReminders } from '../../records/budget-calls.ts';
import { countPeopleByAccount } from '../../records/budget-contacts.ts';
import { listQuotas } from '../../records/message-quotas.ts';
import { type CalledPerson, findPeopleToCall } from '../../records/people-to-call.ts';
import { findOwnStates } from '../../records/window-own-states.ts';
import { findWindow } from '../../records/windows.ts';
import type { StaffDeps } from '../staff-deps.ts';

/** What each quota has left and is going to be spent on; and whom channels without one reach. No name of anybody. */
export async function describeBudget({ db, clock, calendar }: Pick<StaffDeps, 'db' | 'clock' | 'calendar'>) {
  const now = clock.now();
  const quotas = await listQuotas(db, now);
  const people = await countPeopleByAccount(db);
  const isOf = (quota: { channel: string; account: string }, one: { channel: string; account: string }): boolean =>
    quota.channel === one.channel && quota.account === one.account;
  const accounts = await Promise.all(
    quotas.map(async (quota) => {
      const foreseen = await foreseeSpending(db, { quota, plan: calendar.current().plan, now });
      const short = foreseen.kinds.reduce((sum, { waiting, coming, fits }) => sum + waiting + coming - fits, 0);
      return {
        ...quota,
        ...foreseen,
        short,
        replies: quota.sent - quota.started,
        leftOfAll: leftForReplies(quota),
        people: people.find((one) => isOf(quota, one))?.people ?? 0,
        isUnchecked: isUnchecked(quota.checkedOn, officeDay(now)),
      };
    }),
  );
  const free = people.filter((one) => !quotas.some((quota) => isOf(quota, one)));
  return { month: monthOf(now), accounts, free, now };
}

export type ReminderCall = CalledPerson & {
  importance: Importance;
  about: 'window' | 'draft' | 'dossier' | 'late';
  closesAt: Date | null;
  /** It is sent in the new month if it still holds then. */
  isWaiting: boolean;
};

/** Whom to phone because the month had no room for their reminder: what matters most first. Who looks is written down. */
export async function describeCalls(
  { db, clock, ids }: Pick<StaffDeps, 'db' | 'clock' | 'ids'>,
  { officerId }: { officerId: string },
): Promise<{ people: ReminderCall[] }> {
  const now = clock.now();
  const month = monthOf(now);
  await addReadAudit(db, {
    ...{ id: ids.next(), now, actorId: officerId, action: 'budget.calls-read' },
    ...{ subjectKind: 'MessageQuota', subjectId: month },
  });
  const since = atOfficeHour(toOfficeTime(now).with({ day: 1 }).toPlainDate(), 0);
  const unsent = await listUnsentReminders(db, { since, now });
  const known = await findPeopleToCall(
    db,
    unsent.map(({ personId }) => personId),
  );
  const calls: ReminderCall[] = [];
  for (const { personId, key, windowId, isWaiting } of unsent) {
    const person = known.get(personId);
    if (person === undefined) continue;
    const window = windowId === null ? undefined : await findWindow(db, windowId);
    const own = window && ((await findOwnStates(db, { window, personIds: [personId] })).get(personId) ?? 'none');
    const about = window && own && { closesAt: window.closesAt, own };
    const occasion = occasionOf({ kind: 'reminder', key, topic: null, audience: null }, about);
    if (occasion.kind === 'announcement') continue;
    const importance = importanceOf(occasion, now);
    calls.push({ ...person, importance, about: occasion.kind, closesAt: window?.closesAt ?? null, isWaiting });
  }
  return { people: calls.toSorted(compareCalls) };
}

function compareCalls(one: ReminderCall, other: ReminderCall): number {
  return (
    IMPORTANCE.indexOf(one.importance) - IMPORTANCE.indexOf(other.importance) ||
    (one.closesAt?.getTime() ?? Number.MAX_VALUE) - (other.closesAt?.getTime() ?? Number.MAX_VALUE) ||
    one.commune.localeCompare(other.commune, 'vi') ||
    one.name.localeCompare(other.name, 'vi')
  );
}
