import * as z from 'zod';
import { readAnswer, type ZaloAnswer } from './answers.ts';
import { postJson } from './post.ts';

export type ZaloBotClientOptions = {
  /** `<number>:<secret>`, from Zalo Bot Manager. */
  token: string;
  /** Another server that speaks the same, e.g. one for tests. */
  baseUrl?: string;
  /** For everything but polls. */
  timeoutMs?: number;
};

export type BotInfo = { id: string; name: string };
export type SentMessage = { messageId?: string };
export type WebhookInfo = { url: string };
export type WebhookSet = { url: string; isVerified: boolean; hint: string };

/** A bot of the Zalo Bot Platform. No method throws and none retries; see `ZaloAnswer` for how a call may end. */
export type ZaloBotClient = {
  getMe: () => Promise<ZaloAnswer<BotInfo>>;
  /**
   * Waits up to `seconds` for one update, as Zalo tells it. `timed-out` means nothing new. Once read, Zalo has
   * forgotten it, so write it down before anything else; never run two polls of one bot at a time.
   */
  getUpdates: (options: { seconds: number; signal?: AbortSignal }) => Promise<ZaloAnswer<unknown>>;
  /** Text of 1–2000 characters. */
  sendMessage: (message: { chatId: string; text: string }) => Promise<ZaloAnswer<SentMessage>>;
  /** Zalo fetches the photo from a public address; the caption has at most 2000 characters. */
  sendPhoto: (message: { chatId: string; photoUrl: string; caption?: string }) => Promise<ZaloAnswer<SentMessage>>;
  sendTyping: (chatId: string) => Promise<ZaloAnswer<unknown>>;
  /** A public https address, and 8–256 characters that will come back in X-Bot-Api-Secret-Token. Kept even when not verified. */
  setWebhook: (webhook: { url: string; secret: string }) => Promise<ZaloAnswer<WebhookSet>>;
  deleteWebhook: () => Promise<ZaloAnswer<unknown>>;
  /** `url` is empty when none is set. */
  getWebhookInfo: () => Promise<ZaloAnswer<WebhookInfo>>;
};

export const ZALO_BOT_API = 'https://bot-api.zaloplatforms.com';

const TIMEOUT_MS = 15_000;
/** Zalo downloads the photo before it answers. */
const PHOTO_TIMEOUT_MS = 60_000;
/** What a poll's answer may take beyond the time for which it waits. */
const POLL_SLACK_MS = 5_000;

// What is not as expected becomes absent: that a call worked is more than what it told.
const text = z.coerce.string().catch('');
const botInfo = z
  .object({ id: text, account_name: text })
  .catch({ id: '', account_name: '' })
  .transform((me): BotInfo => ({ id: me.id, name: me.account_name }));
const sent = z
  .object({ message_id: z.coerce.string().optional().catch(undefined) })
  .catch({ message_id: undefined })
  .transform((message): SentMessage => ({ messageId: message.message_id }));
const webhookInfo = z.object({ url: text }).catch({ url: '' });
const webhookSet = z
  .object({
    url: text,
    verification: z
      .object({ ok: z.boolean().catch(true), hint: text })
      .optional()
      .catch(undefined),
  })
  .catch({ url: '', verification: undefined })
  .transform(
    ({ url, verification }): WebhookSet => ({
      url,
      // Older answers say nothing about it.
      isVerified: verification?.ok ?? true,
      hint: verification?.hint ?? '',
    }),
  );

export function createZaloBotClient(options: ZaloBotClientOptions): ZaloBotClient {
  const { token, timeoutMs = TIMEOUT_MS } = options;
  const base = `${checkBaseUrl(options.baseUrl ?? ZALO_BOT_API)}/bot${token}`;

  const call = async <Result>(
    method: string,
    body: object,
    result: z.ZodType<Result>,
    more: { timeoutMs?: number; signal?: AbortSignal } = {},
  ): Promise<ZaloAnswer<Result>> => {
    const posted = await postJson({ url: `${base}/${method}`, body, timeoutMs, ...more });
    return posted.kind === 'answered' ? readAnswer(posted, { result, secret: token }) : posted;
  };

  return {
    getMe: () => call('getMe', {}, botInfo),
    getUpdates: ({ seconds, signal }) =>
      // A string, as the documentation's table says; what is known to work sends it so.
      call('getUpdates', { timeout: String(seconds) }, z.unknown(), {
        timeoutMs: seconds * 1000 + POLL_SLACK_MS,
        signal,
      }),
    sendMessage: (message) => call('sendMessage', { chat_id: message.chatId, text: message.text }, sent),
    sendPhoto: ({ chatId, photoUrl, caption }) =>
      call('sendPhoto', { chat_id: chatId, photo: photoUrl, caption }, sent, { timeoutMs: PHOTO_TIMEOUT_MS }),
    sendTyping: (chatId) => call('sendChatAction', { chat_id: chatId, action: 'typing' }, z.unknown()),
    setWebhook: ({ url, secret }) => call('setWebhook', { url, secret_token: secret }, webhookSet),
    deleteWebhook: () => call('deleteWebhook', {}, z.unknown()),
    getWebhookInfo: () => call('getWebhookInfo', {}, webhookInfo),
  };
}

/** Throws on an address that cannot be one, without repeating it. */
function checkBaseUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol) || url.search !== '' || url.hash !== '') {
    throw new TypeError('baseUrl must be an http or https address without a query');
  }
  return url.href.replace(/\/+$/, '');
}
