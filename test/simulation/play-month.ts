import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RealParts } from '../support/test-bot.ts';
import { carryProjects } from './carry-projects.ts';
import { type Breach, checkAll } from './checks/check-all.ts';
import {
  announce,
  changeSomeWindow,
  meddle,
  type Office,
  openWindow,
  tendCertificates,
  withdrawSomeWindow,
  workThrough,
} from './deeds-of-officers.ts';
import { DEEDS } from './deeds-of-people.ts';
import { type Evidence, gatherEvidence } from './evidence.ts';
import { nextInstant } from './next-instant.ts';
import { settleVillage, type Villager } from './people.ts';
import { type Happening, planMonth } from './plan-month.ts';
import { makeWorld } from './world.ts';
import type { World } from './world-in-hand.ts';

export type Month = {
  seed: number;
  days: number;
  people: number;
  /** The first breaches that were found, at the end of the day on which they were. */
  breaches: (Breach & { day: number })[];
  /** How much of what there was, so that nobody takes an empty month for a good one. */
  tally: Record<string, number>;
  /** What the checks looked at last. */
  evidence: Evidence;
};

/**
 * Plays a month of a centre and judges it at the end of each day; a day with a breach is the last. `spoil` is for tests of
 * the checks: it may change what they will see.
 */
export async function playMonth(options: {
  seed: number;
  days: number;
  people: number;
  databaseUrl: string;
  parts: RealParts;
  startOn?: string;
  /** Whether the assistant is killed now and then. */
  withKills?: boolean;
  spoil?: (evidence: Evidence) => void;
  onDay?: (day: number, month: { breaches: number }) => void;
}): Promise<Month> {
  const { seed, days, people, databaseUrl, parts, startOn, withKills = true, onDay } = options;
  const plan = planMonth({ seed, days, people, startOn });
  const filesFolder = await mkdtemp(join(tmpdir(), 'khuyencong-simulation-'));
  const { startAt, zaloMonthlyLimit } = plan;
  const world = await makeWorld({ seed, databaseUrl, filesFolder, parts, startAt, zaloMonthlyLimit });
  try {
    const village = settleVillage(world, people);
    const office: Office = { windows: [], announcements: [], certificates: [] };
    await world.comeUp();
    const chance = world.chance.fork('doing');
    let aheadMs = 0;
    let breaches: Month['breaches'] = [];
    let evidence: Evidence | undefined;
    for (const happening of plan.happenings) {
      await pass(world, { office, until: happening.at + aheadMs });
      if (happening.kind === 'clock-set') {
        aheadMs = happening.aheadMs;
        world.setClock(happening.at + aheadMs);
        continue;
      }
      // After a crash it may be a little later already.
      world.moveTo(Math.max(world.now(), happening.at + aheadMs));
      if (happening.kind !== 'day-ends') {
        if (happening.kind !== 'crash' || withKills) await happen(world, happening, { village, office, chance });
        continue;
      }
      await world.settle();
      evidence = await gatherEvidence(world, { village, office, isOver: happening.day === days });
      options.spoil?.(evidence);
      breaches = checkAll(evidence).map((breach) => ({ ...breach, day: happening.day }));
      onDay?.(happening.day, { breaches: breaches.length });
      if (breaches.length > 0) break;
    }
    if (evidence === undefined) throw new Error('A month has at least one day.');
    return { seed, days, people, breaches, evidence, tally: tallyOf(evidence) };
  } finally {
    await world.close();
    await rm(filesFolder, { recursive: true, force: true });
  }
}

/** Time goes on to `until`; at each instant at which something may be due the periodic work runs. */
async function pass(world: World, { office, until }: { office: Office; until: number }): Promise<void> {
  for (;;) {
    const next = await nextInstant(world, { office, until });
    if (next === undefined) return;
    world.moveTo(next);
    await world.sweep();
  }
}

type Who = { village: readonly Villager[]; office: Office; chance: World['chance'] };

async function happen(world: World, happening: Happening, { village, office, chance }: Who): Promise<void> {
  switch (happening.kind) {
    case 'person': {
      const villager = village[happening.who];
      if (villager === undefined) return;
      const { second } = villager;
      const phone = second !== undefined && villager.chance.happens(0.4) ? second : villager;
      await DEEDS[happening.deed](world, phone, villager.chance);
      return;
    }
    case 'clock-set':
    case 'day-ends':
      return;
    case 'weather':
      return world.weather(happening.weather);
    case 'crash':
      return world.planKill(happening);
    case 'goes-down':
      return await world.goDown();
    case 'comes-up':
      return await world.comeUp();
    default:
      // The console runs with the assistant: while that is away, officers wait.
      if (!world.isUp()) return;
      await officerActs(world, happening.kind, { office, chance });
      await world.settle();
  }
}

async function officerActs(
  world: World,
  kind: Happening['kind'],
  { office, chance }: Omit<Who, 'village'>,
): Promise<void> {
  if (kind === 'window') await openWindow(world, office, chance);
  if (kind === 'window-changed') await changeSomeWindow(world, office, chance);
  if (kind === 'window-withdrawn') await withdrawSomeWindow(world, office, chance);
  if (kind === 'announced') await announce(world, office, chance);
  if (kind === 'meddled') await meddle(world, office, chance);
  if (kind === 'office-works') {
    await workThrough(world, chance);
    await carryProjects(world);
    await tendCertificates(world, office);
  }
}

function tallyOf(evidence: Evidence): Record<string, number> {
  const tally: Record<string, number> = { arrivals: evidence.arrivals.length, inbound: evidence.inbound.length };
  const count = (name: string): void => {
    tally[name] = (tally[name] ?? 0) + 1;
  };
  for (const { kind, status, reason } of evidence.deliveries) count(`${kind} ${status}${reason ? ` ${reason}` : ''}`);
  for (const { outcome } of evidence.rounds) count(`round ${outcome}`);
  for (const { kind } of evidence.said) count(`said ${kind}`);
  for (const { kind } of evidence.events) count(`dossier ${kind}`);
  for (const { outcome } of evidence.attempts) if (outcome !== 'sent') count(`attempt ${outcome}`);
  count('windows');
  tally.windows = evidence.windows.length;
  tally.announcements = evidence.announcements.length;
  tally.certificates = evidence.certificates.length;
  tally['second phones'] = evidence.villagers.length - evidence.villagersAtFirst;
  tally.standstills = evidence.standstills.length;
  for (const { step } of evidence.crashes) count(`killed ${step}`);
  return tally;
}
