import { readField } from '../../../../core/forms/fields/read-field.ts';
import { isRatherPhone } from '../../../../core/forms/fields/tax-code-field.ts';
import type { Question } from '../../../../core/forms/form.ts';
import { standAt } from '../../../../core/forms/form-step.ts';
import { looksLikeQuestion } from '../../../../core/forms/looks-like-question.ts';
import type { Reply, Turn } from '../../topic.ts';
import { toolsOf } from '../form/form-tools.ts';
import { isSomethingElse } from '../form/may-be-answer.ts';
import { answerDetails, currentState } from './details-turn.ts';
import type { FilledDetails } from './fill-details.ts';
import { setState } from './state.ts';

/** A text may answer an item that came back although that item is not the one asked: the officer's message just named it. */
export async function answerReturned(turn: Turn, filled: FilledDetails, text: string): Promise<Reply | undefined> {
  const question = findMeant(turn, filled, text);
  if (question === undefined) return undefined;
  const form = standAt(currentState(turn, filled), question.id);
  const { id: applicationId } = filled.application;
  setState(turn, { step: 'form', applicationId, form, isAll: filled.isAll, unsorted: [] });
  return await answerDetails(turn, filled, { kind: 'text', text });
}

/** The item that came back whose answer the text is; words that could be anything count only when one item is back. */
function findMeant(turn: Turn, { form, returned }: FilledDetails, text: string): Question | undefined {
  if (looksLikeQuestion(text)) return undefined;
  const open = returned.filter(({ isOpen }) => isOpen).map(({ questionId }) => questionId);
  const isPhone = isRatherPhone(text);
  const questions = form.questions.filter(
    ({ id, field }) => open.includes(id) && field.kind !== 'photos' && !(isPhone && field.kind === 'tax-code'),
  );
  const read = questions.filter(
    (question) =>
      readField(form, question, text, toolsOf(turn)).kind !== 'unread' && (open.length === 1 || !isFreeText(question)),
  );
  const [only, another] = read;
  if (only === undefined || another !== undefined) return undefined;
  return isFreeText(only) && isSomethingElse(turn, text) ? undefined : only;
}

function isFreeText({ field }: Question): boolean {
  return field.kind === 'text' || field.kind === 'name';
}
