import type { Agent } from 'node:http';
import { Telegram, TelegramError } from 'telegraf';
import { postForm, type UploadedFile } from './post-form.ts';
import { watchedAgent } from './watched-agent.ts';

type Methods = Telegram['callApi'];
type MethodName = Parameters<Methods>[0];

/**
 * How a call ended. Nothing is thrown, and nothing in here holds the token or a message: telegraf's own errors may hold
 * both, so they end here.
 */
export type TelegramAnswer =
  | { kind: 'ok'; result: unknown }
  /** Telegram said no, in its own words: 400, 401, 403, 404, 409. */
  | { kind: 'refused'; code: number; description: string }
  | { kind: 'rate-limited'; retryAfterMs: number }
  /** No connection was made, so surely nothing was done. */
  | { kind: 'not-reached'; reason: string }
  /** The question left, but no answer came that tells: 5xx, no JSON, a line that broke, a time that ran out. */
  | { kind: 'no-answer'; reason: string }
  /** The caller called it off. */
  | { kind: 'aborted' };

export type CallOptions = { timeoutMs?: number; signal?: AbortSignal };

export type TelegramApi = {
  call: (method: MethodName, payload: Record<string, unknown>, options?: CallOptions) => Promise<TelegramAnswer>;
  /** A call that carries a file in its field `name`. Telegram keeps photos of at most 10 MB. */
  upload: (
    method: MethodName,
    payload: Record<string, string>,
    options: CallOptions & { file: UploadedFile },
  ) => Promise<TelegramAnswer>;
  /** Where a file of `getFile` lies. Holds the token: never for a log. */
  fileUrl: (filePath: string) => string;
  /** The proxy, if one is set; for what is fetched beside the API. */
  proxyUrl?: string;
};

export const TELEGRAM_API = 'https://api.telegram.org';

const TIMEOUT_MS = 15_000;
/** Telegram asked to slow down without saying for how long. */
const RETRY_AFTER_S = 5;
const LONGEST_DESCRIPTION = 200;

/**
 * Telegraf's client of the Bot API and nothing else of telegraf. Each call has a connection of its own: one that was kept
 * may be dead, and then nobody knows whether the message left.
 */
export function createTelegramApi(options: {
  /** `<number>:<secret>`, from BotFather. */
  token: string;
  /** Another server that speaks the same. */
  apiUrl?: string;
  /** An http proxy through which Telegram can be reached. */
  proxyUrl?: string;
  timeoutMs?: number;
}): TelegramApi {
  const { token, proxyUrl } = options;
  // Without the slash at its end telegraf drops the path.
  const apiRoot = `${(options.apiUrl ?? TELEGRAM_API).replace(/\/+$/, '')}/`;

  /** One call over a connection of its own. Never throws. */
  const over = async (
    { timeoutMs = options.timeoutMs ?? TIMEOUT_MS, signal }: CallOptions,
    work: (agent: Agent, signal: AbortSignal) => Promise<unknown>,
  ): Promise<TelegramAnswer> => {
    const deadline = AbortSignal.timeout(timeoutMs);
    const line = watchedAgent({ isSecure: apiRoot.startsWith('https:'), proxyUrl });
    try {
      return { kind: 'ok', result: await work(line.agent, signal ? AbortSignal.any([signal, deadline]) : deadline) };
    } catch (error) {
      if (error instanceof TelegramError) return answerOf(error, token);
      if (signal?.aborted) return { kind: 'aborted' };
      const reason = deadline.aborted ? 'timeout' : codeOf(error);
      return { kind: line.isOpen() ? 'no-answer' : 'not-reached', reason };
    }
  };

  return {
    proxyUrl,
    fileUrl: (filePath) => `${apiRoot}file/bot${token}/${filePath}`,
    call: (method, payload, how = {}) =>
      over(how, async (agent, signal) => {
        const client = new Telegram(token, { apiRoot, webhookReply: false });
        // Given to its constructor, telegraf would drop it for a server without https, such as one's own Bot API server.
        client.options.agent = agent;
        return await callAny(client, method, payload, signal);
      }),
    upload: (method, payload, { file, ...how }) =>
      over(how, (agent, signal) =>
        postForm({ url: `${apiRoot}bot${token}/${method}`, fields: payload, file, agent, signal }),
      ),
  };
}

/** Methods and their fields are written as Telegram's documentation has them; telegraf's types end at Bot API 7.1. */
async function callAny(
  client: Telegram,
  method: MethodName,
  payload: Record<string, unknown>,
  signal: AbortSignal,
): Promise<unknown> {
  // Telegraf names an older shape of AbortSignal, which the platform's own fulfils.
  const options: { signal: object } = { signal };
  return await client.callApi(method, payload as never, options as never);
}

function answerOf(error: TelegramError, token: string): TelegramAnswer {
  const { code, parameters } = error;
  if (code === 429) {
    return { kind: 'rate-limited', retryAfterMs: (parameters?.retry_after ?? RETRY_AFTER_S) * 1000 };
  }
  if (code >= 500) return { kind: 'no-answer', reason: `telegram-${code}` };
  const description = String(error.description).replaceAll(token, '…').slice(0, LONGEST_DESCRIPTION);
  return { kind: 'refused', code, description };
}

/** A code of the system or of node-fetch, never a message: messages hold the address, and so the token. */
function codeOf(error: unknown): string {
  for (const key of ['code', 'type'] as const) {
    const found: unknown = error instanceof Error && key in error ? Reflect.get(error, key) : undefined;
    if (typeof found === 'string' && /^[\w-]{1,60}$/.test(found)) return found;
  }
  return 'unknown';
}
