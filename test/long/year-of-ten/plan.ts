import type { Who } from './stories.ts';

const MILLION = 1_000_000;
type Sums = { nationalVnd: number; localVnd: number; counterpartVnd: number };

/** In million đồng: from the national fund, from the local one, and what the producer puts in. */
const sums = (national: number, local: number, counterpart: number): Sums => ({
  nationalVnd: national * MILLION,
  localVnd: local * MILLION,
  counterpartVnd: counterpart * MILLION,
});

type Project = { fund: 'national' | 'local'; proposedVnd: number; approved: Sums; paid?: Sums; isClosed?: true };
const project = (fund: Project['fund'], proposed: number, approved: Sums, paid?: Sums, isClosed?: true): Project => ({
  ...{ fund, proposedVnd: proposed * MILLION, approved, paid, isClosed },
});

/** What was amended of the noodles: less from the national fund, some from the local one. */
export const AMENDED = sums(120, 30, 320);

/** The plan of 2027, as officers enter it: proposed, approved, paid. */
export const PLAN = {
  noodles: project('national', 200, sums(150, 0, 350), sums(120, 30, 330), true),
  tea: project('local', 100, sums(0, 90, 110), sums(0, 85, 115)),
  bamboo: project('local', 35, sums(0, 30, 5), sums(0, 30, 5), true),
  bricks: project('national', 900, sums(700, 100, 2_000), sums(690, 100, 2_100), true),
  smiths: project('national', 120, sums(100, 0, 20), sums(100, 0, 20)),
  weavers: project('local', 20, sums(0, 15, 5), sums(0, 12, 6), true),
  // Stopped in the middle, and withdrawn before the contract.
  carpenters: project('local', 150, sums(0, 130, 200)),
  bakers: project('local', 60, sums(0, 50, 100)),
} satisfies Partial<Record<Who, Project>>;

export type Planned = keyof typeof PLAN;
export const PLANNED = Object.keys(PLAN) as Planned[];
/** Those that were paid. */
export const PAID = PLANNED.filter((name) => PLAN[name].paid !== undefined);
