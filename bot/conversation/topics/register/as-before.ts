import { findQuestion } from '../../../../core/forms/form.ts';
import { findCurrent } from '../../../../core/forms/form-step.ts';
import { findFittingValue, isSkipped, placeValue } from '../../../../core/forms/values.ts';
import { readAsBefore } from '../../../../core/programmes/as-before.ts';
import type { Reply, Turn } from '../../topic.ts';
import type { FilledForm } from '../filled-form.ts';
import { listOwnBefore } from './earlier-help.ts';
import { answerDraft, currentState } from './form-turn.ts';

/** What one household shares with the next; who owns it and what it is called is its own. */
const SHARED = new Set(['product', 'commune', 'legal-form', 'price', 'contact-name', 'phone']);

/** "Cùng xã", "như nhà trước": the answer of the request before. Undefined where there was none, or something else is said. */
export async function hearAsBefore(turn: Turn, draft: FilledForm, text: string): Promise<Reply | undefined> {
  const { form, answers, application } = draft;
  const asked = findCurrent(form, currentState(turn, draft), answers);
  if (asked === undefined) return undefined;
  // "Cùng xã" is nobody's name and no product.
  const isPlace = answers.commune === undefined && readAsBefore(text, { isPlace: true }) === 'commune';
  const question = isPlace ? findQuestion(form, 'commune') : asked;
  if (question === undefined || !SHARED.has(question.id)) return undefined;
  const same = readAsBefore(text, { isPlace: question.field.kind === 'place' });
  if (same === undefined) return undefined;
  for (const before of await listOwnBefore(turn, application.id)) {
    const value = findFittingValue(question, before.answers[question.id]?.value);
    if (value === undefined || isSkipped(value)) continue;
    const place = placeValue.safeParse(value).data;
    // Of the same commune it is not known that it is the same village too.
    const told = place !== undefined && same === 'commune' ? { ...place, legacyAddressText: place.commune } : value;
    return await answerDraft(turn, draft, { kind: 'value', questionId: question.id, value: told, raw: text });
  }
  return undefined;
}
