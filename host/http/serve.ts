import { createServer, type Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import { AppError } from '../../core/app-error.ts';
import { wordsFor } from '../../locales/words.ts';

/** A page that holds a connection open must not hold up the stop for longer. */
const CLOSE_TIMEOUT_MS = 5_000;
const CLOSE_IDLE_EVERY_MS = 50;

export type HttpServer = {
  /** Until then every request hears that the assistant is starting. */
  answerWith: (app: Hono) => void;
  /** From here on nobody new is let in; requests under way go on. */
  stopAccepting: () => void;
  /** Waits for the requests under way, but not for ever. */
  close: () => Promise<void>;
};

/**
 * Listens at once, so that a busy port is known before anything else is begun.
 * Throws `port.busy`, `port.not-allowed` or `host.unknown`, which say what to change.
 */
export async function serveHttp(options: { host: string; port: number }): Promise<HttpServer> {
  let app = createWaitingApp();
  const server = createServer(getRequestListener((request, env) => app.fetch(request, env)));
  await listen(server, options);
  let closed: Promise<void> | undefined;
  const stopAccepting = (): void => {
    closed ??= new Promise((resolve) => server.close(() => resolve()));
  };
  return {
    answerWith: (next) => {
      app = next;
    },
    stopAccepting,
    close: async () => {
      stopAccepting();
      // A connection that browsers keep for later falls idle only after its last answer.
      const idle = setInterval(() => server.closeIdleConnections(), CLOSE_IDLE_EVERY_MS);
      const timeout = setTimeout(() => server.closeAllConnections(), CLOSE_TIMEOUT_MS);
      await closed;
      clearInterval(idle);
      clearTimeout(timeout);
    },
  };
}

function createWaitingApp(): Hono {
  const app = new Hono();
  app.get('/healthz', (c) => c.json({ status: 'starting' }));
  app.all('*', (c) => c.text(wordsFor('vi').t('host:starting'), 503, { 'Retry-After': '2' }));
  return app;
}

function listen(server: Server, { host, port }: { host: string; port: number }): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(explain(error, { host, port })));
    server.listen({ host, port }, () => resolve());
  });
}

function explain(error: NodeJS.ErrnoException, where: { host: string; port: number }): Error {
  if (error.code === 'EADDRINUSE') return new AppError('port.busy', where, { cause: error });
  if (error.code === 'EACCES') return new AppError('port.not-allowed', where, { cause: error });
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') {
    return new AppError('host.unknown', where, { cause: error });
  }
  return error;
}
