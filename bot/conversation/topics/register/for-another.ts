import { applicableQuestions } from '../../../../core/forms/applicable-questions.ts';
import { findQuestion } from '../../../../core/forms/form.ts';
import { findCurrent, nextOpen, standAt } from '../../../../core/forms/form-step.ts';
import { answerWords } from '../../../../core/forms/form-words.ts';
import { isWord } from '../../../../core/forms/is-word.ts';
import { isExactly } from '../../../../core/forms/read-exactly.ts';
import { SKIPPED } from '../../../../core/forms/values.ts';
import {
  FOR_ANOTHER_QUESTIONS,
  isHelper,
  OWN,
  readHelper,
  readKinAlone,
  readOwnerCalled,
  readRoleAlone,
  saysOwn,
  tellsOwnerAgreed,
} from '../../../../core/programmes/for-another.ts';
import { foldPhrase } from '../../../../core/text/fold.ts';
import { keepAnswers } from '../../../../records/application-answers.ts';
import type { Reply, Turn } from '../../topic.ts';
import type { FilledForm } from '../filled-form.ts';
import { toolsOf } from '../form/form-tools.ts';
import { sayHelping } from './begin-draft.ts';
import { findHelperContact, findHelperRole } from './earlier-help.ts';
import { answerDraft, currentState, showForm } from './form-turn.ts';
import { setState } from './state.ts';
import { rereadDraft } from './with-draft.ts';

const CONSENT = 'owner-consent';

/** Somebody says that they fill this in for another: that is kept, and the owner's consent asked next. Once a draft. */
export async function beginForAnother(turn: Turn, draft: FilledForm, text: string): Promise<Reply | undefined> {
  const at = findCurrent(draft.form, currentState(turn, draft), draft.answers);
  // "Hội phụ nữ xã" may be what the establishment is called, and "UBND xã" what it is.
  const isAnswer =
    at?.field.kind === 'name' || (at !== undefined && isExactly({ ...draft, tools: toolsOf(turn) }, at, text));
  const alone = isAnswer ? undefined : readRoleAlone(text);
  if (isHelper(draft.answers['filled-by'])) {
    const role = alone ?? (at !== undefined && isWord(at) ? undefined : readKinAlone(text));
    if (role !== undefined) return await keepRole(turn, draft, role, text);
    const called = await hearOwnerCalled(turn, draft, text);
    if (called !== undefined) return called;
    return (await hearOwnerAgree(turn, draft, text)) ?? (await endForAnother(turn, draft, text));
  }
  const helper = readHelper(text, { need: draft.answers.need }) ?? alone;
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
  const next = answers[CONSENT] === undefined ? CONSENT : nextOpen(form, answers);
  setState(turn, { step: 'form', applicationId: id, form: standAt(currentState(turn, draft), next) });
  return showForm(turn, { ...draft, answers }, [sayHelping(turn, contact)]);
}

/** Who they are, told once it is known that they help: the question that is open stays. */
async function keepRole(turn: Turn, draft: FilledForm, role: string, raw: string): Promise<Reply> {
  const { application, form } = draft;
  const question = findQuestion(form, 'filled-by');
  const changes = [{ questionId: 'filled-by', value: role, raw }];
  await keepAnswers(turn.tx, { id: application.id, changes, formVersion: form.version, now: turn.now });
  const answer = question === undefined ? '' : toolsOf(turn).say(answerWords(form, question, role));
  return await showForm(turn, await rereadDraft(turn, draft), [turn.words.t('register:noted', { answer })]);
}

/** "Mẹ con tên là Hà Thị Liễu", whatever is asked, once the owner agreed. */
async function hearOwnerCalled(turn: Turn, draft: FilledForm, text: string): Promise<Reply | undefined> {
  const { form, answers } = draft;
  const at = findCurrent(form, currentState(turn, draft), answers);
  const known = answers['owner-name'];
  const isKnown = (name: string) => typeof known === 'string' && foldPhrase(known) === foldPhrase(name);
  const value = readOwnerCalled(text);
  // Without its marks it is the same name, and nobody else's; where a name is asked it may be the answer.
  if (isKnown(value ?? text) && !(value === undefined && at !== undefined && isWord(at))) {
    return await showForm(turn, draft, [turn.words.t('register:heard')]);
  }
  const isAsked = applicableQuestions(form, answers).some(({ id }) => id === 'owner-name');
  if (value === undefined || !isAsked) return undefined;
  return await answerDraft(turn, draft, { kind: 'value', questionId: 'owner-name', value, raw: text });
}

/** The owner's yes, told before it is asked: it is its answer, and how they agreed is asked now where it was not told. */
async function hearOwnerAgree(turn: Turn, draft: FilledForm, text: string): Promise<Reply | undefined> {
  const state = currentState(turn, draft);
  if (state.at === CONSENT || draft.answers[CONSENT] !== undefined || !tellsOwnerAgreed(text)) return undefined;
  setState(turn, { step: 'form', applicationId: draft.application.id, form: standAt(state, CONSENT) });
  return await answerDraft(turn, draft, { kind: 'text', text });
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
