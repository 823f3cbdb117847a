import type { HistoryPage, Problem, ProblemCode, StartAnswer } from '../../../bot/channels/web-chat/protocol.ts';
import type { Outgoing, OutgoingPhoto } from './chat-state.ts';

/** How a request to the server can end. `offline` and `away` come right by themselves. */
export type Answer<T> =
  | { kind: 'ok'; value: T }
  | { kind: 'problem'; code: ProblemCode; retryAfterMs: number | undefined }
  /** The server was not reached. */
  | { kind: 'offline' }
  /** It was reached, or something in front of it, and cannot answer now. */
  | { kind: 'away'; retryAfterMs: number | undefined };

export type Server = {
  start: () => Promise<Answer<StartAnswer>>;
  openSession: () => Promise<Answer<unknown>>;
  send: (item: Outgoing, onProgress: (part: number) => void) => Promise<Answer<unknown>>;
  history: (where: { after: string } | { before: string }) => Promise<Answer<HistoryPage>>;
  seen: (ids: string[]) => Promise<Answer<unknown>>;
};

const BASE = '/chat/api';
const TIMEOUT_MS = 20_000;
/** A photo of 300 KB on a line of 2 KB a second. */
const UPLOAD_TIMEOUT_MS = 180_000;

export const eventsUrl = (after: string): string => `${BASE}/events?after=${after}`;
export const photoUrl = (id: string): string => `${BASE}/files/${id}`;

export const server: Server = {
  start: () => request('/start', {}),
  openSession: () => postJson('/session', {}),
  send: ({ id, body }, onProgress) => {
    if (body.kind === 'photos') return upload(id, body.photos, onProgress);
    return postJson('/messages', body.kind === 'text' ? { id, text: body.text } : { id, choice: body.key });
  },
  history: (where) => request(`/history?${new URLSearchParams(where)}`, {}),
  seen: (ids) => postJson('/seen', { ids }),
};

const postJson = (path: string, body: unknown): Promise<Answer<unknown>> =>
  request(path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });

async function request<T>(path: string, init: RequestInit): Promise<Answer<T>> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), TIMEOUT_MS);
  try {
    const response = await fetch(BASE + path, { ...init, signal: abort.signal });
    return answerOf(response.status, await response.json().catch(() => undefined), response.headers.get('Retry-After'));
  } catch {
    return { kind: 'offline' };
  } finally {
    clearTimeout(timer);
  }
}

/** XMLHttpRequest, because fetch does not tell how far an upload has come. */
function upload(id: string, photos: OutgoingPhoto[], onProgress: (part: number) => void): Promise<Answer<unknown>> {
  const form = new FormData();
  form.set('id', id);
  for (const photo of photos) form.append('photo', new Blob([photo.bytes], { type: photo.mediaType }), 'photo.jpg');
  return new Promise((resolve) => {
    const call = new XMLHttpRequest();
    call.open('POST', `${BASE}/photos`);
    call.responseType = 'json';
    call.timeout = UPLOAD_TIMEOUT_MS;
    call.upload.onprogress = ({ loaded, total }) => onProgress(total === 0 ? 0 : loaded / total);
    call.onload = () => resolve(answerOf(call.status, call.response, call.getResponseHeader('Retry-After')));
    call.onerror = call.ontimeout = call.onabort = () => resolve({ kind: 'offline' });
    call.send(form);
  });
}

function answerOf<T>(status: number, body: unknown, retryAfter: string | null): Answer<T> {
  const seconds = Number.parseInt(retryAfter ?? '', 10);
  const retryAfterMs = Number.isNaN(seconds) ? undefined : seconds * 1000;
  // Our own server's answers; their form is that of protocol.ts.
  if (status >= 200 && status < 300 && body !== undefined && body !== null) return { kind: 'ok', value: body as T };
  if (isProblem(body) && status !== 503 && status !== 500) return { kind: 'problem', code: body.code, retryAfterMs };
  return { kind: 'away', retryAfterMs };
}

const isProblem = (body: unknown): body is Problem =>
  typeof body === 'object' && body !== null && 'code' in body && typeof body.code === 'string';
