import type { HistoryPage } from '../../../bot/channels/web-chat/protocol.ts';
import { createBackoff } from './backoff.ts';
import type { Answer } from './server.ts';
import { createWakeUp } from './wake-up.ts';

/** Server-sent events as the browser has them, or as a test makes them. */
export type EventStream = {
  addEventListener: (type: string, listener: (event: Event) => void) => void;
  close: () => void;
};

export type Live = {
  /** Connects, or looks again at once: the page was shown, the line is back, something was sent. */
  wake: () => void;
};

/** The first `sync` comes at once; a proxy that holds events back shows by its missing. */
const OPENING_MS = 8_000;
/** Two beats of the server and a little. */
const SILENCE_MS = 45_000;
const AWAITED_MS = 1_500;
/** The longest that a timer can wait: until somebody wakes it. */
const UNTIL_WOKEN_MS = 2 ** 31 - 1;

/**
 * Keeps the page up to date: by an event stream, and while there is none by asking from time to time. Each new stream
 * and each question names the last position that is known, so what was missed comes first.
 */
export function createLive(options: {
  openStream: (after: string) => EventStream | undefined;
  /** Asks once. Undefined when nothing can come, because this browser has not written yet. */
  pull: () => Promise<Answer<HistoryPage> | undefined>;
  position: () => string | undefined;
  onNews: (page: HistoryPage) => void;
  onLine: (line: 'online' | 'offline' | 'away') => void;
  isAwaited: () => boolean;
}): Live {
  const { openStream, pull, position, onNews, onLine, isAwaited } = options;
  const backoff = createBackoff({ firstMs: 2000, lastMs: 30_000 });
  const wakeUp = createWakeUp();
  let isRunning = false;
  let endStream: (() => void) | undefined;
  let lastHeard = 0;

  /** Resolves when the stream has ended; true when it had worked. */
  const stream = (after: string): Promise<boolean> =>
    new Promise((resolve) => {
      const source = openStream(after);
      if (source === undefined) return resolve(false);
      let worked = false;
      let timer = setTimeout(() => end(), OPENING_MS);
      const end = (): void => {
        clearTimeout(timer);
        endStream = undefined;
        source.close();
        resolve(worked);
      };
      const heard = (): void => {
        worked = true;
        lastHeard = Date.now();
        clearTimeout(timer);
        timer = setTimeout(end, SILENCE_MS);
        onLine('online');
      };
      endStream = end;
      source.addEventListener('sync', (event) => {
        heard();
        // Our own server's answer; its form is that of protocol.ts.
        if (event instanceof MessageEvent) onNews(JSON.parse(event.data) as HistoryPage);
      });
      source.addEventListener('beat', heard);
      // The browser would try again by itself, but at its own pace and with an old position.
      source.addEventListener('error', end);
    });

  const ask = async (): Promise<'again' | 'wait' | 'idle'> => {
    const before = position();
    const answer = await pull();
    if (answer === undefined) return 'idle';
    if (answer.kind === 'offline' || answer.kind === 'away') onLine(answer.kind);
    if (answer.kind !== 'ok') return 'wait';
    onLine('online');
    onNews(answer.value);
    // Opened just now, or there is more than one page of what was missed.
    return before === undefined || answer.value.more ? 'again' : 'wait';
  };

  const run = async (): Promise<never> => {
    for (;;) {
      const after = position();
      if (after !== undefined && (await stream(after))) backoff.reset();
      const next = await ask();
      if (next === 'idle') await wakeUp.wait(UNTIL_WOKEN_MS);
      if (next === 'wait') await wakeUp.wait(isAwaited() ? AWAITED_MS : backoff.next());
    }
  };

  return {
    wake: () => {
      // A phone that slept may hold a stream that is dead without knowing it.
      if (Date.now() - lastHeard > SILENCE_MS / 2) endStream?.();
      backoff.reset();
      wakeUp.now();
      if (isRunning) return;
      isRunning = true;
      void run();
    },
  };
}
