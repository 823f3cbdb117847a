import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { Hono } from 'hono';
import { openLiveLibrary } from '../bot/library/live-library.ts';
import type { Config } from '../config.ts';
import { DEFAULT_THRESHOLDS } from '../core/answers/asking/confidence.ts';
import { errorFacts } from '../core/error-facts.ts';
import type { Log } from '../core/log.ts';
import { loadCalendar } from '../data/holidays/load-calendar.ts';
import { openLiveCalendar } from '../records/calendar-live.ts';
import { listChannelAccounts } from '../records/channel-accounts.ts';
import { openDatabase } from '../records/database.ts';
import { openFileStore } from '../records/file-store.ts';
import { readKnowledgeState } from '../records/knowledge-state.ts';
import { askDatabase, countOpenWork } from '../records/open-work.ts';
import { listen } from '../records/signals.ts';
import { announce } from './announce.ts';
import { makeDataFolder } from './data-folder.ts';
import { createDatabaseClock } from './database-clock.ts';
import { copyPage } from './http/copy-page.ts';
import { createApp } from './http/create-app.ts';
import { createMetrics } from './http/metrics.ts';
import { picturePage } from './http/picture-page.ts';
import { serveHttp } from './http/serve.ts';
import { loadPlaces } from './load-places.ts';
import { lockIfEmbedded, openMigratedDatabase } from './open-database.ts';
import { madeFolder } from './prepare/source-hash.ts';
import { projectRoot } from './project-root.ts';
import type { Shared } from './roles/shared.ts';
import { startBot } from './roles/start-bot.ts';
import { startOffice } from './roles/start-office.ts';
import { startPeriodicWork } from './roles/start-periodic-work.ts';
import { setUpCentre } from './set-up-centre.ts';
import { tellDatabase } from './tell-database.ts';

export type Started = {
  /** Lets what is under way end, then closes everything, the database last. */
  stop: () => Promise<void>;
};

/**
 * Puts the assistant together and starts the roles asked for. What was opened is closed again, in the reverse order,
 * when a later step fails. `print` writes for the person who started it.
 */
export async function start(options: { config: Config; log: Log; print: (line: string) => void }): Promise<Started> {
  const { config, log, print } = options;
  await using opened = new AsyncDisposableStack();
  await makeDataFolder(config.dataDir);
  const lock = await lockIfEmbedded({ ...config, says: config.publicUrl });
  opened.defer(() => lock?.release());

  const http = await serveHttp(config);
  // Again further down: on the way out it comes before the database, on a failed start at all.
  opened.defer(http.close);
  const database = await openMigratedDatabase({ ...config, log, note: tellDatabase({ log, print }) });
  opened.defer(database.close);
  const signals = await listen({
    url: database.url,
    onError: (error) => log.warn(errorFacts(error), 'the connection that listens was lost'),
  });
  opened.defer(signals.close);
  const db = openDatabase({ url: database.url });
  opened.defer(() => db.$disconnect());
  const clock = await createDatabaseClock(db);
  opened.defer(clock.stop);
  const library = await openLiveLibrary({
    ...{ db, root: projectRoot, signals, clock, log },
    thresholds: { ...DEFAULT_THRESHOLDS, offer: config.offerFrom },
  });
  opened.defer(library.stop);
  const calendar = await openLiveCalendar({ db, shipped: loadCalendar(), signals, log });
  opened.defer(calendar.stop);
  opened.defer(http.close);

  const closing = new AbortController();
  const shared: Shared = {
    config,
    db,
    databaseUrl: database.url,
    clock,
    ids: { next: randomUUID },
    log,
    signals,
    files: openFileStore(join(config.dataDir, 'files')),
    places: await loadPlaces(),
    library,
    calendar,
    closing: closing.signal,
  };
  const centre = await setUpCentre({ ...shared, isEmbedded: database.isEmbedded });
  const has = (role: Config['roles'][number]): boolean => config.roles.includes(role);

  const bot = has('bot') || has('jobs') ? await startBot(shared) : undefined;
  if (has('jobs') && bot) {
    const jobs = await startPeriodicWork(shared, bot);
    opened.defer(jobs.stop);
  }
  if (bot) opened.defer(bot.stop);
  const office = has('staff') ? await startOffice(shared) : undefined;

  http.answerWith(
    createApp({
      log,
      publicUrl: config.publicUrl,
      metrics: createMetrics({
        countOpenWork: () => countOpenWork(db, clock.now()),
        listChannels: () => listChannelAccounts(db),
        countUntaken: async () => (await readKnowledgeState(db)).version - library.takenOver(),
        clock,
      }),
      askDatabase: () => askDatabase(db),
      isStopping: () => closing.signal.aborted,
      links: new Hono().route('/', copyPage(shared)).route('/', picturePage(shared)),
      chat: has('bot') && bot ? { mount: bot.mountChat, folder: madeFolder('chat') } : undefined,
      console: office ? { mount: office.mountOffice, folder: madeFolder('console') } : undefined,
    }),
  );
  opened.defer(() => {
    http.stopAccepting();
    // Ends the streams that pages hold open.
    closing.abort();
  });
  if (has('bot')) bot?.listen();
  await announce({ ...shared, centre, isEmbedded: database.isEmbedded, print });

  const rest = opened.move();
  return { stop: () => rest.disposeAsync() };
}
