import { foldTalk } from '../text/fold-talk.ts';
import { readField } from './fields/read-field.ts';
import type { Question } from './form.ts';
import { type FormStep, findCurrent } from './form-step.ts';
import { type Here, moveOn } from './moves.ts';
import { choicesValue } from './values.ts';

const MORE = /(?:^| )(?:them|nua|cung|con|lan|va ca|ca)(?: |$)/;

/** "Cả bà con nữa", under what was chosen before: that stays beside it. */
export function withChosen({ form, answers, tools }: Here, question: Question, text: string) {
  const chosen = choicesValue.safeParse(answers[question.id]).data?.optionIds ?? [];
  if (question.field.kind !== 'choices' || chosen.length === 0 || !MORE.test(foldTalk(text))) return undefined;
  const reading = readField(form, question, text, tools);
  const added = reading.kind === 'value' ? choicesValue.safeParse(reading.value).data?.optionIds : undefined;
  if (added === undefined) return undefined;
  return {
    optionIds: question.field.options.flatMap(({ id }) => (added.includes(id) || chosen.includes(id) ? [id] : [])),
  };
}

/**
 * Where options were chosen one by one, words that are none of them are the answer to what comes next: nobody has to say "xong"
 * first. `answer` takes them there.
 */
export function goPastChosen(
  here: Here,
  question: Question,
  { text, answer }: { text: string; answer: (next: Here) => FormStep },
): FormStep | undefined {
  const { form, answers, state, tools } = here;
  if (question.field.kind !== 'choices' || !choicesValue.safeParse(answers[question.id]).success) return undefined;
  if (state.pending !== undefined || readField(form, question, text, tools).kind !== 'unread') return undefined;
  const next = moveOn(here);
  const asked = findCurrent(form, next.state, answers);
  return asked === undefined || asked.id === question.id ? undefined : answer({ ...here, state: next.state });
}
