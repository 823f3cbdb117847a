import type { MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';

const secure = secureHeaders({
  contentSecurityPolicy: { defaultSrc: ["'none'"], frameAncestors: ["'none'"], sandbox: [] },
  referrerPolicy: 'no-referrer',
  xFrameOptions: 'DENY',
});

/** For answers of the API: nothing in them may run, be framed, guessed at, or kept, unless a route says how long. */
export const apiHeaders: MiddlewareHandler = async (c, next) => {
  await secure(c, next);
  if (!c.res.headers.has('cache-control')) c.res.headers.set('cache-control', 'no-store');
};
