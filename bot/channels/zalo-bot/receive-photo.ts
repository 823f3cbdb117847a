import type { Log } from '../../../core/log.ts';
import type { ReceivePhoto } from '../inward/intake.ts';
import { fetchPhoto } from '../photos/fetch-photo.ts';
import type { PhotoMessage } from '../photos/keep-photos.ts';
import { createPhotoReceiver } from '../photos/receive-photo.ts';
import type { ZaloPhoto } from './read-event.ts';
import { ZALO_BOT } from './zalo-bot-channel.ts';

/** Where Zalo keeps what people send, as seen in links of real traffic. Zalo publishes no list. */
const ZALO_PHOTO_HOSTS = ['zdn.vn', 'zadn.vn', 'zcdn.vn', 'zcdn.me', 'zaloapp.com', 'zalo.me'];

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

/** Fetches photos from the links that Zalo tells. */
export function createZaloPhotoReceiver(options: {
  fetching: PhotoFetching;
  keepPhotos: (message: PhotoMessage) => Promise<unknown>;
  log: Log;
}): ReceivePhoto<ZaloPhoto> {
  const { fetching, keepPhotos, log } = options;
  return createPhotoReceiver({
    channel: ZALO_BOT,
    fetch: ({ url }, signal) => fetchPhoto({ ...fetching, url, signal }),
    retryAfterMs: fetching.retryAfterMs,
    keepPhotos,
    log,
  });
}
