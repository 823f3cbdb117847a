import type { Context } from 'hono';
import { createPhotoKeeper } from '../photos/keep-photos.ts';
import { valid } from './json-body.ts';
import { MAX_PHOTOS_OF_MESSAGE } from './limits.ts';
import { problem } from './problem.ts';
import { messageId } from './requests.ts';
import { WEB_CHAT } from './web-chat-channel.ts';
import type { WebChatParts } from './web-chat-parts.ts';

/** What uploads under way may hold in memory together. */
const MAX_BYTES_UNDER_WAY = 256 * 1024 * 1024;
const FORM_OVERHEAD_BYTES = 64 * 1024;
const AGAIN_AFTER_SECONDS = 5;

export type PhotoForm = { id: string; photos: File[] };

/** Reads uploads, and counts what they hold until `use` is done with it, so that they cannot fill the memory. */
export function createPhotoFormReader({
  limits,
}: WebChatParts): <T>(c: Context, use: (form: PhotoForm) => Promise<T>) => Promise<T> {
  const maxFormBytes = MAX_PHOTOS_OF_MESSAGE * limits.photoBytes + FORM_OVERHEAD_BYTES;
  let underWay = 0;

  return async (c, use) => {
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
      const id = valid(messageId, form.get('id'));
      const photos = form.getAll('photo').filter((part) => part instanceof File);
      if (photos.length === 0 || photos.length > MAX_PHOTOS_OF_MESSAGE) throw problem('request.invalid');
      if (photos.some((photo) => photo.size > limits.photoBytes)) throw problem('photo.too-large');
      return await use({ id, photos });
    } finally {
      underWay -= length;
    }
  };
}

/** Hands a form's photos over as one message of the page. The same id again stores nothing. */
export function createPhotoReceiver(
  parts: WebChatParts,
): (address: string, form: PhotoForm) => Promise<{ repeated: boolean }> {
  const { account, limits } = parts;
  const keepPhotos = createPhotoKeeper({ ...parts, space: limits });
  return (address, { id, photos }) =>
    keepPhotos({
      ...{ channel: WEB_CHAT, account, address, platformMessageId: id },
      photos: photos.map((photo) => async () => new Uint8Array(await photo.arrayBuffer())),
    });
}
