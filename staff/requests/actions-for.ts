import { type ApplicationAction, allowedActions, needsClaim } from '../../core/applications/actions.ts';
import { needsConsent } from '../../core/people-data/needs-consent.ts';
import type { RequestDetail } from '../../records/request-detail.ts';

/**
 * What this officer may do to a dossier now: decide only what they have, take only what they have not, and go on with none
 * whose person took the consent back.
 */
export function actionsFor(
  { status, holder, isConsentBack }: Pick<RequestDetail, 'status' | 'holder' | 'isConsentBack'>,
  officerId: string,
): ApplicationAction[] {
  const isMine = holder?.id === officerId;
  return allowedActions(status, 'officer')
    .filter((action) => (needsClaim(action) ? isMine : action !== 'claim' || !isMine))
    .filter((action) => !isConsentBack || !needsConsent(action));
}
