import pg from 'pg';
import type { Db, Tx } from './database.ts';

/**
 * Signals between processes, by PostgreSQL's NOTIFY. They carry ids only and may be lost (a restart of the database):
 * whoever listens also looks by itself from time to time.
 *
 * - `delivery`  contact id: a message waits to be sent to this contact
 * - `web-chat`  contact id: there is news for an open chat page
 * - `console`   kind of record: officers see something new
 * - `knowledge` number of the version: officers published or withdrew something
 * - `calendar`  number of the version: officers changed a date of the plan year or a holiday
 */
export type SignalChannel = 'delivery' | 'web-chat' | 'console' | 'knowledge' | 'calendar';

/** Inside a transaction the signal leaves at commit, and never when the transaction is rolled back. */
export async function notify(db: Db | Tx, channel: SignalChannel, payload: string): Promise<void> {
  await db.$executeRaw`SELECT pg_notify(${channel}, ${payload})`;
}

export type Signals = {
  /** Returns the function that ends the subscription. */
  on: (channel: SignalChannel, handler: (payload: string) => void) => () => void;
  /** Called each time the connection is made again: what was signalled meanwhile is lost, so look for it. */
  onReconnect: (handler: () => void) => () => void;
  close: () => Promise<void>;
};

const RECONNECT_MS = 1000;

/** Listens on one connection of its own, and connects again whenever it breaks. */
export async function listen(options: { url: string; onError?: (error: unknown) => void }): Promise<Signals> {
  const handlers = new Map<string, Set<(payload: string) => void>>();
  const reconnectHandlers = new Set<() => void>();
  const channels: SignalChannel[] = ['delivery', 'web-chat', 'console', 'knowledge', 'calendar'];
  let client: pg.Client | undefined;
  let timer: NodeJS.Timeout | undefined;
  let closed = false;

  const connect = async (): Promise<void> => {
    const next = new pg.Client({ connectionString: options.url, keepAlive: true });
    next.on('notification', ({ channel, payload }) => {
      for (const handler of handlers.get(channel) ?? []) handler(payload ?? '');
    });
    // `error` and `end` may both come; the first one that finds this client current reconnects.
    const lost = (error?: unknown): void => {
      if (closed || client !== next) return;
      client = undefined;
      if (error !== undefined) options.onError?.(error);
      next.end().catch(() => {});
      reconnectLater();
    };
    next.on('error', lost);
    next.on('end', () => lost());
    client = next;
    await next.connect();
    for (const channel of channels) await next.query(`LISTEN ${pg.escapeIdentifier(channel)}`);
  };

  const reconnectLater = (): void => {
    timer = setTimeout(() => {
      connect().then(
        () => {
          for (const handler of reconnectHandlers) handler();
        },
        (error) => {
          client?.end().catch(() => {});
          client = undefined;
          options.onError?.(error);
          if (!closed) reconnectLater();
        },
      );
    }, RECONNECT_MS);
  };

  await connect();

  return {
    on: (channel, handler) => {
      const set = handlers.get(channel) ?? new Set();
      handlers.set(channel, set.add(handler));
      return () => set.delete(handler);
    },
    onReconnect: (handler) => {
      reconnectHandlers.add(handler);
      return () => reconnectHandlers.delete(handler);
    },
    close: async () => {
      closed = true;
      clearTimeout(timer);
      await client?.end();
    },
  };
}
