import type { ChatMessage, HistoryPage, ProblemCode } from '../../../bot/channels/web-chat/protocol.ts';
import { type Chat, createChat } from '../../../web/chat/logic/chat.ts';
import type { Outgoing } from '../../../web/chat/logic/chat-state.ts';
import type { EventStream } from '../../../web/chat/logic/live.ts';
import type { Outbox } from '../../../web/chat/logic/outbox.ts';
import type { Answer, Server } from '../../../web/chat/logic/server.ts';

const START = '00000000000000-0-0000000000';
const ok: Answer<unknown> = { kind: 'ok', value: {} };
export const refused = (code: ProblemCode, retryAfterMs?: number): Answer<never> => ({
  kind: 'problem',
  code,
  retryAfterMs,
});
export const away = (retryAfterMs?: number): Answer<never> => ({ kind: 'away', retryAfterMs });
export const offline: Answer<never> = { kind: 'offline' };

/** A server at the other end of the line that answers by a script, and a line whose stream is moved by hand. */
export function world(options: { kept?: Outgoing[]; withStream?: boolean } = {}) {
  const sent: string[] = [];
  const script: Answer<unknown>[] = [];
  const history: HistoryPage = { messages: [], cursor: START, answering: false, more: false };
  const calls = { start: 0, history: 0, session: 0, seen: [] as string[] };
  const streams: { after: string; emit: (type: string, data?: HistoryPage) => void; isClosed: boolean }[] = [];
  const kept = new Map((options.kept ?? []).map((item) => [item.id, item]));
  const outbox: Outbox = {
    all: async () => [...kept.values()],
    put: async (item) => void kept.set(item.id, item),
    remove: async (id) => void kept.delete(id),
  };
  const server: Server = {
    start: async () => {
      calls.start += 1;
      const centre = { name: 'Trung tâm', isSample: false };
      return { kind: 'ok', value: calls.session === 0 ? { centre } : { centre, history: { ...history } } };
    },
    openSession: async () => {
      calls.session += 1;
      return ok;
    },
    send: async ({ body }) => {
      const answer = script.shift() ?? ok;
      if (answer.kind === 'ok') sent.push(body.kind === 'text' ? body.text : body.kind);
      return answer;
    },
    history: async () => {
      calls.history += 1;
      const page = { ...history };
      history.messages = [];
      return { kind: 'ok', value: page };
    },
    seen: async (ids) => {
      calls.seen.push(...ids);
      return ok;
    },
  };
  const openStream = (after: string): EventStream | undefined => {
    if (options.withStream === false) return undefined;
    const target = new EventTarget();
    const stream = {
      after,
      isClosed: false,
      emit: (type: string, data?: HistoryPage) =>
        void target.dispatchEvent(new MessageEvent(type, { data: JSON.stringify(data) })),
    };
    streams.push(stream);
    return {
      addEventListener: target.addEventListener.bind(target),
      close: () => {
        stream.isClosed = true;
      },
    };
  };
  const chat = createChat({
    ...{ server, outbox, openStream, now: Date.now },
    remembered: { centre: undefined, messages: [] },
  });
  return { chat, server, sent, script, history, calls, streams, kept };
}

export const message = (at: number, change: Partial<ChatMessage> = {}): ChatMessage => ({
  id: `m${at}`,
  position: `${String(at).padStart(14, '0')}-1-0000000001`,
  at: new Date(at).toISOString(),
  from: 'assistant',
  text: `lúc ${at}`,
  choices: [],
  photos: [],
  seen: false,
  ...change,
});
export const page = (messages: ChatMessage[], change: Partial<HistoryPage> = {}): HistoryPage => ({
  messages,
  cursor: messages.at(-1)?.position ?? START,
  answering: false,
  more: false,
  ...change,
});
export const states = (chat: Chat) => chat.store.get().outgoing.map(({ state, problem }) => problem ?? state);
