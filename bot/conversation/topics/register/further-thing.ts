import { readMoney } from '../../../../core/forms/fields/read-money.ts';
import { findQuestion } from '../../../../core/forms/form.ts';
import { REVIEW } from '../../../../core/forms/form-state.ts';
import { answerWords, listWords } from '../../../../core/forms/form-words.ts';
import { MORE } from '../../../../core/forms/group.ts';
import { looksLikeQuestion } from '../../../../core/forms/looks-like-question.ts';
import { findProgramme } from '../../../../core/programmes/programmes.ts';
import { keepAnswers } from '../../../../records/application-answers.ts';
import type { Reply, Turn } from '../../topic.ts';
import type { FilledForm } from '../filled-form.ts';
import { toolsOf } from '../form/form-tools.ts';
import { currentState, showForm } from './form-turn.ts';
import { rereadDraft } from './with-draft.ts';

/** Where any words are an answer they are one: who asks what is made may be told of a machine. */
const FREE = new Set(['need', 'product', REVIEW]);

/** "Thêm máy thái nữa", "máy xay bột", where something else is asked: noted, and what was open is asked again. */
export async function hearFurtherThing(turn: Turn, draft: FilledForm, text: string): Promise<Reply | undefined> {
  const { application, answers, form } = draft;
  if (FREE.has(currentState(turn, draft).at) || readMoney(text) !== undefined || looksLikeQuestion(text))
    return undefined;
  const wish = application.answers.need?.raw ?? undefined;
  const told = findProgramme(application.programme)?.readPrice?.(text, { known: answers, wish }) ?? {};
  const fresh = Object.entries(told).filter(([questionId]) => answers[questionId] === undefined);
  // With sums they are the answer to what was asked.
  if (fresh.length === 0 || fresh.some(([, value]) => typeof value !== 'string')) return undefined;
  const changes = fresh.map(([questionId, value]) => ({ questionId, value, raw: text }));
  await keepAnswers(turn.tx, { id: application.id, changes, formVersion: form.version, now: turn.now });
  const kept = await rereadDraft(turn, draft);
  const noted = changes.flatMap(({ questionId, value }) => {
    const question = findQuestion(form, questionId);
    return question === undefined || question.group?.part === MORE ? [] : [answerWords(form, question, value)];
  });
  const answer = toolsOf(turn).say(listWords(noted));
  return await showForm(turn, kept, [turn.words.t('register:noted', { answer })]);
}
