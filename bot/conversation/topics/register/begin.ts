import { supportRequest } from '../../../../core/programmes/support-request.ts';
import { wordsForTime } from '../../../../core/schedule/words-for-time.ts';
import { sayDay } from '../../../../locales/say-time.ts';
import { startApplication } from '../../../../records/application-actions.ts';
import { findOpenDraft } from '../../../../records/applications.ts';
import type { Reply, Turn } from '../../topic.ts';
import { countAnswered, fillForm } from '../filled-form.ts';
import { askConsent, hasConsent } from './consent.ts';
import { showForm } from './form-turn.ts';
import { setState } from './state.ts';
import { gone, withDraft } from './with-draft.ts';

/** A new request; when a draft is there, the person says which. */
export async function start(turn: Turn): Promise<Reply> {
  const { tx, person, words, now } = turn;
  const draft = await findOpenDraft(tx, person.id);
  const filled = draft === undefined ? undefined : fillForm(draft);
  if (draft === undefined || filled === undefined) return await beginNew(turn);
  setState(turn, { step: 'offer', applicationId: draft.id });
  const day = sayDay(words, wordsForTime({ at: draft.startedAt, now }));
  return {
    paragraphs: [words.t('register:draft.offer', { ...countAnswered(filled), day })],
    choices: [
      { key: `register:continue:${draft.id}`, label: words.t('register:draft.goOn') },
      { key: `register:anew:${draft.id}`, label: words.t('register:draft.anew') },
    ],
  };
}

/** Opens a draft and asks its first question, once consent is there. */
export async function beginNew(turn: Turn, before: string[] = []): Promise<Reply> {
  if (!(await hasConsent(turn))) return askConsent(turn, {});
  const { tx, person, now, ids, inbound } = turn;
  const { id: programme, form } = supportRequest;
  const id = await startApplication(tx, { personId: person.id, programme, form, requestId: inbound.id, now, ids });
  return (await withDraft(turn, id, async (draft) => showForm(turn, draft, before))) ?? gone(turn, undefined);
}

/** Goes on with a draft where it stood. */
export async function goOn(turn: Turn, id: string): Promise<Reply> {
  const shown = await withDraft(turn, id, async (draft) =>
    showForm(turn, draft, [turn.words.t('register:draft.resumed', countAnswered(draft))]),
  );
  return shown ?? gone(turn, undefined);
}
