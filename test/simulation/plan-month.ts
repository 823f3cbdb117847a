import { type Chance, createChance } from './chance.ts';
import { type Deed, HABITS } from './deeds-of-people.ts';
import { type Kill, STEPS, type StepName } from './life.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS, startOfDay } from './office-time.ts';
import { drawWeather, type Weather } from './weather.ts';

/** What happens in the month, in its order. */
export type Happening = { at: number } & (
  | { kind: 'person'; who: number; deed: Deed }
  | { kind: 'window' | 'window-changed' | 'window-withdrawn' | 'announced' | 'meddled' | 'office-works' }
  | { kind: 'weather'; weather: Weather }
  | { kind: 'goes-down' | 'comes-up' }
  | ({ kind: 'crash' } & Kill)
  /** Somebody sets the assistant's clock wrong by so much, or right again. */
  | { kind: 'clock-set'; aheadMs: number }
  | { kind: 'day-ends'; day: number }
);

export type MonthPlan = { startAt: number; days: number; zaloMonthlyLimit: number; happenings: Happening[] };

/** In less than this there is less to play, and more goes wrong in each day. */
const A_FEW_DAYS = 14;

/** Mondays of some ordinary months, and the weeks around Tết. */
const STARTS = [
  '2026-09-07',
  '2026-11-02',
  '2027-01-18',
  '2027-02-01',
  '2027-03-15',
  '2026-12-14',
  '2028-02-14',
] as const;

export function planMonth(options: { seed: number; days: number; people: number; startOn?: string }): MonthPlan {
  const { seed, days, people } = options;
  const chance = createChance(seed).fork('month');
  const startAt = startOfDay(Date.parse(`${options.startOn ?? chance.pick(STARTS)}T05:00:00Z`)) + 6 * HOUR_MS;
  const happenings: Happening[] = [];
  for (let day = 0; day < days; day += 1) {
    const from = startOfDay(startAt, day);
    happenings.push({ at: from + 6 * HOUR_MS + 1, kind: 'weather', weather: drawWeather(chance) });
    happenings.push({ at: from + DAY_MS - 1000, kind: 'day-ends', day: day + 1 });
    planOffice(happenings, { chance, from, isFirst: day === 0 });
  }
  for (let who = 0; who < people; who += 1)
    planPerson(happenings, { chance: chance.fork(`person/${who}`), who, startAt, days });
  planTroubles(happenings, { chance: chance.fork('troubles'), startAt, days });
  planCrashes(happenings, { chance: chance.fork('crashes'), startAt, days });
  // Free accounts are rationed; a small centre may use its ration up.
  const zaloMonthlyLimit = chance.pick([3000, 3000, people * 8, people * 4]);
  return { startAt, days, zaloMonthlyLimit, happenings: happenings.toSorted((one, other) => one.at - other.at) };
}

function planOffice(
  into: Happening[],
  { chance, from, isFirst }: { chance: Chance; from: number; isFirst: boolean },
): void {
  const at = (): number => from + Math.round(chance.int(0, 9 * 60) * MINUTE_MS) + 8 * HOUR_MS;
  const weekday = new Date(from + 12 * HOUR_MS).getUTCDay();
  if (weekday === 0 || weekday === 6) {
    // One of them cannot leave it alone on a Sunday.
    if (chance.happens(0.2)) into.push({ at: at(), kind: 'window-changed' });
    return;
  }
  into.push({ at: from + 9 * HOUR_MS, kind: 'office-works' });
  if (isFirst || chance.happens(0.22)) into.push({ at: at(), kind: 'window' });
  if (chance.happens(0.2)) into.push({ at: at(), kind: 'window-changed' });
  if (chance.happens(0.04)) into.push({ at: at(), kind: 'window-withdrawn' });
  if (chance.happens(0.18)) {
    const said = at() + (chance.happens(0.2) ? 4 * HOUR_MS : 0);
    into.push({ at: said, kind: 'announced' });
    if (chance.happens(0.5)) {
      into.push({ at: said + chance.int(5, 8) * MINUTE_MS, kind: 'meddled' });
      into.push({ at: said + chance.int(30, 600) * MINUTE_MS, kind: 'meddled' });
    }
  }
}

/** Most write in the morning or after work, some at night; each a few times in a month, and less often in a few days. */
function planPerson(
  into: Happening[],
  { chance, who, startAt, days }: { chance: Chance; who: number; startAt: number; days: number },
): void {
  const sittings = Math.ceil(chance.int(2, 9) * Math.min(1, days / A_FEW_DAYS));
  for (let sitting = 0; sitting < sittings; sitting += 1) {
    const hour = chance.weigh({ 6: 1, 7: 3, 8: 3, 10: 2, 12: 3, 15: 2, 18: 4, 19: 5, 20: 4, 22: 2, 1: 0.5 });
    const at = startOfDay(startAt, chance.int(0, days - 1)) + Number(hour) * HOUR_MS + chance.int(0, 3599) * 1000;
    if (at > startAt) into.push({ at, kind: 'person', who, deed: chance.weigh(HABITS) });
  }
}

function planTroubles(
  into: Happening[],
  { chance, startAt, days }: { chance: Chance; startAt: number; days: number },
): void {
  let at = startAt + chance.int(2, 5) * DAY_MS;
  const endsAt = startOfDay(startAt, days);
  while (at < endsAt - 2 * DAY_MS) {
    const lasts = chance.pick([20 * MINUTE_MS, 3 * HOUR_MS, 11 * HOUR_MS, 26 * HOUR_MS, 60 * HOUR_MS]);
    into.push({ at, kind: 'goes-down' }, { at: at + lasts, kind: 'comes-up' });
    at += lasts + chance.int(4 * 24, 12 * 24) * HOUR_MS;
  }
  for (const aheadMs of [HOUR_MS, -HOUR_MS]) {
    if (!chance.happens(0.6)) continue;
    const set = startAt + chance.int(1, Math.max(2, days - 2)) * DAY_MS + chance.int(0, 20) * HOUR_MS;
    into.push(
      { at: set, kind: 'clock-set', aheadMs },
      { at: set + chance.int(2, 9) * HOUR_MS, kind: 'clock-set', aheadMs: 0 },
    );
  }
}

/** At every step in turn, from any of them on. */
function planCrashes(
  into: Happening[],
  { chance, startAt, days }: { chance: Chance; startAt: number; days: number },
): void {
  const names = stepNames();
  const first = chance.int(0, names.length - 1);
  let at = startAt + chance.int(0, 3) * HOUR_MS;
  for (let count = 0; at < startOfDay(startAt, days); count += 1) {
    const step = names[(first + count * 3) % names.length];
    if (step !== undefined) into.push({ at, kind: 'crash', step, nth: chance.int(1, MOST_TIMES[step] ?? 3) });
    at += chance.int(4, days < A_FEW_DAYS ? 8 : 20) * HOUR_MS + chance.int(0, 59) * MINUTE_MS;
  }
}

/** Any statement is of a crowd, and of announcements there are few. */
const MOST_TIMES: Partial<Record<StepName, number>> = {
  'at any statement': 90,
  'in the middle of a sweep': 90,
  'half a slice planned': 1,
};

function stepNames(): StepName[] {
  const names: StepName[] = [];
  for (const name in STEPS) if (isStepName(name)) names.push(name);
  return names;
}

const isStepName = (name: string): name is StepName => name in STEPS;
