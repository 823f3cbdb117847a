import { createServer } from 'node:http';
import * as z from 'zod';

/** One message that was handed to the platform, as it stands in its chat. */
type Arrived = { text: string; atMs: number };

/** What one chat has received; `until` resolves true once there are so many, false when the time is over. */
export type Mailbox = { arrived: Arrived[]; until: (count: number, timeoutMs: number) => Promise<boolean> };

/** The Bot API as Telegram and Zalo both speak it: messages are kept by chat, everything else is agreed to. */
export type Platform = {
  apiUrl: string;
  mailbox: (chat: string) => Mailbox;
  /** Messages of all chats so far. */
  taken: () => number;
  close: () => Promise<void>;
};

const sent = z.object({ chat_id: z.coerce.string(), text: z.string().min(1).max(4096) });
const BOT = { id: 1, is_bot: true, first_name: 'Khuyến công', username: 'khuyencong_bot' };

export async function startPlatform(): Promise<Platform> {
  type Chat = Mailbox & { wake: () => void };
  const chats = new Map<string, Chat>();
  let taken = 0;

  const chatOf = (id: string): Chat => {
    const known = chats.get(id) ?? createChat();
    chats.set(id, known);
    return known;
  };
  const answer = (method: string, body: string): { status: number; result: object } => {
    if (method === 'getMe') return { status: 200, result: { ok: true, result: BOT } };
    if (method !== 'sendMessage') return { status: 200, result: { ok: true, result: true } };
    const message = sent.safeParse(JSON.parse(body));
    if (!message.success) return { status: 400, result: { ok: false, error_code: 400, description: 'Bad Request' } };
    const { chat_id: id, text } = message.data;
    taken += 1;
    const chat = chatOf(id);
    chat.arrived.push({ text, atMs: performance.now() });
    chat.wake();
    const result = {
      message_id: taken,
      date: Math.floor(Date.now() / 1000),
      chat: { id: Number(id), type: 'private' },
      text,
    };
    return { status: 200, result: { ok: true, result } };
  };

  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', () => {
      const { status, result } = answer(request.url?.split('/').at(-1) ?? '', Buffer.concat(chunks).toString());
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(result));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const { port } = z.object({ port: z.number() }).parse(server.address());
  return {
    apiUrl: `http://127.0.0.1:${port}`,
    mailbox: chatOf,
    taken: () => taken,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function createChat(): Mailbox & { wake: () => void } {
  const arrived: Arrived[] = [];
  let waiter: { count: number; resolve: (isThere: boolean) => void } | undefined;
  return {
    arrived,
    wake: () => {
      if (waiter !== undefined && arrived.length >= waiter.count) waiter.resolve(true);
    },
    until: async (count, timeoutMs) => {
      if (arrived.length >= count) return true;
      const { promise, resolve } = Promise.withResolvers<boolean>();
      const timer = setTimeout(() => resolve(false), timeoutMs);
      waiter = { count, resolve };
      const isThere = await promise;
      clearTimeout(timer);
      waiter = undefined;
      return isThere;
    },
  };
}
