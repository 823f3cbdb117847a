import { AppError } from '../../../core/app-error.ts';
import type { Ids } from '../../../core/ids.ts';
import { createLimiter } from '../../../core/limiter.ts';
import type { Log } from '../../../core/log.ts';
import type { Clock } from '../../../core/time.ts';
import type { Db } from '../../../records/database.ts';
import type { FileStore } from '../../../records/file-store.ts';
import { createContact, findContact } from '../../../records/people.ts';
import { removeStoredFiles, sumStoredBytes } from '../../../records/stored-files.ts';
import { wasSaid } from '../../../records/transcripts.ts';
import type { IncomingMessage, Receive } from '../channel.ts';
import { type CleanPhoto, cleanPhoto } from './clean-photo.ts';
import { findSamePhotos } from './same-photo.ts';
import { storePhotos } from './store-photos.ts';

/** Image work fills a core; two at a time leave the event loop its own. */
const PHOTOS_AT_ONCE = 2;

export type PhotoSpace = { storedBytesOfPerson: number; storedBytesOfAll: number };

export type PhotoMessage = Omit<IncomingMessage, 'body'> & {
  caption?: string;
  /** Read only when its turn to be cleaned comes. */
  photos: (() => Promise<Uint8Array>)[];
};

/**
 * Cleans and stores the photos of a message, then hands the message over. The same message again stores nothing; a photo that
 * shows the very same as one that is kept is that one, under its id.
 * Throws what `cleanPhoto` and the readers throw, `photo.person-full`, `photo.store-full` and `server.away`.
 */
export function createPhotoKeeper(parts: {
  db: Db;
  clock: Clock;
  ids: Ids;
  receive: Receive;
  files: FileStore;
  space: PhotoSpace;
  log: Log;
}): (message: PhotoMessage) => Promise<{ repeated: boolean }> {
  const { db, clock, ids, receive, files, space, log } = parts;
  const limit = createLimiter(PHOTOS_AT_ONCE);

  const checkSpace = async (personId: string, photos: CleanPhoto[]): Promise<void> => {
    const bytes = photos.reduce((sum, photo) => sum + photo.bytes.byteLength, 0);
    const stored = await sumStoredBytes(db, personId);
    if (stored.ofPerson + bytes > space.storedBytesOfPerson) throw new AppError('photo.person-full');
    if (stored.total + bytes > space.storedBytesOfAll) {
      log.error({ bytes: stored.total }, 'the store of photos is full');
      throw new AppError('photo.store-full');
    }
  };

  return async ({ photos, caption, ...message }) => {
    const { channel, account, platformMessageId } = message;
    if (await wasSaid(db, { channel, account, platformMessageId })) return { repeated: true };

    const clean = await Promise.all(photos.map((read) => limit(async () => cleanPhoto(await read()))));
    // A stored file belongs to a person, who may not be there yet: a photo can be the first thing said.
    const personId = await ensurePerson(message);
    const sorted = await limit(() => findSamePhotos({ db, files }, personId, clean));
    await checkSpace(
      personId,
      sorted.filter(({ keptAs }) => keptAs === undefined).map(({ photo }) => photo),
    );

    const stored: string[] = [];
    let isKept = false;
    try {
      const parts = { db, files, ids, clock };
      const fileIds = await storePhotos(parts, { personId, photos: sorted }, (id) => stored.push(id));
      const { repeated } = await receive({ ...message, body: { kind: 'photo', fileIds, caption } });
      isKept = !repeated;
      return { repeated };
    } finally {
      // When the database is away the sweep of stray files does it later.
      if (!isKept) await removeStoredFiles(db, files, stored).catch(() => undefined);
    }
  };

  async function ensurePerson({ channel, account, address, displayName }: Omit<IncomingMessage, 'body'>) {
    const where = { channel, account, address };
    const known = await findContact(db, where);
    if (known !== undefined) return known.personId;
    await createContact(db, { id: ids.next(), personId: ids.next(), ...where, displayName, now: clock.now() });
    const made = await findContact(db, where);
    if (made === undefined) throw new AppError('server.away');
    return made.personId;
  }
}
