import { findCurrent } from '../../../../core/forms/form-step.ts';
import { readCorrection } from '../../../../core/forms/read-correction.ts';
import { findApplication } from '../../../../records/applications.ts';
import type { Turn } from '../../topic.ts';
import { fillForm } from '../filled-form.ts';
import { toolsOf } from '../form/form-tools.ts';
import { currentState } from './form-turn.ts';
import { findState } from './state.ts';

/** Whether a text puts an answer of the open request right: "sửa số điện thoại" is no wish about one's data there. */
export async function correctsAnswer(turn: Turn): Promise<boolean> {
  const { input, tx, person } = turn;
  const open = findState(turn);
  if (open?.step !== 'form' || input.kind !== 'text') return false;
  const application = await findApplication(tx, { id: open.applicationId, personId: person.id });
  const draft = application && fillForm(application);
  if (draft === undefined) return false;
  const here = { ...draft, state: currentState(turn, draft), tools: toolsOf(turn) };
  return readCorrection(here, findCurrent(draft.form, here.state, draft.answers), input.text) !== undefined;
}
