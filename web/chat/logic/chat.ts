import type { HistoryPage } from '../../../bot/channels/web-chat/protocol.ts';
import {
  type ChatState,
  changeOutgoing,
  emptyChat,
  merge,
  type Outgoing,
  type OutgoingBody,
  type OutgoingPhoto,
  unconfirmed,
} from './chat-state.ts';
import type { Remembered } from './last-shown.ts';
import { createLive, type EventStream } from './live.ts';
import { makeMessageId } from './message-id.ts';
import type { Outbox } from './outbox.ts';
import { createOutgoingSender } from './send-outgoing.ts';
import type { Answer, Server } from './server.ts';
import { createStore, type Store } from './store.ts';

export type Chat = {
  store: Store<ChatState>;
  start: () => Promise<void>;
  say: (text: string) => void;
  choose: (choice: { key: string; label: string }) => void;
  sendPhotos: (photos: OutgoingPhoto[]) => void;
  /** A photo that could not even be opened here: shown as refused, with the reason. */
  refusePhoto: (problem: Outgoing['problem']) => void;
  retry: (id: string) => void;
  discard: (id: string) => void;
  loadOlder: () => Promise<void>;
  /** The line came back, or the page is looked at again. */
  wake: () => void;
  lineLost: () => void;
};

export type ChatOptions = {
  server: Server;
  outbox: Outbox;
  openStream: (after: string) => EventStream | undefined;
  /** What this browser last showed, so that something is there before the server answers. */
  remembered: Remembered;
  now: () => number;
};

/** The conversation as the page knows it, and everything that can be done in it. Nothing here touches the screen. */
export function createChat({ server, outbox, openStream, remembered, now }: ChatOptions): Chat {
  const store = createStore<ChatState>({ ...emptyChat, ...remembered });

  const take = (page: HistoryPage, kind: 'latest' | 'newer' | 'older'): void => {
    const before = store.get().outgoing;
    store.set((state) => merge(state, page, kind));
    const left = new Set(store.get().outgoing.map(({ id }) => id));
    for (const { id } of before) if (!left.has(id)) void outbox.remove(id);
    const ids = unconfirmed(page);
    // When this is lost they come again, and are confirmed then.
    if (ids.length > 0) void server.seen(ids);
  };

  const open = async (): Promise<Answer<HistoryPage> | undefined> => {
    const answer = await server.start();
    if (answer.kind !== 'ok') return answer;
    const { centre, history } = answer.value;
    store.set({ centre, phase: 'ready', hasSession: history !== undefined });
    if (history === undefined) store.set({ messages: [], hasOlder: false });
    return history === undefined ? undefined : { kind: 'ok', value: history };
  };

  const live = createLive({
    openStream,
    position: () => store.get().cursor,
    pull: async () => {
      const { cursor } = store.get();
      if (cursor === undefined) return open();
      const answer = await server.history({ after: cursor });
      // The session is gone, as after the person had their data deleted: begin as a new browser does.
      if (answer.kind !== 'problem' || answer.code !== 'session.missing') return answer;
      store.set({ cursor: undefined });
      return undefined;
    },
    onNews: (page) => take(page, store.get().cursor === undefined ? 'latest' : 'newer'),
    onLine: (connection) => {
      if (store.get().connection !== connection) store.set({ connection });
      if (connection === 'online') sender.wake();
    },
    isAwaited: () => store.get().isAnswering,
  });

  const sender = createOutgoingSender({ store, outbox, server, now, onSent: live.wake });

  const add = (body: OutgoingBody): void => {
    const item: Outgoing = { id: makeMessageId(), madeAt: now(), body, state: 'waiting' };
    store.set((state) => ({ outgoing: [...state.outgoing, item] }));
    void outbox.put(item);
    sender.wake();
  };

  return {
    store,
    start: async () => {
      live.wake();
      const kept = await outbox.all();
      // What was typed while the store was still being read comes after what was kept.
      store.set(({ outgoing }) => {
        const known = new Set(outgoing.map(({ id }) => id));
        return { outgoing: [...kept.filter(({ id }) => !known.has(id)), ...outgoing] };
      });
      sender.wake();
    },
    say: (text) => add({ kind: 'text', text }),
    choose: ({ key, label }) => add({ kind: 'choice', key, label }),
    sendPhotos: (photos) => add({ kind: 'photos', photos }),
    refusePhoto: (problem) => {
      const body: OutgoingBody = { kind: 'photos', photos: [] };
      const item: Outgoing = { id: makeMessageId(), madeAt: now(), body, state: 'refused', problem };
      store.set((state) => ({ outgoing: [...state.outgoing, item] }));
    },
    retry: (id) => {
      store.set((state) => changeOutgoing(state, id, { state: 'waiting', problem: undefined }));
      sender.wake();
    },
    discard: (id) => {
      store.set((state) => ({ outgoing: state.outgoing.filter((item) => item.id !== id) }));
      void outbox.remove(id);
    },
    loadOlder: async () => {
      const first = store.get().messages[0];
      if (first === undefined) return;
      const answer = await server.history({ before: first.position });
      if (answer.kind === 'ok') take(answer.value, 'older');
    },
    wake: () => {
      sender.wake();
      live.wake();
    },
    lineLost: () => store.set({ connection: 'offline' }),
  };
}
