import type { ProjectDeed } from '../../core/applications/project-data.ts';
import { doDeed } from '../../staff/projects/do-deed.ts';
import { OFFICER } from './deeds-of-officers.ts';
import { isoDay, startOfDay } from './office-time.ts';
import type { World } from './world-in-hand.ts';

const APPROVED_VND = { nationalVnd: 60_000_000, localVnd: 0, counterpartVnd: 140_000_000 };

/** Lets every request that was accepted become a project that begins, and writes down the reports that people tell by phone. */
export async function carryProjects(world: World): Promise<void> {
  const chance = world.chance.fork(`projects/${startOfDay(world.now())}`);
  const requests = await world.db.application.findMany({
    where: { code: { not: null }, person: { erasedAt: null } },
    include: { events: { orderBy: { seq: 'asc' } } },
    orderBy: { code: 'asc' },
  });
  for (const { id, events } of requests) {
    const kinds = events.map(({ kind }) => kind);
    if (kinds.at(-1) === 'accepted') for (const deed of untilItBegins(world.now())) await record(id, deed);
    const month = isoDay(world.now()).slice(0, 7);
    const wasTold = events.some(
      ({ kind, at }) => kind === 'progress-reported' && isoDay(at.getTime()).startsWith(month),
    );
    if (kinds.includes('begun') && !wasTold && chance.happens(0.08)) {
      await record(id, { action: 'report-progress', data: { month, text: 'Máy đã về xưởng.', fileIds: [] } });
    }
  }
  await world.sendDue();

  async function record(id: string, deed: ProjectDeed): Promise<void> {
    await doDeed(world.office.deps, { id, requestId: chance.uuid(), officer: OFFICER, deed });
  }
}

/** All in one morning, as an office does that enters what has long been on paper. */
function untilItBegins(now: number): ProjectDeed[] {
  const planYear = Number(isoDay(now).slice(0, 4));
  return [
    { action: 'propose', data: { planYear, fund: 'national', amountVnd: APPROVED_VND.nationalVnd } },
    { action: 'approve', data: APPROVED_VND },
    { action: 'contract', data: { number: '01/HĐ-KC', signedOn: isoDay(now), endsOn: isoDay(startOfDay(now, 300)) } },
    { action: 'begin', data: {} },
  ];
}
