import { looksLikeQuestion } from '../../../../core/forms/looks-like-question.ts';
import { saysWait } from '../../../../core/forms/speaks-to-form.ts';
import { readHelper } from '../../../../core/programmes/for-another.ts';
import { findOpenDraft } from '../../../../records/applications.ts';
import type { Reply, Turn } from '../../topic.ts';
import { CONSENT_VERSION, hasConsent, keepConsent, readConsent, splitConsent } from '../form/consent.ts';
import { beginNew, start } from './begin.ts';
import { goOn } from './begin-draft.ts';
import { askConsent } from './consent.ts';
import { tellsOwn } from './keep-own.ts';
import { findHelperWords, readNeed, readWish, type Said } from './said-need.ts';
import { close, findState, setState } from './state.ts';

/** A typed answer to the consent; undefined when it is a question about it. */
export async function typeConsent(turn: Turn, text: string): Promise<Reply | undefined> {
  const answer = readConsent(text);
  if (answer !== undefined) return await answerConsent(turn, { isYes: answer === 'yes', textVersion: CONSENT_VERSION });
  const split = splitConsent(text);
  if (split !== undefined && !looksLikeQuestion(split.rest)) {
    const said = hearBehindYes(turn, split.rest);
    return await answerConsent(turn, { isYes: true, textVersion: CONSENT_VERSION, said });
  }
  if (looksLikeQuestion(text)) return undefined;
  if (saysWait(text)) {
    const asked = askConsent(turn, draftInConsent(turn), { isAgain: true });
    return { ...asked, paragraphs: [turn.words.t('register:consent.wait')] };
  }
  if (readHelper(text) !== undefined) return askConsentForAnother(turn, text);
  const { applicationId, said } = draftInConsent(turn);
  // What they need, said only now: told back with the question.
  const isSaid = said !== undefined && (said.training !== undefined || readNeed(turn, said.text) !== undefined);
  if (!isSaid && readWish(turn, text) !== undefined) {
    return askConsent(
      turn,
      { applicationId, said: { ...said, training: undefined, text, isWish: true } },
      { isAgain: true },
    );
  }
  const { t } = turn.words;
  if (tellsOwn(turn, text)) {
    const own = [said?.own, text].filter((each) => each !== undefined).join('\n');
    const asked = askConsent(turn, { applicationId, said: { text, isWish: true, ...said, own } }, { isAgain: true });
    return { ...asked, paragraphs: [t('register:consent.heard'), t('register:consent.unclear')] };
  }
  return missConsent(turn);
}

const MISSES_BEFORE_OFFICER = 3;

/** Neither a yes nor a no, again and again: an officer can help too. */
function missConsent(turn: Turn): Reply {
  const { t } = turn.words;
  const state = findState(turn);
  const misses = (state?.step === 'consent' ? (state.misses ?? 0) : 0) + 1;
  const asked = askConsent(turn, draftInConsent(turn), { isAgain: true });
  setState(turn, { step: 'consent', ...draftInConsent(turn), misses });
  if (misses < MISSES_BEFORE_OFFICER) return { ...asked, paragraphs: [t('register:consent.unclear')] };
  const officer = { key: 'officer:start', label: t('conversation:menu.officer') };
  return {
    paragraphs: [t('register:consent.stuck'), t('register:consent.unclear')],
    choices: [...asked.choices, officer],
  };
}

/** What is told behind the yes: for whom, what is needed if that was not said, or of who speaks. */
function hearBehindYes(turn: Turn, rest: string): Said | undefined {
  const { said } = draftInConsent(turn);
  const told = { text: rest, isWish: true, ...said };
  if (readHelper(rest) !== undefined) return { ...told, helper: rest };
  if (said === undefined) return told;
  return { ...told, own: [said.own, rest].filter((each) => each !== undefined).join('\n') };
}

/** They fill it in for another: that is written down once they agreed. */
function askConsentForAnother(turn: Turn, helper: string): Reply {
  const { applicationId, said } = draftInConsent(turn);
  const asked = askConsent(
    turn,
    { applicationId, said: { text: helper, isWish: true, ...said, helper } },
    { isAgain: true },
  );
  const { t } = turn.words;
  return { ...asked, paragraphs: [t('register:forAnother'), t('register:consent.unclear')] };
}

/** A photo came before the yes: nothing of it is kept for a request, and the question is not told all over again. */
export function consentBeforePhotos(turn: Turn): Reply {
  const asked = askConsent(turn, draftInConsent(turn), { isAgain: true });
  return { ...asked, paragraphs: [turn.words.t('register:consent.beforePhotos')] };
}

/** The whole text again, for who wants to read it; undefined when nothing is asked any more. */
export function showFullConsent(turn: Turn): Reply | undefined {
  return findState(turn)?.step === 'consent' ? askConsent(turn, draftInConsent(turn)) : undefined;
}

/** A yes or no to these words. A button of other words than today's is no consent to today's. */
export async function answerConsent(
  turn: Turn,
  { isYes, textVersion, ...told }: { isYes: boolean; textVersion: string | undefined; said?: Said },
): Promise<Reply> {
  const { applicationId, said } = { ...draftInConsent(turn), ...told };
  if (textVersion !== CONSENT_VERSION) return askConsent(turn, { applicationId, said });
  if (!isYes) return await refuse(turn);
  // The same button again: there is nothing to agree to any more.
  const state = findState(turn);
  if (hasConsent(turn)) return state?.step === 'form' ? await goOn(turn, state.applicationId) : await start(turn);
  await keepConsent(turn, true);
  if (applicationId !== undefined) return await goOn(turn, applicationId);
  return await beginNew(turn, { before: sayThanks(turn, said), said });
}

/** Who fills it in for another is told something else instead, and not how to. */
function sayThanks({ words }: Turn, said: Said | undefined): string[] {
  return findHelperWords(said) === undefined ? [words.t('register:consent.thanks')] : [];
}

async function refuse(turn: Turn): Promise<Reply> {
  const { tx, person, words } = turn;
  await keepConsent(turn, false);
  close(turn);
  const hasDraft = (await findOpenDraft(tx, person.id)) !== undefined;
  return {
    paragraphs: [words.t(hasDraft ? 'register:consent.refusedWithDraft' : 'register:consent.refused')],
    choices: [
      { key: 'officer:start', label: words.t('conversation:menu.officer') },
      { key: 'register:start', label: words.t('conversation:menu.register') },
      { key: 'menu:show', label: words.t('common:backToMenu') },
    ],
  };
}

function draftInConsent(turn: Turn): { applicationId?: string; said?: Said } {
  const state = findState(turn);
  return state?.step === 'consent' ? { applicationId: state.applicationId, said: state.said } : {};
}
