import { readFormState } from '../../../../core/forms/form-state.ts';
import { openForm } from '../../../../core/forms/open-form.ts';
import { findApplication } from '../../../../records/applications.ts';
import type { OpenActivity, Turn } from '../../topic.ts';
import { fillForm } from '../filled-form.ts';
import { answersPaused } from '../form/answers-paused.ts';
import { hasConsent } from '../form/consent.ts';
import { readState } from './state.ts';

/** Whether a draft that was set aside goes on with this message: a photo, or a text that surely answers it. */
export async function goesOnWithDraft(turn: Turn, paused: OpenActivity): Promise<boolean> {
  const { tx, person, input } = turn;
  const state = readState(paused);
  if (state?.step !== 'form' || (input.kind !== 'text' && input.kind !== 'photo')) return false;
  const application = await findApplication(tx, { id: state.applicationId, personId: person.id });
  const draft = application?.status === 'draft' ? fillForm(application) : undefined;
  if (draft === undefined || !hasConsent(turn) || (await isAskedBack(turn))) return false;
  if (input.kind === 'photo') return true;
  return answersPaused(turn, { ...draft, state: readFormState(state.form) ?? openForm(draft).state }, input.text);
}

/** The last message is an officer's, who gave something back: what is written under it is about that. */
async function isAskedBack({ tx, person, conversation }: Turn): Promise<boolean> {
  const id = conversation.pending.find(({ key }) => key.startsWith('details:open:'))?.key.split(':')[2];
  const dossier = id === undefined ? undefined : await findApplication(tx, { id, personId: person.id });
  return dossier?.status === 'needs-papers';
}
