import type { PostgresNote } from './postgres-note.ts';
import { findPostmaster, type Server, startServer } from './server.ts';

const LOOK_EVERY_MS = 500;

/** Starts the server again whenever it is found dead, on the same port, until stopped. */
export function watchServer(options: { server: Server; port: number; note: PostgresNote }): {
  stop: () => Promise<void>;
} {
  const { server, port, note } = options;
  let isStopped = false;
  let isDown = false;

  const look = async (): Promise<void> => {
    if (await findPostmaster(server.cluster)) return;
    if (!isDown) note('died', {});
    isDown = true;
    try {
      await startServer(server, port);
      isDown = false;
      note('restarted', {});
    } catch {
      // Its children may still be leaving, or the disk may be full: the next look tries again.
    }
  };

  let timer: NodeJS.Timeout | undefined;
  let looking: Promise<void> = Promise.resolve();
  const lookLater = (): void => {
    timer = setTimeout(() => {
      looking = look().finally(() => {
        if (!isStopped) lookLater();
      });
    }, LOOK_EVERY_MS);
  };
  lookLater();

  return {
    stop: async () => {
      isStopped = true;
      clearTimeout(timer);
      await looking.catch(() => {});
    },
  };
}
