import { saySum, type ToldReason, type ToldSum, tellReasons, tellSums } from '../../bot/library/phrase-advice.ts';
import { advise } from '../../core/programmes/advise.ts';
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
  { db, clock, library }: Pick<StaffDeps, 'db' | 'clock' | 'library'>,
  { programme: id, status, answers }: Pick<RequestDetail, 'programme' | 'status' | 'answers'>,
  locale: Locale,
): Promise<ToldAdvice | null> {
  const programme = findProgramme(id);
  if (programme === undefined || status === 'erased') return null;
  const current = library.current();
  const { judgement, estimate } = advise(current.knowledge, {
    programme,
    kept: Object.fromEntries(Object.entries(answers).map(([question, { value }]) => [question, value])),
    date: officeDay(clock.now()),
    province: (await findCentre(db))?.provinceCode,
  });
  const speaker = { words: wordsFor(locale), locale, library: current };
  return {
    verdict: judgement.verdict,
    reasons: tellReasons(speaker, judgement),
    estimate:
      estimate === undefined ? null : { price: saySum(speaker, estimate.price), sums: tellSums(speaker, estimate) },
  };
}
