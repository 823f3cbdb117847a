import type { Context } from 'hono';
import { findStoredFile } from '../../../records/stored-files.ts';
import { shrinkPhoto } from '../photos/clean-photo.ts';
import { valid } from './json-body.ts';
import { problem } from './problem.ts';
import { fileId, fileQuery } from './requests.ts';
import type { SessionEnv, WebChatParts } from './web-chat-parts.ts';

/** Gives a photo back to the person who sent it; for anybody else it does not exist. */
export function storedPhoto({ db, files }: WebChatParts): (c: Context<SessionEnv>) => Promise<Response> {
  return async (c) => {
    const { personId } = c.get('session');
    const { size } = valid(fileQuery, c.req.query());
    const id = valid(fileId, c.req.param('id'));
    const file = personId === null ? undefined : await findStoredFile(db, { id, personId });
    if (file === undefined) throw problem('file.missing');
    const bytes = await files.read(file.key);
    const shown = size === 'small' ? await shrinkPhoto(bytes) : bytes;
    return c.body(new Uint8Array(shown), 200, {
      'Content-Type': file.mediaType,
      'Content-Disposition': 'inline; filename="photo.jpg"',
      // A photo never changes; kept by this browser only, and for its session only.
      'Cache-Control': 'private, max-age=604800',
      Vary: 'Cookie',
      'X-Content-Type-Options': 'nosniff',
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'Cross-Origin-Resource-Policy': 'same-origin',
    });
  };
}
