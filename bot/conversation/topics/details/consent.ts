import { looksLikeQuestion } from '../../../../core/forms/looks-like-question.ts';
import type { Reply, Turn } from '../../topic.ts';
import { CONSENT_VERSION, consentQuestion, hasConsent, keepConsent, readConsent } from '../form/consent.ts';
import { wayOn } from './leave.ts';
import { close, findWaitingPhotos, setState } from './state.ts';

/** Details are personal too: without a consent that holds nothing more is kept. */
export function askConsent(turn: Turn, applicationId: string, { isAgain = false } = {}): Reply {
  setState(turn, { step: 'consent', applicationId, waiting: findWaitingPhotos(turn) });
  return consentQuestion(turn, 'details', { isAgain });
}

/** The same question in few words, after something that was no answer to it; undefined for a question about it. */
export function askConsentAgain(turn: Turn, applicationId: string): Reply | undefined {
  const { input, words } = turn;
  const isPhoto = input.kind.startsWith('photo');
  if (!isPhoto && (input.kind !== 'text' || looksLikeQuestion(input.text))) return undefined;
  const again = words.t(isPhoto ? 'register:consent.beforePhotos' : 'register:consent.unclear');
  return { ...askConsent(turn, applicationId, { isAgain: true }), paragraphs: [again] };
}

/** The typed answer to the consent, if it is one. */
export function readTypedConsent({ input }: Turn): 'yes' | 'no' | undefined {
  return input.kind === 'text' ? readConsent(input.text) : undefined;
}

/** Keeps a yes or no to these words; a yes to other words than today's is none. `then` goes on after a yes. */
export async function answerConsent(
  turn: Turn,
  { applicationId, isYes, textVersion }: { applicationId: string; isYes: boolean; textVersion: string | undefined },
  then: () => Promise<Reply | undefined>,
): Promise<Reply | undefined> {
  if (textVersion !== CONSENT_VERSION) return askConsent(turn, applicationId);
  if (isYes) {
    if (!hasConsent(turn)) await keepConsent(turn, true);
    return await then();
  }
  await keepConsent(turn, false);
  close(turn);
  return { paragraphs: [turn.words.t('details:consentRefused')], choices: wayOn(turn) };
}
