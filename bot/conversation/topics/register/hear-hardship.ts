import { findHardNeeds } from '../../../../core/forms/fields/choice-field.ts';
import { looksLikeOrganisation } from '../../../../core/forms/fields/organisation-name.ts';
import { readField } from '../../../../core/forms/fields/read-field.ts';
import { type FormDefinition, findQuestion, type Question } from '../../../../core/forms/form.ts';
import { findCurrent } from '../../../../core/forms/form-step.ts';
import { looksLikeQuestion } from '../../../../core/forms/looks-like-question.ts';
import { findProgramme } from '../../../../core/programmes/programmes.ts';
import { foldPhrase } from '../../../../core/text/fold.ts';
import { keepAnswers } from '../../../../records/application-answers.ts';
import type { Reply, Turn } from '../../topic.ts';
import type { FilledForm } from '../filled-form.ts';
import { toolsOf } from '../form/form-tools.ts';
import { currentState, showForm } from './form-turn.ts';
import { menuOfNeeds } from './said-need.ts';
import { rereadDraft } from './with-draft.ts';

const NEED = 'need';
/** Kinds of support that buy machines. */
const OF_MACHINES = new Set(['machinery', 'demonstration', 'cleaner-production']);
const ASKED = new Set(['product', 'commune']);
/** Of these no sentence is an answer. */
const PLAIN = new Set(['money', 'phone', 'count', 'choice', 'name']);
const MOST_WORDS = 10;
const FEWEST_WORDS_OF_A_STORY = 4;
/** "Nấu bằng nồi hơi thay củi", "phơi nắng mất ba ngày", "đỡ khói": what the work is like, and what would be better. */
const OF_WORK =
  /(?:^| )(?:thay (?:cho )?(?:cui|than|tay|lo|may)|(?:do|bot|giam|het|nhieu|lam) (?:khoi|bui|ton|cuc|vat va|hao|met|mui|on|tieng on|nong)|ton (?:cui|than|dien|cong|nuoc)|bang (?:tay|cui|than)|thu cong|nang suat|phoi (?:nang|san|ngoai)|gap mua|am moc|lau lam|mat (?:ca ngay|ca buoi|\S+ (?:ngay|buoi|tieng))|ko kip|khong kip|lam khong xue|lam ko xue)(?: |$)/;
const MACHINE =
  /^(?:(?:cai|chiec|bo|mua|can|muon|xin|dau tu|em|toi|chi) )*(?:may|lo say|lo nung|noi hoi|day chuyen|he thong|thiet bi|tu say|kho lanh) \S/;
/** "Chưa có logo": what is missing is nothing that is made. "Chưa có sản phẩm", "chưa có gì" answer what is asked. */
const MISSING =
  /^(?:(?:da|em|toi|minh|nha|ben|cung|thi|hien|van) )*(?:chua|khong|ko) co (?!(?:san pham|mat hang|hang|gi|dau|ten|a|nhe)(?: |$))\S/;

/**
 * "Tốn củi lắm", where it is asked what is made, or where, or a sum: that is no product, no commune and no sum. It stays with the words of the wish, which the officer reads,
 * and what they tell of the programme's own questions is kept there.
 */
export async function hearHardship(turn: Turn, draft: FilledForm, text: string): Promise<Reply | undefined> {
  const { form, answers, application } = draft;
  const question = findCurrent(form, currentState(turn, draft), answers);
  const { need } = application.answers;
  if (question === undefined || need?.value == null || looksLikeQuestion(text)) return undefined;
  const goods = findQuestion(form, 'product')?.madeOf ?? [];
  const isHeard = ASKED.has(question.id)
    ? saysHardship(text, goods) || (question.id === 'product' && namesMachine(text, need))
    : PLAIN.has(question.field.kind) && tellsOfWork(turn, { form, question }, text);
  if (!isHeard) return undefined;
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

/** "Máy sấy miến", where it is asked what is made: what they want to buy. Said once more it is what they make. */
function namesMachine(text: string, need: { value: unknown; raw: string | null }): boolean {
  const isMachinery = typeof need.value === 'string' && OF_MACHINES.has(need.value);
  // With its price it is a machine of the list.
  const isAlone = !/[\d,;]/.test(text);
  return isMachinery && isAlone && MACHINE.test(foldPhrase(text)) && need.raw?.endsWith(`. ${text}`) !== true;
}

/** A sentence of the work where a sum, a number or a choice is asked, and which answers nothing. */
function tellsOfWork(
  turn: Turn,
  { form, question }: { form: FormDefinition; question: Question },
  text: string,
): boolean {
  const typed = foldPhrase(text);
  const isStory = typed.split(' ').length >= FEWEST_WORDS_OF_A_STORY && !/\d/.test(typed);
  const isOfWork = OF_WORK.test(typed);
  // "Xưởng may Hồng Nhung" is no machine that is broken.
  if (/\p{L} \p{Lu}/u.test(text)) return false;
  if (!isStory || !(isOfWork || findHardNeeds(text, menuOfNeeds()).length > 0)) return false;
  if (question.field.kind === 'name')
    return isOfWork && !looksLikeOrganisation(text) && !/^\p{Lu}\S* \p{Lu}/u.test(text);
  return question.id !== NEED && readField(form, question, text, toolsOf(turn)).kind === 'unread';
}
