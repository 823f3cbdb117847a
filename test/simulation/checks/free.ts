import type { DeliveryFacts } from '../delivery-facts.ts';
import type { Evidence } from '../evidence.ts';
import { HOUR_MS, nextByDay, startOfDay } from '../office-time.ts';
import { isBlockedAt } from './announcements.ts';
import { isNearClockChange, isUpThrough } from './facts.ts';

/** A talk is over so long after its person's last word. */
const TALK_MS = 2 * HOUR_MS;
/** The world of the simulation looks at least so often by day. */
const LOOK_MS = 3 * HOUR_MS + 60_000;

/**
 * The first instant from `at` on at which the assistant may begin to speak to somebody: by day, while it runs, and not into a
 * talk.
 */
function freeFrom({ standstills, inbound }: Evidence, personId: string, at: number): number {
  const own = inbound.filter((message) => message.personId === personId);
  let free = at;
  for (;;) {
    const before = free;
    free = nextByDay(free);
    for (const { from, until = Number.POSITIVE_INFINITY } of standstills) {
      if (from <= free && free < until) free = until;
    }
    for (const { receivedAt } of own) {
      if (receivedAt <= free && free <= receivedAt + TALK_MS) free = receivedAt + TALK_MS + 1;
    }
    if (free === before || free === Number.POSITIVE_INFINITY) return free;
  }
}

/**
 * By when somebody has heard what may be told from `at` on. Undefined where nobody can say: they wrote meanwhile, are not to
 * be reached, the assistant stood still or its clock was set, or that time has not come yet.
 */
export function heardBy(evidence: Evidence, personId: string, at: number): number | undefined {
  const free = freeFrom(evidence, personId, at);
  const by = nextByDay(free + LOOK_MS) + 60_000;
  if (!(by < evidence.now) || !isUpThrough(evidence, free, by)) return undefined;
  if ([at, free, by].some((instant) => isNearClockChange(evidence, instant))) return undefined;
  if (isBlockedAt(evidence, personId, by) || isBlockedAt(evidence, personId, at)) return undefined;
  const isTalk = evidence.inbound.some(
    ({ personId: who, receivedAt }) => who === personId && receivedAt >= free - TALK_MS && receivedAt <= by,
  );
  const isOfficer = evidence.deliveries.some(
    ({ personId: who, kind, createdAt }) =>
      who === personId && kind === 'officer' && Math.abs(createdAt - free) < 24 * HOUR_MS,
  );
  return isTalk || isOfficer ? undefined : by;
}

/** The same as `heardBy`, on a day on which they were reminded of nothing else: `own` begins the keys of what is told. */
export function heardOnDayOfItsOwn(
  evidence: Evidence,
  { personId, dueAt, own }: { personId: string; dueAt: number; own: string },
): number | undefined {
  let from = dueAt;
  const isOwn = ({ key }: DeliveryFacts): boolean => key.startsWith(own) && !key.includes('/again-');
  for (;;) {
    const by = heardBy(evidence, personId, from);
    if (by === undefined) return undefined;
    const others = evidence.deliveries.filter(
      (row) => row.personId === personId && row.kind === 'reminder' && !isOwn(row),
    );
    const day = [from, by].map((at) => startOfDay(at));
    if (!others.some(({ createdAt }) => day.includes(startOfDay(createdAt)))) return by;
    from = startOfDay(by, 1) + 7 * HOUR_MS;
  }
}

/** Whether reminders of what is theirs may reach somebody at all: here, never said stop, and the consent not taken back. */
export function wantsToHear({ people, said, consents }: Evidence, personId: string): boolean {
  const isHere = people.some(({ id, erasedAt }) => id === personId && erasedAt === undefined);
  const saidStop = said.some((one) => one.personId === personId && one.kind.startsWith('stop'));
  return isHere && !saidStop && !consents.some((one) => one.personId === personId && one.withdrawnAt !== undefined);
}

/** Of papers, a report or a certificate; not what its person asked to hear of again. */
export function isOfDossier({ key }: DeliveryFacts): boolean {
  return /^reminder\/(?:dossier|certificate)\//.test(key) && !key.includes('/again-');
}
