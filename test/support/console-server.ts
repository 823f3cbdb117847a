import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Clock } from '../../core/time.ts';
import { createApp } from '../../host/http/create-app.ts';
import { createMetrics } from '../../host/http/metrics.ts';
import { serveHttp } from '../../host/http/serve.ts';
import { findFreePort } from '../../host/postgres/start-postgres.ts';
import { type FileStore, openFileStore } from '../../records/file-store.ts';
import { listen } from '../../records/signals.ts';
import type { StaffDeps } from '../../staff/staff-deps.ts';
import { type Office, openOffice } from './office.ts';

export type ConsoleServer = Office & { origin: string; files: FileStore };

/** The office's API and the built console as the host serves them, with signals through the database. */
export async function startConsoleServer(options: {
  url: string;
  clock: Clock;
  folder: string;
  library?: StaffDeps['library'];
}): Promise<ConsoleServer> {
  const { url, clock, folder, library } = options;
  const filesFolder = await mkdtemp(join(tmpdir(), 'khuyencong-files-'));
  const files = openFileStore(filesFolder);
  const port = await findFreePort();
  const origin = `http://127.0.0.1:${port}`;
  const signals = await listen({ url });
  const closing = new AbortController();
  const office = openOffice({ url, clock, publicUrl: origin, signals, files, library, closing: closing.signal });
  const http = await serveHttp({ host: '127.0.0.1', port });
  http.answerWith(
    createApp({
      log: office.deps.log,
      publicUrl: origin,
      metrics: createMetrics({
        countOpenWork: async () => ({
          unansweredMessages: 0,
          openDeliveries: 0,
          waitingQuestions: 0,
          lateQuestions: 0,
          lateDataRequests: 0,
        }),
      }),
      askDatabase: async () => {},
      isStopping: () => false,
      console: { mount: (app) => void app.route('/', office.app), folder },
    }),
  );
  return {
    ...office,
    origin,
    files,
    close: async () => {
      closing.abort();
      await http.close();
      await signals.close();
      await office.close();
      await rm(filesFolder, { recursive: true, force: true });
    },
  };
}
