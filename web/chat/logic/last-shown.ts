import type { ChatMessage } from '../../../bot/channels/web-chat/protocol.ts';
import type { ChatState } from './chat-state.ts';
import type { Store } from './store.ts';

export type Remembered = Pick<ChatState, 'centre' | 'messages'>;

const KEY = 'last-shown';
const MESSAGES = 40;
const WRITE_AFTER_MS = 500;

/**
 * What this browser showed last: on a weak line, or without one, the page opens with it at once. The server's answer
 * takes its place. Some private windows refuse their store; the page works without it.
 */
export function recallLastShown(storage: Storage | undefined): Remembered {
  const nothing = { centre: undefined, messages: [] };
  try {
    const text = storage?.getItem(KEY);
    if (text === null || text === undefined) return nothing;
    const { centre, messages }: Remembered = JSON.parse(text);
    return Array.isArray(messages) ? { centre, messages } : nothing;
  } catch {
    return nothing;
  }
}

/** Keeps the last messages as they change. Who had their data deleted has none left here either. */
export function rememberLastShown(storage: Storage | undefined, store: Store<ChatState>): void {
  let written: ChatMessage[] | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const write = (): void => {
    timer = undefined;
    const { centre, messages, phase } = store.get();
    if (phase !== 'ready' || messages === written) return;
    written = messages;
    try {
      storage?.setItem(KEY, JSON.stringify({ centre, messages: messages.slice(-MESSAGES) } satisfies Remembered));
    } catch {
      // Full or refused: the next opening waits for the server instead.
    }
  };
  store.subscribe(() => {
    if (timer === undefined) timer = setTimeout(write, WRITE_AFTER_MS);
  });
}
