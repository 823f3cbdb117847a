import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { createFaults, type Fault } from './faults.ts';
import { callMethod } from './methods.ts';
import { createPerson, type FakePerson } from './person.ts';
import { createPolling } from './polling.ts';
import { type Reply, refuse } from './reply.ts';
import { createState, type Json, type Update } from './state.ts';
import { createWebhookDelivery } from './webhooks.ts';

export type FakeTelegram = {
  /** With the slash at its end that telegraf needs. */
  apiRoot: string;
  token: string;
  person: (name: string) => FakePerson;
  /** What goes wrong with the next calls of a method. */
  fail: (method: string, fault: Fault, times?: number) => void;
  /** Hands the last update over once more, as Telegram does when an acknowledgement got lost. */
  repeatLastUpdate: () => void;
  /** Every call that came, in order. */
  calls: { method: string; payload: Json }[];
  /** The lists of commands that were set, oldest first. */
  commands: readonly Json[];
  /** Whether a tap was answered in time. */
  wasAnswered: (callbackQueryId: string) => boolean;
  webhookTries: readonly { update_id: number; status: number | 'no answer' }[];
  /** Updates that nobody has confirmed yet. */
  pendingUpdates: () => number;
  /** Closes the way to Telegram, as a closed network does: no connection is made. Its own calls to a webhook still come. */
  cutLine: () => Promise<void>;
  mendLine: () => Promise<void>;
  close: () => Promise<void>;
};

/**
 * A strict stand-in for Telegram's Bot API on a port of this machine. It refuses what Telegram refuses and delivers as
 * Telegram delivers; README.md beside it lists each rule with its source.
 */
export async function startFakeTelegram(
  options: {
    token?: string;
    enforcesRates?: boolean;
    /** How many messages at once to one chat it tolerates; 1 unless told. */
    chatBurst?: number;
    now?: () => number;
    unitMs?: number;
    /** The name table of this Telegram: origins of webhooks to where they are really served. */
    hosts?: Record<string, string>;
    /** What goes wrong with this very call; asked when no fault was planned. */
    chooseFault?: (method: string, payload: Json) => Fault | undefined;
    /** Hears of each text that stands in a person's chat from now on. */
    onText?: (message: { chatId: string; text: string }) => void;
  } = {},
): Promise<FakeTelegram> {
  const token = options.token ?? '123456:fake-token-for-tests';
  const state = createState({ token, now: options.now ?? Date.now });
  const polling = createPolling(state);
  const calls: FakeTelegram['calls'] = [];
  const { unitMs = 20, hosts = {}, enforcesRates = false, chatBurst = 1 } = options;
  // What became of a call in the answer to a webhook is never told.
  const takeAnswer = ({ method, ...payload }: { method: string }): void => {
    calls.push({ method, payload });
    callMethod(state, method, payload, { enforcesRates, chatBurst });
  };
  const webhooks = createWebhookDelivery(state, { unitMs, hosts, takeAnswer });
  const faults = createFaults();
  let lastUpdate: Update | undefined;

  const push = (update: Update): void => {
    if (!isAllowed(state.allowed, update)) return;
    lastUpdate = update;
    if (state.webhook !== undefined) {
      webhooks.deliver(update);
      return;
    }
    state.updates.push(update);
    polling.wake();
  };

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = new URL(request.url ?? '/', 'http://fake').pathname;
    const file = /^\/file\/bot([^/]+)\/(.+)$/.exec(path);
    if (file !== null) {
      const stored = [...state.files.values()].find((entry) => entry.file_path === file[2]);
      if (file[1] !== token || stored === undefined) response.writeHead(404).end();
      else response.writeHead(200, { 'content-type': 'application/octet-stream' }).end(stored.bytes);
      return;
    }
    const [, calledToken, method = ''] = /^\/bot([^/]+)\/(\w+)$/.exec(path) ?? [];
    const payload = await readPayload(request);
    if (calledToken !== token) {
      answer(response, refuse(401, 'Unauthorized'));
      return;
    }
    calls.push({ method, payload });
    const fault = faults.take(method) ?? options.chooseFault?.(method, payload);
    if (fault?.kind === 'drop') {
      request.socket.destroy();
      return;
    }
    if (fault?.kind === 'slow') await sleep(fault.ms);
    if (fault?.kind === 'non-json') {
      response.writeHead(fault.status ?? 502, { 'content-type': 'text/html' }).end('<html>Bad Gateway</html>');
      return;
    }
    if (fault?.kind === 'too-many') {
      answer(
        response,
        refuse(429, `Too Many Requests: retry after ${fault.retryAfter}`, { retry_after: fault.retryAfter }),
      );
      return;
    }
    if (fault?.kind === 'status') {
      answer(response, refuse(fault.status, fault.description ?? 'Internal Server Error'));
      return;
    }
    const reply =
      method === 'getUpdates'
        ? await polling.poll(payload)
        : callMethod(state, method, payload, { enforcesRates, chatBurst });
    if (method === 'sendMessage' && reply.status === 200) {
      options.onText?.({ chatId: String(payload.chat_id), text: String(payload.text) });
    }
    // What waited goes to the webhook once there is one.
    if (method === 'setWebhook' && state.webhook !== undefined) state.updates.splice(0).forEach(webhooks.deliver);
    if (fault?.kind === 'drop-after') request.socket.destroy();
    else answer(response, reply);
  };

  const server = createServer((request, response) => {
    handle(request, response).catch(() => response.destroy());
  });
  const open = (port: number) => new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const shut = async (): Promise<void> => {
    server.closeAllConnections();
    if (server.listening) await new Promise((resolve) => server.close(resolve));
  };
  await open(0);
  const { port } = server.address() as AddressInfo;

  return {
    apiRoot: `http://127.0.0.1:${port}/`,
    token,
    person: (name) => createPerson(state, { name, push }),
    fail: faults.plan,
    repeatLastUpdate: () => {
      if (lastUpdate !== undefined) push(lastUpdate);
    },
    calls,
    commands: state.commands,
    wasAnswered: (id) => state.callbacks.get(id)?.answered ?? false,
    webhookTries: webhooks.tries,
    pendingUpdates: () => state.updates.length,
    cutLine: shut,
    mendLine: () => open(port),
    close: async () => {
      polling.stop();
      webhooks.stop();
      await shut();
    },
  };
}

/** What Telegram delivers when nothing was asked for is everything but a few kinds that no person here causes. */
const isAllowed = (allowed: readonly string[], update: Update): boolean =>
  allowed.length === 0 || allowed.some((kind) => kind in update);

function answer(response: ServerResponse, { status, body }: Reply): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

async function readPayload(request: IncomingMessage): Promise<Json> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const body = Buffer.concat(chunks);
  const type = request.headers['content-type'] ?? '';
  if (type.startsWith('multipart/form-data')) return await readForm(body, type);
  const text = body.toString('utf8');
  if (text === '') return {};
  try {
    return JSON.parse(text) as Json;
  } catch {
    return Object.fromEntries(new URLSearchParams(text));
  }
}

/** Files as their bytes; what is an object in a method's fields is written as JSON. */
async function readForm(body: Buffer, type: string): Promise<Json> {
  const form = await new Response(Uint8Array.from(body), { headers: { 'content-type': type } }).formData();
  const fields: Json = {};
  for (const [name, value] of form) {
    fields[name] = typeof value === 'string' ? value : new Uint8Array(await value.arrayBuffer());
  }
  return fields;
}
