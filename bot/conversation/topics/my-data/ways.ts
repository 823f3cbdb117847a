import * as z from 'zod';
import type { Choice } from '../../../channels/channel.ts';
import type { Reply, Turn } from '../../topic.ts';

/** What "Dữ liệu của tôi" waits for while it is open. */
export type MyDataState = 'confirm-delete' | 'say-correct' | 'say-restrict' | 'say-object';

/** Opens it; what was open is set aside and goes on afterwards. */
export function openMyData({ conversation }: Turn, state: MyDataState): void {
  if (conversation.open?.topic !== 'my-data') conversation.paused = conversation.open ?? conversation.paused;
  conversation.open = { topic: 'my-data', state };
}

const consentAsked = z.object({ step: z.literal('consent') });

/**
 * A question for consent that is no longer the last thing said goes aside, to be asked in full again: "đồng ý" under a page
 * about one's data must not be a yes to keeping more of it.
 */
export function setConsentAside({ conversation }: Turn): void {
  const { open } = conversation;
  if (open === undefined || !consentAsked.safeParse(open.state).success) return;
  conversation.paused = open;
  conversation.open = undefined;
}

export function closeMyData({ conversation }: Turn): void {
  if (conversation.open?.topic === 'my-data') conversation.open = undefined;
}

/** Back to what was set aside, or to the menu. */
export function wayBack({ conversation, words }: Turn): Choice {
  return conversation.paused === undefined
    ? { key: 'menu:show', label: words.t('common:backToMenu') }
    : { key: 'menu:resume', label: words.t('conversation:menu.resume') };
}

/** Nothing is done, and nothing waits any more. */
export function leaveAsItIs(turn: Turn): Reply {
  closeMyData(turn);
  return { paragraphs: [turn.words.t('my-data:kept')], choices: [wayBack(turn)] };
}
