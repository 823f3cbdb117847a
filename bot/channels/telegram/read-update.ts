import * as z from 'zod';
import type { IgnoredReason, ReadUpdate } from '../inward/intake.ts';
import { plainText } from '../plain-text.ts';
import { readCommand } from './read-command.ts';

export type TelegramPhoto = { kind: 'photo'; fileId: string; caption: string; isFile?: boolean };

export type TelegramUpdate =
  | ReadUpdate<TelegramPhoto>
  /** The person blocked the bot, or let it in again. */
  | { kind: 'membership'; address: string; isBlocked: boolean };

/** What a bot may fetch of what people send; Telegram refuses more ("file is too big"). */
export const MAX_DOWNLOAD_BYTES = 20 * 1024 * 1024;

const text = z.string().transform(plainText);
const optionalText = text.optional().catch(undefined);
/** Telegram's ids are numbers of up to 52 bits; ours are strings. */
const id = z.union([z.int(), z.string().regex(/^-?\d{1,20}$/)]).transform(String);
const name = optionalText.transform((given) => given?.trim() || undefined);
const size = z.number().optional().catch(undefined);
const count = z.number().catch(0);

const person = z.object({ id, is_bot: z.boolean().catch(false), first_name: name, last_name: name });
const chat = z.object({ id, type: z.string().catch('private') });
const photoSize = z.object({ file_id: z.string(), width: count, height: count, file_size: size });
const file = z.object({ file_id: z.string(), mime_type: z.string().catch(''), file_size: size });
const contact = z.object({ phone_number: text, user_id: id.optional().catch(undefined) });
const present = z.unknown().optional();

const messageSchema = z.object({
  message_id: id,
  chat,
  from: person.optional().catch(undefined),
  text: optionalText,
  caption: optionalText,
  photo: z.array(photoSize).min(1).optional().catch(undefined),
  document: file.optional().catch(undefined),
  contact: contact.optional().catch(undefined),
  sticker: present,
  voice: present,
  video_note: present,
});
const tapSchema = z.object({
  id: z.string().regex(/^[\x21-\x7e]{1,100}$/),
  from: person,
  data: text.optional().catch(undefined),
  message: z.object({ chat }).optional().catch(undefined),
});
const membershipSchema = z.object({ chat, new_chat_member: z.object({ status: z.string() }) });
const updateSchema = z.object({
  update_id: z.int(),
  message: present,
  callback_query: present,
  my_chat_member: present,
});

/** What Telegram tells of a chat itself, in a message that nobody wrote. */
const SERVICE = [
  ...['pinned_message', 'message_auto_delete_timer_changed', 'write_access_allowed', 'migrate_to_chat_id'],
  ...['chat_background_set', 'new_chat_title', 'new_chat_photo', 'delete_chat_photo', 'users_shared', 'chat_shared'],
  ...['successful_payment', 'refunded_payment', 'proximity_alert_triggered', 'boost_added', 'group_chat_created'],
];

/** Reads an update of a poll or of a webhook. Never throws. */
export function readUpdate(given: unknown): TelegramUpdate {
  const parsed = updateSchema.safeParse(given);
  if (!parsed.success) return ignored('malformed');
  const { message, callback_query: tap, my_chat_member: membership } = parsed.data;
  if (message !== undefined) return readMessage(message);
  if (tap !== undefined) return readTap(tap);
  if (membership !== undefined) return readMembership(membership);
  // Edited messages, channels, polls: nothing that anybody waits to be answered.
  const event = Object.keys(typeof given === 'object' && given !== null ? given : {}).find(
    (key) => key !== 'update_id',
  );
  return ignored('no-message', event);
}

const ignored = (reason: IgnoredReason, event?: string): TelegramUpdate => ({
  kind: 'ignored',
  reason,
  event: event?.replace(/\W/g, '?').slice(0, 60),
});

function readMessage(given: unknown): TelegramUpdate {
  const parsed = messageSchema.safeParse(given);
  if (!parsed.success) return ignored('malformed', 'message');
  const { chat: in_, from, message_id: messageId } = parsed.data;
  if (in_.type !== 'private') return ignored('group', 'message');
  if (from?.is_bot) return ignored('bot', 'message');
  const service = SERVICE.find((key) => typeof given === 'object' && given !== null && key in given);
  if (service !== undefined) return ignored('no-message', service);
  return {
    kind: 'message',
    message: {
      address: in_.id,
      // Ids of messages count anew in every chat.
      platformMessageId: `${in_.id}/${messageId}`,
      displayName: displayNameOf(from),
      body: readBody(parsed.data),
    },
  };
}

type Body = Extract<ReadUpdate<TelegramPhoto>, { kind: 'message' }>['message']['body'];

function readBody(message: z.infer<typeof messageSchema>): Body {
  const { text: words, caption = '', photo, document, contact: card, from } = message;
  if (words !== undefined) return readCommand(words);
  if (photo !== undefined) return readPhoto(photo, caption);
  if (document?.mime_type.startsWith('image/')) return readFile(document, { caption, isFile: true });
  // A PDF, a letter, a table: what to send instead is told.
  if (document?.mime_type.startsWith('application/')) return { kind: 'photo-wrong-type' };
  if (message.sticker !== undefined) return { kind: 'sticker' };
  if (message.voice !== undefined || message.video_note !== undefined) return { kind: 'voice' };
  // Anybody's card can be passed on; only one's own is one's own number.
  if (card !== undefined && card.user_id !== undefined && card.user_id === from?.id) {
    return { kind: 'text', text: asDialled(card.phone_number) };
  }
  return { kind: 'unsupported' };
}

/** The largest of the sizes that may be fetched. */
function readPhoto(sizes: z.infer<typeof photoSize>[], caption: string): Body {
  const largestFirst = sizes.toSorted((one, other) => other.width * other.height - one.width * one.height);
  const best = largestFirst.find((each) => mayFetch(each));
  return best === undefined ? { kind: 'photo-too-large' } : readFile(best, { caption });
}

function readFile(
  given: { file_id: string; file_size?: number },
  more: Pick<TelegramPhoto, 'caption' | 'isFile'>,
): Body {
  if (!mayFetch(given)) return { kind: 'photo-too-large' };
  return { kind: 'photo', fileId: given.file_id, ...more };
}

const mayFetch = ({ file_size: bytes = 0 }: { file_size?: number }): boolean => bytes <= MAX_DOWNLOAD_BYTES;

/** A card has the number as the world dials it: +84912… or 84912…; people here write 0912…. */
const asDialled = (phone: string): string => phone.replace(/\D/g, '').replace(/^84(?=\d{9}$)/, '0');

function readTap(given: unknown): TelegramUpdate {
  const parsed = tapSchema.safeParse(given);
  if (!parsed.success) return ignored('malformed', 'callback_query');
  const { id: queryId, from, data, message } = parsed.data;
  if (message !== undefined && message.chat.type !== 'private') return ignored('group', 'callback_query');
  if (data === undefined) return ignored('no-message', 'callback_query');
  return {
    kind: 'message',
    message: {
      // The message may be too old to be told; in a private chat the chat is the person.
      address: message?.chat.id ?? from.id,
      platformMessageId: `tap/${queryId}`,
      displayName: displayNameOf(from),
      body: { kind: 'choice', key: data },
    },
  };
}

function readMembership(given: unknown): TelegramUpdate {
  const parsed = membershipSchema.safeParse(given);
  if (!parsed.success) return ignored('malformed', 'my_chat_member');
  const { chat: in_, new_chat_member: now } = parsed.data;
  if (in_.type !== 'private') return ignored('group', 'my_chat_member');
  return { kind: 'membership', address: in_.id, isBlocked: now.status === 'kicked' || now.status === 'left' };
}

function displayNameOf(from: z.infer<typeof person> | undefined): string | undefined {
  const whole = [from?.last_name, from?.first_name].filter((part) => part !== undefined).join(' ');
  return whole.slice(0, 100).toWellFormed() || undefined;
}

/** The id of the tap in an update, so that it can be answered before anything else. */
export function tapIdOf(given: unknown): string | undefined {
  const parsed = z.object({ callback_query: z.object({ id: z.string() }) }).safeParse(given);
  return parsed.success ? parsed.data.callback_query.id : undefined;
}
