import { type AdvanceCap, findAdvanceCaps } from '../../core/applications/advance-caps.ts';
import type { Project } from '../../core/applications/project.ts';
import type { Fund, ProjectDeed } from '../../core/applications/project-data.ts';
import type { Advice } from '../../core/programmes/advise.ts';
import { officeDay } from '../../core/time.ts';
import { findCentre } from '../../records/centre.ts';
import type { RequestDetail } from '../../records/request-detail.ts';
import { adviseAbout } from '../requests/tell-advice.ts';
import type { StaffDeps } from '../staff-deps.ts';

type Source = Pick<AdvanceCap, 'document' | 'article' | 'certainty'>;

/** What is odd about sums that may be right all the same: an officer looks at them once more. */
export type Doubt =
  | { kind: 'above-proposed' | 'own-below-promise'; vnd: number }
  /** More than the rates of today give for what it costs. */
  | ({ kind: 'above-rate'; fund: Fund; vnd: number } & Source)
  /** The support and this do not pay for what was said to be bought. */
  | { kind: 'own-below-rest'; vnd: number; priceVnd: number }
  | ({ kind: 'above-advance-cap'; fund: Fund; percent: number; vnd: number } & Source);

type Asked = { request: RequestDetail; project: Project | undefined; deed: ProjectDeed };

/** Nothing is refused for it: decisions of an authority stand above the rates as they are known here. */
export async function findDoubts(
  deps: Pick<StaffDeps, 'db' | 'clock' | 'library'>,
  { request, project, deed }: Asked,
): Promise<Doubt[]> {
  switch (deed.action) {
    case 'propose': {
      const { fund, amountVnd = 0 } = deed.data;
      return aboveRates(await adviseAbout(deps, request), { national: 0, local: 0, [fund]: amountVnd });
    }
    case 'approve':
      return sumDoubts(await adviseAbout(deps, request), project, deed.data);
    case 'grant-amendment': {
      const { sums } = deed.data;
      return sums === undefined ? [] : sumDoubts(await adviseAbout(deps, request), undefined, sums);
    }
    case 'pay-advance':
      return aboveCaps(await tellAdvanceCaps(deps, request.programme), project, deed.data);
    case 'settle': {
      const promisedVnd = project?.counterpartVnd ?? 0;
      return deed.data.counterpartVnd < promisedVnd ? [{ kind: 'own-below-promise', vnd: promisedVnd }] : [];
    }
    default:
      return [];
  }
}

/** How much may be advanced, as far as that is known for this kind of support here and today. */
export async function tellAdvanceCaps(
  { db, clock, library }: Pick<StaffDeps, 'db' | 'clock' | 'library'>,
  programme: string,
): Promise<AdvanceCap[]> {
  const province = (await findCentre(db))?.provinceCode;
  const { rates } = library.current().knowledge;
  return findAdvanceCaps(rates, { programme, date: officeDay(clock.now()), province });
}

type Sums = { nationalVnd: number; localVnd: number; counterpartVnd: number };

function sumDoubts(advice: Advice | undefined, project: Project | undefined, sums: Sums): Doubt[] {
  const { nationalVnd, localVnd, counterpartVnd } = sums;
  const supportVnd = nationalVnd + localVnd;
  const proposedVnd = project?.proposedVnd ?? supportVnd;
  const priceVnd = advice?.price?.minVnd ?? 0;
  const restVnd = priceVnd - supportVnd;
  return [
    ...(supportVnd > proposedVnd ? [{ kind: 'above-proposed' as const, vnd: proposedVnd }] : []),
    ...aboveRates(advice, { national: nationalVnd, local: localVnd }),
    ...(counterpartVnd < restVnd ? [{ kind: 'own-below-rest' as const, vnd: restVnd, priceVnd }] : []),
  ];
}

function aboveRates(advice: Advice | undefined, asked: Record<Fund, number>): Doubt[] {
  const { sums = [], ifLine = [] } = advice?.estimate ?? {};
  // While nobody told whether it is a line, the higher ceiling may hold.
  const most = sums.map((sum) => ifLine.find(({ rate }) => rate.scope === sum.rate.scope) ?? sum);
  return most
    .filter(({ rate, support }) => asked[rate.scope] > support.maxVnd)
    .map(({ rate: { scope: fund, document, article, certainty }, support }) => ({
      ...{ kind: 'above-rate' as const, fund, vnd: support.maxVnd, document, article, certainty },
    }));
}

function aboveCaps(
  caps: readonly AdvanceCap[],
  project: Project | undefined,
  { nationalVnd, localVnd }: Omit<Sums, 'counterpartVnd'>,
): Doubt[] {
  const after: Record<Fund, number> = {
    national: (project?.advancedNationalVnd ?? 0) + nationalVnd,
    local: (project?.advancedLocalVnd ?? 0) + localVnd,
  };
  const approved: Record<Fund, number> = { national: project?.nationalVnd ?? 0, local: project?.localVnd ?? 0 };
  return caps.flatMap(({ fund, percent, document, article, certainty }) => {
    const vnd = Math.floor((approved[fund] * percent) / 100);
    return after[fund] > vnd
      ? [{ kind: 'above-advance-cap' as const, fund, percent, vnd, document, article, certainty }]
      : [];
  });
}
