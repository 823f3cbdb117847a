import { readFormState } from '../../../../core/forms/form-state.ts';
import { openForm } from '../../../../core/forms/open-form.ts';
import { findApplication } from '../../../../records/applications.ts';
import type { OpenActivity, Turn } from '../../topic.ts';
import { answersPaused } from '../form/answers-paused.ts';
import { hasConsent } from '../form/consent.ts';
import { fillDetails } from './fill-details.ts';
import { readState } from './state.ts';

/** Whether details that were set aside go on with a text, which surely answers what was asked there. */
export async function detailsGoOn(turn: Turn, paused: OpenActivity): Promise<boolean> {
  const { tx, person, input } = turn;
  const state = readState(paused);
  if (state?.step !== 'form' || state.unsorted.length > 0 || input.kind !== 'text') return false;
  const application = await findApplication(tx, { id: state.applicationId, personId: person.id });
  const filled = application && fillDetails(application, { isAll: state.isAll });
  if (filled === undefined || !hasConsent(turn)) return false;
  return answersPaused(turn, { ...filled, state: readFormState(state.form) ?? openForm(filled).state }, input.text);
}
