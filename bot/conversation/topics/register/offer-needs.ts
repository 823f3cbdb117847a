import { findHardNeeds } from '../../../../core/forms/fields/choice-field.ts';
import { saysNotKnown } from '../../../../core/forms/fields/not-known.ts';
import type { Question } from '../../../../core/forms/form.ts';
import { guideWords, menuAskWords, optionWords } from '../../../../core/forms/form-words.ts';
import { looksLikeQuestion } from '../../../../core/forms/looks-like-question.ts';
import { supportRequest } from '../../../../core/programmes/support-request.ts';
import { foldPhrase } from '../../../../core/text/fold.ts';
import type { Choice } from '../../../channels/channel.ts';
import type { Reply, Turn } from '../../topic.ts';
import { toolsOf } from '../form/form-tools.ts';
import { start, withOwnBefore } from './begin.ts';
import { sayNeedOption } from './further-need.ts';
import { menuOfNeeds, readNeed } from './said-need.ts';

/** "Khó quá, giúp với", "xin hỗ trợ mà chưa rõ bắt đầu từ đâu": they wish for help and cannot say which. */
const LOST =
  /(?:^| )(?:kho khan|kho qua|kho lam|vat va qua|be tac|khong biet lam sao|ko biet lam sao) (?:\S+ )*(?:giup|ho tro|cuu|chi|tu van)(?: |$)|(?:^| )(?:chua|khong|ko|k) (?:biet|ro) (?:(?:la|nen|phai|can|minh) )?(?:bat dau|chon|xin|dang ky|dang ki|dk) (?:\S+ ){0,4}(?:dau|gi|nao)(?: |$)/;
const LONGEST = 200;

/** Whether they say that they cannot say what they need: no article answers that. */
export function saysLost(text: string): boolean {
  return saysNotKnown(text) || LOST.test(foldPhrase(text));
}

/** What somebody complains of, or that they do not know what they need: the needs that may help, each a button. */
export function offerNeeds(turn: Turn, text: string): Reply | undefined {
  const need = needQuestion();
  const menu = menuOfNeeds();
  if (need === undefined || text.length > LONGEST || text.includes('?')) return undefined;
  const hard = findHardNeeds(text, menu);
  const { say } = toolsOf(turn);
  const { t } = turn.words;
  if (hard.length > 0) {
    return {
      paragraphs: [t('register:hardship.offer')],
      choices: [...hard.map((option) => needChoice(option, sayNeedOption(turn, option))), ...otherChoices(turn)],
    };
  }
  const guide = menu.find(({ isGuide }) => isGuide === true);
  if (guide === undefined || !saysLost(text)) return undefined;
  const guided = guide.options.filter((option) => option !== guide.id);
  return {
    paragraphs: [say(menuAskWords(supportRequest.form, need, guide.id))],
    choices: [
      ...guided.map((option) => needChoice(option, say(guideWords(supportRequest.form, need, option)))),
      ...otherChoices(turn),
    ],
  };
}

/** Words that name one kind of support ("làm tem nhãn") and ask nothing may be a wish as well: its request, as one choice. */
export function namedNeedChoice(turn: Turn): Choice[] {
  const { input, conversation, words } = turn;
  if (input.kind !== 'text' || conversation.open !== undefined || looksLikeQuestion(input.text)) return [];
  const [need, another] = readNeed(turn, input.text)?.answers.filter(({ questionId }) => questionId === 'need') ?? [];
  if (typeof need?.value !== 'string' || another !== undefined) return [];
  return [needChoice(need.value, words.t('register:requestFor', { need: sayNeedOption(turn, need.value) }))];
}

/** Of one kind or another: read like this, which of them is asked. */
const [TRAINING, ANY_TRAINING] = ['training', 'đi học'];

/** Begins the request with a need that was offered. */
export async function startWithNeed(turn: Turn, option: string): Promise<Reply | undefined> {
  const need = needQuestion();
  if (need?.field.kind !== 'choice' || !need.field.options.some(({ id }) => id === option)) return undefined;
  const isTraining = option === TRAINING;
  const text = isTraining ? ANY_TRAINING : toolsOf(turn).say(optionWords(supportRequest.form, need, option));
  return await start(turn, withOwnBefore(turn, { text, isWish: true }));
}

function needQuestion(): Question | undefined {
  return supportRequest.form.questions.find(({ id }) => id === 'need');
}

function needChoice(option: string, label: string): Choice {
  return { key: `register:need:${option}`, label };
}

function otherChoices({ words }: Turn): Choice[] {
  return [
    { key: 'register:start', label: words.t('register:hardship.other') },
    { key: 'officer:start', label: words.t('conversation:menu.officer') },
  ];
}
