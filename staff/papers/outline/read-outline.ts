import { AppError } from '../../../core/app-error.ts';
import { wordsFor } from '../../../locales/words.ts';
import { addReadAudit } from '../../../records/audit.ts';
import { findCentre } from '../../../records/centre.ts';
import { findEstablishmentProfile } from '../../../records/establishment-profile.ts';
import { findRequest } from '../../../records/request-detail.ts';
import { adviseAbout, putAdvice } from '../../requests/tell-advice.ts';
import type { StaffDeps } from '../../staff-deps.ts';
import { sayPaperDay } from '../form/paper-time.ts';
import { makeProjectOutline, type ProjectOutline } from './project-outline.ts';

type Deps = Pick<StaffDeps, 'db' | 'clock' | 'ids' | 'library'>;

/** The outline of one request as far as it is known now, and that this officer took it. Throws `not-found`. */
export async function readOutline(
  deps: Deps,
  { id, officerId }: { id: string; officerId: string },
): Promise<{ code: string; outline: ProjectOutline }> {
  const { db, clock, ids, library } = deps;
  const now = clock.now();
  const request = await findRequest(db, id);
  if (request === undefined) throw new AppError('not-found');
  await addReadAudit(db, {
    ...{ id: ids.next(), now, actorId: officerId, action: 'request.outlined' },
    ...{ subjectKind: 'Application', subjectId: id },
  });
  const { establishmentId } = request;
  const profile =
    establishmentId === undefined
      ? undefined
      : await findEstablishmentProfile(db, { id: establishmentId, exceptRequestId: id });
  const advice = await adviseAbout(deps, request);
  const { knowledge, findProvinceName } = library.current();
  const known = {
    ...{ request, advice, now, findProvinceName },
    ofEstablishment: profile?.answers ?? {},
    told: advice === undefined ? null : putAdvice(deps, advice, { locale: 'vi', sayDay: sayPaperDay }),
    articles: knowledge.articles,
    centre: (await findCentre(db))?.name ?? '',
  };
  return { code: request.code, outline: makeProjectOutline(known, wordsFor('vi')) };
}
