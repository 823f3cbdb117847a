import { answerForm } from '../../../../core/forms/answer-form.ts';
import { findHardNeeds } from '../../../../core/forms/fields/choice-field.ts';
import type { MenuEntry } from '../../../../core/forms/form.ts';
import type { FormState } from '../../../../core/forms/form-state.ts';
import { answerWords, listWords } from '../../../../core/forms/form-words.ts';
import { looksLikeQuestion } from '../../../../core/forms/looks-like-question.ts';
import { openForm } from '../../../../core/forms/open-form.ts';
import type { AnswerValue } from '../../../../core/forms/values.ts';
import { readHelper } from '../../../../core/programmes/for-another.ts';
import { requestWithDetails } from '../../../../core/programmes/request-with-details.ts';
import { supportRequest } from '../../../../core/programmes/support-request.ts';
import { foldPhrase } from '../../../../core/text/fold.ts';
import type { Turn } from '../../topic.ts';
import type { Training } from '../courses/settle-training.ts';
import { toolsOf } from '../form/form-tools.ts';
import { findState } from './state.ts';

const LONGEST = 300;
const NEED = 'need';

/** Told back before consent: what is needed, what it costs, where; who it is and how to reach them is not repeated. */
const TOLD_BACK = new Set([NEED, 'also', 'price', 'commune']);

/** "tôi muốn…", "xin hỗ trợ…", "đăng ký…": words of a wish, also without marks. */
const WISH =
  /(?:^| )(?:muon|can|xin|dinh|(?<!(?:o|cua|trong|cap|toan) )tinh(?= (?:mua|sam|lam|mo|dau tu|thay) )|dang ky|dk|dki|dky|nhu cau|de nghi|mong|nho|du dinh|co nguyen vong|(?:co|may|vai|\d|hai|ba) (?:viec|thu))(?: |$)/;

/** "muốn mua", "cần làm", "xin đi": rather the wish itself than a question about it. */
const DEED =
  /(?:^| )(?:muon|can|xin|dinh|(?<!(?:o|cua|trong|cap|toan) )tinh|mong|nho|du dinh) (?:\S+ ){0,2}(?:mua|co|sam|dau tu|trang bi|lam|di|dang ky|mo|xay|lap|thanh lap|hoc|tham gia|xu ly|truyen nghe|ung dung|thay|nang cap|thiet ke|san xuat thu)(?: |$)|(?:^| )(?:muon|can|mong|dinh) (?:xin|duoc|nhan)(?: nha nuoc| trung tam| khuyen cong)? (?:ho tro|giup|giup do)(?: |$)/;
const CLAUSE_END = /(?<=[.?!;\n…])|(?<!\d),|,(?!\d)/;
/** "Làm website bán hàng" */
const BARE_DEED =
  /^(?:(?:em|toi|minh|chau|tui|nha|ben|da|a) )*(?:mua|sam|lam|mo|di|hoc|dao tao|thiet ke|dang ky|thue|xay|lap|in|lap dat|trang bi|truyen nghe|tham gia|day nghe) /;
/** A loan is not what the programme gives: the answer that says so goes first. */
const LOAN = /(?:^| )vay (?:von|tien|ngan hang|lai|mua|duoc|them|\d)/;

/**
 * What somebody said before they began: the words, and whether they wished for it or only asked about it. `training`: a
 * button said it, perhaps of a course; `beside`: one chosen while another need was to be agreed to. `helper`: the words by which they fill the request in for another; `own`: what they told of themselves under the consent.
 */
export type Said = {
  text: string;
  isWish: boolean;
  training?: Training;
  beside?: Training;
  helper?: string;
  own?: string;
};

/** The words by which somebody said that they fill the request in for another, if they did. */
export function findHelperWords(said: Said | undefined): string | undefined {
  if (said?.helper !== undefined) return said.helper;
  if (said === undefined || readHelper(said.text) === undefined) return undefined;
  return said.isWish || !looksLikeQuestion(said.text) ? said.text : undefined;
}

/** A course that is chosen while the consent for another need is asked is wished for beside it. */
export function sayTrainingBeside(turn: Turn, said: Said & { training: Training }): Said {
  const state = findState(turn);
  const earlier = state?.step === 'consent' || state?.step === 'which' ? state.said : undefined;
  const isOther = earlier !== undefined && earlier.training === undefined && readNeed(turn, earlier.text) !== undefined;
  return isOther ? { ...earlier, beside: said.training } : said;
}

/** Words with which a request may begin: those of this very message, or of the question just answered. */
export function findSaid({ input, conversation }: Turn): Said | undefined {
  if (input.kind === 'text') return input.text.length > LONGEST ? undefined : { text: input.text, isWish: true };
  const isUnderAnswer = conversation.pending.some(
    ({ key }) => key.startsWith('ask:wrong') || key.startsWith('ask:article:'),
  );
  const text = conversation.lastQuestion?.text;
  return isUnderAnswer && text !== undefined && text.length <= LONGEST ? { text, isWish: false } : undefined;
}

/**
 * Whether a text wishes for support in free words. `several`: for several kinds; `plainly`: it names the deed ("tôi muốn mua
 * máy"); `perhaps`: it may as well be a question about it ("đăng ký nhãn hiệu"); `barely`: a deed alone ("làm website").
 */
export function readWish(turn: Turn, text: string): 'several' | 'plainly' | 'perhaps' | 'barely' | undefined {
  const typed = foldPhrase(text);
  if (text.length > LONGEST || looksLikeQuestion(text)) return undefined;
  const isWish = WISH.test(typed);
  if (!isWish && !BARE_DEED.test(typed)) return undefined;
  const need = readNeed(turn, text);
  // What is only complained of is offered, before anything is asked.
  if (need === undefined || (need.answers.length === 0 && findHardNeeds(text, menuOfNeeds()).length > 0))
    return undefined;
  if (!isWish) return 'barely';
  const hasSeveral = need.answers.some(({ questionId }) => questionId === 'also');
  if (hasSeveral) return 'several';
  return DEED.test(typed) && !LOAN.test(typed) ? 'plainly' : 'perhaps';
}

/**
 * A wish in a story that ends with a question of courtesy: "…tôi muốn có cái búa máy 150 triệu, không biết nhà nước có giúp gì
 * không?" What asks is left out; undefined when nothing else is plainly a wish.
 */
export function readWishInStory(turn: Turn, text: string): 'several' | 'plainly' | undefined {
  const clauses = text.split(CLAUSE_END).filter((clause) => clause.trim() !== '');
  const told = clauses.filter((clause) => !looksLikeQuestion(clause));
  if (told.length === clauses.length || told.length === 0) return undefined;
  const wish = readWish(turn, told.join(', '));
  return wish === 'several' || wish === 'plainly' ? wish : undefined;
}

/** The first list of the request. */
export function menuOfNeeds(): readonly MenuEntry[] {
  const field = supportRequest.form.questions.find(({ id }) => id === NEED)?.field;
  return field?.kind === 'choice' ? (field.menu ?? []) : [];
}

type ReadNeed = {
  /** Said clearly enough to be told back: its answers, the need among them. */
  answers: { questionId: string; value: AnswerValue }[];
  /** The form, where the one question back is asked. */
  state: FormState;
};

/** What a text says is needed; undefined when it names nothing that there is. */
export function readNeed(turn: Turn, text: string): ReadNeed | undefined {
  const form = requestWithDetails(supportRequest);
  if (!namesNeed(text)) return undefined;
  const { state } = openForm({ form, answers: {} });
  const step = answerForm({ form, answers: {}, state, tools: toolsOf(turn), input: { kind: 'text', text } });
  const isNeed = step.changes.some(({ questionId }) => questionId === NEED);
  if (!isNeed && step.state.pending === undefined) return undefined;
  const isPlain = step.changes.some(({ questionId, value }) => questionId === NEED && value === 'other');
  if (isPlain) return undefined;
  const told = step.changes.filter(({ questionId }) => TOLD_BACK.has(questionId));
  return { answers: isNeed ? told : [], state: step.state };
}

/** Only words that people use for a kind of support: a number, or a part of a label ("đăng ký"), may mean anything here. */
function namesNeed(text: string): boolean {
  const field = supportRequest.form.questions.find(({ id }) => id === NEED)?.field;
  if (field?.kind !== 'choice') return false;
  const typed = ` ${foldPhrase(text)} `;
  const phrases = [...field.options, ...(field.menu ?? [])].flatMap(({ aliases }) => aliases);
  if (findHardNeeds(text, menuOfNeeds()).length > 0) return true;
  return phrases.some((phrase) => typed.includes(` ${phrase} `));
}

/** "Mua máy móc, dây chuyền · Làm bao bì, mẫu mã · 400 triệu đồng" */
export function sayNeed(turn: Turn, { answers }: ReadNeed): string {
  const { form } = supportRequest;
  const told = answers.flatMap(({ questionId, value }) => {
    const question = form.questions.find(({ id }) => id === questionId);
    return question === undefined ? [] : [answerWords(form, question, value)];
  });
  return toolsOf(turn).say(listWords(told));
}

/** The question back that stands before what was only asked about is kept as a need. */
export function confirmNeed(turn: Turn, { answers, state }: ReadNeed, raw: string): FormState {
  const need = answers.find(({ questionId }) => questionId === NEED)?.value;
  if (need === undefined) return state;
  const further = answers.find(({ questionId }) => questionId === 'also')?.value;
  const value =
    typeof further === 'object' && 'optionIds' in further && typeof need === 'string'
      ? { optionIds: [need, ...further.optionIds] }
      : need;
  const { state: open } = openForm({ form: supportRequest.form, answers: {} });
  const about = { key: 'register:confirm.need', values: { need: sayNeed(turn, { answers, state }) } };
  return {
    ...open,
    serial: open.serial + 1,
    pending: { serial: open.serial + 1, kind: 'confirm', about, options: [{ value, label: '' }], raw },
  };
}
