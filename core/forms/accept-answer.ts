import { applicableQuestions } from './applicable-questions.ts';
import type { Filling } from './filling.ts';
import { findQuestion, type Question } from './form.ts';
import { type FormState, REVIEW } from './form-state.ts';
import { type FormStep, goOnAfter, openQuestions, settleState, standAt, step } from './form-step.ts';
import { answerWords, groupWords, listWords } from './form-words.ts';
import { findMoreQuestion, GONE, listItemsOf, MORE, YES } from './group.ts';
import type { Saying } from './saying.ts';
import { type AnswerValue, choicesValue, SKIPPED } from './values.ts';

type Here = Filling & { state: FormState };
/** What the same words answered too; `raw`: those of them that did; `notice`: to be told with it. */
export type Beside = { questionId: string; value: AnswerValue; raw?: string; notice?: Saying };
type Accepted = { value: AnswerValue; raw: string | undefined; warning?: Saying; beside?: readonly Beside[] };

/** Keeps an answer and goes on; a late answer to another question leaves the person where they stand. */
export function acceptAnswer(here: Here, question: Question, accepted: Accepted): FormStep {
  if (question.group?.part === GONE) return acceptRemoval(here, question, accepted.value);
  const { form, state, answers } = here;
  const { raw, warning } = accepted;
  const own: Beside[] = splitSeveral(here, question, accepted.value);
  const changes = [...own, ...placed(here, own, accepted.beside ?? [])];
  const kept = { ...answers, ...Object.fromEntries(changes.map(({ questionId, value }) => [questionId, value])) };
  const filling = { ...here, answers: kept };
  const asked = applicableQuestions(form, kept);
  const order = form.questions.map(({ id }) => id);
  const inOrder = changes.toSorted((a, b) => order.indexOf(a.questionId) - order.indexOf(b.questionId));
  // A change that leaves its question without a place (no further need after all) is not told.
  const told = inOrder.flatMap(({ questionId, value }) => {
    const changed = asked.find(({ id }) => id === questionId) ?? (questionId === question.id ? question : undefined);
    const isUntold = changed === undefined || changed.group?.part === MORE || (changed.isAside && value === SKIPPED);
    return isUntold ? [] : [answerWords(form, changed, value)];
  });
  const noted: Saying = { key: 'register:noted', values: { answer: listWords(told) } };
  const said = question.group?.part === MORE && told.length === 0 ? [] : [noted];
  const notices = changes.flatMap(({ notice }) => notice ?? []);
  // What was asked may be answered beside: "HTX Tài Hoan", where the kind of establishment was asked.
  const isAnswered = question.id === state.at || (answers[state.at] === undefined && kept[state.at] !== undefined);
  return step(filling, {
    state: isAnswered ? goOn(filling, state) : settleState(filling, state),
    changes: changes.map(({ questionId, value, raw: own }) => ({ questionId, value, raw: own ?? raw })),
    said: [...said, ...(warning === undefined ? [] : [warning]), ...notices],
  });
}

/** After a question back about another item the person goes on from where they stood. */
function goOn(filling: Filling, state: FormState): FormState {
  const from = state.pending?.from;
  const isThere = openQuestions(filling).some(({ id }) => id === from);
  return from !== undefined && isThere ? standAt(state, from) : goOnAfter(filling, state, state.at);
}

/** "Đã ghi: …" twice in one message is said once. */
export function joinNoted(said: readonly Saying[]): Saying[] {
  const noted = said.filter(isNoted);
  const [first, ...others] = noted;
  if (first === undefined || others.length === 0) return [...said];
  const answer = listWords(noted.map(({ values }) => sayingOf(values?.answer)));
  const joined: Saying = { key: first.key, values: { answer } };
  return said.flatMap((each): Saying[] => (each === first ? [joined] : isNoted(each) ? [] : [each]));
}

type Noted = Exclude<Saying, string>;

function sayingOf(value: Saying | number | undefined): Saying {
  return value === undefined || typeof value === 'number' ? '' : value;
}

function isNoted(saying: Saying): saying is Noted {
  return typeof saying !== 'string' && saying.key === 'register:noted';
}

/** What the same words told of questions that are asked at all. */
function placed({ form, answers }: Here, own: readonly Beside[], beside: readonly Beside[]): Beside[] {
  if (beside.length === 0) return [];
  const told = [...own, ...beside].map(({ questionId, value }) => [questionId, value] as const);
  const asked = applicableQuestions(form, { ...answers, ...Object.fromEntries(told) });
  return beside.filter(({ questionId }) => asked.some(({ id }) => id === questionId));
}

/** Of several options said at once the first is the answer; the others go where the question says. One that became the answer is no further one. */
function splitSeveral({ form, answers }: Here, { id, furtherTo }: Question, value: AnswerValue): Beside[] {
  const further = furtherTo === undefined ? undefined : findQuestion(form, furtherTo);
  if (further === undefined) return [{ questionId: id, value }];
  const several = choicesValue.safeParse(value);
  const [first, ...others] = several.success ? several.data.optionIds : [];
  if (first !== undefined) {
    const value = others.length === 0 ? undefined : { optionIds: others };
    return [{ questionId: id, value: first }, ...(value === undefined ? [] : [{ questionId: further.id, value }])];
  }
  const earlier = choicesValue.safeParse(answers[further.id]).data?.optionIds ?? [];
  const left = earlier.filter((option) => option !== value);
  if (left.length === earlier.length) return [{ questionId: id, value }];
  return [
    { questionId: id, value },
    { questionId: further.id, value: left.length === 0 ? SKIPPED : { optionIds: left } },
  ];
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
