import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { IgnoredReason, ReadUpdate } from '../inward/intake.ts';
import { plainText } from '../plain-text.ts';

export type ZaloPhoto = { kind: 'photo'; url: string; caption: string };
export type ReadEvent = ReadUpdate<ZaloPhoto>;
type ZaloBody = Extract<ReadEvent, { kind: 'message' }>['message']['body'];

const text = z.string().transform(plainText);
const optionalText = text.optional().catch(undefined);
/** An id is a string; a number that came whole is taken too. */
const id = z.union([z.string().regex(/^[\x21-\x7e]{1,200}$/), z.int().transform(String)]);
const name = optionalText.transform((given) => given?.trim().slice(0, 100).toWellFormed() || undefined);

// The documentation and real traffic disagree about names, so both are read: photo and photo_url, display_name and name.
const messageSchema = z.object({
  message_id: id.optional().catch(undefined),
  from: z
    .object({ display_name: name, name, first_name: name, is_bot: z.boolean().catch(false) })
    .partial()
    .catch({}),
  chat: z.object({ id, chat_type: z.string().catch('PRIVATE') }),
  text: optionalText,
  caption: optionalText,
  photo_url: z.unknown().optional(),
  photo: z.unknown().optional(),
});
const eventSchema = z.object({ event_name: z.string(), message: z.unknown().optional() });
const wrappedSchema = z.object({ result: eventSchema });

/** Reads an event of a poll or of a webhook, flat or wrapped in `result`. Never throws. */
export function readEvent(given: unknown): ReadEvent {
  const wrapped = wrappedSchema.safeParse(given);
  const flat = eventSchema.safeParse(wrapped.success ? wrapped.data.result : given);
  if (!flat.success) return { kind: 'ignored', reason: 'malformed' };
  const event = flat.data.event_name.replace(/[^\w.]/g, '?').slice(0, 60);
  const ignored = (reason: IgnoredReason): ReadEvent => ({
    kind: 'ignored',
    reason,
    event,
  });
  if (flat.data.message === undefined || flat.data.message === null) return ignored('no-message');
  const parsed = messageSchema.safeParse(flat.data.message);
  if (!parsed.success) return ignored('malformed');

  const { chat, from, message_id: messageId } = parsed.data;
  if (chat.chat_type === 'GROUP') return ignored('group');
  if (from.is_bot) return ignored('bot');
  const body = readBody(event, parsed.data);
  if (body === undefined) return ignored('unknown-event');
  return {
    kind: 'message',
    message: {
      address: chat.id,
      // Nobody promises that ids of messages differ between chats.
      platformMessageId: `${chat.id}/${messageId ?? fingerprint(flat.data.message)}`,
      displayName: from.display_name ?? from.name ?? from.first_name,
      body,
    },
  };
}

function readBody(event: string, message: z.infer<typeof messageSchema>): ZaloBody | undefined {
  switch (event) {
    case 'message.text.received':
      return { kind: 'text', text: message.text ?? '' };
    case 'message.image.received': {
      const url = linkOf(message.photo_url) ?? linkOf(message.photo);
      return url === undefined ? { kind: 'photo-unread' } : { kind: 'photo', url, caption: message.caption ?? '' };
    }
    case 'message.sticker.received':
      return { kind: 'sticker' };
    case 'message.voice.received':
      return { kind: 'voice' };
    case 'message.reaction.received':
      return undefined;
    default:
      // A kind of message that came later, or one that carries nothing: the person should hear that it was not read.
      if (!/^message\.\w+\.received$/.test(event)) return undefined;
      return message.text ? { kind: 'text', text: message.text } : { kind: 'unsupported' };
  }
}

const linked = z.object({ url: z.string() });

/** A link, or the first of several; some copies tell of objects with a url. */
function linkOf(given: unknown): string | undefined {
  const first: unknown = Array.isArray(given) ? given[0] : given;
  if (typeof first === 'string') return first === '' ? undefined : plainText(first);
  const parsed = linked.safeParse(first);
  return parsed.success ? plainText(parsed.data.url) : undefined;
}

/** For a message that came without an id: the same content has the same. */
function fingerprint(message: unknown): string {
  return createHash('sha256').update(JSON.stringify(message)).digest('hex').slice(0, 32);
}
