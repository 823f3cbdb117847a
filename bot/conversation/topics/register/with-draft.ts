import { type Application, findApplication } from '../../../../records/applications.ts';
import type { Reply, Turn } from '../../topic.ts';
import { type FilledForm, fillForm } from '../filled-form.ts';
import { hasConsent } from '../form/consent.ts';
import { askConsent } from './consent.ts';
import { close } from './state.ts';

/** Does something with a draft of this person, if it is one still, and if the consent still holds. */
export async function withDraft(
  turn: Turn,
  id: string,
  act: (draft: FilledForm) => Promise<Reply | undefined>,
): Promise<Reply | undefined> {
  const application = await findApplication(turn.tx, { id, personId: turn.person.id });
  const draft = application?.status === 'draft' ? fillForm(application) : undefined;
  if (draft === undefined) return gone(turn, application);
  if (!hasConsent(turn)) return askConsent(turn, { applicationId: id });
  return await act(draft);
}

/** A draft as it is after answers were kept. */
export async function rereadDraft(turn: Turn, draft: FilledForm): Promise<FilledForm> {
  const kept = await findApplication(turn.tx, { id: draft.application.id, personId: turn.person.id });
  return (kept && fillForm(kept)) ?? draft;
}

/** What was meant is no draft any more: it was sent, given up, or its days are over. */
export function gone(turn: Turn, application: Application | undefined): Reply {
  const { words } = turn;
  const code = application?.code;
  close(turn);
  const menu = { key: 'menu:show', label: words.t('common:backToMenu') };
  if (application === undefined || code === undefined) {
    return {
      paragraphs: [words.t('register:gone.ended')],
      choices: [{ key: 'register:start', label: words.t('register:gone.start') }, menu],
    };
  }
  return {
    paragraphs: [words.t('register:gone.sent', { code })],
    choices: [
      { key: `my-dossiers:show:${application.id}`, label: words.t('register:gone.see', { code }) },
      { key: 'officer:start', label: words.t('conversation:menu.officer') },
      menu,
    ],
  };
}
