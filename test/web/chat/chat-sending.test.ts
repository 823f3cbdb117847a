import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Outgoing } from '../../../web/chat/logic/chat-state.ts';
import { away, message, offline, refused, states, world } from './chat-world.ts';

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
});
