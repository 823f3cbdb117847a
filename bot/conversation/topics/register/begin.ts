import { supportRequest } from '../../../../core/programmes/support-request.ts';
import { wordsForTime } from '../../../../core/schedule/words-for-time.ts';
import { sayDay } from '../../../../locales/say-time.ts';
import { startApplication } from '../../../../records/application-actions.ts';
import { findOpenDraft, listApplications } from '../../../../records/applications.ts';
import type { Reply, Turn } from '../../topic.ts';
import { settleTraining } from '../courses/settle-training.ts';
import { countAnswered, type FilledForm, fillForm } from '../filled-form.ts';
import { hasConsent } from '../form/consent.ts';
import { askConsent } from './consent.ts';
import { answerDraft, showForm } from './form-turn.ts';
import { confirmNeed, findSaid, readNeed, type Said } from './said-need.ts';
import { setState } from './state.ts';
import { gone, withDraft } from './with-draft.ts';

/** Somebody who asks for a request so soon after they sent one has most likely pressed twice. */
const JUST_SENT_MS = 10 * 60_000;

/** A new request; when a draft is there, the person says which. */
export async function start(turn: Turn): Promise<Reply> {
  const dossiers = await listApplications(turn.tx, turn.person.id);
  const draft = dossiers.find(({ status }) => status === 'draft');
  const filled = draft === undefined ? undefined : fillForm(draft);
  if (filled !== undefined) return offerDraft(turn, filled);
  const sent = dossiers.find(({ status, submittedAt }) => status === 'submitted' && isJustNow(turn, submittedAt));
  const said = findSaid(turn);
  const isOther = said?.isWish && readNeed(turn, said.text) !== undefined;
  return sent?.code === undefined || isOther ? await beginNew(turn, { said }) : tellSent(turn, sent.code);
}

function isJustNow({ now }: Turn, at: Date | undefined): boolean {
  return at !== undefined && now.getTime() - at.getTime() < JUST_SENT_MS;
}

function offerDraft(turn: Turn, draft: FilledForm): Reply {
  const { words, now } = turn;
  const { id, startedAt } = draft.application;
  setState(turn, { step: 'offer', applicationId: id });
  const day = sayDay(words, wordsForTime({ at: startedAt, now }));
  return {
    paragraphs: [words.t('register:draft.offer', { ...countAnswered(draft), day })],
    choices: [
      { key: `register:continue:${id}`, label: words.t('register:draft.goOn') },
      { key: `register:anew:${id}`, label: words.t('register:draft.anew') },
    ],
  };
}

function tellSent({ words }: Turn, code: string): Reply {
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

/** Opens a draft and asks its first question, once consent is there. */
export async function beginNew(
  turn: Turn,
  { before = [], said }: { before?: string[]; said?: Said } = {},
): Promise<Reply> {
  if (!(await hasConsent(turn))) return askConsent(turn, { said });
  const { tx, person, now, ids, inbound } = turn;
  const { id: programme, form } = supportRequest;
  const id = await startApplication(tx, { personId: person.id, programme, form, requestId: inbound.id, now, ids });
  const { training } = said ?? {};
  if (training !== undefined) before = [...before, ...(await settleTraining(turn, id, training))];
  const shown = await withDraft(turn, id, async (draft) => {
    if (training !== undefined) return await showForm(turn, draft, before);
    const need = said === undefined ? undefined : readNeed(turn, said.text);
    if (said === undefined || need === undefined) return showForm(turn, draft, before);
    if (said.isWish) return await answerDraft(turn, draft, { kind: 'text', text: said.text }, before);
    setState(turn, { step: 'form', applicationId: id, form: confirmNeed(turn, need, said.text) });
    return showForm(turn, draft, before);
  });
  return shown ?? gone(turn, undefined);
}

/** Goes on with a draft where it stood. */
export async function goOn(turn: Turn, id: string): Promise<Reply> {
  const shown = await withDraft(turn, id, async (draft) =>
    showForm(turn, draft, [turn.words.t('register:draft.resumed', countAnswered(draft))]),
  );
  return shown ?? gone(turn, undefined);
}
