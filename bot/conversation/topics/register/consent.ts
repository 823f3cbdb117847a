import type { Reply, Turn } from '../../topic.ts';
import { consentQuestion } from '../form/consent.ts';
import { setState } from './state.ts';

/** Asks for consent; afterwards a new draft is begun, or the named one gone on with. */
export function askConsent(turn: Turn, { applicationId }: { applicationId?: string }): Reply {
  setState(turn, { step: 'consent', applicationId });
  return consentQuestion(turn, 'register');
}
