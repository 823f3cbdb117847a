import { actOnApplication } from '../../../../records/application-actions.ts';
import { findApplication, findOpenDraft } from '../../../../records/applications.ts';
import type { Reply, Turn } from '../../topic.ts';
import { beginNew, start } from './begin.ts';
import { close, findState, setState } from './state.ts';
import { gone } from './with-draft.ts';

/** Answers are never thrown away by one tap: giving a draft up is asked first. */
export async function askDiscard(turn: Turn, { id, isAnew }: { id: string; isAnew: boolean }): Promise<Reply> {
  const { words } = turn;
  const application = await findApplication(turn.tx, { id, personId: turn.person.id });
  if (application?.status !== 'draft') return gone(turn, application);
  setState(turn, { step: 'confirm-discard', applicationId: id, isAnew });
  return {
    paragraphs: [words.t(isAnew ? 'register:draft.confirmDiscard' : 'register:draft.confirmGiveUp')],
    choices: [
      { key: `register:continue:${id}`, label: words.t('register:draft.goOn') },
      isAnew
        ? { key: `register:discard:${id}:anew`, label: words.t('register:draft.discardAndAnew') }
        : { key: `register:discard:${id}`, label: words.t('register:draft.discard') },
    ],
  };
}

/** Gives a draft up, for good; without an id the one that is open. */
export async function discard(
  turn: Turn,
  { id: given, isAnew }: { id: string | undefined; isAnew: boolean },
): Promise<Reply> {
  const { tx, person, now, ids, inbound, words } = turn;
  const state = findState(turn);
  const id = given ?? (state !== undefined && 'applicationId' in state ? state.applicationId : undefined);
  const draft =
    id === undefined ? await findOpenDraft(tx, person.id) : await findApplication(tx, { id, personId: person.id });
  const menu = { key: 'menu:show', label: words.t('common:backToMenu') };
  if (draft === undefined) return { paragraphs: [words.t('register:draft.nothingOpen')], choices: [menu] };
  if (draft.code !== undefined) return gone(turn, draft);
  if (draft.status === 'draft') {
    const actor = { kind: 'person' as const, id: person.id };
    await actOnApplication(tx, { id: draft.id, action: 'discard', actor, requestId: inbound.id, now, ids });
  }
  close(turn);
  const discarded = words.t('register:draft.discarded');
  if (isAnew) return draft.status === 'draft' ? await beginNew(turn, { before: [discarded] }) : await start(turn);
  return { paragraphs: [discarded], choices: [{ key: 'register:start', label: words.t('register:gone.start') }, menu] };
}
