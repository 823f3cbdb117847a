import { findCurrent } from '../../../../core/forms/form-step.ts';
import { speaksToForm } from '../../../../core/forms/speaks-to-form.ts';
import { foldPhrase } from '../../../../core/text/fold.ts';
import type { Turn } from '../../topic.ts';
import type { FilledForm } from '../filled-form.ts';
import { currentState } from './form-turn.ts';

/**
 * The words of the last answer once more, where any words would be taken for the next one: on a bad line a message is sent
 * twice, and the second is no answer to what was asked meanwhile.
 */
export function isSaidAgain(turn: Turn, draft: FilledForm, text: string): boolean {
  // "Không biết" may be said of one question after the other.
  if (speaksToForm(text)) return false;
  const { form, answers, application } = draft;
  const question = findCurrent(form, currentState(turn, draft), answers);
  if (question?.field.kind !== 'text' && question?.field.kind !== 'name') return false;
  if (answers[question.id] !== undefined) return false;
  const kept = Object.values(application.answers);
  const last = Math.max(...kept.map(({ answeredAt }) => answeredAt.getTime()));
  const typed = foldPhrase(text);
  return kept.some(({ raw, answeredAt }) => answeredAt.getTime() === last && raw !== null && foldPhrase(raw) === typed);
}
