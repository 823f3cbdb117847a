import { addPhotos, readPhotos } from '../../../../core/applications/photos.ts';
import { answerForm, type FormInput } from '../../../../core/forms/answer-form.ts';
import { findQuestion } from '../../../../core/forms/form.ts';
import { type FormState, REVIEW, readFormState } from '../../../../core/forms/form-state.ts';
import { type FormStep, findCurrent, openQuestions, standAt } from '../../../../core/forms/form-step.ts';
import { answerWords, labelWords } from '../../../../core/forms/form-words.ts';
import { askFormAgain, goBackInForm, openForm } from '../../../../core/forms/open-form.ts';
import type { Saying } from '../../../../core/forms/saying.ts';
import { findFittingValue } from '../../../../core/forms/values.ts';
import { findProgrammeSettledBy } from '../../../../core/programmes/programmes.ts';
import type { AnswerChange } from '../../../../records/application-answers.ts';
import { keepAnswers } from '../../../../records/application-answers.ts';
import { findApplication } from '../../../../records/applications.ts';
import type { Reply, Turn } from '../../topic.ts';
import { replyOf } from '../form/form-reply.ts';
import { toolsOf } from '../form/form-tools.ts';
import { countDetails, type FilledDetails, fillDetails } from './fill-details.ts';
import { leave } from './leave.ts';
import { askReturned } from './returned-card.ts';
import { findForm, setState } from './state.ts';

/** Shows where the person stands, at first the card, after some words of its own. */
export function showDetails(turn: Turn, filled: FilledDetails, before: string[] = []): Reply {
  const step = askFormAgain({ ...filled, state: currentState(turn, filled) });
  return reply(turn, filled, step, before);
}

/** The card: all items, or what came back. */
export function showCard(turn: Turn, filled: FilledDetails, before: string[] = []): Reply {
  const { state } = openForm(filled);
  setState(turn, {
    step: 'form',
    applicationId: filled.application.id,
    form: state,
    isAll: filled.isAll,
    unsorted: [],
  });
  return showDetails(turn, filled, before);
}

/** `after`: said after what was noted, before what is asked. */
export async function answerDetails(
  turn: Turn,
  filled: FilledDetails,
  input: FormInput,
  after: string[] = [],
): Promise<Reply> {
  const state = currentState(turn, filled);
  const step = answerForm({ ...filled, state, input, tools: toolsOf(turn) });
  const { form } = filled;
  turn.trace({
    form: `${form.id}/${form.version}`,
    kept: step.changes.map(({ questionId }) => questionId),
    at: step.state.at,
  });
  if (step.isDone) return leave(turn, filled);
  const meanwhile = findMeanwhile(turn, filled, step);
  if (meanwhile !== undefined) return askBackMeanwhile(turn, filled, { step, change: meanwhile });
  const changes = step.changes.map((change) => withEarlierPhotos(filled, change));
  const kept = changes.length === 0 ? filled : await keepDetails(turn, filled, changes);
  const next = {
    ...step,
    said: [...sayAllPhotos(step, kept), ...after],
    ...(isShort(step) ? {} : standOn(turn, kept, { from: state, step })),
  };
  const isOver = countDetails(kept.application).missing === 0 && next.state.at === REVIEW;
  const wasMissing = countDetails(filled.application).missing > 0 || isAtPhotos(filled, state);
  if (isOver && wasMissing && kept.application.status !== 'needs-papers') {
    return leave(turn, kept, next.said.map(toolsOf(turn).say));
  }
  return reply(turn, kept, next);
}

/** Not understood at the card again: an example stands instead of it. */
function isShort({ changes, state, ask }: FormStep): boolean {
  return changes.length === 0 && state.at === REVIEW && ask.choices.length === 0;
}

const SAME_MOMENT_MS = 1_000;

type Change = FormStep['changes'][number];

/** An answer to what another of the establishment has answered since it was asked here, and otherwise. */
function findMeanwhile(turn: Turn, { application, form }: FilledDetails, { changes }: FormStep): Change | undefined {
  const askedAt = findForm(turn, application.id)?.askedAt;
  if (askedAt === undefined) return undefined;
  // What came back is written down a moment later than it was asked: that is no other's answer.
  const seen = new Date(askedAt).getTime() + SAME_MOMENT_MS;
  return changes.find(({ questionId, value }) => {
    const kept = application.answers[questionId];
    const question = findQuestion(form, questionId);
    if (question === undefined || question.field.kind === 'photos') return false;
    if (kept === undefined || kept.answeredAt.getTime() <= seen) return false;
    return JSON.stringify(findFittingValue(question, kept.value)) !== JSON.stringify(value);
  });
}

/** Neither answer is lost: what is there is told, and the other asked back. */
function askBackMeanwhile(
  turn: Turn,
  filled: FilledDetails,
  { step, change: { questionId, value, raw } }: { step: FormStep; change: Change },
): Reply {
  const { form, answers } = filled;
  const question = findQuestion(form, questionId);
  const kept = answers[questionId];
  if (question === undefined || kept === undefined) return reply(turn, filled, step);
  const { say } = toolsOf(turn);
  const values = { label: say(labelWords(form, question)), answer: say(answerWords(form, question, kept)) };
  const serial = step.state.serial + 1;
  const about = {
    key: 'register:confirm.anew',
    values: { label: values.label, answer: answerWords(form, question, value) },
  };
  const pending = { serial, kind: 'confirm' as const, about, options: [{ value, label: '' }], raw: raw ?? '' };
  const { state, ask } = askFormAgain({ ...filled, state: { ...standAt(step.state, questionId), serial, pending } });
  const told = turn.words.t('details:meanwhile', values);
  return reply(turn, filled, { ...step, changes: [], said: [], state, ask }, [told]);
}

/** Photos are kept one by one, so the last paper is there before "xong" is said. */
function isAtPhotos({ form, answers }: FilledDetails, state: FormState): boolean {
  return findCurrent(form, state, answers)?.field.kind === 'photos';
}

/** What is asked after the answers were kept; photos that came in the middle of a question lead back to it. */
function standOn(
  turn: Turn,
  kept: FilledDetails,
  { from, step }: { from: FormState; step: FormStep },
): Pick<FormStep, 'state' | 'ask'> {
  const returnTo = findForm(turn, kept.application.id)?.returnTo;
  const isOpen = openQuestions(kept).some(({ id }) => id === returnTo);
  const isBack = returnTo !== undefined && isOpen && step.state.at !== from.at;
  const { state, ask } = askFormAgain({ ...kept, state: isBack ? standAt(step.state, returnTo) : step.state });
  return { state, ask };
}

/** Earlier photos of a paper that came back are counted too. */
function sayAllPhotos({ said, changes }: FormStep, { application }: FilledDetails): Saying[] {
  const [change] = changes;
  const number = change === undefined ? 0 : readPhotos(application.answers[change.questionId]?.value).length;
  if (number === 0) return said;
  return said.map((saying) =>
    typeof saying !== 'string' && saying.values?.number !== undefined
      ? { ...saying, values: { ...saying.values, number } }
      : saying,
  );
}

/** Keeps answers and returns the dossier as it is then. */
export async function keepDetails(
  turn: Turn,
  { application, isAll }: FilledDetails,
  changes: readonly AnswerChange[],
): Promise<FilledDetails> {
  const { tx, person, now } = turn;
  const { id } = application;
  await keepAnswers(tx, { id, changes, programme: findProgrammeSettledBy(changes)?.id, now });
  const kept = await findApplication(tx, { id, personId: person.id });
  const filled = kept && fillDetails(kept, { isAll, readerId: person.id });
  if (filled === undefined) throw new Error('A dossier that took an answer can be completed.');
  return filled;
}

/** One step back, from the card out of it. */
export function goBackInDetails(turn: Turn, filled: FilledDetails): Reply {
  const step = goBackInForm({ ...filled, state: currentState(turn, filled) });
  return step.isDone ? leave(turn, filled) : reply(turn, filled, step);
}

/** Where the person stands; details that were not open begin with their card. */
export function currentState(turn: Turn, filled: FilledDetails): FormState {
  const state = findForm(turn, filled.application.id);
  return (state && readFormState(state.form)) ?? openForm(filled).state;
}

/** A paper that came back is photographed again: what was there stays beside it. */
function withEarlierPhotos({ application }: FilledDetails, change: FormStep['changes'][number]): AnswerChange {
  const earlier = application.answers[change.questionId]?.value;
  const fileIds = readPhotos(change.value);
  return fileIds.length === 0 ? change : { ...change, value: addPhotos(earlier, fileIds) };
}

function reply(turn: Turn, filled: FilledDetails, step: FormStep, before: string[] = []): Reply {
  const { words } = turn;
  const { application, form, returned, isAll } = filled;
  const { id: applicationId, status } = application;
  const { at } = step.state;
  const open = findForm(turn, applicationId);
  const returnTo = open !== undefined && readFormState(open.form)?.at === at ? open.returnTo : undefined;
  const askedAt = turn.now.toISOString();
  setState(turn, { step: 'form', applicationId, form: step.state, isAll, unsorted: [], returnTo, askedAt });
  const remark = returned.find(({ questionId, isOpen }) => isOpen && questionId === at)?.remark;
  const beforeAsk = remark === undefined ? [] : [words.t('details:remark', { remark })];
  const asked = replyOf(turn, step, { topic: 'details', form, applicationId, before, beforeAsk });
  if (status !== 'needs-papers' || at !== REVIEW) return asked;

  if (isAll) {
    const back = { key: `details:open:${applicationId}`, label: words.t('details:returned.back') };
    return { ...asked, choices: [...asked.choices, back] };
  }
  const card = askReturned(turn, filled);
  return { choices: card.choices, paragraphs: [...asked.paragraphs.slice(0, -1), ...card.paragraphs] };
}
