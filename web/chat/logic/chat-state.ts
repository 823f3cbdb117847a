import type { ChatMessage, HistoryPage, ProblemCode, StartAnswer } from '../../../bot/channels/web-chat/protocol.ts';

/** What the person wants to say, on its way. The id is made here, so that sending it twice is saying it once. */
export type Outgoing = {
  id: string;
  madeAt: number;
  body: OutgoingBody;
  state: 'waiting' | 'sending' | 'sent' | 'refused';
  problem?: ProblemCode;
  /** Of an upload, 0 to 1. */
  progress?: number;
};

export type OutgoingBody =
  | { kind: 'text'; text: string }
  | { kind: 'choice'; key: string; label: string }
  | { kind: 'photos'; photos: OutgoingPhoto[] };

export type OutgoingPhoto = { bytes: ArrayBuffer; mediaType: string; width: number; height: number };

export type Connection = 'online' | 'offline' | 'away';

export type ChatState = {
  phase: 'opening' | 'ready';
  /** False when the server said that this browser has not written yet. */
  hasSession: boolean | undefined;
  centre: StartAnswer['centre'] | undefined;
  /** In order, each once. */
  messages: ChatMessage[];
  /** In the order in which they were made; those sent stay until the history has them. */
  outgoing: Outgoing[];
  /** The last position that is known. */
  cursor: string | undefined;
  hasOlder: boolean;
  isAnswering: boolean;
  connection: Connection;
  /** Sending goes on at this instant: it was too fast. */
  pausedUntil: number | undefined;
  pauseCode: ProblemCode | undefined;
};

export const emptyChat: ChatState = {
  phase: 'opening',
  hasSession: undefined,
  centre: undefined,
  messages: [],
  outgoing: [],
  cursor: undefined,
  hasOlder: false,
  isAnswering: false,
  connection: 'online',
  pausedUntil: undefined,
  pauseCode: undefined,
};

/** Adds what the server told. What is known already is replaced, so that the same page may come twice. */
export function merge(state: ChatState, page: HistoryPage, kind: 'latest' | 'newer' | 'older'): Partial<ChatState> {
  // The latest page may not reach back to what this browser remembered, so it takes the place of all.
  const known = kind === 'latest' ? [] : state.messages;
  const byId = new Map(known.map((message) => [message.id, message]));
  for (const message of page.messages) byId.set(message.id, message);
  const messages = [...byId.values()].sort((a, b) => (a.position < b.position ? -1 : 1));
  const outgoing = state.outgoing.filter(({ id }) => !byId.has(id));
  const common = { messages, outgoing };
  if (kind === 'older') return { ...common, hasOlder: page.more };
  const cursor = state.cursor === undefined || page.cursor > state.cursor ? page.cursor : state.cursor;
  const latest = kind === 'latest' ? { hasOlder: page.more, phase: 'ready' as const } : {};
  return { ...common, ...latest, cursor, isAnswering: page.answering };
}

export function changeOutgoing(state: ChatState, id: string, change: Partial<Outgoing>): Partial<ChatState> {
  return { outgoing: state.outgoing.map((item) => (item.id === id ? { ...item, ...change } : item)) };
}

/** The messages that the server does not know yet to have arrived here. */
export function unconfirmed(page: HistoryPage): string[] {
  return page.messages.filter((message) => !message.seen).map((message) => message.id);
}
