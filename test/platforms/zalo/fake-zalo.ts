import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import * as z from 'zod';
import { createFaults, type Fault, type Faults } from './faults.ts';
import { createMethods } from './methods.ts';
import { type FakeZaloOptions, withDefaults } from './options.ts';
import { createPeople, type FakePerson } from './people.ts';
import { createPhotos, type HostedPhoto } from './photos.ts';
import { createUpdates, type ZaloEvent } from './updates.ts';
import { createWebhook, type WebhookDelivery } from './webhook.ts';
import { type Answer, readBody, refuse, sleep, writeJson } from './wire.ts';

export type Call = { method: string; body: unknown; at: Date };

export type FakeZalo = {
  /** The base of the API, e.g. http://127.0.0.1:45123 (what ZALO_API_URL is set to). */
  url: string;
  token: string;
  person: (name: string) => FakePerson;
  faults: Faults;
  /** Every call with the right token, in order, polls included. */
  calls: Call[];
  callsOf: (method: string) => Call[];
  /** The same event once more, as at-least-once webhooks do. */
  repeatLastEvent: () => void;
  /** Puts a photo on Zalo's photo server and answers its link. */
  hostPhoto: (photo: HostedPhoto) => string;
  /** How often the photo of this link was asked for. */
  photoRequests: (link: string) => number;
  webhook: () => { url: string } | undefined;
  webhookDeliveries: WebhookDelivery[];
  /** Events handed to a caller who had hung up, or told while nobody listened. */
  lost: ZaloEvent[];
  /** Polls that began while another one was open: always a mistake of the bot. */
  overlappingPolls: () => number;
  /** Polls that wait now, and those of them whose caller has left. */
  openPolls: () => { open: number; hungUp: number };
  /** Messages taken this month. */
  quotaUsed: () => number;
  turnedAway: () => string[];
  close: () => Promise<void>;
};

/**
 * A Zalo Bot Platform for tests: a strict HTTP server on a free port, and the people who chat with the bot through it.
 * It refuses what Zalo refuses and delivers as Zalo delivers; README.md beside this file tells what it knows and from where.
 *
 * @example
 * const zalo = await startFakeZalo();
 * const lan = zalo.person('Lan');
 * lan.says('chào');               // waits for the bot's next getUpdates, or goes to its webhook
 * lan.texts();                    // what the bot answered
 * zalo.faults.next('sendMessage', { kind: 'drop', done: true });  // delivered, but the answer never comes
 */
export async function startFakeZalo(options: FakeZaloOptions = {}): Promise<FakeZalo> {
  const settings = withDefaults(options);
  const faults = createFaults();
  const updates = createUpdates(settings);
  const webhook = createWebhook(settings);
  const photos = createPhotos();
  const calls: Call[] = [];
  const events: ZaloEvent[] = [];
  let url = '';

  const arrive = (event: ZaloEvent): void => {
    events.push(event);
    if (webhook.current() === undefined) updates.add(event);
    else void webhook.deliver(event);
  };
  const people = createPeople({ settings, arrive, hostPhoto: (bytes) => `${url}${photos.host({ bytes })}` });
  const arriveAll = (): void => {
    for (const event of updates.drain()) void webhook.deliver(event);
  };
  const { methods, quota } = createMethods({ settings, people, updates, webhook, arriveAll });

  const answerCall = async (request: IncomingMessage, response: ServerResponse, path: string): Promise<void> => {
    const [, token, name = ''] = /^\/bot([^/]+)\/([^/]+)$/.exec(path) ?? [];
    const given = await readBody(request);
    const answer = (body: Answer): void =>
      writeJson(response, body.ok || settings.refusalStatus === 'always-200' ? 200 : body.error_code, body);
    if (token === undefined) return answer(refuse(404, 'Not Found'));
    if (decodeURIComponent(token) !== settings.token) return answer(refuse(401, 'Unauthorized'));
    const method = methods.get(name);
    if (method === undefined) return answer(refuse(404, 'Not Found'));
    if (request.method !== 'POST') return answer(refuse(400, 'Bad Request: use POST'));
    const body = parseBody(request, given);
    if (body === undefined) return answer(refuse(400, 'Bad Request: the body must be a JSON object'));

    calls.push({ method: name, body, at: settings.now() });
    const hungUp = new AbortController();
    response.on('close', () => hungUp.abort());
    await meet(faults.take(name) ?? settings.chooseFault(name, body), {
      response,
      answer,
      perform: async () => method(body, hungUp.signal),
    });
  };

  const server = createServer((request, response) => {
    const path = request.url?.split('?')[0] ?? '/';
    const work = path.startsWith('/photos/') ? photos.serve(path, response) : answerCall(request, response, path);
    work.catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${z.object({ port: z.number() }).parse(server.address()).port}`;

  return {
    url,
    token: settings.token,
    person: people.person,
    faults,
    calls,
    callsOf: (method) => calls.filter((call) => call.method === method),
    repeatLastEvent: () => {
      const last = events.at(-1);
      if (last !== undefined) arrive(last);
    },
    hostPhoto: (photo) => `${url}${photos.host(photo)}`,
    photoRequests: (link) => photos.fetched.get(new URL(link).pathname) ?? 0,
    webhook: webhook.current,
    webhookDeliveries: webhook.deliveries,
    lost: updates.lost,
    overlappingPolls: updates.overlaps,
    openPolls: updates.openPolls,
    quotaUsed: quota.used,
    turnedAway: people.turnedAway,
    close: async () => {
      updates.close();
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

/** Calls without parameters may come without a body. Undefined when it is no JSON object. */
function parseBody(request: IncomingMessage, given: Buffer): object | undefined {
  if (given.byteLength === 0) return {};
  if (!/^application\/json\b/i.test(request.headers['content-type'] ?? '')) return undefined;
  try {
    const body: unknown = JSON.parse(given.toString('utf8'));
    return typeof body === 'object' && body !== null && !Array.isArray(body) ? body : undefined;
  } catch {
    return undefined;
  }
}

/** Does what was asked, and answers, as far as the fault lets it. */
async function meet(
  fault: Fault | undefined,
  call: { response: ServerResponse; perform: () => Promise<Answer>; answer: (body: Answer) => void },
): Promise<void> {
  const { response, perform, answer } = call;
  switch (fault?.kind) {
    case undefined:
      return answer(await perform());
    case 'slow':
      await sleep(fault.ms);
      return answer(await perform());
    case 'error':
      return answer(refuse(fault.code, fault.description ?? `Error ${fault.code}`));
    case 'http':
      response.writeHead(fault.status, { 'Content-Type': 'text/html' }).end(fault.body ?? '<html>Bad gateway</html>');
      return;
    case 'drop':
      if (fault.done) await perform();
      response.destroy();
      return;
    case 'silence':
      if (fault.done) await perform();
  }
}
