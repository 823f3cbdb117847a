import { randomInt } from 'node:crypto';

export type Json = Record<string, unknown>;

export type Update = { update_id: number } & Json;

/** A message as a person's phone shows it. */
export type ReceivedMessage = {
  message_id: number;
  /** Of a photo: its caption, empty without one. */
  text: string;
  /** The file that Telegram keeps. */
  photo?: string;
  /** Rows of inline buttons. */
  buttons: { text: string; callback_data: string }[][];
  /** The labels of a reply keyboard, `undefined` while none was sent, empty when it was removed. */
  keyboard: { text: string; request_contact?: boolean }[][] | undefined;
};

export type Chat = {
  id: number;
  type: 'private' | 'group';
  firstName: string;
  /** Pressed Start or wrote: before that the bot cannot begin. */
  hasStarted: boolean;
  hasBlocked: boolean;
  received: ReceivedMessage[];
  /** When the last messages to this chat were taken, for the limit of about one a second. */
  sentAt: number[];
};

export type CallbackQuery = { id: string; chatId: number; at: number; answered: boolean };

/** `size` is what Telegram says it is; a test may say more than it sends. */
export type StoredFile = { file_id: string; file_path: string; bytes: Uint8Array; size: number };

export type Webhook = { url: string; secret: string | undefined };

export type FakeState = {
  token: string;
  username: string;
  chats: Map<number, Chat>;
  updates: Update[];
  nextUpdateId: number;
  nextMessageId: number;
  webhook: Webhook | undefined;
  /** Kinds of updates asked for last, by polling or by setWebhook; empty means all the usual ones. */
  allowed: readonly string[];
  callbacks: Map<string, CallbackQuery>;
  files: Map<string, StoredFile>;
  commands: Json[];
  now: () => number;
};

export function createState(options: { token: string; now: () => number }): FakeState {
  return {
    token: options.token,
    username: 'thu_khuyencong_bot',
    chats: new Map(),
    updates: [],
    nextUpdateId: randomInt(1000, 900_000),
    nextMessageId: 1,
    webhook: undefined,
    allowed: [],
    callbacks: new Map(),
    files: new Map(),
    commands: [],
    now: options.now,
  };
}
