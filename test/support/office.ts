import { randomUUID } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { Hono } from 'hono';
import { buildLibrary } from '../../bot/library/load-library.ts';
import type { Log } from '../../core/log.ts';
import type { Clock } from '../../core/time.ts';
import { loadCalendar } from '../../data/holidays/load-calendar.ts';
import { loadPlaces } from '../../host/load-places.ts';
import { createAdminLink } from '../../records/admin-links.ts';
import { type Db, openDatabase } from '../../records/database.ts';
import type { OfficerRole } from '../../records/officers.ts';
import { authRoutes } from '../../staff/auth/auth-routes.ts';
import { createStaffAuth } from '../../staff/auth/staff-auth.ts';
import { staffRoutes } from '../../staff/routes.ts';
import type { StaffDeps } from '../../staff/staff-deps.ts';

const OFFICE_URL = 'http://office.test';
export const PASSWORD = 'mat-khau-thu-nghiem';

export type Asked = { as?: string; body?: unknown; headers?: Record<string, string>; method?: string };

export type Office = {
  db: Db;
  app: Hono;
  deps: StaffDeps;
  /** Everything that was logged, as text. */
  logged: () => string;
  /** Signals to the console, as another process would send them. */
  signal: (kind: string) => void;
  ask: (path: string, asked?: Asked) => Promise<Response>;
  /** A new officer who is signed in. `cookie` goes into `as`. */
  hire: (role: OfficerRole, name?: string) => Promise<{ id: string; email: string; cookie: string }>;
  signIn: (email: string, password?: string) => Promise<string>;
  close: () => Promise<void>;
};

const nothing = { articles: [], rates: [], eligibility: [], provinces: [] };
const library = buildLibrary(nothing);
const shipped = loadCalendar();
/** An assistant that knows nothing. */
const emptyLibrary: StaffDeps['library'] = {
  current: () => library,
  shipped: nothing,
  takenOver: () => 0,
  rehearse: async () => [],
};

/** The staff API on a real database, asked without a network. */
export function openOffice(
  options: { url: string; clock: Clock; publicUrl?: string } & Partial<
    Pick<StaffDeps, 'signals' | 'files' | 'closing' | 'zalo' | 'library' | 'calendar'>
  >,
): Office {
  const { clock, publicUrl = OFFICE_URL } = options;
  const db = openDatabase({ url: options.url });
  const lines: string[] = [];
  const write = (facts: Record<string, unknown>, message: string) => {
    lines.push(`${message} ${JSON.stringify(facts)}`);
  };
  const log: Log = { debug: write, info: write, warn: write, error: write };
  const emitter = new EventEmitter();
  const auth = createStaffAuth({ db, secret: 'a secret for tests that is long enough', publicUrl, log });
  const deps: StaffDeps = {
    ...{ db, clock, auth, publicUrl, log },
    trustProxy: true,
    zalo: options.zalo,
    library: options.library ?? emptyLibrary,
    closing: options.closing ?? new AbortController().signal,
    ids: { next: randomUUID },
    listCommunes: async (provinceCode) => (await loadPlaces()).listCommunes(provinceCode),
    loadPlaces,
    signals: options.signals ?? {
      on: (channel, handler) => {
        emitter.on(channel, handler);
        return () => emitter.off(channel, handler);
      },
      onReconnect: () => () => {},
    },
    // Only when it is needed: from then on sharp opens no drawings, of which some tests make their photos.
    cleanPhoto: async (bytes) => (await import('../../bot/channels/photos/clean-photo.ts')).cleanPhoto(bytes),
    files: options.files ?? {
      read: async (key) => new TextEncoder().encode(`bytes of ${key}`),
      remove: async () => {},
    },
    calendar: options.calendar ?? { shipped, current: () => shipped },
    holidays: () => deps.calendar.current().holidays,
  };
  const app = new Hono().route('/staff/api', staffRoutes(deps)).route('/staff/auth', authRoutes(deps));

  const ask: Office['ask'] = async (
    path,
    { as, body, headers = {}, method = body === undefined ? 'GET' : 'POST' } = {},
  ) =>
    await app.request(`${publicUrl}${path}`, {
      method,
      headers: {
        origin: new URL(publicUrl).origin,
        // Each question comes from another address, so that the limits of one test do not meet another's.
        'x-forwarded-for': `10.${random(256)}.${random(256)}.${random(256)}`,
        ...(as === undefined ? {} : { cookie: as }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });

  const signIn: Office['signIn'] = async (email, password = PASSWORD) => {
    const answer = await ask('/staff/auth/sign-in', { body: { email, password } });
    if (!answer.ok) throw new Error(`not signed in: ${answer.status} ${await answer.text()}`);
    return cookieOf(answer);
  };

  const hire: Office['hire'] = async (role, name = 'Nguyễn Thị Hoa') => {
    const email = `${randomUUID()}@example.vn`;
    const token = await createAdminLink({ db, clock });
    const body = { requestId: randomUUID(), token, name, email, password: PASSWORD };
    const answer = await ask('/staff/api/setup', { body });
    if (!answer.ok) throw new Error(`not hired: ${answer.status} ${await answer.text()}`);
    const { id } = await db.user.update({ where: { email }, data: { role } });
    return { id, email, cookie: await signIn(email) };
  };

  return {
    ...{ db, app, deps, ask, hire, signIn },
    logged: () => lines.join('\n'),
    signal: (kind) => emitter.emit('console', kind),
    close: () => db.$disconnect(),
  };
}

/** The cookies of an answer, as a browser would send them back. */
function cookieOf(answer: Response): string {
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}

const random = (below: number): number => Math.floor(Math.random() * below);
