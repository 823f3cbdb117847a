import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { createBot } from '../../bot/bot.ts';
import type { IncomingBody, OutgoingMessage } from '../../bot/channels/channel.ts';
import { terminalChannel } from '../../bot/channels/terminal/terminal-channel.ts';
import { createRooms } from '../../bot/conversation/rooms.ts';
import { loadLibrary } from '../../bot/library/load-library.ts';
import { AppError } from '../../core/app-error.ts';
import type { Log } from '../../core/log.ts';
import { RETENTION } from '../../core/schedule/retention.ts';
import { fromOfficeTime, toOfficeTime } from '../../core/schedule/sending-hours.ts';
import type { Clock } from '../../core/time.ts';
import { loadCalendar } from '../../data/holidays/load-calendar.ts';
import { runPeriodicWork } from '../../jobs/run-periodic-work.ts';
import { wordsFor } from '../../locales/words.ts';
import { listApplications } from '../../records/applications.ts';
import { saveCentre } from '../../records/centre.ts';
import { type Db, openDatabase } from '../../records/database.ts';
import { type FileStore, openFileStore } from '../../records/file-store.ts';
import { createContact, getContact } from '../../records/people.ts';
import { createWindow } from '../../records/windows.ts';
import { decide } from '../../staff/requests/decide.ts';
import type { Decision } from '../../staff/requests/decision.ts';
import { loadPlaces } from '../load-places.ts';
import { migrate } from '../migrations/migrate.ts';
import { startTemporaryPostgres } from '../postgres/temporary-postgres.ts';
import { projectRoot } from '../project-root.ts';
import { publishTalkCourse } from './publish-talk-course.ts';
import type { TalkCourse, TalkWindow } from './talk-line.ts';

/** Where the sample centre is: Thái Nguyên. */
const SAMPLE_PROVINCE = '19';
/** Who decides in a talk. */
const OFFICER_ID = 'talk';
/** Time passes in steps, so that what is due in between happens at about its own time. */
const STEP_MS = 3_600_000;

export type Talk = {
  db: Db;
  files: FileStore;
  clock: Clock;
  /** The id of the person who talks under this name; made when it is new. */
  meet: (from: string) => Promise<string>;
  /** Somebody says something; resolves when everything that it led to has gone out. */
  say: (from: string, body: IncomingBody) => Promise<void>;
  /** An officer decides about the last request that this person sent; resolves when what they are told has gone out. */
  decide: (from: string, decision: Decision) => Promise<void>;
  enterWindow: (window: TalkWindow) => Promise<void>;
  holdCourse: (course: TalkCourse) => Promise<void>;
  /** Lets time pass, with the work that jobs would do meanwhile. */
  advance: (duration: Temporal.Duration) => Promise<void>;
  close: () => Promise<void>;
};

/** The whole assistant on a throw-away database with the sample centre; nothing of a running one is touched. */
export async function openTalk(options: {
  provinceCode?: string;
  print: (message: OutgoingMessage) => void;
  startAt?: Date;
  /** How much time passes at once; an hour unless told. */
  stepMs?: number;
}): Promise<Talk> {
  const postgres = await startTemporaryPostgres();
  const db = openDatabase({ url: postgres.url });
  const removeAll = async (): Promise<void> => {
    await db.$disconnect();
    await postgres.stop();
  };

  try {
    await migrate({ url: postgres.url });
    const places = await loadPlaces();
    const provinceCode = options.provinceCode ?? SAMPLE_PROVINCE;
    const province = places.findProvince(provinceCode);
    if (province === undefined) throw new AppError('talk.unknown-province', { provinceCode });

    let aheadMs = (options.startAt?.getTime() ?? Date.now()) - Date.now();
    const clock = { now: () => new Date(Date.now() + aheadMs) };
    const name = wordsFor('vi').t('talk:centreOf', { province: province.name.replace('Tỉnh', 'tỉnh') });
    await saveCentre(db, { name, provinceCode, isSample: true, now: clock.now() });

    const library = await loadLibrary({ root: projectRoot });
    const calendar = loadCalendar();
    const ids = { next: randomUUID };
    const quiet = () => {};
    const log: Log = {
      debug: quiet,
      info: quiet,
      warn: quiet,
      error: ({ err }, message) => console.error(message, err),
    };
    const bot = createBot({
      db,
      clock,
      ids,
      log,
      channels: [terminalChannel({ print: options.print })],
      rooms: createRooms(),
      library: () => library,
      places,
      calendar: () => calendar,
    });

    const files = openFileStore(join(postgres.folder, 'files'));
    return {
      db,
      files,
      clock,
      meet: async (address) => {
        const contact = { channel: 'terminal', account: 'talk', address };
        await createContact(db, { id: randomUUID(), personId: randomUUID(), ...contact, now: clock.now() });
        return (await getContact(db, contact)).personId;
      },
      say: async (from, body) => {
        await bot.receive({
          channel: 'terminal',
          account: 'talk',
          address: from,
          platformMessageId: randomUUID(),
          body,
        });
        await bot.settle();
        // What this led to for others: the ledger's signal wakes the senders elsewhere.
        await bot.sender.sendDue();
        await bot.settle();
      },
      decide: async (from, decision) => {
        const contact = await getContact(db, { channel: 'terminal', account: 'talk', address: from });
        const dossiers = await listApplications(db, contact.personId);
        const sent = dossiers.find(({ code, personId }) => code !== undefined && personId === contact.personId);
        if (sent === undefined) throw new AppError('talk.nothing-sent', { from });
        const officer = { id: OFFICER_ID, name: wordsFor('vi').t('talk:officer') };
        await decide({ db, clock, ids }, { id: sent.id, requestId: randomUUID(), decision, officer });
        await bot.sender.sendDue();
        await bot.settle();
      },
      enterWindow: async ({ opens, closes, ...window }) => {
        const now = clock.now();
        const dates = { opensAt: after(now, opens), closesAt: after(now, closes) };
        const fields = { id: randomUUID(), ...window, ...dates, provinceCodes: [], note: '', now };
        await db.$transaction((tx) => createWindow(tx, fields));
      },
      holdCourse: (course) => publishTalkCourse(db, { course, provinceCode, now: clock.now() }),
      advance: async (duration) => {
        const start = clock.now();
        let leftMs = after(start, duration).getTime() - start.getTime();
        while (leftMs > 0) {
          const stepMs = Math.min(leftMs, options.stepMs ?? STEP_MS);
          aheadMs += stepMs;
          leftMs -= stepMs;
          const outbox = bot.sender;
          await runPeriodicWork({
            ...{ db, ids, log, files, bot, outbox, retention: RETENTION },
            ...{ holidays: () => calendar.holidays, plan: () => calendar.plan, now: clock.now() },
          });
          await bot.settle();
        }
      },
      close: async () => {
        await bot.stop();
        await removeAll();
      },
    };
  } catch (error) {
    await removeAll();
    throw error;
  }
}

function after(instant: Date, duration: Temporal.Duration): Date {
  return fromOfficeTime(toOfficeTime(instant).add(duration));
}
