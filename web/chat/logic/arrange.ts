import type { ChatMessage } from '../../../bot/channels/web-chat/protocol.ts';
import type { ChatState, Outgoing } from './chat-state.ts';
import { dayOf } from './say-time.ts';

/** One row of the conversation on the screen, from the top. */
export type Row =
  | { kind: 'time'; key: string; at: number; isNewDay: boolean }
  | {
      kind: 'said';
      key: string;
      message: ChatMessage;
      /** Somebody else, or nobody for a while, spoke before. */
      isFirstOfGroup: boolean;
      /** Nothing has been said since, so its choices still count. */
      isLast: boolean;
    }
  | { kind: 'outgoing'; key: string; item: Outgoing };

/** After a silence as long as this the time is told again. */
const SILENCE_MS = 10 * 60_000;

export function arrange({ messages, outgoing }: Pick<ChatState, 'messages' | 'outgoing'>): Row[] {
  const rows: Row[] = [];
  let before: { at: number; from: ChatMessage['from'] } | undefined;

  const tellTime = (at: number): boolean => {
    const isNewDay = before === undefined || dayOf(at) !== dayOf(before.at);
    if (!isNewDay && before !== undefined && at - before.at < SILENCE_MS) return false;
    rows.push({ kind: 'time', key: `time-${at}`, at, isNewDay });
    return true;
  };

  const isUnanswered = outgoing.every(({ state }) => state === 'refused');
  messages.forEach((message, index) => {
    const at = Date.parse(message.at);
    const isFirstOfGroup = tellTime(at) || before?.from !== message.from;
    rows.push({
      kind: 'said',
      key: message.id,
      message,
      isFirstOfGroup,
      isLast: index === messages.length - 1 && isUnanswered,
    });
    before = { at, from: message.from };
  });
  for (const item of outgoing) {
    tellTime(item.madeAt);
    rows.push({ kind: 'outgoing', key: item.id, item });
    before = { at: Math.max(item.madeAt, before?.at ?? 0), from: 'person' };
  }
  return rows;
}
