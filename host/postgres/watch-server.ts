import { findPostmaster, type Server, startServer } from './server.ts';
import type { PostgresNote } from './start-postgres.ts';

const LOOK_EVERY_MS = 500;

/** Starts the server again whenever it is found dead, on the same port, until stopped. */
export function watchServer(options: { server: Server; port: number; note: PostgresNote }): {
  stop: () => Promise<void>;
} {
  let isStopped = false;
  let looking: Promise<void> = Promise.resolve();
  const timer = setInterval(() => {
    looking = looking.then(look);
  }, LOOK_EVERY_MS);

  async function look(): Promise<void> {
    if (isStopped || (await findPostmaster(options.server.cluster))) return;
    options.note('died', {});
    try {
      await startServer(options.server, options.port);
      options.note('restarted', {});
    } catch {
      // Its children may still be leaving, or the disk may be full: the next look tries again.
    }
  }

  return {
    stop: async () => {
      isStopped = true;
      clearInterval(timer);
      await looking;
    },
  };
}
