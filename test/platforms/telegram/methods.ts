import { z } from 'zod';
import { ok, type Reply, refuse } from './reply.ts';
import { readReplyMarkup } from './reply-markup.ts';
import type { Chat, FakeState, Json, ReceivedMessage, StoredFile } from './state.ts';

/*
 * The methods that a bot of ours calls, refusing what Telegram refuses (protocol notes: 1.3 polling, 1.5 limits,
 * 1.6 errors). Numbers may come as strings, as Telegram takes them.
 */

const CALLBACK_LIFE_MS = 150_000;
const MAX_TEXT = 4096;
const MAX_CAPTION = 1024;
const MAX_PHOTO_BYTES = 10 * 1024 * 1024;
const MAX_DOWNLOAD_BYTES = 20 * 1024 * 1024;

const chatId = z.coerce.number().int();

const sendMessage = z.object({ chat_id: chatId, text: z.string(), parse_mode: z.string().optional() });
const markedUp = z.object({ reply_markup: z.unknown().optional() });

export type MethodOptions = {
  /** Refuse more than about one message a second to a chat and thirty a second in all. */
  enforcesRates: boolean;
  /** Messages to one chat that are tolerated at once before the limit of one a second bites. */
  chatBurst: number;
};

export function callMethod(state: FakeState, method: string, payload: unknown, options: MethodOptions): Reply {
  switch (method) {
    case 'getMe':
      return ok({ id: 1, is_bot: true, first_name: 'Khuyến công', username: state.username, can_join_groups: false });
    case 'sendMessage':
      return takeMessage(state, payload, options);
    case 'sendPhoto':
      return takePhoto(state, payload, options);
    case 'sendChatAction':
      return withChat(state, payload, () => ok(true));
    case 'answerCallbackQuery':
      return answerCallback(state, payload);
    case 'setWebhook':
      return setWebhook(state, payload);
    case 'deleteWebhook':
      state.webhook = undefined;
      return ok(true);
    case 'getWebhookInfo':
      return ok({
        url: state.webhook?.url ?? '',
        has_custom_certificate: false,
        pending_update_count: state.updates.length,
      });
    case 'setMyCommands':
      return setCommands(state, payload);
    case 'getFile':
      return getFile(state, payload);
    default:
      return refuse(404, 'Not Found: method not found');
  }
}

function withChat(state: FakeState, payload: unknown, work: (chat: Chat) => Reply): Reply {
  const parsed = z.object({ chat_id: chatId }).safeParse(payload);
  if (!parsed.success) return refuse(400, 'Bad Request: chat_id is empty');
  const chat = state.chats.get(parsed.data.chat_id);
  if (chat === undefined) return refuse(400, 'Bad Request: chat not found');
  if (chat.hasBlocked) return refuse(403, 'Forbidden: bot was blocked by the user');
  if (!chat.hasStarted) return refuse(403, "Forbidden: bot can't initiate conversation with a user");
  return work(chat);
}

function takeMessage(state: FakeState, payload: unknown, options: MethodOptions): Reply {
  return withChat(state, payload, (chat) => {
    const parsed = sendMessage.safeParse(payload);
    if (!parsed.success || parsed.data.text.trim() === '') return refuse(400, 'Bad Request: message text is empty');
    const { text } = parsed.data;
    if ([...text].length > MAX_TEXT || text.length > MAX_TEXT) return refuse(400, 'Bad Request: message is too long');
    return show(state, chat, { payload, options, shows: { text }, told: { text } });
  });
}

/** Puts a message into a chat, unless its markup is wrong or it comes too fast. */
function show(
  state: FakeState,
  chat: Chat,
  message: { payload: unknown; options: MethodOptions; shows: Pick<ReceivedMessage, 'text' | 'photo'>; told: Json },
): Reply {
  const { payload, options, shows, told } = message;
  const shown = readReplyMarkup(markedUp.parse(payload).reply_markup, chat);
  if (typeof shown === 'string') return refuse(400, `Bad Request: ${shown}`);
  if (options.enforcesRates) {
    const wait = secondsToWait(state, chat, options.chatBurst);
    if (wait > 0) return refuse(429, `Too Many Requests: retry after ${wait}`, { retry_after: wait });
  }
  chat.sentAt.push(state.now());
  const received: ReceivedMessage = { message_id: state.nextMessageId++, ...shows, ...shown };
  chat.received.push(received);
  return ok({
    message_id: received.message_id,
    date: Math.floor(state.now() / 1000),
    chat: { id: chat.id, type: chat.type, first_name: chat.firstName },
    ...told,
  });
}

const sendPhoto = z.object({
  chat_id: chatId,
  photo: z.union([z.string(), z.instanceof(Uint8Array)]),
  caption: z.string().default(''),
});

/** A file that is uploaded is kept under a name; a name that was never given is refused. Addresses are not played. */
function takePhoto(state: FakeState, payload: unknown, options: MethodOptions): Reply {
  return withChat(state, payload, (chat) => {
    const parsed = sendPhoto.safeParse(payload);
    if (!parsed.success) return refuse(400, 'Bad Request: there is no photo in the request');
    const { photo, caption } = parsed.data;
    if (caption.length > MAX_CAPTION) return refuse(400, 'Bad Request: message caption is too long');
    if (typeof photo !== 'string') {
      if (photo.length > MAX_PHOTO_BYTES) return refuse(413, 'Request Entity Too Large');
      if (photo[0] !== 0xff || photo[1] !== 0xd8) return refuse(400, 'Bad Request: IMAGE_PROCESS_FAILED');
    }
    const kept = typeof photo === 'string' ? state.files.get(photo) : keepFile(state, photo);
    if (kept === undefined) return refuse(400, 'Bad Request: wrong remote file identifier specified');
    const sizes = [{ file_id: `${kept.file_id}-small` }, { file_id: kept.file_id }];
    return show(state, chat, {
      ...{ payload, options, shows: { text: caption, photo: kept.file_id } },
      told: { photo: sizes, ...(caption !== '' && { caption }) },
    });
  });
}

function keepFile(state: FakeState, bytes: Uint8Array): StoredFile {
  const file_id = `photo-${state.files.size + 1}`;
  const kept = { file_id, file_path: `photos/${file_id}.jpg`, bytes, size: bytes.length };
  state.files.set(file_id, kept);
  return kept;
}

function secondsToWait(state: FakeState, chat: Chat, chatBurst: number): number {
  const now = state.now();
  const burstIsFullAt = chat.sentAt.reduce((fullAt, at) => Math.max(fullAt, at) + 1000, 0);
  const isTooFast = burstIsFullAt - (chatBurst - 1) * 1000 > now;
  const overall = [...state.chats.values()].flatMap((other) => other.sentAt).filter((at) => now - at < 1000).length;
  return isTooFast || overall >= 30 ? 1 : 0;
}

function answerCallback(state: FakeState, payload: unknown): Reply {
  const parsed = z.object({ callback_query_id: z.string(), text: z.string().max(200).optional() }).safeParse(payload);
  if (!parsed.success) return refuse(400, 'Bad Request: MESSAGE_TOO_LONG');
  const query = state.callbacks.get(parsed.data.callback_query_id);
  if (query === undefined || state.now() - query.at > CALLBACK_LIFE_MS) {
    return refuse(400, 'Bad Request: query is too old and response timeout expired or query ID is invalid');
  }
  query.answered = true;
  return ok(true);
}

function setWebhook(state: FakeState, payload: unknown): Reply {
  const parsed = z
    .object({
      url: z.string(),
      secret_token: z
        .string()
        .regex(/^[A-Za-z0-9_-]{1,256}$/)
        .optional(),
      allowed_updates: z.array(z.string()).optional(),
    })
    .safeParse(payload);
  if (!parsed.success) return refuse(400, 'Bad Request: secret token contains unallowed characters');
  const { url, secret_token: secret, allowed_updates: allowed } = parsed.data;
  if (url === '') {
    state.webhook = undefined;
    return ok(true);
  }
  // Telegram itself wants https on 443, 80, 88 or 8443; the fake also speaks to this machine, since it delivers for real.
  const { protocol, hostname } = new URL(url);
  if (protocol !== 'https:' && hostname !== '127.0.0.1') {
    return refuse(400, 'Bad Request: bad webhook: An HTTPS URL must be provided for webhook');
  }
  if (allowed !== undefined) state.allowed = allowed;
  state.webhook = { url, secret };
  return ok(true);
}

const commandList = z.object({
  commands: z
    .array(z.object({ command: z.string().regex(/^[a-z\d_]{1,32}$/), description: z.string().min(1).max(256) }))
    .max(100),
  language_code: z
    .string()
    .regex(/^[a-z]{2}$/)
    .optional(),
});

function setCommands(state: FakeState, payload: unknown): Reply {
  const parsed = commandList.safeParse(payload);
  if (!parsed.success) return refuse(400, 'Bad Request: BOT_COMMAND_INVALID');
  state.commands.push(parsed.data);
  return ok(true);
}

function getFile(state: FakeState, payload: unknown): Reply {
  const parsed = z.object({ file_id: z.string() }).safeParse(payload);
  const file = parsed.success ? state.files.get(parsed.data.file_id) : undefined;
  if (file === undefined) return refuse(400, 'Bad Request: wrong file_id or the file is temporarily unavailable');
  if (file.size > MAX_DOWNLOAD_BYTES) return refuse(400, 'Bad Request: file is too big');
  return ok({
    file_id: file.file_id,
    file_unique_id: `u${file.file_id}`,
    file_size: file.size,
    file_path: file.file_path,
  });
}
