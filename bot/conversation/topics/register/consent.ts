import type { Reply, Turn } from '../../topic.ts';
import { consentQuestion, firstConsent } from '../form/consent.ts';
import { readNeed, type Said, sayNeed } from './said-need.ts';
import { setState } from './state.ts';

/** Asks for consent, `isAgain` in short; afterwards a new draft is begun, or the named one gone on with. */
export function askConsent(
  turn: Turn,
  { applicationId, said }: { applicationId?: string; said?: Said },
  { isAgain = false } = {},
): Reply {
  setState(turn, { step: 'consent', applicationId, said });
  const asked = consentQuestion(turn, 'register', { isAgain });
  const need = said?.isWish ? readNeed(turn, said.text) : undefined;
  if (need === undefined) return { ...asked, withGreeting: firstConsent(turn, []) };
  const isClear = need.answers.length > 0;
  const understood = turn.words.t(isClear ? 'register:understood' : 'register:understoodPart', {
    need: isClear ? sayNeed(turn, need) : '',
  });
  return {
    ...asked,
    paragraphs: [understood, ...asked.paragraphs],
    withGreeting: firstConsent(turn, [understood]),
  };
}
