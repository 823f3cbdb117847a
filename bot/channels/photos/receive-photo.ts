import { setTimeout as sleep } from 'node:timers/promises';
import { AppError } from '../../../core/app-error.ts';
import type { Log } from '../../../core/log.ts';
import type { UnreadPhoto } from '../../../records/inbound.ts';
import type { PhotoNews, ReceivePhoto } from '../inward/intake.ts';
import type { FetchedPhoto } from './fetch-photo.ts';
import type { PhotoMessage } from './keep-photos.ts';

/**
 * Fetches a photo and hands it over cleaned and stored, or tells why it cannot be had; throws when the database is away or
 * `signal` ended it, so that it is tried again.
 */
export function createPhotoReceiver<Photo extends PhotoNews>(options: {
  channel: string;
  /** One attempt. */
  fetch: (photo: Photo, signal: AbortSignal) => Promise<FetchedPhoto>;
  /** Waits before the further attempts. */
  retryAfterMs: readonly number[];
  keepPhotos: (message: PhotoMessage) => Promise<unknown>;
  log: Log;
}): ReceivePhoto<Photo> {
  const { channel, fetch, retryAfterMs, keepPhotos, log } = options;

  const fetchWithRetries = async (photo: Photo, signal: AbortSignal): Promise<FetchedPhoto> => {
    let fetched = await fetch(photo, signal);
    for (const waitMs of retryAfterMs) {
      if (fetched.kind !== 'failed') break;
      await sleep(waitMs, undefined, { signal });
      fetched = await fetch(photo, signal);
    }
    signal.throwIfAborted();
    return fetched;
  };

  return async ({ message, photo, signal }) => {
    const fetched = await fetchWithRetries(photo, signal);
    if (fetched.kind !== 'fetched') {
      const host = fetched.kind === 'lost' ? fetched.host : undefined;
      log.warn({ channel, reason: fetched.reason, host }, 'a photo could not be fetched');
      return fetched.reason === 'too-large' ? 'photo-too-large' : 'photo-unread';
    }
    try {
      await keepPhotos({ ...message, photos: [async () => fetched.bytes] });
      return 'kept';
    } catch (error) {
      if (!(error instanceof AppError) || !error.code.startsWith('photo.')) throw error;
      log.warn({ channel, reason: error.code }, 'a photo could not be kept');
      return unreadBy(error.code, photo);
    }
  };
}

/** Why a photo that came could not be kept. Where a photo of the platform is a page, its server is to blame and not the person. */
function unreadBy(code: string, { isFile = false }: PhotoNews): UnreadPhoto {
  if (code === 'photo.person-full' || code === 'photo.store-full') return 'photo-no-room';
  if (code === 'photo.heic' || (code === 'photo.not-an-image' && isFile)) return 'photo-wrong-type';
  return 'photo-unread';
}
