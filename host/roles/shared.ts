import type { LiveLibrary } from '../../bot/library/live-library.ts';
import type { Config } from '../../config.ts';
import type { Ids } from '../../core/ids.ts';
import type { Log } from '../../core/log.ts';
import type { Places } from '../../core/places/places.ts';
import type { Clock } from '../../core/time.ts';
import type { LiveCalendar } from '../../records/calendar-live.ts';
import type { Db } from '../../records/database.ts';
import type { FileStore } from '../../records/file-store.ts';
import type { Signals } from '../../records/signals.ts';

/** What every role of this process is given. */
export type Shared = {
  config: Config;
  db: Db;
  databaseUrl: string;
  clock: Clock;
  ids: Ids;
  log: Log;
  signals: Signals;
  files: FileStore;
  places: Places;
  library: LiveLibrary;
  calendar: LiveCalendar;
  /** Aborted when the process begins to stop. */
  closing: AbortSignal;
};
