import { Hono } from 'hono';
import { html } from 'hono/html';
import { errorFacts } from '../../core/error-facts.ts';
import { wordsFor } from '../../locales/words.ts';
import { findDataCopyLink, useDataCopyLink } from '../../records/data-copy-links.ts';
import { packCopy } from '../../staff/data/copy/pack-copy.ts';
import { toWebStream } from '../../staff/http/to-web-stream.ts';
import type { Shared } from '../roles/shared.ts';

type Parts = Pick<Shared, 'db' | 'clock' | 'files' | 'log'>;

/**
 * Where a person takes the copy of their data that they asked for in a chat. Opening the link only shows a button, since
 * chat programs open links by themselves to show what is behind; the button uses the link up.
 */
export function copyPage({ db, clock, files, log }: Parts): Hono {
  const { t } = wordsFor('vi');
  const app = new Hono();
  app.use('/ban-sao/*', async (c, next) => {
    await next();
    c.header('Cache-Control', 'no-store');
    c.header('X-Robots-Tag', 'noindex');
  });
  // Its address is a secret: what goes wrong here must not be told with the path.
  app.onError((error, c) => {
    log.error(errorFacts(error), "a copy of somebody's data could not be made");
    return c.text(t('host:requestFailed'), 500);
  });
  app.get('/ban-sao/:token', async (c) => {
    const link = await findDataCopyLink(db, { token: c.req.param('token'), now: clock.now() });
    if (link === undefined) return c.html(page(t('data-copy:page.gone')), 410);
    return c.html(
      page(
        t('data-copy:page.what'),
        html`<form method="post"><button type="submit">${t('data-copy:page.take')}</button></form>
          <p>${t('data-copy:page.care')}</p>`,
      ),
    );
  });
  app.post('/ban-sao/:token', async (c) => {
    const now = clock.now();
    const link = await useDataCopyLink(db, { token: c.req.param('token'), now });
    const packed = link && (await packCopy({ db, files }, { personId: link.personId, now }));
    if (packed === undefined) return c.html(page(t('data-copy:page.gone')), 410);
    packed.file.once('error', (error) => log.error({ name: error.name }, "a copy of somebody's data broke off"));
    return c.body(toWebStream(packed.file), 200, {
      'content-type': 'application/zip',
      'content-disposition': `attachment; filename="${packed.fileName}"`,
    });
  });
  return app;

  function page(text: string, rest: ReturnType<typeof html> | string = '') {
    return html`<!doctype html>
      <html lang="vi">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="referrer" content="no-referrer" />
          <title>${t('data-copy:page.title')}</title>
          <style>
            body { font: 17px/1.5 system-ui, sans-serif; color: #1d2420; max-width: 34em; margin: 2em auto; padding: 0 16px; }
            h1 { font-size: 22px; }
            button { font: inherit; min-height: 44px; padding: 8px 20px; border: 0; border-radius: 6px; background: #14532d; color: #fff; }
          </style>
        </head>
        <body>
          <main>
            <h1>${t('data-copy:page.title')}</h1>
            <p>${text}</p>
            ${rest}
          </main>
        </body>
      </html>`;
  }
}
