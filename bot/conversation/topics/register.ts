import type { Answer } from '../../../core/answers/answer.ts';
import { OFFICE_ZONE } from '../../../core/time.ts';
import { listApplications } from '../../../records/applications.ts';
import type { Reply, Topic, Turn } from '../topic.ts';
import { hasConsent } from './form/consent.ts';
import { hasTag, readAnswerKey } from './form/keys.ts';
import { mayBeAnswer } from './form/may-be-answer.ts';
import { answerConsent, consentBeforePhotos, typeConsent } from './register/answer-consent.ts';
import { goOn, start, startNew } from './register/begin.ts';
import { askConsent } from './register/consent.ts';
import { askDiscard, discard } from './register/discard.ts';
import { beginForAnother } from './register/for-another.ts';
import { answerDraft, currentState, goBackInDraft, keepPhotos, showForm } from './register/form-turn.ts';
import { readWish } from './register/said-need.ts';
import { startFurther } from './register/start-further.ts';
import { close, findState } from './register/state.ts';
import { submit } from './register/submit.ts';
import { gone, withDraft } from './register/with-draft.ts';

/**
 * Leaving a request: consent, the eight questions, the review card, the code. Its choices:
 * `start`, `new` (another right after one was sent), `further:<id>` (the next need named in that one), `consent:<yes|no>:<text version>`, `answer:<form>.<version>.<dossier>:<question>:<option>`, and of a draft by its
 * id `continue:<id>`, `anew:<id>`, `ask-discard:<id>`, `discard[:<id>[:anew]]`.
 */
export const registerTopic: Topic = {
  name: 'register',
  choose: async (turn, [verb, ...args]) => {
    const [first = '', second] = args;
    switch (verb) {
      case 'start':
        return await start(turn);
      case 'further':
        return await startFurther(turn, first);
      case 'new':
        return await startNew(turn);
      case 'consent':
        return await answerConsent(turn, { isYes: first === 'yes', textVersion: second });
      case 'answer':
        return await choose(turn, args);
      case 'continue':
        return await goOn(turn, first);
      case 'anew':
        return await askDiscard(turn, { id: first, isAnew: true });
      case 'ask-discard':
        return await askDiscard(turn, { id: first, isAnew: false });
      case 'discard':
        return await discard(turn, { id: args[0], isAnew: second === 'anew' });
      default:
        return undefined;
    }
  },

  carryOn: async (turn) => {
    const { input } = turn;
    const state = findState(turn);
    if (state?.step === 'consent') {
      if (input.kind === 'text') return await typeConsent(turn, input.text);
      return input.kind.startsWith('photo') ? consentBeforePhotos(turn) : undefined;
    }
    if (state?.step !== 'form' || (input.kind !== 'text' && input.kind !== 'photo')) return undefined;
    return await withDraft(turn, state.applicationId, async (draft) => {
      if (input.kind === 'photo') return await keepPhotos(turn, draft, input);
      const forAnother = await beginForAnother(turn, draft, input.text);
      if (forAnother !== undefined) return forAnother;
      if (!mayBeAnswer(turn, { ...draft, state: currentState(turn, draft) }, input.text)) return undefined;
      return await answerDraft(turn, draft, { kind: 'text', text: input.text });
    });
  },

  takeUp: async (turn) => {
    const { input, library, centre, now } = turn;
    const wish = input.kind === 'text' ? readWish(turn, input.text) : undefined;
    if (input.kind !== 'text' || wish === undefined) return undefined;
    const heard = library.ask({ text: input.text, provinceCode: centre.provinceCode, date: officeDate(now) });
    return mayBeWish(heard, wish) ? await start(turn) : undefined;
  },

  goBack: async (turn) => {
    const state = findState(turn);
    if (state?.step === 'confirm-discard') return await goOn(turn, state.applicationId);
    if (state?.step === 'form') {
      return await withDraft(turn, state.applicationId, async (draft) => goBackInDraft(turn, draft));
    }
    close(turn);
    return undefined;
  },

  askAgain: async (turn) => {
    const state = findState(turn);
    switch (state?.step) {
      case 'consent':
        return (await hasConsent(turn)) ? await start(turn) : askConsent(turn, state);
      case 'offer':
        return await start(turn);
      case 'confirm-discard':
        return await askDiscard(turn, { id: state.applicationId, isAnew: state.isAnew });
      case 'form':
        return await withDraft(turn, state.applicationId, async (draft) => showForm(turn, draft));
      default:
        return undefined;
    }
  },
};

/** A button of a form, perhaps an old one: its key names the dossier it belonged to. */
async function choose(turn: Turn, args: readonly string[]): Promise<Reply | undefined> {
  const key = readAnswerKey(args);
  if (key === undefined) return undefined;
  const applications = await listApplications(turn.tx, turn.person.id);
  const application = applications.find(({ id }) => hasTag(id, key.tag));
  if (application === undefined) return gone(turn, undefined);
  if (application.code !== undefined && key.option === '.submit') return await submit(turn, application);
  return await withDraft(turn, application.id, async (draft) =>
    answerDraft(turn, draft, { kind: 'option', questionId: key.questionId, option: key.option }),
  );
}

/** What the library answers is a question, unless it plainly wishes for the deed; a sum to be told, and a wish of another kind, go first. */
function mayBeWish(heard: Answer, wish: 'several' | 'plainly' | 'perhaps'): boolean {
  const { kind } = heard;
  if (kind === 'intent') return ['register', 'register-selection', 'multi'].includes(heard.intent);
  if (kind === 'amount') return wish === 'several';
  return wish !== 'perhaps' || kind === 'none' || kind === 'choices';
}

function officeDate(now: Date): string {
  return Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(OFFICE_ZONE).toPlainDate().toString();
}
