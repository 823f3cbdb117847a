import { saySum, type ToldReason, type ToldSum, tellReasons, tellSums } from '../../bot/library/phrase-advice.ts';
import { type Advice, advise } from '../../core/programmes/advise.ts';
import type { Verdict } from '../../core/programmes/eligibility/rule.ts';
import { findProgramme } from '../../core/programmes/programmes.ts';
import { officeDay } from '../../core/time.ts';
import { type Locale, wordsFor } from '../../locales/words.ts';
import { findCentre } from '../../records/centre.ts';
import type { RequestDetail } from '../../records/request-detail.ts';
import type { StaffDeps } from '../staff-deps.ts';

/** How a dossier stands by the rules and rates of today, as an officer reads it; the decision is theirs. */
export type ToldAdvice = {
  verdict: Verdict;
  reasons: ToldReason[];
  /** What it costs, and what could be got of it; missing where no sum can be computed. */
  estimate: { price: string; sums: ToldSum[] } | null;
};

/** Null when there is nothing to judge: its data was erased, or its programme exists no longer. */
export async function tellAdvice(
  deps: Pick<StaffDeps, 'db' | 'clock' | 'library'>,
  request: Judged,
  saying: Locale | Saying,
): Promise<ToldAdvice | null> {
  const advice = await adviseAbout(deps, request);
  return advice === undefined ? null : putAdvice(deps, advice, saying);
}

/** In which language; `sayDay`: how days (ISO) are written where it is for a paper. */
type Saying = { locale: Locale; sayDay: (isoDay: string) => string };

type Judged = Pick<RequestDetail, 'programme' | 'status' | 'answers'>;

/** The same before it is put into words. */
export async function adviseAbout(
  { db, clock, library }: Pick<StaffDeps, 'db' | 'clock' | 'library'>,
  { programme: id, status, answers }: Judged,
): Promise<Advice | undefined> {
  const programme = findProgramme(id);
  if (programme === undefined || status === 'erased') return undefined;
  return advise(library.current().knowledge, {
    programme,
    kept: Object.fromEntries(Object.entries(answers).map(([question, { value }]) => [question, value])),
    date: officeDay(clock.now()),
    province: (await findCentre(db))?.provinceCode,
  });
}

export function putAdvice(
  { library }: { library: Pick<StaffDeps['library'], 'current'> },
  { judgement, estimate }: Advice,
  saying: Locale | Saying,
): ToldAdvice {
  const { locale, ...rest } = typeof saying === 'string' ? { locale: saying } : saying;
  const speaker = { words: wordsFor(locale), locale, library: library.current(), ...rest };
  return {
    verdict: judgement.verdict,
    reasons: tellReasons(speaker, judgement),
    estimate:
      estimate === undefined ? null : { price: saySum(speaker, estimate.price), sums: tellSums(speaker, estimate) },
  };
}
