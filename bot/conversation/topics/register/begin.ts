import { isHelper } from '../../../../core/programmes/for-another.ts';
import { wordsForTime } from '../../../../core/schedule/words-for-time.ts';
import { sayDay } from '../../../../locales/say-time.ts';
import { findOpenDraft, listApplications } from '../../../../records/applications.ts';
import type { Reply, Turn } from '../../topic.ts';
import { countAnswered, type FilledForm, fillForm } from '../filled-form.ts';
import { hasConsent } from '../form/consent.ts';
import { askEstablishmentAgain, takeEstablishment } from './ask-establishment.ts';
import { goOn } from './begin-draft.ts';
import { askConsent } from './consent.ts';
import { tellsOwn } from './keep-own.ts';
import { findHelperWords, findSaid, readNeed, type Said } from './said-need.ts';
import { namesAnother, namesNextHousehold } from './said-next.ts';
import { settlePlace } from './settle-place.ts';
import { findState, setState } from './state.ts';

/** Somebody who asks for a request so soon after they sent one has most likely pressed twice. */
const JUST_SENT_MS = 10 * 60_000;

/** A new request; when a draft is there, the person says which. */
export async function start(turn: Turn, said = withOwnBefore(turn, findSaid(turn))): Promise<Reply> {
  const dossiers = await listApplications(turn.tx, turn.person.id);
  const draft = dossiers.find(({ status }) => status === 'draft');
  const filled = draft === undefined ? undefined : fillForm(draft);
  if (filled !== undefined) return offerDraft(turn, filled, said);
  const sent = dossiers.find(
    ({ status, submittedAt, personId }) =>
      status === 'submitted' && personId === turn.person.id && isJustNow(turn, submittedAt),
  );
  const isOther =
    said?.isWish &&
    (readNeed(turn, said.text) !== undefined ||
      findHelperWords(said) !== undefined ||
      namesAnother(said.text) ||
      namesNextHousehold(said.text));
  return sent?.code === undefined || isOther ? await beginNew(turn, { said }) : tellSent(turn, sent.code);
}

/** What the message just before told of who speaks, when nothing was made of it: "nhà em làm miến dong", then "đăng ký". */
export function withOwnBefore(turn: Turn, said: Said | undefined): Said | undefined {
  const { lastQuestion, lastSeq } = turn.conversation;
  const isJustBefore = lastQuestion !== undefined && lastQuestion.seq === lastSeq;
  if (!isJustBefore || lastQuestion.text === said?.text) return said;
  const { text } = lastQuestion;
  const own = tellsOwn(turn, text) ? { own: text } : {};
  // What they asked about just before is what they register for, unless these words name a need themselves.
  const isNeedBefore = said?.isWish === true && readNeed(turn, said.text) === undefined && readNeed(turn, text);
  if (isNeedBefore) return { ...said, text, isWish: false, helper: findHelperWords(said), ...own };
  return said === undefined && own.own === undefined ? undefined : { text, isWish: false, ...said, ...own };
}

export function isJustNow({ now }: Turn, at: Date | undefined): boolean {
  return at !== undefined && now.getTime() - at.getTime() < JUST_SENT_MS;
}

function offerDraft(turn: Turn, draft: FilledForm, said: Said | undefined): Reply {
  const { words, now } = turn;
  const { id, startedAt } = draft.application;
  setState(turn, { step: 'offer', applicationId: id, said });
  const day = sayDay(words, wordsForTime({ at: startedAt, now }));
  return {
    paragraphs: [words.t('register:draft.offer', { ...countAnswered(draft), day })],
    choices: [
      { key: `register:continue:${id}`, label: words.t('register:draft.goOn') },
      { key: `register:anew:${id}`, label: words.t('register:draft.anew') },
      { key: `register:beside:${id}`, label: words.t('establishment:beside') },
    ],
  };
}

export function tellSent({ words }: Turn, code: string): Reply {
  return {
    paragraphs: [words.t('register:submitted.again', { code }), words.t('register:submitted.another')],
    choices: [
      { key: 'my-dossiers:list', label: words.t('register:submitted.mine') },
      { key: 'register:new', label: words.t('register:gone.start') },
      { key: 'menu:show', label: words.t('common:backToMenu') },
    ],
  };
}

/** Another request right after one was sent; an open draft still comes first. */
export async function startNew(turn: Turn): Promise<Reply> {
  const draft = await findOpenDraft(turn.tx, turn.person.id);
  return draft === undefined ? await beginNew(turn) : await start(turn);
}

/** "Hộ thứ 2 là …", while that of the first is being filled in: nothing of it goes into the first, the person says which goes on. */
export async function hearNextHousehold(turn: Turn, draft: FilledForm, text: string): Promise<Reply | undefined> {
  const isHelping = isHelper(draft.answers['filled-by']);
  if (!isHelping || !namesNextHousehold(text)) return undefined;
  return offerDraft(turn, await settlePlace(turn, draft), findSaid(turn));
}

/** Another request beside one that is begun and stays: for another establishment, perhaps of another person. */
export async function beginBeside(turn: Turn): Promise<Reply> {
  const state = findState(turn);
  return await beginNew(turn, { said: state?.step === 'offer' ? state.said : undefined });
}

/** Begins a request, once consent is there: for one of the establishments that are known, or with all its questions. */
export async function beginNew(
  turn: Turn,
  { before = [], said }: { before?: string[]; said?: Said } = {},
): Promise<Reply> {
  if (!hasConsent(turn)) return askConsent(turn, { said });
  return await askEstablishmentAgain(turn, before, said);
}

/** A button under the question for whom it is: for this establishment, as it is or with changes, or for none that is known. */
export async function pressEstablishment(
  turn: Turn,
  { id, isToFix = false }: { id: string | undefined; isToFix?: boolean },
): Promise<Reply> {
  const reply = findState(turn)?.step === 'which' ? await takeEstablishment(turn, { id, isToFix }) : undefined;
  if (reply !== undefined) return reply;
  // Pressed once more, or long after: the draft that was begun so goes on.
  const dossiers = await listApplications(turn.tx, turn.person.id);
  const begun = dossiers.find(({ status, establishmentId }) => status === 'draft' && establishmentId === id);
  return begun === undefined ? await start(turn) : await goOn(turn, begun.id);
}
