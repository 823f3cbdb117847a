import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { errorFacts } from '../../../core/error-facts.ts';
import type { Ids } from '../../../core/ids.ts';
import type { Log } from '../../../core/log.ts';
import type { Clock } from '../../../core/time.ts';
import { getCentre } from '../../../records/centre.ts';
import type { Db } from '../../../records/database.ts';
import { isDatabaseAway } from '../../../records/database-away.ts';
import type { FileStore } from '../../../records/file-store.ts';
import type { Signals } from '../../../records/signals.ts';
import { markDeliveriesSeen } from '../../../records/transcripts.ts';
import type { Receive } from '../channel.ts';
import { eventStream } from './event-stream.ts';
import { readHistory } from './history.ts';
import { jsonBody, valid } from './json-body.ts';
import { defaultLimits, MAX_JSON_BYTES, type WebChatLimits } from './limits.ts';
import { createOpenPages } from './open-pages.ts';
import { createPhotoFormReader, createPhotoReceiver } from './photo-upload.ts';
import { answerProblem, findProblem, problem } from './problem.ts';
import type { StartAnswer } from './protocol.ts';
import { createRateLimits } from './rate-limits.ts';
import { historyQuery, newMessage, seenMessages } from './requests.ts';
import { sameOriginOnly } from './same-origin.ts';
import { createSessionCookie } from './session-cookie.ts';
import { createSessions } from './sessions.ts';
import { storedPhoto } from './stored-photo.ts';
import { WEB_CHAT, WEB_CHAT_ACCOUNT } from './web-chat-channel.ts';
import type { SessionEnv } from './web-chat-parts.ts';

export type WebChatRoutesOptions = {
  db: Db;
  clock: Clock;
  ids: Ids;
  receive: Receive;
  signals: Pick<Signals, 'on' | 'onReconnect'>;
  files: FileStore;
  /** Where people reach this copy, e.g. https://hoi.example.vn: decides the cookie's name and the page's origin. */
  publicUrl: string;
  /** The address of a request is the last one of X-Forwarded-For. */
  trustProxy: boolean;
  log: Log;
  account?: string;
  limits?: Partial<WebChatLimits>;
  /** Ends the open event streams, so that the server can close. */
  closing?: AbortSignal;
};

const AWAY_SECONDS = 3;

/** What the chat page asks of its server, to be mounted at /chat/api on the page's own origin. See protocol.ts. */
export function webChatRoutes(options: WebChatRoutesOptions): Hono<SessionEnv> {
  const { db, clock, ids, receive, signals, files, publicUrl, trustProxy, log } = options;
  const limits = { ...defaultLimits, ...options.limits };
  const account = options.account ?? WEB_CHAT_ACCOUNT;
  const parts = { db, clock, ids, receive, files, account, log, limits };
  const rates = createRateLimits(limits, clock, { trustProxy });
  const sessions = createSessions({ ...parts, rates, cookie: createSessionCookie(publicUrl) });
  const readPhotoForm = createPhotoFormReader(parts);
  const receivePhotos = createPhotoReceiver(parts);
  const closing = options.closing ?? new AbortController().signal;
  const jsonLimit = bodyLimit({
    maxSize: MAX_JSON_BYTES,
    onError: () => {
      throw problem('request.too-large');
    },
  });

  const app = new Hono<SessionEnv>();

  app.onError((error, c) => {
    const known = findProblem(error);
    if (known !== undefined) return answerProblem(c, known);
    if (isDatabaseAway(error)) return answerProblem(c, { code: 'server.away', retryAfterSeconds: AWAY_SECONDS });
    log.error({ ...errorFacts(error), path: c.req.path }, 'a request of the chat page failed');
    return answerProblem(c, { code: 'server.failed' });
  });
  app.use(async (c, next) => {
    rates.request(c);
    await next();
    if (!c.res.headers.has('Cache-Control')) c.header('Cache-Control', 'no-store');
  });
  app.use(sameOriginOnly({ publicUrl, trustProxy }));

  app.get('/start', async (c) => {
    const [{ name, isSample }, session] = await Promise.all([getCentre(db), sessions.find(c)]);
    const history = session === undefined ? undefined : await readHistory(db, session);
    return c.json({ centre: { name, isSample }, history } satisfies StartAnswer);
  });

  app.post('/session', async (c) => {
    await sessions.open(c);
    return c.json({});
  });

  app.post('/messages', jsonLimit, sessions.required, async (c) => {
    const message = await jsonBody(c, newMessage);
    const address = c.get('session').id;
    rates.message(c, address);
    const { repeated } = await receive({
      channel: WEB_CHAT,
      account,
      address,
      platformMessageId: message.id,
      body: 'text' in message ? { kind: 'text', text: message.text } : { kind: 'choice', key: message.choice },
    });
    return c.json({ repeated });
  });

  app.post('/photos', sessions.required, async (c) => {
    rates.photos(c, c.get('session').id);
    const answer = await readPhotoForm(c, (form) => receivePhotos(c.get('session').id, form));
    return c.json(answer);
  });

  app.get('/history', sessions.required, async (c) =>
    c.json(await readHistory(db, c.get('session'), valid(historyQuery, c.req.query()))),
  );

  app.post('/seen', jsonLimit, sessions.required, async (c) => {
    const { contactId } = c.get('session');
    const { ids: seen } = await jsonBody(c, seenMessages);
    if (contactId !== null) await markDeliveriesSeen(db, { contactId, ids: seen, now: clock.now() });
    return c.json({});
  });

  app.get('/events', sessions.required, eventStream({ ...parts, pages: createOpenPages(signals), closing }));
  app.get('/files/:id', sessions.required, storedPhoto(parts));

  return app;
}
