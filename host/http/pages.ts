import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { etag } from 'hono/etag';

/**
 * One built page: its files with their compressed forms, and its index.html for every other path below it. Files under
 * assets/ carry a hash in their name and never change; all else is asked for again each time.
 */
export function pageRoutes(options: { folder: string; base: '' | '/console' }): Hono {
  const { folder, base } = options;
  const app = new Hono();
  // Not built: a path that leads nowhere says so in the answers, and serveStatic would complain at the start.
  if (!existsSync(join(folder, 'index.html'))) return app;

  app.use(`${base}/*`, async (c, next) => {
    await next();
    const isForever = c.res.ok && c.req.path.startsWith(`${base}/assets/`);
    c.header('Cache-Control', isForever ? 'public, max-age=31536000, immutable' : 'no-cache');
  });
  app.use(
    `${base}/*`,
    serveStatic({
      root: folder,
      precompressed: true,
      // index.html is answered below, with an ETag.
      index: 'index.html.none',
      rewriteRequestPath: (path) => path.slice(base.length),
    }),
  );
  const index = [base === '' ? '/' : base, `${base}/*`];
  for (const path of base === '' ? ['/'] : index) {
    app.get(path, etag(), async (c, next) => {
      // A missing file is missing: only paths of the page's own router get the page.
      if (c.req.path.startsWith(`${base}/assets/`)) return next();
      return c.html(await readFile(join(folder, 'index.html'), 'utf8'));
    });
  }
  return app;
}
