import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { IncomingMessage, Receive } from '../../../../bot/channels/channel.ts';
import { createPhotoKeeper } from '../../../../bot/channels/photos/keep-photos.ts';
import { createReceive } from '../../../../bot/conversation/receive.ts';
import { type Db, openDatabase } from '../../../../records/database.ts';
import { openFileStore } from '../../../../records/file-store.ts';
import { createTestDatabase } from '../../../support/database.ts';
import { paper } from '../../../support/photos.ts';
import { createRecordingLog } from '../../../support/recording-log.ts';
import { createTestClock } from '../../../support/test-bot.ts';
import type { Told } from './told.ts';

/** What every channel stands on here: a real database and files, and a log that keeps all. */
export type Ground = {
  url: string;
  db: Db;
  clock: ReturnType<typeof createTestClock>;
  log: ReturnType<typeof createRecordingLog>;
  /** The door of the bot; nobody answers. */
  receive: Receive;
  keepPhotos: ReturnType<typeof createPhotoKeeper>;
  goodPhoto: Uint8Array;
  /** Done when everything is closed; for what is too slow to be opened for each case. */
  atEnd: (task: () => Promise<void>) => void;
  close: () => Promise<void>;
};

export async function openGround(): Promise<Ground> {
  const database = await createTestDatabase();
  const db = openDatabase({ url: database.url });
  const folder = await mkdtemp(join(tmpdir(), 'khuyencong-channel-'));
  const clock = createTestClock('2026-11-23T02:00:00Z');
  const ids = { next: randomUUID };
  const log = createRecordingLog();
  const receive = createReceive({ db, clock, ids, log, drain: async () => {} });
  const lastTasks: (() => Promise<void>)[] = [];
  const space = { storedBytesOfPerson: 10_000_000, storedBytesOfAll: 100_000_000 };
  return {
    ...{ url: database.url, db, clock, log, receive },
    keepPhotos: createPhotoKeeper({ db, clock, ids, receive, files: openFileStore(folder), space, log }),
    goodPhoto: await paper(),
    atEnd: (task) => lastTasks.push(task),
    close: async () => {
      for (const task of lastTasks) await task();
      await db.$disconnect();
      await database.drop();
      await rm(folder, { recursive: true });
    },
  };
}

/** What stands in the journal of an account, in order of arrival. */
export async function readJournal(db: Db, account: { channel: string; account: string }): Promise<Told[]> {
  const rows = await db.inboundMessage.findMany({
    where: account,
    include: { contact: { include: { person: true } } },
    orderBy: { seq: 'asc' },
  });
  return rows.map(
    ({ contact, platformMessageId, ...row }): Told => ({
      address: contact.address,
      platformMessageId,
      displayName: contact.person.displayName ?? undefined,
      body: bodyOf(row),
    }),
  );
}

function bodyOf(row: { kind: string; text: string | null; choiceKey: string | null; fileIds: string[] }): Told['body'] {
  const kind = row.kind as IncomingMessage['body']['kind'];
  if (kind === 'text') return { kind, text: row.text ?? '' };
  if (kind === 'choice') return { kind, key: row.choiceKey ?? '' };
  if (kind === 'photo') return { kind, photos: row.fileIds.length, caption: row.text ?? '' };
  return { kind };
}
