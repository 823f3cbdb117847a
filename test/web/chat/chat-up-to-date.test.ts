import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Chat } from '../../../web/chat/logic/chat.ts';
import { message, page, refused, world } from './chat-world.ts';

describe('the conversation as the page knows it', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());
  const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

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
