import { expect } from 'vitest';
import { answerForm, type FormInput } from '../../../core/forms/answer-form.ts';
import type { FormTools } from '../../../core/forms/fields/field-reading.ts';
import type { IsOpen } from '../../../core/forms/filling.ts';
import type { FormDefinition } from '../../../core/forms/form.ts';
import { type FormState, readFormState } from '../../../core/forms/form-state.ts';
import type { FormStep } from '../../../core/forms/form-step.ts';
import { goBackInForm, openForm } from '../../../core/forms/open-form.ts';
import type { Answers, AnswerValue } from '../../../core/forms/values.ts';
import { tools as clubTools, tennisClub } from './tennis-club.ts';

/** Somebody who fills in the form; keeps what is to be kept, as the records do. */
export function fillIn(
  form: FormDefinition = tennisClub,
  kept: Answers = {},
  { isOpen, tools = clubTools, state }: { isOpen?: IsOpen; tools?: FormTools; state?: FormState } = {},
) {
  let answers: Record<string, AnswerValue> = { ...kept };
  let last: FormStep = openForm({ form, answers, isOpen });
  if (state !== undefined) last = { ...last, state };
  const take = (next: FormStep) => {
    answers = { ...answers, ...Object.fromEntries(next.changes.map(({ questionId, value }) => [questionId, value])) };
    // The state is stored and read between two messages.
    expect(readFormState(JSON.parse(JSON.stringify(next.state)))).toEqual(next.state);
    last = next;
    return next;
  };
  const send = (input: FormInput) => take(answerForm({ form, state: last.state, answers, isOpen, tools, input }));
  return {
    type: (text: string) => send({ kind: 'text', text }),
    tap: (questionId: string, option: string) => send({ kind: 'option', questionId, option }),
    photos: (...fileIds: string[]) => send({ kind: 'photos', fileIds }),
    back: () => take(goBackInForm({ form, state: last.state, answers, isOpen })),
    at: () => last.state.at,
    answers: () => answers,
    last: () => last,
  };
}

export const keysOf = (step: FormStep) => step.said.map((saying) => (typeof saying === 'string' ? saying : saying.key));
export const optionsOf = (step: FormStep) => step.ask.choices.map(({ option }) => option);
/** An answer to each question of the tennis club, in order. */
export const full = ['Đã chơi lâu năm', 'vợt gỗ', 'Sân Đất', '0900000001', '500 nghìn'];
