import { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import { findSignedIn, type StaffEnv } from '../auth/session.ts';
import type { StaffDeps } from '../staff-deps.ts';

/** Often enough that proxies keep the line open, and that who was shut out is gone soon. */
const HEARTBEAT_MS = 20_000;

/**
 * Tells an open console that something changed, as server-sent events: `change` with the kind of record. It carries no
 * data, so the page asks for what it shows; and it may miss something, so the page also asks by itself from time to time.
 */
export const liveRoutes = ({ auth, signals, closing }: Pick<StaffDeps, 'auth' | 'signals' | 'closing'>) =>
  new Hono<StaffEnv>().get('/', (c) =>
    streamSSE(c, async (stream) => {
      const { promise: ended, resolve: end } = Promise.withResolvers<void>();
      const tell = (kind: string): void => void stream.writeSSE({ event: 'change', data: kind });
      const stop = [signals.on('console', tell), signals.onReconnect(() => tell('all'))];
      const heartbeat = setInterval(async () => {
        const officer = await findSignedIn(auth, c.req.raw.headers).catch(() => c.get('officer'));
        if (officer === undefined) end();
        else await stream.writeSSE({ event: 'beat', data: '' });
      }, HEARTBEAT_MS);

      stream.onAbort(() => end());
      const endNow = (): void => end();
      closing.addEventListener('abort', endNow);
      if (closing.aborted) end();
      await stream.writeSSE({ event: 'open', data: '' });
      await ended;
      clearInterval(heartbeat);
      closing.removeEventListener('abort', endNow);
      for (const off of stop) off();
    }),
  );
