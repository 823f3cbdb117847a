import type { LiveLibrary } from '../bot/library/live-library.ts';
import type { Ids } from '../core/ids.ts';
import type { Log } from '../core/log.ts';
import type { Commune, Places } from '../core/places/places.ts';
import type { HolidayTable } from '../core/schedule/holidays.ts';
import type { Clock } from '../core/time.ts';
import type { LiveCalendar } from '../records/calendar-live.ts';
import type { Db } from '../records/database.ts';
import type { FileStore } from '../records/file-store.ts';
import type { Signals } from '../records/signals.ts';
import type { StaffAuth } from './auth/staff-auth.ts';

/** What the office's API needs; the host makes it and passes it in. */
export type StaffDeps = {
  db: Db;
  clock: Clock;
  ids: Ids;
  auth: StaffAuth;
  /** Where browsers find us, e.g. https://kc.example.vn. Writes from other origins are refused. */
  publicUrl: string;
  /** Whether X-Forwarded-For is written by a proxy of ours. */
  trustProxy: boolean;
  /** The communes of a province, in the order of their names. */
  listCommunes: (provinceCode: string) => Promise<Commune[]>;
  /** All places, to read what a place is called. */
  loadPlaces: () => Promise<Places>;
  signals: Pick<Signals, 'on' | 'onReconnect'>;
  /** Makes a JPEG anew out of a picture, without what is hidden in the file. Throws `photo.…`. */
  cleanPhoto: (bytes: Uint8Array) => Promise<{ bytes: Uint8Array; width: number; height: number }>;
  files: Pick<FileStore, 'read' | 'remove'>;
  /** The dates and holidays that count now, and those that came with the product. */
  calendar: Pick<LiveCalendar, 'current' | 'shipped'>;
  holidays: () => HolidayTable;
  /** Ends the open event streams, so that the server can close. */
  closing: AbortSignal;
  /** The Zalo bot, if there is one, and how many messages a month its plan allows. */
  zalo?: { account: string; monthlyLimit: number };
  /** What answers people now, and what another state of it would answer. */
  library: Pick<LiveLibrary, 'current' | 'shipped' | 'takenOver' | 'rehearse'>;
  log: Log;
};
