import { findCurrent } from '../../../../core/forms/form-step.ts';
import { isSkipped } from '../../../../core/forms/values.ts';
import { callsOwner } from '../../../../core/programmes/for-another.ts';
import { keepAnswers } from '../../../../records/application-answers.ts';
import type { Reply, Turn } from '../../topic.ts';
import type { FilledForm } from '../filled-form.ts';
import { answerDraft, currentState } from './form-turn.ts';
import { rereadDraft } from './with-draft.ts';

/** "Gọi chủ", "gọi mẹ em", where a helper is asked whom officers call: the owner who was named, with the number that was told. */
export async function hearOwnerAsContact(turn: Turn, draft: FilledForm, text: string): Promise<Reply | undefined> {
  const { form, answers, application } = draft;
  const question = findCurrent(form, currentState(turn, draft), answers);
  const { 'owner-name': name, 'owner-phone': ownerPhone } = answers;
  if (question?.id !== 'contact-name' || typeof name !== 'string' || !callsOwner(text, name)) return undefined;
  const hasPhone = typeof ownerPhone === 'string' && !isSkipped(ownerPhone) && answers.phone === undefined;
  if (hasPhone) {
    const changes = [{ questionId: 'phone', value: ownerPhone, raw: undefined }];
    await keepAnswers(turn.tx, { id: application.id, changes, formVersion: form.version, now: turn.now });
  }
  const known = hasPhone ? await rereadDraft(turn, draft) : draft;
  return await answerDraft(turn, known, { kind: 'value', questionId: question.id, value: name, raw: text });
}
