import type { ProblemCode } from '../../../bot/channels/web-chat/protocol.ts';
import { createBackoff } from './backoff.ts';
import { type ChatState, changeOutgoing, type Outgoing } from './chat-state.ts';
import type { Outbox } from './outbox.ts';
import type { Answer, Server } from './server.ts';
import type { Store } from './store.ts';
import { createWakeUp } from './wake-up.ts';

export type OutgoingSender = {
  /** Starts sending what waits; when it waits for the line, tries again now. */
  wake: () => void;
};

/** Sending later helps with these, and nothing else has to change. */
const PAUSES: readonly ProblemCode[] = ['message.too-many', 'photo.too-many', 'session.too-many', 'request.too-many'];
/** A message that the server fails on again and again does not hold up those behind it. */
const FAILURES_BEFORE_REFUSAL = 6;

/**
 * Sends what waits, one after another, in the order in which it was made. Nothing is given up for a bad line: the
 * same message goes again with the same id until it has arrived.
 */
export function createOutgoingSender(options: {
  store: Store<ChatState>;
  outbox: Outbox;
  server: Server;
  now: () => number;
  onSent: () => void;
}): OutgoingSender {
  const { store, outbox, server, now, onSent } = options;
  const backoff = createBackoff({ firstMs: 1000, lastMs: 30_000 });
  const wakeUp = createWakeUp();
  const failures = new Map<string, number>();
  let isRunning = false;

  const change = (id: string, what: Partial<Outgoing>): void => store.set((state) => changeOutgoing(state, id, what));
  const nextWaiting = (): Outgoing | undefined =>
    store.get().outgoing.find(({ state }) => state === 'waiting' || state === 'sending');

  const sendOne = async (item: Outgoing): Promise<Answer<unknown>> => {
    const onProgress = (progress: number): void => change(item.id, { progress });
    if (store.get().hasSession !== false) {
      const answer = await server.send(item, onProgress);
      if (answer.kind !== 'problem' || answer.code !== 'session.missing') return answer;
    }
    const session = await server.openSession();
    if (session.kind !== 'ok') return session;
    store.set({ hasSession: true });
    return server.send(item, onProgress);
  };

  const settle = async (item: Outgoing, answer: Answer<unknown>): Promise<void> => {
    if (answer.kind === 'ok') {
      backoff.reset();
      // The answer may have been pushed before this acknowledgement came; then the item is gone already.
      const isUnanswered = store.get().outgoing.some(({ id }) => id === item.id);
      change(item.id, { state: 'sent', progress: undefined, problem: undefined });
      store.set(isUnanswered ? { connection: 'online', isAnswering: true } : { connection: 'online' });
      await outbox.remove(item.id);
      onSent();
      return;
    }
    if (answer.kind === 'problem' && !PAUSES.includes(answer.code)) {
      change(item.id, { state: 'refused', problem: answer.code, progress: undefined });
      return;
    }
    change(item.id, { state: 'waiting', progress: undefined });
    if (answer.kind === 'away') {
      const failed = (failures.get(item.id) ?? 0) + 1;
      failures.set(item.id, failed);
      // 503 says how long to wait and is nobody's fault; only what has no such word may be the message's own.
      if (answer.retryAfterMs === undefined && failed >= FAILURES_BEFORE_REFUSAL) {
        change(item.id, { state: 'refused', problem: 'server.failed' });
        return;
      }
    }
    const asked = answer.kind === 'offline' ? 0 : (answer.retryAfterMs ?? 0);
    const waitMs = Math.max(asked, backoff.next());
    if (answer.kind === 'problem')
      store.set({ pausedUntil: now() + waitMs, pauseCode: answer.code, connection: 'online' });
    else store.set({ connection: answer.kind });
    await wakeUp.wait(waitMs);
    store.set({ pausedUntil: undefined, pauseCode: undefined });
  };

  const run = async (): Promise<void> => {
    for (let item = nextWaiting(); item !== undefined; item = nextWaiting()) {
      change(item.id, { state: 'sending' });
      await settle(item, await sendOne(item));
    }
  };

  return {
    wake: () => {
      // A pause that the server asked for is kept; a wait for the line is cut short.
      if (store.get().pausedUntil === undefined) wakeUp.now();
      if (isRunning) return;
      isRunning = true;
      void run().finally(() => {
        isRunning = false;
      });
    },
  };
}
