import { PHOTOS } from '../../../core/applications/photos.ts';
import { REVIEW } from '../../../core/forms/form-state.ts';
import { listApplications } from '../../../records/applications.ts';
import type { Reply, Topic, Turn } from '../topic.ts';
import { answerConsent, askConsent, askConsentAgain, readTypedConsent } from './details/consent.ts';
import { answerDetails, goBackInDetails, showDetails } from './details/details-turn.ts';
import { detailsGoOn } from './details/goes-on.ts';
import { leave, tellClosed } from './details/leave.ts';
import { openDetails } from './details/open-details.ts';
import { askWhichPaper, receivePhotos, SORT, sortPhotos } from './details/photos.ts';
import { placePhotos, takeUpPhotos, typeDossier } from './details/place-photos.ts';
import { resubmit } from './details/resubmit.ts';
import { close, findForm, findState, findWaitingPhotos } from './details/state.ts';
import { takeSum } from './details/sum-after-sending.ts';
import { takeUp } from './details/take-up.ts';
import { typeAnswer } from './details/type-answer.ts';
import { withDetails } from './details/with-details.ts';
import { CONSENT_VERSION } from './form/consent.ts';
import { hasTag, readAnswerKey } from './form/keys.ts';
import { goToNamed } from './register/go-to-named.ts';

/**
 * Completing a dossier after its request was sent, in any order, and mending what came back from the officer. Its choices:
 * of a dossier by its id `open:<id>`, `all:<id>` (also what never was answered, while items are back), `leave:<id>`,
 * `resubmit:<id>`, `sum:<id>:<from>-<to>` (a sum that was told is the own capital); `consent:<yes|no>:<text version>`, `consent:full`; `answer:<form>.<version>.<dossier>:<question>:<option>`.
 */
export const detailsTopic: Topic = {
  name: 'details',
  choose: async (turn, [verb, ...args]) => {
    const [id = '', second] = args;
    switch (verb) {
      case 'open':
        return await openDetails(turn, { id });
      case 'all':
        return await openDetails(turn, { id, isAll: true });
      case 'leave':
        return await withDetails(turn, { id }, (filled) => leave(turn, filled));
      case 'resubmit':
        return await withDetails(turn, { id }, async () => await resubmit(turn, id));
      case 'consent':
        return id === 'full'
          ? showFullConsent(turn)
          : await consent(turn, { isYes: id === 'yes', textVersion: second });
      case 'sum':
        return await takeSum(turn, id, second ?? '');
      case 'answer':
        return await choose(turn, args);
      default:
        return undefined;
    }
  },

  carryOn: async (turn) => {
    const { input } = turn;
    const state = findState(turn);
    if (state?.step === 'consent') return await typeConsent(turn, state.applicationId);
    if (state?.step === 'photos') {
      if (input.kind === 'photo') return await takeUpPhotos(turn, input);
      return input.kind === 'text' ? await typeDossier(turn, input.text) : undefined;
    }
    if (state === undefined || (input.kind !== 'text' && input.kind !== 'photo')) return undefined;
    const { applicationId: id, isAll } = state;
    const named = input.kind === 'text' ? await goToNamed(turn, input.text) : undefined;
    if (named !== undefined) return named;
    return await withDetails(turn, { id, isAll }, async (filled) => {
      if (input.kind === 'photo') return await receivePhotos(turn, filled, input);
      return await typeAnswer(turn, filled, input.text);
    });
  },

  goBack: async (turn) => {
    const state = findState(turn);
    if (state?.step === 'form') {
      const { applicationId: id, isAll, unsorted } = state;
      return await withDetails(turn, { id, isAll }, (filled) =>
        unsorted.length > 0 ? showDetails(turn, filled) : goBackInDetails(turn, filled),
      );
    }
    close(turn);
    return undefined;
  },

  askAgain: async (turn) => {
    const state = findState(turn);
    if (state === undefined) return undefined;
    if (state.step === 'consent') return askConsent(turn, state.applicationId, { isAgain: true });
    if (state.step === 'photos') return await placePhotos(turn);
    const { applicationId: id, isAll, unsorted } = state;
    return await withDetails(turn, { id, isAll }, (filled) =>
      unsorted.length > 0 ? askWhichPaper(turn, filled, unsorted) : showDetails(turn, filled),
    );
  },

  goesOn: detailsGoOn,

  takeUp,
};

/** A button of the form, perhaps an old one: its key names the dossier it belonged to. */
async function choose(turn: Turn, args: readonly string[]): Promise<Reply | undefined> {
  const key = readAnswerKey(args);
  if (key === undefined) return undefined;
  const { tag, questionId, option } = key;
  const application = (await listApplications(turn.tx, turn.person.id)).find(({ id }) => hasTag(id, tag));
  if (application === undefined) return await tellClosed(turn, '');
  const { id, returned } = application;
  if (findWaitingPhotos(turn) !== undefined) return await openDetails(turn, { id });
  const isBack = returned.some((item) => item.questionId === questionId);
  const isAll = findForm(turn, id)?.isAll === true || !(isBack || questionId === REVIEW || questionId === PHOTOS);
  return await withDetails(turn, { id, isAll }, async (filled) => {
    if (option === SORT) return await sortPhotos(turn, filled, questionId);
    return await answerDetails(turn, filled, { kind: 'option', questionId, option });
  });
}

async function typeConsent(turn: Turn, applicationId: string): Promise<Reply | undefined> {
  const answer = readTypedConsent(turn);
  if (answer === undefined) return askConsentAgain(turn, applicationId);
  return await consent(turn, { isYes: answer === 'yes', textVersion: CONSENT_VERSION });
}

/** The whole text again, for who wants to read it. */
function showFullConsent(turn: Turn): Reply | undefined {
  const state = findState(turn);
  return state?.step === 'consent' ? askConsent(turn, state.applicationId) : undefined;
}

async function consent(
  turn: Turn,
  given: { isYes: boolean; textVersion: string | undefined },
): Promise<Reply | undefined> {
  const state = findState(turn);
  const applicationId = state?.step === 'photos' ? undefined : state?.applicationId;
  // An old button of a consent that is not asked any more.
  if (applicationId === undefined) return undefined;
  return await answerConsent(turn, { ...given, applicationId }, () => openDetails(turn, { id: applicationId }));
}
