import type { Reply, Topic, Turn } from './topic.ts';

/** Takes up what was set aside where the message surely answers it; undefined when it does not, and it rests on. */
export async function goOnWith(turn: Turn, topics: readonly Topic[]): Promise<Reply | undefined> {
  const { conversation, words } = turn;
  const { paused } = conversation;
  const topic = topics.find(({ name }) => name === paused?.topic);
  if (paused === undefined || (await topic?.goesOn?.(turn, paused)) !== true) return undefined;
  conversation.open = paused;
  conversation.paused = undefined;
  const reply = await topic?.carryOn?.(turn);
  if (reply === undefined) {
    conversation.open = undefined;
    conversation.paused = paused;
    return undefined;
  }
  return { ...reply, paragraphs: [words.t('conversation:goOn'), ...reply.paragraphs] };
}
