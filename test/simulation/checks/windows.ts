import type { WindowStory } from '../deeds-of-officers.ts';
import type { DeliveryFacts } from '../delivery-facts.ts';
import type { Evidence } from '../evidence.ts';
import { MINUTE_MS, nextByDay, sayInstant } from '../office-time.ts';
import { type ExpectedRound, lengthOf, roundsExpected, type Version, versionsOf } from '../window-rounds-expected.ts';
import { concerns, livesThere, wantsWindows, wishesOf } from '../wishes.ts';
import { isBlockedAt } from './announcements.ts';
import type { Breach } from './breach.ts';
import { isNearClockChange, isUpThrough, nameOf, sentOf, showDelivery } from './facts.ts';

const DUE = 'Each round of reminders is told once to each person, at its instant, or written down as missed';
const MEANT = 'Only those hear whom its rule names, and who have not said stop';
const THERE = 'A window for some communes is told to nobody who has not named one of these';
const ITS_TIME = 'Nothing is told before its time, at or after the closing, or of dates that no longer hold';
const CHANGED = 'A changed date replaces what waits, and who knew the old one hears the new one once';

/** The sweep comes each minute; the world of the simulation looks a little later. */
const A_MOMENT_MS = 2 * MINUTE_MS;

type Case = { evidence: Evidence; story: WindowStory; rows: DeliveryFacts[] };

export function checkWindows(evidence: Evidence): Breach[] {
  const ofWindow = Map.groupBy(evidence.deliveries, ({ windowId }) => windowId);
  return evidence.windows.flatMap((story) => {
    const one: Case = { evidence, story, rows: ofWindow.get(story.id) ?? [] };
    return [...checkDue(one), ...checkJustified(one), ...checkChanges(one)];
  });
}

/** Each round that a person was to hear of has its row, or a reason that the people would accept. */
function checkDue({ evidence, story, rows }: Case): Breach[] {
  const breaches: Breach[] = [];
  for (const version of versionsOf(story)) {
    const kept = evidence.rounds.filter((round) => round.windowId === story.id && round.version === version.n);
    for (const { id: personId, erasedAt } of evidence.people) {
      if (erasedAt !== undefined) continue;
      for (const round of roundsOfPerson(evidence, { personId, story, version })) {
        const { which, leavesAt } = round;
        const until = leavesAt + A_MOMENT_MS;
        if (until > evidence.now || until >= version.until) continue;
        if (isNearClockChange(evidence, leavesAt)) continue;
        // What it was told instead of, or why nobody was told, stands in the rounds.
        if (!isUpThrough(evidence, leavesAt, until)) {
          breaches.push(...checkAfterStandstill({ evidence, story, rows }, { personId, version, round }));
          continue;
        }
        const isMeant = [leavesAt, until].every((at) => isFor(evidence, { personId, story, at }));
        if (!isMeant || which === 'changed' || isBlockedAt(evidence, personId, until)) continue;
        const own = rows.filter((row) => row.personId === personId && row.windowVersion === version.n);
        if (own.some((row) => roundOf(row) === which)) continue;
        // Two that would leave at the same moment of an evening are one, the later.
        const isOvertaken = kept.some((one) => one.which === which && one.outcome === 'missed');
        if (isOvertaken && own.some((row) => row.createdAt >= leavesAt - MINUTE_MS && row.createdAt <= until)) continue;
        const rule = story.rules.findLast(({ since }) => since <= leavesAt)?.rule.before ?? [];
        const instead = !rule.includes(which) && which !== 'opening' ? 'a lead of their own' : 'a round of the rule';
        const person = nameOf(evidence, personId);
        const facts = {
          which,
          due: sayInstant(round.dueAt),
          leaves: sayInstant(leavesAt),
          instead,
          version: sayVersion(version),
        };
        breaches.push({ promise: DUE, person, rows: [facts, ...showRounds(kept), ...own.map(showDelivery)] });
      }
    }
  }
  return breaches;
}

/** Down when it was due: once the assistant is back the person hears the latest of what passed, if it still helps. */
function checkAfterStandstill(
  { evidence, story, rows }: Case,
  { personId, version, round }: { personId: string; version: Version; round: ExpectedRound },
): Breach[] {
  const still = evidence.standstills.find(
    ({ from, until }) => from <= round.leavesAt + A_MOMENT_MS && (until ?? Number.POSITIVE_INFINITY) >= round.leavesAt,
  );
  if (still?.until === undefined) return [];
  const back = nextByDay(still.until) + A_MOMENT_MS;
  const isHelped = back < version.until && back < evidence.now && isUpThrough(evidence, still.until + 1, back);
  if (!isHelped || isNearClockChange(evidence, back) || isBlockedAt(evidence, personId, back)) return [];
  const isMeant = [round.leavesAt, still.until, back].every((at) => isFor(evidence, { personId, story, at }));
  // Who has named other times meanwhile hears then.
  const isStill =
    ['opening', 'changed'].includes(round.which) ||
    leadsAt(evidence, { personId, story, version, at: back }).includes(round.which);
  if (!isMeant || !isStill) return [];
  const own = rows.filter((row) => row.personId === personId && row.windowVersion === version.n);
  if (own.some((row) => row.createdAt >= round.leavesAt - MINUTE_MS)) return [];
  // A change that was told on the same day has said all there is to say.
  if (round.which === 'changed' && !own.some(() => true)) return [];
  const person = nameOf(evidence, personId);
  const facts = { why: 'nothing was told after a standstill', which: round.which, leaves: sayInstant(round.leavesAt) };
  return [
    {
      promise: DUE,
      person,
      rows: [facts, { from: sayInstant(still.from), until: sayInstant(still.until) }, ...own.map(showDelivery)],
    },
  ];
}

/** Whatever came was meant, at that time, for that person, of dates that stood. */
function checkJustified({ evidence, story }: Case): Breach[] {
  const breaches: Breach[] = [];
  const versions = versionsOf(story);
  // What was said with somebody who had everything taken away is gone; it was judged on the days before.
  const erased = new Set(evidence.people.flatMap(({ id, erasedAt }) => (erasedAt === undefined ? [] : [id])));
  for (const { arrival, delivery } of sentOf(evidence)) {
    if (delivery.windowId !== story.id || isNearClockChange(evidence, arrival.at)) continue;
    const { personId } = delivery;
    if (erased.has(personId)) continue;
    const which = roundOf(delivery);
    const version = versions.find(({ n }) => n === delivery.windowVersion);
    const person = nameOf(evidence, personId);
    const breach = (promise: string, why: string): void => {
      const sent = { why, sent: sayInstant(arrival.at), ...(version === undefined ? {} : sayVersion(version)) };
      breaches.push({ promise, person, rows: [sent, showDelivery(delivery)] });
    };
    if (version === undefined) {
      breach(ITS_TIME, 'of a version that never was');
      continue;
    }
    if (which !== 'withdrawn' && arrival.at >= version.until) breach(ITS_TIME, 'after its time');
    if (which === 'withdrawn' && story.withdrawnAt === undefined) breach(ITS_TIME, 'it was never withdrawn');
    if (which.startsWith('again-') || ['withdrawn', 'changed', 'elsewhere'].includes(which)) continue;
    const { wants } = wantsWindows(evidence, { personId, story, at: arrival.at });
    if (!wants) breach(MEANT, 'they did not want to hear of it');
    if (!livesThere(evidence, { personId, story, at: arrival.at }).might) breach(THERE, 'they are of another place');
    const rounds = roundsOfPerson(evidence, { personId, story, version });
    const missed = evidence.rounds.filter(
      (round) => round.windowId === story.id && round.version === version.n && round.outcome === 'missed',
    );
    const isOwn = rounds.some((round) => round.which === which);
    const isInstead = missed.some((round) => rounds.some((own) => own.which === round.which));
    // Who changed their mind between the planning and the sending hears what was planned.
    const changedMind = evidence.said.some(
      (said) => said.personId === personId && said.at >= delivery.createdAt - MINUTE_MS && said.at <= arrival.at,
    );
    if (!isOwn && !isInstead && !changedMind) breach(MEANT, 'it is none of their rounds');
    const leads = which === 'opening' ? [] : [which];
    const ofIt = roundsExpected(version, { opening: true, leads }).find((round) => round.which === which);
    if (ofIt !== undefined && arrival.at < ofIt.leavesAt) breach(ITS_TIME, 'before its time');
  }
  return breaches;
}

/** A change or a withdrawal reaches each who was told what no longer holds; and nothing old waits beside it. */
function checkChanges({ evidence, story, rows }: Case): Breach[] {
  const breaches: Breach[] = [];
  const versions = versionsOf(story);
  const last = versions.at(-1);
  for (const row of rows) {
    const isOld = row.windowVersion !== last?.n || (story.withdrawnAt !== undefined && roundOf(row) !== 'withdrawn');
    if (row.status !== 'waiting' || !isOld) continue;
    breaches.push({
      promise: CHANGED,
      person: nameOf(evidence, row.personId),
      rows: [{ why: 'an old word waits' }, showDelivery(row)],
    });
  }
  const news = [
    ...versions
      .slice(1)
      .map((version) => ({ which: 'changed', at: version.since, until: version.until, version: version.n })),
    ...(story.withdrawnAt === undefined || last === undefined
      ? []
      : [{ which: 'withdrawn', at: story.withdrawnAt, until: last.closesAt, version: last.n }]),
  ];
  for (const { which, at, until, version } of news) {
    const tellAt = nextByDay(at) + A_MOMENT_MS;
    if (tellAt >= until || tellAt > evidence.now || !isUpThrough(evidence, at, tellAt)) continue;
    if (isNearClockChange(evidence, at) || isNearClockChange(evidence, tellAt)) continue;
    for (const { id: personId, erasedAt } of evidence.people) {
      const own = rows.filter((row) => row.personId === personId);
      const told = own.filter(
        (row) =>
          ['sent', 'ambiguous'].includes(row.status) &&
          (row.claimedAt ?? row.createdAt) < at &&
          ((row.windowVersion ?? 0) < version || which === 'withdrawn'),
      );
      const wants = [at, tellAt].every((when) => wantsWindows(evidence, { personId, story, at: when }).wants);
      if (erasedAt !== undefined || told.length === 0 || !wants || isBlockedAt(evidence, personId, tellAt)) continue;
      const isThere = own.some((row) => row.windowVersion === version && [which, 'elsewhere'].includes(roundOf(row)));
      if (isThere) continue;
      const facts = { why: `it was ${which} and they were not told`, at: sayInstant(at) };
      breaches.push({ promise: CHANGED, person: nameOf(evidence, personId), rows: [facts, ...own.map(showDelivery)] });
    }
  }
  return breaches;
}

function isFor(evidence: Evidence, of: { personId: string; story: WindowStory; at: number }): boolean {
  return wantsWindows(evidence, of).wants && livesThere(evidence, of).is;
}

/** The rounds of one person: at the times they named themselves, otherwise as the rule says; judged when each is due. */
function roundsOfPerson(
  evidence: Evidence,
  { personId, story, version }: { personId: string; story: WindowStory; version: Version },
): ExpectedRound[] {
  const rule = (at: number) => story.rules.findLast(({ since }) => since <= at)?.rule ?? story.rules[0]?.rule;
  const named = [
    ...new Set([
      ...(rule(version.since)?.before ?? []),
      ...evidence.said.flatMap((said) => (said.kind === 'leads' && said.personId === personId ? said.leads : [])),
    ]),
  ];
  const opening = rule(version.since)?.opening ?? false;
  return roundsExpected(version, { opening, leads: named }).filter(({ which, leavesAt }) => {
    if (which === 'opening' || which === 'changed') return true;
    return leadsAt(evidence, { personId, story, version, at: leavesAt }).includes(which);
  });
}

function leadsAt(
  evidence: Evidence,
  { personId, story, version, at }: { personId: string; story: WindowStory; version: Version; at: number },
): readonly string[] {
  const { leads, wished } = wishesOf(evidence, personId, at);
  const own = [...leads]
    .filter(
      ([programme, said]) =>
        wished.has(programme) && said.leads.length > 0 && (programme === 'any' || concerns(story, programme)),
    )
    .toSorted(
      ([one, said], [other, before]) => Number(one === 'any') - Number(other === 'any') || before.since - said.since,
    )
    .at(0)?.[1];
  const still = own?.leads.filter((lead) => version.closesAt - lengthOf(lead) > own.since) ?? [];
  if (still.length > 0) return still;
  return story.rules.findLast(({ since }) => since <= at)?.rule.before ?? [];
}

function roundOf({ key }: DeliveryFacts): string {
  return key.split('/')[4] ?? '';
}

function sayVersion({ n, opensAt, closesAt, since, until }: Version): object {
  return {
    version: n,
    opens: sayInstant(opensAt),
    closes: sayInstant(closesAt),
    since: sayInstant(since),
    until: sayInstant(until),
  };
}

function showRounds(rounds: Evidence['rounds']): object[] {
  return rounds.map(({ which, outcome, dueAt, at }) => ({
    round: which,
    outcome,
    dueAt: sayInstant(dueAt),
    at: sayInstant(at),
  }));
}
