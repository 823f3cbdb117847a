import type { ApplicationAction } from '../applications/actions.ts';

/**
 * What officers may not do to a dossier whose person took the consent to requests back: all that goes on with considering it
 * (Luật 91/2025/QH15, Điều 4 and 9). Taking it, giving it back and declining stay, so that it can be brought to its end; from
 * the proposed plan on it is a paper that must be kept (`mustBeKept`), and goes its way.
 */
const GOES_ON: ReadonlySet<ApplicationAction> = new Set(['return', 'accept', 'reopen', 'propose']);

export function needsConsent(action: ApplicationAction): boolean {
  return GOES_ON.has(action);
}
