import type { Agent } from 'node:http';
import axios from 'axios';
import { TelegramError } from 'telegraf';
import * as z from 'zod';

export type UploadedFile = { name: string; fileName: string; mediaType: string; bytes: Uint8Array };

const MAX_ANSWER_BYTES = 1024 * 1024;

const envelope = z.union([
  z.object({ ok: z.literal(true), result: z.unknown() }),
  z.object({
    ok: z.literal(false),
    error_code: z.int(),
    description: z.string().catch(''),
    parameters: z.object({ retry_after: z.number().optional() }).optional(),
  }),
]);

/**
 * One call of the Bot API with a file, as a form; returns its result. Telegraf cannot do it here: the stream that its forms are
 * made of (sandwich-stream) stands still after its first piece on Node 26. Throws `TelegramError` for what Telegram refuses,
 * and what axios throws, which may hold the token.
 */
export async function postForm(request: {
  url: string;
  fields: Record<string, string>;
  file: UploadedFile;
  agent: Agent;
  signal: AbortSignal;
}): Promise<unknown> {
  const { url, fields, file, agent, signal } = request;
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  form.set(file.name, new Blob([Uint8Array.from(file.bytes)], { type: file.mediaType }), file.fileName);
  const body = new Response(form);
  const { data } = await axios.post(url, Buffer.from(await body.arrayBuffer()), {
    headers: { 'Content-Type': body.headers.get('content-type') ?? '' },
    ...{ signal, httpAgent: agent, httpsAgent: agent },
    // The agent goes through the proxy itself, where there is one.
    proxy: false,
    maxRedirects: 0,
    responseType: 'text',
    transformResponse: (text: unknown) => text,
    validateStatus: () => true,
    maxContentLength: MAX_ANSWER_BYTES,
    maxBodyLength: Number.POSITIVE_INFINITY,
  });
  const answer = envelope.parse(JSON.parse(z.string().parse(data)));
  if (answer.ok) return answer.result;
  throw new TelegramError(answer);
}
