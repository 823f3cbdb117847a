import * as z from 'zod';
import type { OpenActivity, Reply, Turn } from '../../topic.ts';

const schema = z.object({
  codeId: z.guid(),
  /** What was open before, and is open again afterwards. */
  returnTo: z.object({ topic: z.string(), state: z.unknown() }).optional(),
});

export type JoinState = { codeId: string; returnTo: OpenActivity | undefined };

/** The joining that waits for a yes or no. */
export function findJoin({ conversation }: Turn): JoinState | undefined {
  if (conversation.open?.topic !== 'link') return undefined;
  const parsed = schema.safeParse(conversation.open.state);
  return parsed.success ? { codeId: parsed.data.codeId, returnTo: parsed.data.returnTo } : undefined;
}

/** The question is answered: what was open before is open again. */
export function release(turn: Turn): void {
  const { conversation } = turn;
  if (conversation.open?.topic === 'link') conversation.open = findJoin(turn)?.returnTo;
}

export function askJoin(turn: Turn, codeId: string): Reply {
  const { conversation, words } = turn;
  const returnTo = conversation.open?.topic === 'link' ? findJoin(turn)?.returnTo : conversation.open;
  conversation.open = { topic: 'link', state: { codeId, returnTo } };
  return {
    paragraphs: [words.t('link:askJoin'), words.t('link:whatJoins'), words.t('link:onlyYours')],
    choices: [
      { key: 'link:join', label: words.t('link:join') },
      { key: 'link:keep', label: words.t('link:keep') },
    ],
  };
}

/** Nothing is joined; says why, and leads back. */
export function notNow(turn: Turn, paragraphs: string[]): Reply {
  release(turn);
  return { paragraphs, choices: [wayOn(turn)] };
}

/** To what is open or set aside, or to the menu. */
export function wayOn({ words, conversation }: Turn): { key: string; label: string } {
  return conversation.open === undefined && conversation.paused === undefined
    ? { key: 'menu:show', label: words.t('common:backToMenu') }
    : { key: 'menu:resume', label: words.t('conversation:menu.resume') };
}
