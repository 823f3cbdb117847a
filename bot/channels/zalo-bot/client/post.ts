import http from 'node:http';
import https from 'node:https';
import axios, { isAxiosError } from 'axios';
import * as z from 'zod';

export type PostResult =
  | { kind: 'answered'; status: number; body: string }
  | { kind: 'not-reached' | 'no-answer'; reason: string }
  | { kind: 'aborted' };

const MAX_ANSWER_BYTES = 1024 * 1024;

/**
 * One POST of JSON. The address holds the token, and axios puts the address into every error, so errors end here: only
 * their code goes on. Nothing is retried and no redirect is followed.
 */
export async function postJson(request: {
  url: string;
  body: object;
  timeoutMs: number;
  signal?: AbortSignal;
}): Promise<PostResult> {
  const { url, body, timeoutMs, signal } = request;
  const deadline = AbortSignal.timeout(timeoutMs);
  const line = watchedLine();
  try {
    const { status, data } = await axios.post(url, JSON.stringify(body), {
      headers: { 'Content-Type': 'application/json' },
      signal: signal === undefined ? deadline : AbortSignal.any([signal, deadline]),
      transport: line.transport,
      // A connection for each call: one that was kept may be dead, and then nobody knows whether the message left.
      httpAgent: new http.Agent(),
      httpsAgent: new https.Agent(),
      proxy: false,
      responseType: 'text',
      transformResponse: (text: unknown) => text,
      validateStatus: () => true,
      maxContentLength: MAX_ANSWER_BYTES,
    });
    return { kind: 'answered', status, body: z.string().catch('').parse(data) };
  } catch (error) {
    if (signal?.aborted) return { kind: 'aborted' };
    const reason = deadline.aborted ? 'timeout' : codeOf(error);
    return { kind: line.isOpen() ? 'no-answer' : 'not-reached', reason };
  }
}

/** Sees whether a connection was ever made: before that, surely nothing was asked. */
function watchedLine() {
  let isOpen = false;
  const transport = {
    request: (options: https.RequestOptions, onResponse: (response: http.IncomingMessage) => void) => {
      const isSecure = options.protocol === 'https:';
      const request = (isSecure ? https : http).request(options, onResponse);
      request.once('socket', (socket) => {
        socket.once(isSecure ? 'secureConnect' : 'connect', () => {
          isOpen = true;
        });
      });
      return request;
    },
  };
  return { transport, isOpen: () => isOpen };
}

function codeOf(error: unknown): string {
  const code = isAxiosError(error) ? error.code : undefined;
  return code ?? 'unknown';
}
