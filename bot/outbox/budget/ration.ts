import { planSpending, type Wanted } from '../../../core/budget/plan-spending.ts';
import { leftForStarted, suggestReserve } from '../../../core/budget/quota.ts';
import { daysInMonth, monthEnd, monthOf, nextMonthMorning } from '../../../core/budget/quota-month.ts';
import type { PlanCalendar } from '../../../core/schedule/plan-calendar.ts';
import {
  givePlaces,
  holdQuota,
  isStarted,
  listAccountsWithoutPlaces,
  listWaitingStarted,
  NO_ROOM,
  type QuotaPlaces,
  readPlaces,
  settleShort,
  type WaitingStarted,
} from '../../../records/budget-places.ts';
import type { AccountKey } from '../../../records/channel-accounts.ts';
import type { ClaimedDelivery } from '../../../records/claim-deliveries.ts';
import type { Db } from '../../../records/database.ts';
import { countRepliesByWeek } from '../../../records/message-quotas.ts';
import type { Check } from '../check-delivery.ts';
import { listComing, wantedOf } from './coming.ts';
import { weigh } from './weigh.ts';

/** So long a message waits whose announcement is still being written down. */
const LOOK_AGAIN_MS = 15_000;

export type Ration = {
  /** The last look at a claimed message: has it a place in the month's quota of its account? */
  check: (delivery: ClaimedDelivery, now: Date) => Promise<Check>;
  /** Gives places to what is due on the accounts that have a quota, or settles it, before anything is claimed. */
  settleDue: (now: Date) => Promise<void>;
};

/**
 * Gives the places of a month's quota to reminders and announcements. A place is kept with the message; all that wait are
 * weighed against each other and against what is known to come, whenever one has none, and who has none does not leave.
 * Places are given by one process at a time (the quota's row is held), and a message that the platform took goes from its
 * place to the month's count in one statement: so several processes together never spend more than the reserve leaves.
 * Replies and officers' messages ask for no place. An account without a quota is not rationed.
 */
export function createRation({ db, plan }: { db: Db; plan: () => PlanCalendar }): Ration {
  const suggestedOf = createSuggestions(db);

  const weighAll = async (
    account: AccountKey,
    { claimed, now }: { claimed?: string; now: Date },
  ): Promise<Check | undefined> => {
    const [month, until] = [monthOf(now), monthEnd(now)];
    const coming = wantedOf(await listComing({ db, account, plan: plan(), now, until }));
    return await db.$transaction(async (tx) => {
      const quota = await holdQuota(tx, { ...account, month, except: claimed });
      if (quota === undefined) return { kind: 'send' } as const;
      const waiting = await listWaitingStarted(tx, { ...account, claimed, until });
      const wanted = await weigh(tx, waiting, { channel: account.channel, now });
      const left = leftForStarted({ ...quota, reserve: await suggestedOf(account, quota, now) }) - quota.leaving;
      const { fits, short } = planSpending<Wanted>([...wanted, ...coming], left);
      const places = fits.filter(({ isComing }) => isComing !== true).map(({ id, parts }) => ({ id, parts }));
      const without = new Set(short.filter(({ isComing }) => isComing !== true).map(({ id }) => id));
      await givePlaces(tx, { month, places, without: [...without] });
      // What is for later keeps its turn: by then there may be room.
      const dueShort = waiting.filter(({ id, notBefore }) => without.has(id) && notBefore <= now);
      const morning = nextMonthMorning(now);
      const helpsLater = ({ notAfter }: WaitingStarted): boolean => notAfter !== null && notAfter > morning;
      const [later, skipped] = [dueShort.filter(helpsLater), dueShort.filter((one) => !helpsLater(one))];
      await settleShort(tx, { waiting: later.map(idOf), skipped: skipped.map(idOf), until: morning, now });
      if (claimed === undefined) return undefined;
      if (places.some(({ id }) => id === claimed)) return { kind: 'send' };
      if (later.some(({ id }) => id === claimed)) return { kind: 'wait', until: morning, reason: NO_ROOM };
      if (skipped.some(({ id }) => id === claimed)) return { kind: 'skip', reason: NO_ROOM };
      return { kind: 'wait', until: new Date(now.getTime() + LOOK_AGAIN_MS) };
    });
  };

  return {
    check: async ({ id, kind, channel, account: name, isRationed, budgetMonth }, now) => {
      if (!isRationed || !isStarted(kind)) return { kind: 'send' };
      const account = { channel, account: name };
      const month = monthOf(now);
      if (budgetMonth === month && (await stillFits(db, account, { month, now, suggestedOf }))) return { kind: 'send' };
      return (await weighAll(account, { claimed: id, now })) ?? { kind: 'send' };
    },
    settleDue: async (now) => {
      for (const account of await listAccountsWithoutPlaces(db, { month: monthOf(now), now })) {
        await weighAll(account, { now });
      }
    },
  };
}

type Suggestions = (account: AccountKey, quota: Pick<QuotaPlaces, 'limit' | 'reserve'>, now: Date) => Promise<number>;

/** What is kept for replies. The weeks before a month do not change any more, so they are counted once for it. */
function createSuggestions(db: Db): Suggestions {
  const counted = new Map<string, { month: string; repliesByWeek: number[] }>();
  return async ({ channel, account }, { limit, reserve }, now) => {
    if (reserve !== null) return reserve;
    const [key, month] = [`${channel}/${account}`, monthOf(now)];
    const known = counted.get(key);
    const repliesByWeek =
      known?.month === month ? known.repliesByWeek : await countRepliesByWeek(db, { channel, account, now });
    counted.set(key, { month, repliesByWeek });
    return suggestReserve({ repliesByWeek, limit, days: daysInMonth(now) });
  };
}

/** Replies may have had more than their reserve since the places were given: then all are weighed anew. */
async function stillFits(
  db: Db,
  account: AccountKey,
  { month, now, suggestedOf }: { month: string; now: Date; suggestedOf: Suggestions },
): Promise<boolean> {
  const quota = await readPlaces(db, { ...account, month });
  if (quota === undefined) return true;
  const left = leftForStarted({ ...quota, reserve: await suggestedOf(account, quota, now) });
  return quota.leaving + quota.waiting <= left;
}

const idOf = ({ id }: { id: string }): string => id;
