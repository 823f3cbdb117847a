import { Hono } from 'hono';
import { errorFacts } from '../../core/error-facts.ts';
import type { Log } from '../../core/log.ts';
import { wordsFor } from '../../locales/words.ts';
import type { Metrics } from './metrics.ts';
import { pageHeaders } from './page-headers.ts';
import { pageRoutes } from './pages.ts';

/** How long a probe waits for the database. */
const READY_TIMEOUT_MS = 2_000;

/** Adds the routes of a role. */
export type Mount = (app: Hono) => void;

export type AppParts = {
  log: Log;
  publicUrl: string;
  metrics: Metrics;
  /** Rejects when the database does not answer. */
  askDatabase: () => Promise<void>;
  /** Draining: a balancer should send nobody here any more. */
  isStopping: () => boolean;
  /** What people open from a link in a chat. */
  links?: Hono;
  /** Present when the role `bot` runs here. */
  chat?: { mount: Mount; folder: string };
  /** Present when the role `staff` runs here. */
  console?: { mount: Mount; folder: string };
};

/** All that is answered over HTTP, put together from what the roles of this process bring. */
export function createApp(parts: AppParts): Hono {
  const { log, metrics, chat, console: office } = parts;
  const app = new Hono();
  app.use(metrics.countRequests);
  app.onError((error, c) => {
    log.error({ ...errorFacts(error), path: c.req.path }, 'a request failed');
    return c.text(wordsFor('vi').t('host:requestFailed'), 500);
  });

  app.get('/healthz', (c) => c.json({ status: 'ok' }));
  app.get('/readyz', async (c) => {
    const isReady = !parts.isStopping() && (await answersInTime(parts.askDatabase()));
    return c.json({ status: isReady ? 'ready' : 'not-ready' }, isReady ? 200 : 503);
  });
  app.get('/metrics', async (c) => c.body(await metrics.read(), 200, { 'Content-Type': metrics.contentType }));

  office?.mount(app);
  app.use(pageHeaders(parts));
  if (parts.links) app.route('/', parts.links);
  chat?.mount(app);
  // The console first: the chat page's files are looked for at every path that nobody else has.
  if (office) app.route('/', pageRoutes({ folder: office.folder, base: '/console' }));
  if (chat) app.route('/', pageRoutes({ folder: chat.folder, base: '' }));
  else if (office) app.get('/', (c) => c.redirect('/console'));
  return app;
}

async function answersInTime(work: Promise<void>): Promise<boolean> {
  const { promise: timeout, resolve } = Promise.withResolvers<boolean>();
  const timer = setTimeout(() => resolve(false), READY_TIMEOUT_MS);
  const answered = work.then(
    () => true,
    () => false,
  );
  return Promise.race([answered, timeout]).finally(() => clearTimeout(timer));
}
