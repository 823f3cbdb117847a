import { nextOpen, standAt } from '../../../../core/forms/form-step.ts';
import { SKIPPED } from '../../../../core/forms/values.ts';
import { FOR_ANOTHER_QUESTIONS, isHelper, OWN, readHelper, saysOwn } from '../../../../core/programmes/for-another.ts';
import { keepAnswers } from '../../../../records/application-answers.ts';
import type { Reply, Turn } from '../../topic.ts';
import type { FilledForm } from '../filled-form.ts';
import { sayHelping } from './begin-draft.ts';
import { findHelperContact, findHelperRole } from './earlier-help.ts';
import { currentState, showForm } from './form-turn.ts';
import { setState } from './state.ts';
import { rereadDraft } from './with-draft.ts';

/** Somebody says that they fill this in for another: that is kept, and the owner's consent asked next. Once a draft. */
export async function beginForAnother(turn: Turn, draft: FilledForm, text: string): Promise<Reply | undefined> {
  if (isHelper(draft.answers['filled-by'])) return await endForAnother(turn, draft, text);
  const helper = readHelper(text, { need: draft.answers.need });
  if (helper === undefined) return undefined;
  const { application, form } = draft;
  const { id } = application;
  const role = (await findHelperRole(turn, text)) ?? helper;
  const hasContact = draft.answers['contact-name'] !== undefined || draft.answers.phone !== undefined;
  const contact = hasContact ? [] : await findHelperContact(turn, id);
  const changes = [{ questionId: 'filled-by', value: role, raw: text }, ...contact];
  await keepAnswers(turn.tx, { id, changes, formVersion: form.version, now: turn.now });
  const { answers } = await rereadDraft(turn, draft);
  // Consent is asked before anything more is told of the owner, also where another question stood.
  const at = answers['owner-consent'] === undefined ? 'owner-consent' : nextOpen(form, answers);
  setState(turn, { step: 'form', applicationId: id, form: standAt(currentState(turn, draft), at) });
  return showForm(turn, { ...draft, answers }, [sayHelping(turn, contact)]);
}

/** It is their own after all: what was told of an owner is no longer asked or kept with it. */
async function endForAnother(turn: Turn, draft: FilledForm, text: string): Promise<Reply | undefined> {
  const { application, form } = draft;
  const state = currentState(turn, draft);
  const isAskedWhose = FOR_ANOTHER_QUESTIONS.some(({ id }) => id === state.at);
  if (!saysOwn(text, { isAskedWhose })) return undefined;
  const told = FOR_ANOTHER_QUESTIONS.filter(({ id }) => id !== 'filled-by' && draft.answers[id] !== undefined);
  const changes = [
    { questionId: 'filled-by', value: OWN, raw: text },
    ...told.map(({ id }) => ({ questionId: id, value: SKIPPED, raw: undefined })),
  ];
  const { id } = application;
  await keepAnswers(turn.tx, { id, changes, formVersion: form.version, now: turn.now });
  const answers = {
    ...draft.answers,
    ...Object.fromEntries(changes.map(({ questionId, value }) => [questionId, value])),
  };
  setState(turn, { step: 'form', applicationId: id, form: standAt(state, nextOpen(form, answers)) });
  return showForm(turn, { ...draft, answers }, [turn.words.t('register:forSelf')]);
}
