import { type ApplicationAction, allowedActions, needsClaim } from '../../core/applications/actions.ts';
import type { RequestDetail } from '../../records/request-detail.ts';

/** What this officer may do to a dossier now: decide only what they have, and take only what they have not. */
export function actionsFor(
  { status, holder }: Pick<RequestDetail, 'status' | 'holder'>,
  officerId: string,
): ApplicationAction[] {
  const isMine = holder?.id === officerId;
  return allowedActions(status, 'officer').filter((action) =>
    needsClaim(action) ? isMine : action !== 'claim' || !isMine,
  );
}
