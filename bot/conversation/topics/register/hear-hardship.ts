import { findHardNeeds } from '../../../../core/forms/fields/choice-field.ts';
import { findQuestion } from '../../../../core/forms/form.ts';
import { findCurrent } from '../../../../core/forms/form-step.ts';
import { looksLikeQuestion } from '../../../../core/forms/looks-like-question.ts';
import { findProgramme } from '../../../../core/programmes/programmes.ts';
import { foldPhrase } from '../../../../core/text/fold.ts';
import { keepAnswers } from '../../../../records/application-answers.ts';
import type { Reply, Turn } from '../../topic.ts';
import type { FilledForm } from '../filled-form.ts';
import { currentState, showForm } from './form-turn.ts';
import { menuOfNeeds } from './said-need.ts';
import { rereadDraft } from './with-draft.ts';

const ASKED = new Set(['product', 'commune']);
const MOST_WORDS = 10;
/** "Chưa có logo": what is missing is nothing that is made. "Chưa có sản phẩm", "chưa có gì" answer what is asked. */
const MISSING =
  /^(?:(?:da|em|toi|minh|nha|ben|cung|thi|hien|van) )*(?:chua|khong|ko) co (?!(?:san pham|mat hang|hang|gi|dau|ten|a|nhe)(?: |$))\S/;

/**
 * "Tốn củi lắm", where it is asked what is made, or where: that is no product and no commune. It stays with the words of the wish, which the officer reads,
 * and what they tell of the programme's own questions is kept there.
 */
export async function hearHardship(turn: Turn, draft: FilledForm, text: string): Promise<Reply | undefined> {
  const { form, answers, application } = draft;
  const question = findCurrent(form, currentState(turn, draft), answers);
  const { need } = application.answers;
  const isAsked = question !== undefined && ASKED.has(question.id);
  if (!isAsked || need?.value == null || looksLikeQuestion(text)) return undefined;
  if (!saysHardship(text, findQuestion(form, 'product')?.madeOf ?? [])) return undefined;
  const told = Object.entries(findProgramme(application.programme)?.readWish?.(text, { hasPrice: false }) ?? {});
  const changes = [
    { questionId: 'need', value: need.value, raw: [need.raw, text].filter(Boolean).join('. ') },
    ...told
      .filter(([questionId]) => answers[questionId] === undefined)
      .map(([questionId, value]) => ({ questionId, value, raw: text })),
  ];
  await keepAnswers(turn.tx, { id: application.id, changes, formVersion: form.version, now: turn.now });
  return await showForm(turn, await rereadDraft(turn, draft), [turn.words.t('register:hardshipHeard')]);
}

function saysHardship(text: string, goods: readonly string[]): boolean {
  const typed = foldPhrase(text);
  if (typed.split(' ').length > MOST_WORDS) return false;
  // "Rượu men lá nhưng tốn củi" tells what is made.
  if (goods.some((thing) => typed === thing || (thing.length > 3 && typed.startsWith(`${thing} `)))) return false;
  return MISSING.test(typed) || findHardNeeds(text, menuOfNeeds()).length > 0;
}
