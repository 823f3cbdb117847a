import type { Context } from 'hono';
import { createLimiter } from '../../../core/limiter.ts';
import { createContact } from '../../../records/people.ts';
import { removeStoredFiles, storeFile, sumStoredBytes } from '../../../records/stored-files.ts';
import { wasSaid } from '../../../records/transcripts.ts';
import { findWebChatContact } from '../../../records/web-chat-sessions.ts';
import { type CleanPhoto, cleanPhoto } from './clean-photo.ts';
import { valid } from './json-body.ts';
import { MAX_PHOTOS_OF_MESSAGE } from './limits.ts';
import { problem } from './problem.ts';
import { newPhotos } from './requests.ts';
import { WEB_CHAT } from './web-chat-channel.ts';
import type { WebChatParts } from './web-chat-parts.ts';

/** What uploads under way may hold in memory together. */
const MAX_BYTES_UNDER_WAY = 256 * 1024 * 1024;
const FORM_OVERHEAD_BYTES = 64 * 1024;
/** Image work fills a core; two at a time leave the event loop its own. */
const PHOTOS_AT_ONCE = 2;
const AGAIN_AFTER_SECONDS = 5;

export type PhotoForm = { id: string; caption?: string; photos: File[] };

/** Reads uploads without letting them fill the memory. */
export function createPhotoFormReader({ limits }: WebChatParts): (c: Context) => Promise<PhotoForm> {
  const maxFormBytes = MAX_PHOTOS_OF_MESSAGE * limits.photoBytes + FORM_OVERHEAD_BYTES;
  let underWay = 0;

  return async (c) => {
    // Browsers always tell the length of a form; without it nothing could be counted before it is here.
    const length = Number(c.req.header('content-length') ?? Number.NaN);
    if (!Number.isSafeInteger(length) || c.req.header('transfer-encoding') !== undefined) {
      throw problem('request.invalid');
    }
    if (length > maxFormBytes) throw problem('photo.too-large');
    if (underWay + length > MAX_BYTES_UNDER_WAY)
      throw problem('server.away', { retryAfterSeconds: AGAIN_AFTER_SECONDS });
    underWay += length;
    try {
      const form = await c.req.formData().catch(() => undefined);
      if (form === undefined) throw problem('request.invalid');
      const { id, caption } = valid(newPhotos, { id: form.get('id'), caption: form.get('caption') ?? undefined });
      const photos = form.getAll('photo').filter((part) => part instanceof File);
      if (photos.length === 0 || photos.length > MAX_PHOTOS_OF_MESSAGE) throw problem('request.invalid');
      if (photos.some((photo) => photo.size > limits.photoBytes)) throw problem('photo.too-large');
      return { id, caption, photos };
    } finally {
      underWay -= length;
    }
  };
}

/** Cleans and stores the photos of a message, then hands the message over. The same id again stores nothing. */
export function createPhotoReceiver(
  parts: WebChatParts,
): (address: string, form: PhotoForm) => Promise<{ repeated: boolean }> {
  const { db, clock, ids, receive, files, account, limits, log } = parts;
  const limit = createLimiter(PHOTOS_AT_ONCE);

  const store = async (personId: string, photo: CleanPhoto): Promise<string> => {
    const id = ids.next();
    await storeFile(db, files, { id, personId, ...photo, now: clock.now() });
    return id;
  };

  const checkSpace = async (personId: string, photos: CleanPhoto[]): Promise<void> => {
    const bytes = photos.reduce((sum, photo) => sum + photo.bytes.byteLength, 0);
    const stored = await sumStoredBytes(db, personId);
    if (stored.ofPerson + bytes > limits.storedBytesOfPerson) throw problem('photo.person-full');
    if (stored.total + bytes > limits.storedBytesOfAll) {
      log.error({ bytes: stored.total }, 'the store of photos is full');
      throw problem('photo.store-full');
    }
  };

  return async (address, { id, caption, photos }) => {
    const message = { channel: WEB_CHAT, account, platformMessageId: id };
    if (await wasSaid(db, message)) return { repeated: true };

    const clean = await Promise.all(
      photos.map((photo) => limit(async () => cleanPhoto(new Uint8Array(await photo.arrayBuffer())))),
    );
    // A stored file belongs to a person, who may not be there yet: a photo can be the first thing said.
    const contact = await ensureContact(address);
    await checkSpace(contact.personId, clean);

    const fileIds: string[] = [];
    let isKept = false;
    try {
      for (const photo of clean) fileIds.push(await store(contact.personId, photo));
      const { repeated } = await receive({ ...message, address, body: { kind: 'photo', fileIds, caption } });
      isKept = !repeated;
      return { repeated };
    } finally {
      // When the database is away the sweep of stray files does it later.
      if (!isKept) await removeStoredFiles(db, files, fileIds).catch(() => undefined);
    }
  };

  async function ensureContact(address: string): Promise<{ id: string; personId: string }> {
    const where = { channel: WEB_CHAT, account, address };
    const known = await findWebChatContact(db, where);
    if (known !== undefined) return known;
    await createContact(db, { id: ids.next(), personId: ids.next(), ...where, now: clock.now() });
    const made = await findWebChatContact(db, where);
    if (made === undefined) throw problem('server.away');
    return made;
  }
}
