import { AppError } from '../../../core/app-error.ts';
import { type Locale, wordsFor } from '../../../locales/words.ts';
import { addReadAudit } from '../../../records/audit.ts';
import { findCentre } from '../../../records/centre.ts';
import { findRequest } from '../../../records/request-detail.ts';
import { tellAdvice } from '../../requests/tell-advice.ts';
import type { StaffDeps } from '../../staff-deps.ts';
import { sayPaperDay } from '../form/paper-time.ts';
import { makeRequestSummary, type RequestSummary } from './request-summary.ts';

/** One request on one sheet as it stands now, and that this officer took it. Throws `not-found`. */
export async function readSummary(
  deps: Pick<StaffDeps, 'db' | 'clock' | 'ids' | 'library'>,
  { id, officerId, locale }: { id: string; officerId: string; locale: Locale },
): Promise<RequestSummary> {
  const { db, clock, ids } = deps;
  const now = clock.now();
  const request = await findRequest(db, id);
  if (request === undefined) throw new AppError('not-found');
  await addReadAudit(db, {
    ...{ id: ids.next(), now, actorId: officerId, action: 'request.summarized' },
    ...{ subjectKind: 'Application', subjectId: id },
  });
  const advice = await tellAdvice(deps, request, { locale, sayDay: sayPaperDay });
  const centre = (await findCentre(db))?.name ?? '';
  return makeRequestSummary({ request, advice, centre, now }, { words: wordsFor(locale), locale });
}
