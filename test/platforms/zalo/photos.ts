import { randomBytes } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { sleep } from './wire.ts';

export type HostedPhoto = {
  bytes?: Uint8Array;
  mediaType?: string;
  /** 404 once Zalo has thrown the photo away. */
  status?: number;
  redirectTo?: string;
  /** Before the first byte. */
  delayMs?: number;
  /** Sends the first half, and the rest never. */
  stalls?: boolean;
  /** Cuts the connection after half. */
  breaksOff?: boolean;
  /** Does not say how long it is. */
  hidesLength?: boolean;
};

export type Photos = {
  /** Answers the path at which it is served. */
  host: (photo: HostedPhoto) => string;
  serve: (path: string, response: ServerResponse) => Promise<void>;
  /** How often each path was asked for. */
  fetched: Map<string, number>;
};

/** The photo servers of Zalo: links that anybody can open, for a while. */
export function createPhotos(): Photos {
  const hosted = new Map<string, HostedPhoto>();
  const fetched = new Map<string, number>();
  return {
    host: (photo) => {
      const path = `/photos/${randomBytes(8).toString('hex')}.jpg`;
      hosted.set(path, photo);
      return path;
    },
    serve: async (path, response) => {
      fetched.set(path, (fetched.get(path) ?? 0) + 1);
      const photo = hosted.get(path);
      if (photo?.delayMs !== undefined) await sleep(photo.delayMs);
      if (photo?.redirectTo !== undefined) {
        response.writeHead(302, { Location: photo.redirectTo }).end();
        return;
      }
      const { bytes } = photo ?? {};
      if (photo === undefined || bytes === undefined || (photo.status ?? 200) !== 200) {
        response.writeHead(photo?.status ?? 404).end();
        return;
      }
      response.writeHead(200, {
        'Content-Type': photo.mediaType ?? 'image/jpeg',
        ...(photo.hidesLength ? {} : { 'Content-Length': bytes.byteLength }),
      });
      if (!photo.stalls && !photo.breaksOff) {
        response.end(bytes);
        return;
      }
      response.write(bytes.subarray(0, bytes.byteLength / 2));
      await sleep(20);
      if (photo.breaksOff) response.destroy();
    },
    fetched,
  };
}
