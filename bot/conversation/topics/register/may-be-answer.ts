import { readField } from '../../../../core/forms/fields/read-field.ts';
import { findCurrent, settleState } from '../../../../core/forms/form-step.ts';
import { looksLikeQuestion } from '../../../../core/forms/looks-like-question.ts';
import { readReply } from '../../../../core/forms/read-reply.ts';
import { readReview } from '../../../../core/forms/read-review.ts';
import { skippedValue } from '../../../../core/forms/values.ts';
import { OFFICE_ZONE } from '../../../../core/time.ts';
import type { Turn } from '../../topic.ts';
import type { FilledForm } from '../filled-form.ts';
import { currentState, toolsOf } from './form-turn.ts';

/** A text longer than this is no answer of a chat form; the router offers to hand it to an officer. */
const LONGEST_ANSWER = 1_000;

/**
 * Whether a text may be meant as the answer of the open question. A question in the middle, thanks, or a wish of another
 * kind is not; the router meets it and then asks again where the person stood.
 */
export function mayBeAnswer(turn: Turn, draft: FilledForm, text: string): boolean {
  if (text.length > LONGEST_ANSWER) return false;
  const { form, answers } = draft;
  const tools = toolsOf(turn);
  const state = settleState({ form, answers }, currentState(turn, draft));
  const question = findCurrent(form, state, answers);
  if (question === undefined) {
    return readReview({ form, answers, tools }, text, { isCard: true }) !== undefined || !isSomethingElse(turn, text);
  }
  if (state.pending !== undefined && readReply(state.pending, text, tools.say) !== undefined) return true;

  const reading = readField(form, question, text, tools);
  const isRead = reading.kind !== 'unread';
  const isSkipped = reading.kind === 'value' && skippedValue.safeParse(reading.value).success;
  if (isSkipped || (isRead && question.field.kind === 'phone')) return true;
  const isFreeText = question.field.kind === 'text' || question.field.kind === 'name';
  if (isRead && !isFreeText) return !looksLikeQuestion(text);
  return !isSomethingElse(turn, text);
}

/** A question, or an intent such as thanks, "dữ liệu của tôi" or rude words. A place alone is an answer as good as any. */
function isSomethingElse({ library, now, centre }: Turn, text: string): boolean {
  if (looksLikeQuestion(text)) return true;
  const date = Temporal.Instant.fromEpochMilliseconds(now.getTime())
    .toZonedDateTimeISO(OFFICE_ZONE)
    .toPlainDate()
    .toString();
  const answer = library.ask({ text, provinceCode: centre.provinceCode, date });
  return answer.kind === 'intent' && answer.intent !== 'place' && answer.intent !== 'multi';
}
