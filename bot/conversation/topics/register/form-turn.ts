import { addPhotos, PHOTOS, readPhotos } from '../../../../core/applications/photos.ts';
import { answerForm, type FormInput } from '../../../../core/forms/answer-form.ts';
import { type FormState, REVIEW, readFormState } from '../../../../core/forms/form-state.ts';
import type { FormStep } from '../../../../core/forms/form-step.ts';
import { askFormAgain, goBackInForm, openForm } from '../../../../core/forms/open-form.ts';
import type { Saying } from '../../../../core/forms/saying.ts';
import { askNotedPlace } from '../../../../core/forms/told-place.ts';
import { findProgrammeSettledBy } from '../../../../core/programmes/programmes.ts';
import { keepAnswers } from '../../../../records/application-answers.ts';
import type { Reply, Turn } from '../../topic.ts';
import { describeChosen } from '../courses/chosen.ts';
import type { FilledForm } from '../filled-form.ts';
import { replyOf } from '../form/form-reply.ts';
import { toolsOf } from '../form/form-tools.ts';
import { remarkOn } from '../photos/remark-on.ts';
import { adviseAtReview, groundsChoice } from './advice.ts';
import { withOtherProvince } from './other-province.ts';
import { findState, setState } from './state.ts';
import { submit } from './submit.ts';
import { withToldDetails } from './told-details.ts';
import { withToldOwner } from './told-owner.ts';

/** Shows where the draft stands, after some words of its own. */
export async function showForm(turn: Turn, draft: FilledForm, before: string[] = []): Promise<Reply> {
  const state = findFormState(turn, draft);
  const step = state === undefined ? openForm(draft) : askAgain(turn, { ...draft, state });
  return await reply(turn, draft, step, before);
}

function askAgain(turn: Turn, standing: FilledForm & { state: FormState }): FormStep {
  return askNotedPlace({ ...standing, tools: toolsOf(turn) }, askFormAgain(standing));
}

export async function answerDraft(
  turn: Turn,
  draft: FilledForm,
  input: FormInput,
  before: string[] = [],
): Promise<Reply> {
  const step = await takeStep(turn, draft, input);
  if (step.isSubmitted) return await submit(turn, draft.application);
  return await reply(turn, draft, step, before);
}

/** Moves the form by one input, and keeps what it answers. */
export async function takeStep(turn: Turn, draft: FilledForm, input: FormInput): Promise<FormStep> {
  const answered = answerForm({ ...draft, state: currentState(turn, draft), input, tools: toolsOf(turn) });
  const step = withOtherProvince(turn, withToldOwner(draft, withToldDetails(turn, draft, answered)));
  turn.trace({
    form: `${draft.form.id}/${draft.form.version}`,
    kept: step.changes.map(({ questionId }) => questionId),
    at: step.state.at,
  });
  const { changes } = step;
  if (changes.length > 0) {
    const programme = findProgrammeSettledBy(changes)?.id;
    const { version: formVersion } = draft.form;
    await keepAnswers(turn.tx, { id: draft.application.id, changes, formVersion, programme, now: turn.now });
  }
  return step;
}

export async function goBackInDraft(turn: Turn, draft: FilledForm): Promise<Reply> {
  return await reply(turn, draft, goBackInForm({ ...draft, state: currentState(turn, draft) }));
}

/** Photos are kept with the draft at once; the question that was open is asked again. */
export async function keepPhotos(
  turn: Turn,
  draft: FilledForm,
  { fileIds, caption }: { fileIds: string[]; caption: string },
): Promise<Reply> {
  const { words } = turn;
  const before = readPhotos(draft.application.answers[PHOTOS]?.value);
  if (fileIds.every((id) => before.includes(id))) return await showForm(turn, draft, [words.t('photos:again.kept')]);
  const value = addPhotos(draft.application.answers[PHOTOS]?.value, fileIds);
  const fresh = value.fileIds.filter((id) => !before.includes(id));
  const remarks = await remarkOn(turn, fresh, { purpose: 'unknown', among: value.fileIds });
  const raw = [draft.application.answers[PHOTOS]?.raw, caption]
    .filter((words) => words != null && words !== '')
    .join('\n');
  await keepAnswers(turn.tx, {
    id: draft.application.id,
    changes: [{ questionId: PHOTOS, value, raw }],
    formVersion: draft.form.version,
    now: turn.now,
  });
  return await showForm(turn, { ...draft, photoIds: value.fileIds }, [words.t('register:photos.received'), ...remarks]);
}

/** Where the person stands; a draft that was not open begins where its answers end. */
export function currentState(turn: Turn, draft: FilledForm): FormState {
  return findFormState(turn, draft) ?? openForm(draft).state;
}

function findFormState(turn: Turn, { application }: FilledForm): FormState | undefined {
  const state = findState(turn);
  return state?.step === 'form' && state.applicationId === application.id ? readFormState(state.form) : undefined;
}

/** Says what happened and asks what is next, in one message. */
export async function reply(turn: Turn, draft: FilledForm, step: FormStep, before: string[] = []): Promise<Reply> {
  const { application, form, photoIds } = draft;
  const applicationId = application.id;
  const advice = adviseAtReview(turn, draft, step);
  const { lines, told } = advice;
  const open = findState(turn);
  const fixing = open?.step === 'form' && open.applicationId === applicationId ? open.fixing : undefined;
  setState(turn, { step: 'form', applicationId, form: step.state, fixing, told });
  const isCard = step.state.at === REVIEW && step.ask.choices.length > 0;
  const attached = isCard
    ? [
        ...(await describeChosen(turn, { ...application, programme: programmeOf(draft, step) })),
        ...(photoIds.length > 0 ? [turn.words.t('register:photos.attached', { count: photoIds.length })] : []),
      ]
    : [];
  // The card shows what was noted: where there is advice, no line is spent on saying it twice.
  const said = lines.length === 0 ? step.said : step.said.filter((saying) => !isNoted(saying));
  const beforeAsk = [...attached, ...lines];
  const shown = replyOf(turn, { ...step, said }, { topic: 'register', form, applicationId, before, beforeAsk });
  return isCard ? { ...shown, choices: [...shown.choices, ...groundsChoice(turn, draft, advice)] } : shown;
}

/** The programme as the last answer left it. */
function programmeOf({ application }: FilledForm, { changes }: FormStep): string {
  return findProgrammeSettledBy(changes)?.id ?? application.programme;
}

function isNoted(saying: Saying): boolean {
  return typeof saying !== 'string' && saying.key === 'register:noted';
}
