import { answerForm, type Here } from '../../../../core/forms/answer-form.ts';
import { readPricedMachines } from '../../../../core/forms/fields/listed-sums.ts';
import { looksLikeOrganisation } from '../../../../core/forms/fields/organisation-name.ts';
import { isUnmistakableName } from '../../../../core/forms/fields/person-name.ts';
import { findQuestion, type Question } from '../../../../core/forms/form.ts';
import { answerWords, listWords } from '../../../../core/forms/form-words.ts';
import { openForm } from '../../../../core/forms/open-form.ts';
import { readContact } from '../../../../core/forms/read-contact.ts';
import { isSumAlone, readElsewhere } from '../../../../core/forms/read-elsewhere.ts';
import { readFacts } from '../../../../core/forms/read-facts.ts';
import { readStray } from '../../../../core/forms/read-stray.ts';
import { type Answers, fittingAnswers } from '../../../../core/forms/values.ts';
import { requestWithDetails } from '../../../../core/programmes/request-with-details.ts';
import { supportRequest } from '../../../../core/programmes/support-request.ts';
import { foldPhrase } from '../../../../core/text/fold.ts';
import { type AnswerChange, keepAnswers } from '../../../../records/application-answers.ts';
import type { Turn } from '../../topic.ts';
import type { FilledForm } from '../filled-form.ts';
import { toolsOf } from '../form/form-tools.ts';
import { findPlaceToAsk } from './place-to-ask.ts';
import { readAlone } from './read-alone.ts';
import { rereadDraft } from './with-draft.ts';

/** A name alone is nobody's contact yet; with a number it is. */
const PHONE = /\d[\d .()-]{7,}\d/;
const FORM = requestWithDetails(supportRequest);

/** Whether words tell something of who speaks, though not what they need: what they make, how many they are. */
export function tellsOwn(turn: Turn, text: string): boolean {
  return readOwn(turn, {}, text).length > 0 || findPlaceToAsk(turn, text) !== undefined;
}

/** Keeps what words told before it was clear what is needed, and says so. */
export async function keepOwn(
  turn: Turn,
  draft: FilledForm,
  texts: readonly string[],
): Promise<{ draft: FilledForm; noted: string[] }> {
  const { form, application } = draft;
  const changes: AnswerChange[] = [];
  for (const text of texts) {
    const known = { ...draft.answers, ...fittingAnswers(form, Object.fromEntries(changes.map(entryOf))) };
    changes.push(...readOwn(turn, known, text));
  }
  if (changes.length === 0) return { draft, noted: [] };
  await keepAnswers(turn.tx, { id: application.id, changes, formVersion: form.version, now: turn.now });
  const kept = await rereadDraft(turn, draft);
  const told = changes.flatMap(({ questionId }) => {
    const question = findQuestion(kept.form, questionId);
    const value = kept.answers[questionId];
    return question === undefined || value === undefined ? [] : [answerWords(kept.form, question, value)];
  });
  const answer = toolsOf(turn).say(listWords(told));
  return { draft: kept, noted: [turn.words.t('register:noted', { answer })] };
}

function entryOf({ questionId, value }: AnswerChange): [string, unknown] {
  return [questionId, value];
}

function readOwn(turn: Turn, answers: Answers, text: string): AnswerChange[] {
  const tools = toolsOf(turn);
  const need = findQuestion(FORM, 'need');
  const here = { form: FORM, answers, state: openForm({ form: FORM, answers }).state, tools };
  const several = readSeveralOwn(here, text);
  if (several.length > 0) return several;
  const { told, rest } = readFacts(here, need, text);
  if (looksLikeOrganisation(rest)) return [...told, ...readEstablishment(here, rest)];
  const contact = need === undefined || !PHONE.test(rest) ? undefined : readContact(here, need, rest);
  if (contact !== undefined) {
    const { question, value, raw, beside } = contact;
    const told = [{ questionId: question.id, value, raw }, ...beside];
    return told.map((each) => ({ questionId: each.questionId, value: each.value, raw: each.raw }));
  }
  const sum = isSumAlone(rest) ? readElsewhere(here, need, rest) : undefined;
  if (sum !== undefined) return [{ questionId: sum.question.id, value: sum.value, raw: rest }];
  const found = need === undefined ? undefined : readStray(here, need, rest);
  // Nobody was asked for a name yet: "đăng ký hỗ trợ" begins like one of the Đặng family.
  const isAnyName = found !== undefined && isPersonName(found.question) && !isUnmistakableName(rest);
  const stray = isAnyName ? undefined : found;
  const cost =
    stray === undefined && readPricedMachines(rest) !== undefined ? readElsewhere(here, need, rest) : undefined;
  const alone = stray ?? cost ?? (need === undefined || rest === '' ? undefined : readAlone(here, need, rest));
  return [
    ...told.map(({ questionId, value, raw }) => ({ questionId, value, raw })),
    ...(alone === undefined ? [] : [{ questionId: alone.question.id, value: alone.value, raw: rest }]),
  ];
}

/** "Miến dong, htx Tài Hoan, xã Côn Minh, chị Lan 0900 000 001": all at once, and of what is made only what is known as that. */
function readSeveralOwn(here: Here, text: string): AnswerChange[] {
  const product = findQuestion(FORM, 'product');
  if (!/[,;\n]/.test(text) || product === undefined) return [];
  const state = { ...here.state, at: product.id };
  const { changes } = answerForm({ ...here, state, input: { kind: 'text', text } });
  const sure = changes.filter(({ questionId, value }) => questionId !== product.id || isGoods(product, value));
  return sure.length < 2 ? [] : sure.map(({ questionId, value, raw }) => ({ questionId, value, raw }));
}

function isGoods({ madeOf = [] }: Question, value: unknown): boolean {
  const made = typeof value === 'string' ? ` ${foldPhrase(value)} ` : '';
  return madeOf.some((thing) => made.startsWith(` ${thing} `));
}

/** "HTX Tài Hoan xã Côn Minh Bắc Kạn": what it is called, what it is, and where. */
function readEstablishment(here: Here, text: string): AnswerChange[] {
  const { changes } = answerForm({ ...here, input: { kind: 'text', text } });
  return changes.filter(({ questionId }) => questionId !== 'need' && questionId !== 'also');
}

function isPersonName({ field }: Question): boolean {
  return field.kind === 'name' && field.of === 'person';
}
