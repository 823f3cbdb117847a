import { AppError } from '../../../core/app-error.ts';
import { type Locale, wordsFor } from '../../../locales/words.ts';
import { addReadAudit } from '../../../records/audit.ts';
import { findCentre } from '../../../records/centre.ts';
import { findFileTimes } from '../../../records/person-files.ts';
import { findRequest } from '../../../records/request-detail.ts';
import { tellAdvice } from '../../requests/tell-advice.ts';
import type { StaffDeps } from '../../staff-deps.ts';
import { sayPaperDay } from './paper-time.ts';
import { makeRequestForm, type RequestForm } from './request-form.ts';

type Deps = Pick<StaffDeps, 'db' | 'clock' | 'ids' | 'library'>;

/**
 * The paper of one request as it stands now, and that this officer took it: `request.printed` or `request.exported`.
 * Throws `not-found`.
 */
export async function readForm(
  deps: Deps,
  {
    id,
    officerId,
    action,
    locale,
  }: { id: string; officerId: string; action: 'request.printed' | 'request.exported'; locale: Locale },
): Promise<{ code: string; form: RequestForm }> {
  const { db, clock, ids } = deps;
  const now = clock.now();
  const request = await findRequest(db, id);
  if (request === undefined) throw new AppError('not-found');
  await addReadAudit(db, {
    ...{ id: ids.next(), now, actorId: officerId, action },
    ...{ subjectKind: 'Application', subjectId: id },
  });
  const known = {
    ...{ request, now },
    advice: await tellAdvice(deps, request, { locale, sayDay: sayPaperDay }),
    centre: (await findCentre(db))?.name ?? '',
    photoTimes: await findFileTimes(db, request.personId),
  };
  return { code: request.code, form: makeRequestForm(known, { words: wordsFor(locale), locale }) };
}
