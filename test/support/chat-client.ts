import { createParser } from 'eventsource-parser';
import type { HistoryPage, NewMessage, StartAnswer } from '../../bot/channels/web-chat/protocol.ts';

export type ChatClient = {
  cookie: () => string;
  request: (path: string, init?: RequestInit) => Promise<Response>;
  start: () => Promise<StartAnswer>;
  openSession: () => Promise<Response>;
  post: (message: NewMessage) => Promise<Response>;
  /** Says something under a new id and answers that id. */
  say: (text: string) => Promise<string>;
  sendPhotos: (photos: Uint8Array[], options?: { id?: string; name?: string; type?: string }) => Promise<Response>;
  history: (query?: string) => Promise<HistoryPage>;
  events: (headers?: Record<string, string>) => Promise<ChatEvents>;
};

export type ChatEvents = {
  status: number;
  syncs: (HistoryPage & { eventId: string | undefined })[];
  /** Texts of all messages that came, in the order in which they came. */
  texts: () => string[];
  close: () => void;
};

/** What a browser with the chat page does, without the page. */
export function chatClient(
  origin: string,
  { headers = {}, cookie = '' }: { headers?: Record<string, string>; cookie?: string } = {},
): ChatClient {
  let jar = cookie;
  const request = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const response = await fetch(`${origin}/chat/api${path}`, {
      ...init,
      headers: { Origin: origin, ...headers, ...(jar === '' ? {} : { Cookie: jar }), ...init.headers },
    });
    const set = response.headers.getSetCookie()[0];
    if (set !== undefined) jar = set.split(';')[0] ?? '';
    return response;
  };
  const postJson = (path: string, body: unknown): Promise<Response> =>
    request(path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
  const post = (message: NewMessage): Promise<Response> => postJson('/messages', message);

  return {
    cookie: () => jar,
    request,
    start: async () => (await request('/start')).json(),
    openSession: () => postJson('/session', {}),
    post,
    say: async (text) => {
      const id = crypto.randomUUID();
      const response = await post({ id, text });
      if (!response.ok) throw new Error(`not said: ${response.status} ${await response.text()}`);
      return id;
    },
    sendPhotos: (photos, { id = crypto.randomUUID(), name = 'anh.jpg', type = 'image/jpeg' } = {}) => {
      const form = new FormData();
      form.set('id', id);
      for (const photo of photos) form.append('photo', new File([new Uint8Array(photo)], name, { type }));
      return request('/photos', { method: 'POST', body: form });
    },
    history: async (query = '') => (await request(`/history${query}`)).json(),
    events: async (eventHeaders = {}) => {
      const abort = new AbortController();
      const response = await request('/events', { headers: eventHeaders, signal: abort.signal });
      const events: ChatEvents = {
        status: response.status,
        syncs: [],
        texts: () => events.syncs.flatMap((sync) => sync.messages.map((message) => message.text)),
        close: () => abort.abort(),
      };
      const parser = createParser({
        onEvent: ({ event, data, id }) => {
          if (event === 'sync') events.syncs.push({ ...JSON.parse(data), eventId: id });
        },
      });
      const read = async (): Promise<void> => {
        const decoder = new TextDecoder();
        for await (const chunk of response.body ?? []) parser.feed(decoder.decode(chunk, { stream: true }));
      };
      read().catch(() => undefined);
      return events;
    },
  };
}
