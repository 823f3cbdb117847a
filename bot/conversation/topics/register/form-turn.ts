import { addPhotos, PHOTOS } from '../../../../core/applications/photos.ts';
import { answerForm, type FormInput } from '../../../../core/forms/answer-form.ts';
import type { FormTools } from '../../../../core/forms/fields/field-reading.ts';
import { type FormState, REVIEW, readFormState } from '../../../../core/forms/form-state.ts';
import type { FormStep } from '../../../../core/forms/form-step.ts';
import { askFormAgain, goBackInForm, openForm } from '../../../../core/forms/open-form.ts';
import type { Saying } from '../../../../core/forms/saying.ts';
import { OFFICE_ZONE } from '../../../../core/time.ts';
import { say } from '../../../../locales/say.ts';
import { submitApplication } from '../../../../records/application-actions.ts';
import { keepAnswers } from '../../../../records/application-answers.ts';
import type { Reply, Turn } from '../../topic.ts';
import type { FilledForm } from '../filled-form.ts';
import { answerKey } from './keys.ts';
import { close, findState, setState } from './state.ts';

/** Shows where the draft stands, after some words of its own. */
export function showForm(turn: Turn, draft: FilledForm, before: string[] = []): Reply {
  const state = findFormState(turn, draft);
  const step = state === undefined ? openForm(draft) : askFormAgain({ ...draft, state });
  return reply(turn, draft, step, before);
}

export async function answerDraft(turn: Turn, draft: FilledForm, input: FormInput): Promise<Reply> {
  const step = answerForm({ ...draft, state: currentState(turn, draft), input, tools: toolsOf(turn) });
  turn.trace({
    form: `${draft.form.id}/${draft.form.version}`,
    kept: step.changes.map(({ questionId }) => questionId),
    at: step.state.at,
  });
  const { changes } = step;
  if (changes.length > 0) {
    await keepAnswers(turn.tx, { id: draft.application.id, changes, formVersion: draft.form.version, now: turn.now });
  }
  if (step.isSubmitted) return await submit(turn, draft.application);
  return reply(turn, draft, step);
}

export function goBackInDraft(turn: Turn, draft: FilledForm): Reply {
  return reply(turn, draft, goBackInForm({ ...draft, state: currentState(turn, draft) }));
}

/** Photos are kept with the draft at once; the question that was open is asked again. */
export async function keepPhotos(
  turn: Turn,
  draft: FilledForm,
  { fileIds, caption }: { fileIds: string[]; caption: string },
): Promise<Reply> {
  const value = addPhotos(draft.application.answers[PHOTOS]?.value, fileIds);
  const raw = [draft.application.answers[PHOTOS]?.raw, caption]
    .filter((words) => words != null && words !== '')
    .join('\n');
  await keepAnswers(turn.tx, {
    id: draft.application.id,
    changes: [{ questionId: PHOTOS, value, raw }],
    formVersion: draft.form.version,
    now: turn.now,
  });
  return showForm(turn, { ...draft, photoIds: value.fileIds }, [turn.words.t('register:photos.received')]);
}

/** However often it is sent, the code is the same. */
export async function submit(turn: Turn, { id }: { id: string }): Promise<Reply> {
  const { tx, words, centre, person, now, ids, inbound } = turn;
  const { code, isRepeated } = await submitApplication(tx, {
    id,
    personId: person.id,
    requestId: inbound.id,
    now,
    ids,
  });
  close(turn);
  return {
    paragraphs: isRepeated
      ? [words.t('register:submitted.again', { code })]
      : [
          words.t('register:submitted.code', { code }),
          words.t('register:submitted.next', { centre: centre.name }),
          words.t('register:submitted.noPromise'),
        ],
    choices: [
      { key: 'my-dossiers:list', label: words.t('register:submitted.mine') },
      { key: 'menu:show', label: words.t('common:backToMenu') },
    ],
  };
}

/** What reading an answer needs of this turn. */
export function toolsOf({ places, centre, words, person, now }: Turn): FormTools {
  const locale = person.locale === 'en' ? 'en' : 'vi';
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(OFFICE_ZONE).toPlainDate();
  return { places, nearProvinceCode: centre.provinceCode, today, say: (saying) => say(words, locale, saying) };
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
function reply(turn: Turn, draft: FilledForm, step: FormStep, before: string[] = []): Reply {
  const { words } = turn;
  const { application, form, photoIds } = draft;
  setState(turn, { step: 'form', applicationId: application.id, form: step.state });
  const tell = (saying: Saying) => toolsOf(turn).say(saying);
  const isCard = step.state.at === REVIEW && photoIds.length > 0;
  return {
    paragraphs: [
      ...before,
      ...step.said.map(tell),
      ...(step.isStuck ? [words.t('register:stuck')] : []),
      ...(isCard ? [words.t('register:photos.attached', { count: photoIds.length })] : []),
      tell(step.ask.text),
    ],
    choices: [
      ...step.ask.choices.map((choice) => ({
        key: answerKey(choice, { form, applicationId: application.id }),
        label: tell(choice.label),
      })),
      ...(step.isStuck ? [{ key: 'officer:start', label: words.t('conversation:menu.officer') }] : []),
    ],
    contactButton: step.ask.contactButton && tell(step.ask.contactButton),
  };
}
