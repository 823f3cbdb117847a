import type { FormInput } from '../../../../core/forms/answer-form.ts';
import { readField } from '../../../../core/forms/fields/read-field.ts';
import { findQuestion, type Question } from '../../../../core/forms/form.ts';
import { EDIT } from '../../../../core/forms/form-choice.ts';
import { answerWords, labelWords } from '../../../../core/forms/form-words.ts';
import type { Answers } from '../../../../core/forms/values.ts';
import { OF_ESTABLISHMENT } from '../../../../core/programmes/establishment.ts';
import { supportRequest } from '../../../../core/programmes/support-request.ts';
import { foldPhrase } from '../../../../core/text/fold.ts';
import type { Choice } from '../../../channels/channel.ts';
import type { Reply, Turn } from '../../topic.ts';
import type { FilledForm } from '../filled-form.ts';
import { toolsOf } from '../form/form-tools.ts';
import { beginWithSaid } from './begin-draft.ts';
import { currentState, reply, takeStep } from './form-turn.ts';
import type { Said } from './said-need.ts';
import { findState, setState } from './state.ts';
import { rereadDraft } from './with-draft.ts';

/**
 * What was taken over of the establishment, each item with its number: one after the other can be changed, then the request
 * goes on. `fix`: words that name an item, or are its new value.
 */
export async function showFixes(
  turn: Turn,
  draft: FilledForm,
  { before = [], said, fix, isMore = false }: { before?: string[]; said?: Said; fix?: string; isMore?: boolean } = {},
): Promise<Reply> {
  const { t } = turn.words;
  const { id } = draft.application;
  const { say } = toolsOf(turn);
  setState(turn, { step: 'fix', applicationId: id, said });
  const meant = fix === undefined ? undefined : await typeFix(turn, draft, fix, said);
  if (meant !== undefined) return meant;
  const lines = fixable(draft.answers).map(([question, value]): Choice => {
    const values = {
      label: say(labelWords(draft.form, question)),
      answer: say(answerWords(draft.form, question, value)),
    };
    return { key: `register:fix:${id}:${question.id}`, label: t('register:review.line', values) };
  });
  return {
    paragraphs: [...before, t(isMore ? 'establishment:fix.more' : 'establishment:fix.ask')],
    choices: [...lines, { key: `register:fixed:${id}`, label: t('establishment:fix.done') }],
  };
}

function fixable(answers: Answers): [Question, Answers[string]][] {
  return OF_ESTABLISHMENT.flatMap((id) => {
    const question = findQuestion(supportRequest.form, id);
    const value = answers[id];
    return question === undefined || value === undefined ? [] : [[question, value] as [Question, Answers[string]]];
  });
}

const WISH = /^(?:co cho can )?sua(?: (?:lai|thong tin|co so|thong tin co so|lai thong tin))*$/;

/** "Sửa", alone, in a request that took its establishment over; at the review the numbers do it. */
export function wishesToFix({ application }: FilledForm, text: string): boolean {
  return application.establishmentId !== undefined && WISH.test(foldPhrase(text));
}

/** Asks an item anew; afterwards the items are shown again. */
export async function askFix(turn: Turn, draft: FilledForm, questionId: string, said?: Said): Promise<Reply> {
  setState(turn, { step: 'form', applicationId: draft.application.id, form: undefined, fixing: { said } });
  return reply(turn, draft, await takeStep(turn, draft, { kind: 'option', questionId, option: EDIT }));
}

/** What is said while an item is asked anew; undefined when none is. Once it is answered the items are shown again. */
export async function answerFix(turn: Turn, draft: FilledForm, input: FormInput): Promise<Reply | undefined> {
  const fixing = findFixing(turn, draft);
  if (fixing === undefined) return undefined;
  const { at } = currentState(turn, draft);
  const step = await takeStep(turn, draft, input);
  if (step.state.at === at) return reply(turn, draft, step);
  const before = step.said.map(toolsOf(turn).say);
  return await showFixes(turn, await rereadDraft(turn, draft), { before, said: fixing.said, isMore: true });
}

/** "Quay lại" from an item that is asked anew. */
export async function goBackInFix(turn: Turn, draft: FilledForm): Promise<Reply | undefined> {
  const fixing = findFixing(turn, draft);
  return fixing === undefined ? undefined : await showFixes(turn, draft, { said: fixing.said });
}

function findFixing(turn: Turn, { application }: FilledForm): { said?: Said } | undefined {
  const state = findState(turn);
  return state?.step === 'form' && state.applicationId === application.id ? state.fixing : undefined;
}

/** Nothing is left to be changed: the request goes on with what was said to be needed, or its next question. */
export async function endFixes(turn: Turn, draft: FilledForm, said: Said | undefined): Promise<Reply> {
  setState(turn, { step: 'form', applicationId: draft.application.id, form: undefined });
  return await beginWithSaid(turn, draft, { said });
}

const DONE =
  /^(?:khong|ko|k|thoi|xong|het|het roi|du roi|khong sua|khong sua nua|lam tiep|tiep|tiep tuc|dung roi|the thoi|khong con|ok|xong roi)(?: (?:a|nhe|em|nua))*$/;

/** A text at the items: names one, is the new value of one, or says that all is right. */
export async function typeFix(turn: Turn, draft: FilledForm, text: string, said?: Said): Promise<Reply | undefined> {
  if (DONE.test(foldPhrase(text))) return await endFixes(turn, draft, said);
  const named = findNamedItem(turn, draft.answers, text);
  if (named !== undefined) return await askFix(turn, draft, named.id, said);
  const value = findFixable(turn, draft.answers, text);
  if (value === undefined) return undefined;
  await askFix(turn, draft, value.id, said);
  return await answerFix(turn, draft, { kind: 'text', text });
}

/** The item whose name the words are, or hold: "số điện thoại", "sdt", "tên". */
function findNamedItem(turn: Turn, answers: Answers, text: string): Question | undefined {
  const typed = foldPhrase(text).replace(/^(?:sua|doi|thay|chinh)(?: lai)? /, '');
  if (typed.length < 2) return undefined;
  const { say } = toolsOf(turn);
  const items = fixable(answers).map(([question]) => question);
  const called = items.filter((question) => SHORT[question.id]?.includes(typed));
  const labelled = items.filter((question) =>
    ` ${foldPhrase(say(labelWords(supportRequest.form, question)))} `.includes(` ${typed} `),
  );
  return [called, labelled].find((found) => found.length === 1)?.[0];
}

const SHORT: Readonly<Record<string, readonly string[]>> = {
  phone: ['sdt', 'so dt', 'dien thoai', 'so', 'so phone', 'dt'],
  establishment: ['ten', 'ten co so'],
  commune: ['xa', 'dia chi', 'dia diem', 'cho', 'noi'],
  'legal-form': ['loai', 'loai hinh'],
  'contact-name': ['nguoi lien he', 'ten nguoi', 'lien he'],
  product: ['san pham', 'mat hang'],
};

/** The item of which a text is surely the new value: a phone number is nothing else. */
export function findFixable(turn: Turn, answers: Answers, text: string): Question | undefined {
  const phone = fixable(answers).find(([{ field }]) => field.kind === 'phone')?.[0];
  if (phone === undefined) return undefined;
  const reading = readField(supportRequest.form, phone, text, toolsOf(turn));
  return reading.kind === 'value' || reading.kind === 'confirm' ? phone : undefined;
}
