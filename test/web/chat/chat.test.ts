import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ChatMessage, HistoryPage, ProblemCode } from '../../../bot/channels/web-chat/protocol.ts';
import { type Chat, createChat } from '../../../web/chat/logic/chat.ts';
import type { Outgoing } from '../../../web/chat/logic/chat-state.ts';
import type { EventStream } from '../../../web/chat/logic/live.ts';
import type { Outbox } from '../../../web/chat/logic/outbox.ts';
import type { Answer, Server } from '../../../web/chat/logic/server.ts';

const START = '00000000000000-0-0000000000';
const ok: Answer<unknown> = { kind: 'ok', value: {} };
const refused = (code: ProblemCode, retryAfterMs?: number): Answer<never> => ({ kind: 'problem', code, retryAfterMs });
const away = (retryAfterMs?: number): Answer<never> => ({ kind: 'away', retryAfterMs });
const offline: Answer<never> = { kind: 'offline' };

/** A server at the other end of the line that answers by a script, and a line whose stream is moved by hand. */
function world(options: { kept?: Outgoing[]; withStream?: boolean } = {}) {
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

const message = (at: number, change: Partial<ChatMessage> = {}): ChatMessage => ({
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
const page = (messages: ChatMessage[], change: Partial<HistoryPage> = {}): HistoryPage => ({
  messages,
  cursor: messages.at(-1)?.position ?? START,
  answering: false,
  more: false,
  ...change,
});
const states = (chat: Chat) => chat.store.get().outgoing.map(({ state, problem }) => problem ?? state);

describe('the conversation as the page knows it', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());
  const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

  describe('sending', () => {
    it('opens a session before the first message, and never again', async () => {
      const { chat, sent, calls } = world();
      await chat.start();
      await pass(0);
      chat.say('một');
      chat.say('hai');
      await pass(0);
      expect(sent).toEqual(['một', 'hai']);
      expect(calls.session).toBe(1);
    });

    it('opens a new session when the old one is gone, and the message arrives', async () => {
      const { chat, sent, calls, script } = world();
      chat.store.set({ hasSession: true });
      script.push(refused('session.missing'));
      chat.say('một');
      await pass(0);
      expect(sent).toEqual(['một']);
      expect(calls.session).toBe(1);
    });

    it('tries again for as long as the line is bad, with growing waits and in order', async () => {
      const { chat, sent, script } = world();
      script.push(...Array.from({ length: 8 }, () => offline));
      chat.say('một');
      chat.say('hai');
      await pass(500);
      expect(states(chat)).toEqual(['waiting', 'waiting']);
      expect(chat.store.get().connection).toBe('offline');
      await pass(5 * 60_000);
      expect(sent).toEqual(['một', 'hai']);
      expect(chat.store.get().connection).toBe('online');
    });

    it('tries again at once when the line comes back', async () => {
      const { chat, sent, script } = world();
      script.push(offline, offline, offline, offline);
      chat.say('một');
      for (let index = 0; index < 4; index += 1) {
        chat.wake();
        await pass(0);
      }
      expect(sent).toEqual(['một']);
    });

    it('waits as long as the server asks when it was too fast, even if somebody wakes it', async () => {
      const { chat, sent, script } = world();
      script.push(refused('message.too-many', 9000));
      chat.say('một');
      await pass(8000);
      chat.wake();
      await pass(0);
      expect(chat.store.get().pauseCode).toBe('message.too-many');
      expect(sent).toEqual([]);
      await pass(1000);
      expect(sent).toEqual(['một']);
      expect(chat.store.get().pausedUntil).toBeUndefined();
    });

    it('sets aside what will never be taken, says why, and goes on with the next', async () => {
      const { chat, sent, script } = world();
      script.push(refused('photo.heic'));
      chat.sendPhotos([]);
      chat.say('hai');
      await pass(0);
      expect(sent).toEqual(['hai']);
      expect(states(chat)).toEqual(['photo.heic', 'sent']);
    });

    it('a message on which the server fails six times does not hold up those behind it, and can be sent again', async () => {
      const { chat, sent, script } = world();
      script.push(...Array.from({ length: 6 }, () => away()));
      chat.say('một');
      chat.say('hai');
      await pass(5 * 60_000);
      expect(sent).toEqual(['hai']);
      expect(states(chat)[0]).toBe('server.failed');
      const [first] = chat.store.get().outgoing;
      chat.retry(first?.id ?? '');
      await pass(0);
      expect(sent).toEqual(['hai', 'một']);
    });

    it('a database that is away for a day is nobody’s fault: nothing is set aside', async () => {
      const { chat, sent, script } = world();
      script.push(...Array.from({ length: 200 }, () => away(3000)));
      chat.say('một');
      await pass(24 * 3600_000);
      expect(sent).toEqual(['một']);
    });

    it('sends what an earlier page left behind before what is typed now', async () => {
      const left: Outgoing = { id: 'x', madeAt: 0, body: { kind: 'text', text: 'để lại' }, state: 'sending' };
      const { chat, sent, kept, script } = world({ kept: [left] });
      script.push(offline);
      const starting = chat.start();
      await starting;
      chat.say('mới');
      await pass(60_000);
      expect(sent).toEqual(['để lại', 'mới']);
      expect(kept.size).toBe(0);
    });

    it('an answer that was pushed before the acknowledgement leaves no typing mark behind', async () => {
      const { chat, server } = world();
      const send = server.send;
      server.send = async (item, onProgress) => {
        const answer = await send(item, onProgress);
        const echo = message(1, { id: item.id, from: 'person', seen: true });
        chat.store.set({ messages: [echo, message(2)], outgoing: [], isAnswering: false });
        return answer;
      };
      chat.say('một');
      await pass(0);
      expect(chat.store.get().isAnswering).toBe(false);
    });
  });

  describe('staying up to date', () => {
    const opened = async (withStream = true) => {
      const all = world({ withStream });
      all.calls.session = 1;
      all.history.messages = [message(1)];
      all.history.cursor = message(1).position;
      await all.chat.start();
      await pass(0);
      return all;
    };
    const texts = (chat: Chat) => chat.store.get().messages.map(({ text }) => text);

    it('opens with the latest and follows the stream from there', async () => {
      const { chat, streams, calls } = await opened();
      expect(texts(chat)).toEqual(['lúc 1']);
      expect(streams.map(({ after }) => after)).toEqual([message(1).position]);
      streams[0]?.emit('sync', page([message(2)]));
      expect(texts(chat)).toEqual(['lúc 1', 'lúc 2']);
      expect(calls.seen).toEqual(['m1', 'm2']);
    });

    it('shows a message once, and in its place, however often and late it comes', async () => {
      const { chat, streams } = await opened();
      streams[0]?.emit('sync', page([message(5)]));
      streams[0]?.emit('sync', page([message(3), message(5)]));
      expect(texts(chat)).toEqual(['lúc 1', 'lúc 3', 'lúc 5']);
      expect(chat.store.get().cursor).toBe(message(5).position);
    });

    it('asks for what it missed when the stream breaks, then opens another from the new position', async () => {
      const { chat, streams, history, calls } = await opened();
      streams[0]?.emit('sync', page([]));
      history.messages = [message(7)];
      history.cursor = message(7).position;
      streams[0]?.emit('error');
      await pass(0);
      expect(texts(chat)).toEqual(['lúc 1', 'lúc 7']);
      expect(calls.history).toBe(1);
      await pass(3000);
      expect(streams.map(({ after }) => after)).toEqual([message(1).position, message(7).position]);
    });

    it('asks from time to time where there are no streams, sooner while an answer is awaited', async () => {
      const { chat, calls } = await opened(false);
      await pass(10 * 60_000);
      expect(calls.history).toBeGreaterThan(15);
      expect(calls.history).toBeLessThan(60);
      const before = calls.history;
      chat.store.set({ isAnswering: true });
      await pass(60_000);
      expect(calls.history - before).toBeLessThanOrEqual(4);
    });

    it('gives up a stream that a proxy holds back, and asks instead', async () => {
      const { streams, calls } = await opened();
      await pass(7999);
      expect(calls.history).toBe(0);
      await pass(1);
      expect(streams[0]?.isClosed).toBe(true);
      expect(calls.history).toBe(1);
    });

    it('notices a stream that has died in silence', async () => {
      const { streams } = await opened();
      streams[0]?.emit('sync', page([]));
      await pass(20_000);
      streams[0]?.emit('beat');
      await pass(44_999);
      expect(streams[0]?.isClosed).toBe(false);
      await pass(1);
      expect(streams[0]?.isClosed).toBe(true);
    });

    it('looks at once when the page is shown again after a long sleep', async () => {
      const { chat, streams } = await opened();
      streams[0]?.emit('sync', page([]));
      await pass(30_000);
      chat.wake();
      await pass(0);
      expect(streams[0]?.isClosed).toBe(true);
    });

    it('starts afresh when the session is gone, as after all data were deleted', async () => {
      const { chat, server, streams, calls } = await opened();
      server.history = async () => refused('session.missing');
      calls.session = 0;
      streams[0]?.emit('error');
      await pass(0);
      expect(chat.store.get().cursor).toBeUndefined();
      chat.wake();
      await pass(0);
      expect(texts(chat)).toEqual([]);
    });
  });
});
