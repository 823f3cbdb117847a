import { Hono } from 'hono';
import { errorFacts } from '../../core/error-facts.ts';
import { wordsFor } from '../../locales/words.ts';
import { findPublicPicture } from '../../records/announcement-pictures.ts';
import type { Shared } from '../roles/shared.ts';

const KEPT_SECONDS = 3600;

/**
 * Where platforms and chat pages fetch the picture of an announcement that is to leave; nobody guesses the address, and of a
 * draft there is nothing.
 */
export function picturePage({ db, log }: Pick<Shared, 'db' | 'log'>): Hono {
  const app = new Hono();
  // Its address is a secret: what goes wrong here must not be told with the path.
  app.onError((error, c) => {
    log.error(errorFacts(error), 'a picture could not be shown');
    return c.text(wordsFor('vi').t('host:requestFailed'), 500);
  });
  app.get('/anh/:file', async (c) => {
    const secret = /^([\w-]{32})\.jpg$/.exec(c.req.param('file'))?.[1];
    const bytes = secret === undefined ? undefined : await findPublicPicture(db, secret);
    if (bytes === undefined) return c.notFound();
    return c.body(Uint8Array.from(bytes), 200, {
      'Content-Type': 'image/jpeg',
      'Content-Disposition': 'inline',
      // It never changes; but who took the announcement back in its five minutes wants it gone soon.
      'Cache-Control': `public, max-age=${KEPT_SECONDS}`,
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'X-Content-Type-Options': 'nosniff',
      'Cross-Origin-Resource-Policy': 'cross-origin',
      'X-Robots-Tag': 'noindex',
    });
  });
  return app;
}
