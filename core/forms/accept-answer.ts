import type { Filling } from './filling.ts';
import type { Question } from './form.ts';
import { type FormState, REVIEW } from './form-state.ts';
import { type FormStep, goOnAfter, settleState, standAt, step } from './form-step.ts';
import { answerWords, groupWords } from './form-words.ts';
import { findMoreQuestion, GONE, listItemsOf, MORE, YES } from './group.ts';
import type { Saying } from './saying.ts';
import type { AnswerValue } from './values.ts';

type Here = Filling & { state: FormState };
type Accepted = { value: AnswerValue; raw: string | undefined; warning?: Saying };

/** Keeps an answer and goes on; a late answer to another question leaves the person where they stand. */
export function acceptAnswer(here: Here, question: Question, accepted: Accepted): FormStep {
  if (question.group?.part === GONE) return acceptRemoval(here, question, accepted.value);
  const { form, state, answers } = here;
  const { value, raw, warning } = accepted;
  const filling = { ...here, answers: { ...answers, [question.id]: value } };
  const noted: Saying = { key: 'register:noted', values: { answer: answerWords(form, question, value) } };
  const said = question.group?.part === MORE ? [] : [noted];
  return step(filling, {
    state: question.id === state.at ? goOnAfter(filling, state, question.id) : settleState(filling, state),
    changes: [{ questionId: question.id, value, raw }],
    said: warning === undefined ? said : [...said, warning],
  });
}

/** A removed item keeps its answers and is marked; when it was the only one, another is asked for. */
function acceptRemoval(here: Here, question: Question, value: AnswerValue): FormStep {
  const { form, state, answers, isOpen = () => true } = here;
  const { id, group } = question;
  if (group === undefined || value !== YES) {
    return step(here, { state: standAt(state, group === undefined ? REVIEW : `${group.id}.${group.number}`) });
  }
  const without = { ...answers, [id]: YES };
  const changes = [{ questionId: id, value: YES, raw: undefined }];
  const isEmpty = listItemsOf(form, group.id, without).length === 0;
  const more = isEmpty ? findMoreQuestion(form, group.id, without) : undefined;
  if (more !== undefined && isOpen(more.id)) changes.push({ questionId: more.id, value: YES, raw: undefined });
  const kept = { ...without, ...Object.fromEntries(changes.map((change) => [change.questionId, change.value])) };
  return step(
    { ...here, answers: kept },
    {
      state: standAt(state, isEmpty ? REVIEW : group.id),
      changes,
      said: [groupWords(form, group.id, 'removed', { number: group.number })],
    },
  );
}
