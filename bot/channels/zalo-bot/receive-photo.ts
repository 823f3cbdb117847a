import { setTimeout as sleep } from 'node:timers/promises';
import { AppError } from '../../../core/app-error.ts';
import type { Log } from '../../../core/log.ts';
import { type FetchedPhoto, fetchPhoto } from '../photos/fetch-photo.ts';
import type { PhotoMessage } from '../photos/keep-photos.ts';
import { ZALO_BOT } from './zalo-bot-channel.ts';

/** Where Zalo keeps what people send, as seen in links of real traffic. Zalo publishes no list. */
export const ZALO_PHOTO_HOSTS = ['zdn.vn', 'zadn.vn', 'zcdn.vn', 'zcdn.me', 'zaloapp.com', 'zalo.me'];

export type PhotoFetching = {
  hosts: readonly string[];
  maxBytes: number;
  /** One attempt, from the first byte of the question to the last of the photo. */
  timeoutMs: number;
  /** Waits before the further attempts. Zalo's links do not live long, so there are few and they come soon. */
  retryAfterMs: readonly number[];
};

export const photoFetchingDefaults: PhotoFetching = {
  hosts: ZALO_PHOTO_HOSTS,
  maxBytes: 10 * 1024 * 1024,
  timeoutMs: 20_000,
  retryAfterMs: [1_000, 4_000],
};

/**
 * Fetches a photo and hands it over cleaned and stored. False when it cannot be had or is none; throws when the database is
 * away or `signal` ended it, so that it is tried again.
 */
export function createPhotoReceiver(options: {
  fetching: PhotoFetching;
  keepPhotos: (message: PhotoMessage) => Promise<unknown>;
  log: Log;
}) {
  const { fetching, keepPhotos, log } = options;

  const fetchWithRetries = async (url: string, signal: AbortSignal): Promise<FetchedPhoto> => {
    let fetched = await fetchPhoto({ ...fetching, url, signal });
    for (const waitMs of fetching.retryAfterMs) {
      if (fetched.kind !== 'failed') break;
      await sleep(waitMs, undefined, { signal });
      fetched = await fetchPhoto({ ...fetching, url, signal });
    }
    signal.throwIfAborted();
    return fetched;
  };

  return async (photo: {
    message: Omit<PhotoMessage, 'photos'>;
    url: string;
    signal: AbortSignal;
  }): Promise<boolean> => {
    const { message, url, signal } = photo;
    const fetched = await fetchWithRetries(url, signal);
    if (fetched.kind !== 'fetched') {
      const host = fetched.kind === 'lost' ? fetched.host : undefined;
      log.warn({ channel: ZALO_BOT, reason: fetched.reason, host }, 'a photo could not be fetched');
      return false;
    }
    try {
      await keepPhotos({ ...message, photos: [async () => fetched.bytes] });
      return true;
    } catch (error) {
      if (!(error instanceof AppError) || !error.code.startsWith('photo.')) throw error;
      log.warn({ channel: ZALO_BOT, reason: error.code }, 'a photo could not be kept');
      return false;
    }
  };
}
