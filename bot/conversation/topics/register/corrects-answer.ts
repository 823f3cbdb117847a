import { readField } from '../../../../core/forms/fields/read-field.ts';
import { findCurrent } from '../../../../core/forms/form-step.ts';
import { readContact } from '../../../../core/forms/read-contact.ts';
import { readCorrection } from '../../../../core/forms/read-correction.ts';
import { isHelper, readOwnerCalled } from '../../../../core/programmes/for-another.ts';
import { foldPhrase } from '../../../../core/text/fold.ts';
import { findApplication } from '../../../../records/applications.ts';
import type { Turn } from '../../topic.ts';
import { fillForm } from '../filled-form.ts';
import { toolsOf } from '../form/form-tools.ts';
import { currentState } from './form-turn.ts';
import { findState } from './state.ts';

const HAS_NUMBER = /\d[\d .()-]{7,}\d/;
const TAKES_BACK = /\b(?:rut|thu hoi|huy|xoa)\b/;

/**
 * Whether a text puts an answer of the open request right, tells whom to call, or whether the owner agreed: "sửa số điện thoại" and "mẹ em
 * đồng ý rồi" are no wishes about one's data there.
 */
export async function correctsAnswer(turn: Turn): Promise<boolean> {
  const { input, tx, person } = turn;
  const open = findState(turn);
  if (open?.step !== 'form' || input.kind !== 'text') return false;
  const application = await findApplication(tx, { id: open.applicationId, personId: person.id });
  const draft = application && fillForm(application);
  if (draft === undefined) return false;
  const here = { ...draft, state: currentState(turn, draft), tools: toolsOf(turn) };
  const question = findCurrent(draft.form, here.state, draft.answers);
  if (readCorrection(here, question, input.text) !== undefined) return true;
  // "Gọi cháu, Vàng A Dế 0388 111 222" wishes for no officer.
  if (question !== undefined && HAS_NUMBER.test(input.text) && readContact(here, question, input.text) !== undefined)
    return true;
  // "Tên mẹ con là Hà Thị Liễu"
  if (isHelper(draft.answers['filled-by']) && readOwnerCalled(input.text) !== undefined) return true;
  const isAsked = question?.id === 'owner-consent' && !TAKES_BACK.test(foldPhrase(input.text));
  return isAsked && readField(draft.form, question, input.text, here.tools).kind !== 'unread';
}
