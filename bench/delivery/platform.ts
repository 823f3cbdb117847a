import { once } from 'node:events';
import { createServer } from 'node:http';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';

/**
 * A platform that speaks sendMessage of the Bot API on a thread of its own, so that it takes no time from who is measured.
 * It may enforce so many messages in any second, and so many of one chat.
 */
export type Platform = {
  apiUrl: string;
  /** Since the last call: how many messages it took, when (ms, the machine's clock), for which chat, and how many it refused with 429. */
  take: () => Promise<{ messages: { atMs: number; chat: string }[]; tooMany: number }>;
  close: () => Promise<void>;
};

type Limits = { perSecond?: number; perChatPerSecond?: number };

export const BENCH_TOKEN = '1:bench-bench-bench-bench';

export async function startPlatform(limits: Limits = {}): Promise<Platform> {
  const worker = new Worker(new URL(import.meta.url), { workerData: limits });
  const [port] = await once(worker, 'message');
  return {
    apiUrl: `http://127.0.0.1:${port}/`,
    take: async () => {
      worker.postMessage('take');
      const [taken] = await once(worker, 'message');
      return taken;
    },
    close: async () => void (await worker.terminate()),
  };
}

function serve({ perSecond, perChatPerSecond }: Limits): void {
  let messages: { atMs: number; chat: string }[] = [];
  let tooMany = 0;
  const lately: number[] = [];
  const latelyTo = new Map<string, number[]>();
  const isOver = (times: number[], limit: number | undefined, atMs: number): boolean => {
    while (times[0] !== undefined && times[0] <= atMs - 1000) times.shift();
    return limit !== undefined && times.length >= limit;
  };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', () => {
      const chat = String(JSON.parse(Buffer.concat(chunks).toString()).chat_id);
      const atMs = performance.timeOrigin + performance.now();
      const ofChat = latelyTo.get(chat) ?? [];
      const refused = isOver(lately, perSecond, atMs) || isOver(ofChat, perChatPerSecond, atMs);
      if (refused) {
        tooMany += 1;
        response.writeHead(429, { 'content-type': 'application/json' });
        const description = 'Too Many Requests: retry after 1';
        response.end(JSON.stringify({ ok: false, error_code: 429, description, parameters: { retry_after: 1 } }));
        return;
      }
      if (perSecond !== undefined) lately.push(atMs);
      if (perChatPerSecond !== undefined) latelyTo.set(chat, [...ofChat, atMs]);
      messages.push({ atMs, chat });
      response.writeHead(200, { 'content-type': 'application/json' });
      const result = { message_id: messages.length, date: 0, chat: { id: 1, type: 'private' } };
      response.end(JSON.stringify({ ok: true, result }));
    });
  });
  parentPort?.on('message', () => {
    parentPort?.postMessage({ messages, tooMany });
    messages = [];
    tooMany = 0;
  });
  server.listen(0, '127.0.0.1', () => {
    const address = server.address();
    parentPort?.postMessage(typeof address === 'object' ? address?.port : 0);
  });
}

if (!isMainThread) serve(workerData);
