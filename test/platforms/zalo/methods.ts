import * as z from 'zod';
import type { FakeZaloSettings } from './options.ts';
import { newMessageId, type People, type Received } from './people.ts';
import type { Updates } from './updates.ts';
import type { Webhook } from './webhook.ts';
import { type Answer, done, monthOf, refuse } from './wire.ts';

export type Method = (body: unknown, hungUp: AbortSignal) => Promise<Answer> | Answer;

const chat = z.object({ chat_id: z.string().min(1) });
/** Counted as it came, in UTF-16 units: nothing is trimmed and nothing is normalised. */
const longText = z.string().min(1).max(2000);
const webUrl = z.string().refine((text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol));

const sendMessageBody = chat.extend({
  text: longText,
  parse_mode: z.enum(['markdown', 'html']).optional(),
  text_styles: z.array(z.object({ start: z.int().min(0), len: z.int().min(1), st: z.string() })).optional(),
});
const sendPhotoBody = chat.extend({ photo: webUrl, caption: z.string().max(2000).optional() });
const sendStickerBody = chat.extend({ sticker: z.string().min(1) });
const sendVoiceBody = chat.extend({ voice_url: webUrl.refine((url) => new URL(url).pathname.endsWith('.aac')) });
const sendChatActionBody = chat.extend({ action: z.literal('typing') });
/** The documentation says a string, its own sample sends a number. */
const getUpdatesBody = z.object({ timeout: z.coerce.number().int().min(0).max(120).default(30) });

export type Quota = { used: () => number };

/** What the bot may call. Names are case-sensitive; whatever is not here does not exist. */
export function createMethods(parts: {
  settings: FakeZaloSettings;
  people: People;
  updates: Updates;
  webhook: Webhook;
  arriveAll: () => void;
}): { methods: ReadonlyMap<string, Method>; quota: Quota } {
  const { settings, people, updates, webhook, arriveAll } = parts;
  let counted = { month: '', used: 0 };

  const used = (): number => {
    const month = monthOf(settings.now());
    if (counted.month !== month) counted = { month, used: 0 };
    return counted.used;
  };

  /** A method that puts something into a person's chat and counts towards the month. */
  const sends =
    <Body extends { chat_id: string }>(
      schema: z.ZodType<Body>,
      make: (body: Body, messageId: string) => Received,
    ): Method =>
    (given) => {
      const parsed = schema.safeParse(given);
      if (!parsed.success) return refuse(400, `Bad Request: ${parsed.error.issues[0]?.path.join('.') ?? 'body'}`);
      if (used() >= settings.monthlyLimit) return refuse(429, 'Quota exceeded');
      const person = people.find(parsed.data.chat_id);
      if (person === undefined) return refuse(400, 'Bad Request: chat not found');
      const messageId = newMessageId();
      const received = make(parsed.data, messageId);
      person.received.push(received);
      if (received.kind === 'text') settings.onText({ chatId: person.id, text: received.text });
      counted.used += 1;
      return done({ message_id: messageId, date: settings.now().getTime() });
    };

  const [id] = settings.token.split(':');
  const methods = new Map<string, Method>([
    ['getMe', () => done({ id, account_name: settings.botName, account_type: 'BASIC', can_join_groups: false })],
    [
      'getUpdates',
      async (given, hungUp) => {
        if (webhook.current() !== undefined) return refuse(400, 'Bad Request: a webhook is set, delete it first');
        const parsed = getUpdatesBody.safeParse(given);
        if (!parsed.success) return refuse(400, 'Bad Request: timeout');
        const event = await updates.poll(parsed.data.timeout, hungUp);
        return event === undefined ? refuse(408, 'Request timeout') : done(event);
      },
    ],
    [
      'setWebhook',
      async (given) => {
        const answer = await webhook.set(given);
        if (answer.ok) arriveAll();
        return answer;
      },
    ],
    ['deleteWebhook', () => webhook.remove()],
    ['getWebhookInfo', () => webhook.info()],
    ['sendMessage', sends(sendMessageBody, ({ text }, messageId) => ({ kind: 'text', messageId, text }))],
    [
      'sendPhoto',
      sends(sendPhotoBody, ({ photo, caption }, messageId) => ({ kind: 'photo', messageId, photo, caption })),
    ],
    ['sendSticker', sends(sendStickerBody, (_body, messageId) => ({ kind: 'sticker', messageId }))],
    ['sendVoice', sends(sendVoiceBody, (_body, messageId) => ({ kind: 'voice', messageId }))],
    [
      'sendChatAction',
      (given) => {
        const parsed = sendChatActionBody.safeParse(given);
        if (!parsed.success) return refuse(400, 'Bad Request: action');
        const person = people.find(parsed.data.chat_id);
        if (person === undefined) return refuse(400, 'Bad Request: chat not found');
        person.typing += 1;
        return done();
      },
    ],
  ]);
  return { methods, quota: { used } };
}
