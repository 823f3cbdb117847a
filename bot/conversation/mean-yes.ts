import { SUBMIT } from '../../core/forms/form-choice.ts';
import { saysYes } from '../../core/forms/read-reply.ts';
import { saysAgreed, saysSend } from '../../core/forms/speaks-to-form.ts';
import { foldPhrase } from '../../core/text/fold.ts';
import { isBareDung } from './five-words.ts';
import type { ConversationState, Reply, Turn } from './topic.ts';

/**
 * What a typed yes means while nothing is open: the choices that may be meant, the likeliest first; undefined when it is no yes.
 * "Gửi" after a pause is about the request that was set aside; "đồng ý" after an answer is about the request it offers.
 */
export function findMeantByYes(
  { pending, paused }: Pick<ConversationState, 'pending' | 'paused'>,
  text: string,
): string[] | undefined {
  const isAgreement = saysAgreed(text);
  const isYes = isAgreement || saysYes(text) || saysSend(text);
  if (!isYes) return undefined;
  const [first] = pending;
  // "Gửi câu hỏi này cho cán bộ?"
  if (first?.key.startsWith('ask:send') && pending.length === 2) return [first.key];
  // "Gửi phiếu: Tập huấn quản lý" stands first: that is agreed to by more than a nod.
  const isMore = isAgreement || /(?:^| )(?:dong y|dung|dang ky|gui)(?: |$)/.test(foldPhrase(text));
  const offered = pending.filter(({ key }) => key.startsWith('register:need:'));
  if (first !== undefined && offered[0] === first && offered.length === 1 && isMore) return [first.key];
  if (paused !== undefined && !isThanks(text)) return ['menu:resume'];
  // Also who refused the consent just before, and thinks better of it.
  const refused = first?.key === 'officer:start' ? pending[1] : first;
  if (isAgreement) return ['register:resume', refused?.key === 'register:start' ? refused.key : 'menu:show'];
  return saysSend(text) ? ['register:resume'] : undefined;
}

/** "Ừ cho vào", "không", right under the question whether somebody may come in: that is answered, whatever else is open. */
export function findDecision(pending: ConversationState['pending'], text: string): string | undefined {
  const [yes, no] = pending;
  if (yes?.key.startsWith('members:yes:') !== true || no?.key.startsWith('members:no:') !== true) return undefined;
  const typed = foldPhrase(text);
  if (/^(?:(?:thoi|da|a) )*(?:khong|ko|k|dung)(?: (?:dong y|cho|cho vao|duoc|a|nhe|em))*$/.test(typed)) return no.key;
  const isIn =
    /^(?:(?:u|uh|da|vang|ok|duoc|dong y) )*cho (?:vao|no vao|chau vao|con vao|em vao)(?: (?:di|nhe|a))*$/.test(typed);
  return isIn || saysAgreed(text.replace(/^(?:ừ|u|dạ|da|vâng|vang)[ ,]+/i, '')) || saysYes(text) ? yes.key : undefined;
}

/** "Ok", "vâng" end a talk as often as they agree. */
function isThanks(text: string): boolean {
  return /^(?:ok|oke|okie|vang|da|da vang|u|uh|um|uhm|co)(?: |$)/.test(foldPhrase(text));
}

/**
 * "dung" without marks is "đúng" and "dừng". Where a yes can be given, which of both is meant is asked; where something was just
 * noted, see `mayAgreeWithNoted`; elsewhere it is "dừng".
 */
export function askWhichDung({ conversation, words }: Turn, text: string): Reply | undefined {
  if (!isBareDung(text)) return undefined;
  const yes = conversation.pending.find(
    ({ key, label }) => key.endsWith(`:${SUBMIT}`) || foldPhrase(label).startsWith('dung '),
  );
  if (yes === undefined) return undefined;
  return {
    paragraphs: [words.t('conversation:whichDung')],
    choices: [yes, { key: 'menu:pause', label: words.t('conversation:cancel.pause') }],
  };
}

/**
 * Right under "Đã ghi: …" a "dung" is rather "đúng": who meant it is asked on, who meant "dừng" is told how, and loses nothing.
 * Said once more it stops, since then nothing was noted.
 */
export function mayAgreeWithNoted({ conversation, words }: Turn, text: string): boolean {
  if (!isBareDung(text)) return false;
  const [noted = ''] = words.t('register:noted', { answer: MARK }).split(MARK);
  return conversation.lastReply?.paragraphs.some((paragraph) => paragraph.startsWith(noted)) === true;
}

const MARK = '\u0000';
