import type { FormInput } from '../../../core/forms/answer-form.ts';
import { openForm } from '../../../core/forms/open-form.ts';
import { listApplications } from '../../../records/applications.ts';
import type { Reply, Topic, Turn } from '../topic.ts';
import type { FilledForm } from './filled-form.ts';
import { answersPaused } from './form/answers-paused.ts';
import { hasConsent } from './form/consent.ts';
import { explainAsked } from './form/explain-asked.ts';
import { hasTag, readAnswerKey } from './form/keys.ts';
import { mayBeAnswer } from './form/may-be-answer.ts';
import { tellOwnSum } from './form/own-sum.ts';
import { showGrounds } from './register/advice.ts';
import { dropAnotherNeed, hearAnotherNeed, takeAnotherNeed } from './register/another-need.ts';
import { answerConsent, consentBeforePhotos, showFullConsent, typeConsent } from './register/answer-consent.ts';
import { hearAsBefore } from './register/as-before.ts';
import { askEstablishmentAgain, typeEstablishment } from './register/ask-establishment.ts';
import { beginBeside, hearNextHousehold, pressEstablishment, start, startNew } from './register/begin.ts';
import { goOn, resumeDraft } from './register/begin-draft.ts';
import { askConsent } from './register/consent.ts';
import { correctsAnswer } from './register/corrects-answer.ts';
import { askDiscard, discard } from './register/discard.ts';
import { hearFiledForMe } from './register/filed-for-me.ts';
import {
  answerFix,
  askFix,
  endFixes,
  goBackInFix,
  showFixes,
  typeFix,
  wishesToFix,
} from './register/fix-establishment.ts';
import { beginForAnother } from './register/for-another.ts';
import { answerDraft, currentState, goBackInDraft, keepPhotos, showForm } from './register/form-turn.ts';
import { hearFurtherThing } from './register/further-thing.ts';
import { goToNamed } from './register/go-to-named.ts';
import { goesOnWithDraft } from './register/goes-on.ts';
import { hearHardship } from './register/hear-hardship.ts';
import { hearGivenUpAfterSending } from './register/needs-given-up.ts';
import { startWithNeed } from './register/offer-needs.ts';
import { hearOwnerAsContact } from './register/owner-as-contact.ts';
import { hearPriceInQuestion } from './register/price-in-question.ts';
import { hearRegisteredAfterSending } from './register/registered-after-sending.ts';
import { isSaidAgain } from './register/said-again.ts';
import type { Said } from './register/said-need.ts';
import { hearSlipAfterSending } from './register/slip-after-sending.ts';
import { startFurther } from './register/start-further.ts';
import { close, findState } from './register/state.ts';
import { submit } from './register/submit.ts';
import { hearSumAfterSending } from './register/sum-after-sending.ts';
import { pressInstead, switchEstablishment } from './register/switch-establishment.ts';
import { takeUpWish } from './register/take-up.ts';
import { gone, withDraft } from './register/with-draft.ts';

/**
 * Leaving a request: consent, the eight questions, the review card, the code. Its choices:
 * `start`, `resume` (the draft there is), `need:<option>` (one that was offered), `more:<option>` and `swap:<option>` (named in the middle, beside the need or instead of it), `only:<id>:<option>` (neither), `move[:<establishment>]` (it was begun for the wrong one), `new` (another right after one was sent), `further:<id>` (the next need named in that one), `consent:<yes|no>:<text version>`, `consent:full`, `answer:<form>.<version>.<dossier>:<question>:<option>`, and of a draft by its
 * id `continue:<id>`, `grounds:<id>` (why it seems to stand so), `anew:<id>`, `ask-discard:<id>`, `discard[:<id>[:anew]]`.
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
      case 'need':
        return await startWithNeed(turn, first);
      case 'more':
      case 'swap':
        return await takeAnotherNeed(turn, first, { isInstead: verb === 'swap' });
      case 'only':
        return await dropAnotherNeed(turn, first, second ?? '');
      case 'new':
        return await startNew(turn);
      case 'beside':
        return await beginBeside(turn);
      case 'use':
        return await pressEstablishment(turn, { id: first });
      case 'use-fix':
        return await pressEstablishment(turn, { id: first, isToFix: true });
      case 'other':
        return await pressEstablishment(turn, { id: undefined });
      case 'move':
        return await pressInstead(turn, args[0]);
      case 'fix':
        return await withDraft(turn, first, (draft) => askFix(turn, draft, second ?? '', saidAtFix(turn)));
      case 'fixed':
        return await withDraft(turn, first, (draft) => endFixes(turn, draft, saidAtFix(turn)));
      case 'consent':
        return first === 'full'
          ? showFullConsent(turn)
          : await answerConsent(turn, { isYes: first === 'yes', textVersion: second });
      case 'answer':
        return await choose(turn, args);
      case 'continue':
        return await goOn(turn, first);
      case 'resume':
        return await resumeDraft(turn);
      case 'anew':
        return await askDiscard(turn, { id: first, isAnew: true });
      case 'grounds':
        return await withDraft(turn, first, async (draft) => showGrounds(turn, draft));
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
    if (state?.step === 'offer' && input.kind === 'text')
      return (await goToNamed(turn, input.text)) ?? (await answerOffered(turn, state.applicationId, input.text));
    if (state?.step === 'which') return input.kind === 'text' ? await typeEstablishment(turn, input.text) : undefined;
    const isForm = state?.step === 'form' || state?.step === 'fix';
    if (!isForm || (input.kind !== 'text' && input.kind !== 'photo')) return undefined;
    return await withDraft(turn, state.applicationId, async (draft) => {
      if (input.kind === 'photo') return await keepPhotos(turn, draft, input);
      const named = await goToNamed(turn, input.text, draft);
      if (named !== undefined) return named;
      const switched = await switchEstablishment(turn, draft, input.text);
      if (switched !== undefined) return switched;
      if (state.step === 'fix') return await typeFix(turn, draft, input.text, state.said);
      if (wishesToFix(draft, input.text)) return await showFixes(turn, draft);
      if (isSaidAgain(turn, draft, input.text)) {
        return await showForm(turn, draft, [turn.words.t('establishment:saidAgain')]);
      }
      const sum = tellOwnSum(turn, draft.application, input.text);
      if (sum !== undefined) return await showForm(turn, draft, sum);
      const explained = explainAsked(turn, { ...draft, state: currentState(turn, draft) }, input.text);
      if (explained !== undefined) return await showForm(turn, draft, explained);
      const hard = await hearHardship(turn, draft, input.text);
      if (hard !== undefined) return hard;
      const next = await hearNextHousehold(turn, draft, input.text);
      if (next !== undefined) return next;
      const priced = await hearPriceInQuestion(turn, draft, input.text);
      if (priced !== undefined) return priced;
      const further = await hearFurtherThing(turn, draft, input.text);
      if (further !== undefined) return further;
      const asBefore = await hearAsBefore(turn, draft, input.text);
      if (asBefore !== undefined) return asBefore;
      const ofOwner = await hearOwnerAsContact(turn, draft, input.text);
      if (ofOwner !== undefined) return ofOwner;
      const forAnother = await beginForAnother(turn, draft, input.text);
      if (forAnother !== undefined) return forAnother;
      const another = await hearAnotherNeed(turn, draft, input.text);
      if (another !== undefined) return another;
      if (!mayBeAnswer(turn, { ...draft, state: currentState(turn, draft) }, input.text)) return undefined;
      return await answer(turn, draft, { kind: 'text', text: input.text });
    });
  },

  goesOn: goesOnWithDraft,

  takeUp: async (turn) =>
    (await hearSlipAfterSending(turn)) ??
    (await hearGivenUpAfterSending(turn)) ??
    (await hearSumAfterSending(turn)) ??
    (await hearRegisteredAfterSending(turn)) ??
    (await hearFiledForMe(turn)) ??
    (await takeUpNamed(turn)) ??
    (await takeUpWish(turn)),

  claims: correctsAnswer,

  goBack: async (turn) => {
    const state = findState(turn);
    if (state?.step === 'confirm-discard') return await goOn(turn, state.applicationId);
    if (state?.step === 'fix') {
      return await withDraft(turn, state.applicationId, (draft) => endFixes(turn, draft, state.said));
    }
    if (state?.step === 'form') {
      return await withDraft(
        turn,
        state.applicationId,
        async (draft) => (await goBackInFix(turn, draft)) ?? goBackInDraft(turn, draft),
      );
    }
    close(turn);
    return undefined;
  },

  askAgain: async (turn) => {
    const state = findState(turn);
    switch (state?.step) {
      case 'consent':
        return hasConsent(turn) ? await start(turn) : askConsent(turn, state, { isAgain: true });
      case 'offer':
        return await start(turn);
      case 'which':
        return await askEstablishmentAgain(turn);
      case 'fix':
        return await withDraft(turn, state.applicationId, (draft) => showFixes(turn, draft, { said: state.said }));
      case 'confirm-discard':
        return await askDiscard(turn, { id: state.applicationId, isAnew: state.isAnew });
      case 'form':
        return await withDraft(turn, state.applicationId, async (draft) => showForm(turn, draft));
      default:
        return undefined;
    }
  },
};

async function takeUpNamed(turn: Turn): Promise<Reply | undefined> {
  return turn.input.kind === 'text' ? await goToNamed(turn, turn.input.text) : undefined;
}

/** A button of a form, perhaps an old one: its key names the dossier it belonged to. */
async function choose(turn: Turn, args: readonly string[]): Promise<Reply | undefined> {
  const key = readAnswerKey(args);
  if (key === undefined) return undefined;
  const applications = await listApplications(turn.tx, turn.person.id);
  const application = applications.find(({ id }) => hasTag(id, key.tag));
  if (application === undefined) return gone(turn, undefined);
  if (application.code !== undefined && key.option === '.submit') return await submit(turn, application);
  return await withDraft(turn, application.id, async (draft) =>
    answer(turn, draft, { kind: 'option', questionId: key.questionId, option: key.option }),
  );
}

async function answer(turn: Turn, draft: FilledForm, input: FormInput): Promise<Reply> {
  return (await answerFix(turn, draft, input)) ?? (await answerDraft(turn, draft, input));
}

/** What surely answers the draft that was offered goes on with it, and nothing has to be pressed first. */
async function answerOffered(turn: Turn, id: string, text: string): Promise<Reply | undefined> {
  return await withDraft(turn, id, async (draft) => {
    if (!answersPaused(turn, { ...draft, state: openForm(draft).state }, text)) return undefined;
    return await answer(turn, draft, { kind: 'text', text });
  });
}

function saidAtFix(turn: Turn): Said | undefined {
  const state = findState(turn);
  return state?.step === 'fix' ? state.said : undefined;
}
