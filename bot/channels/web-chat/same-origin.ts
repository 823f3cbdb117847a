import type { MiddlewareHandler } from 'hono';
import { problem } from './problem.ts';

/**
 * Lets only our own page change anything. The cookie is SameSite=Lax already; this also holds for a browser that
 * does not know it, and for another program on the same host. Browsers tell `Sec-Fetch-Site` on https and localhost
 * only, `Origin` with every POST.
 */
export function sameOriginOnly({
  publicUrl,
  trustProxy,
}: {
  publicUrl: string;
  trustProxy: boolean;
}): MiddlewareHandler {
  const ownOrigin = new URL(publicUrl).origin;

  return async (c, next) => {
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return next();
    const site = c.req.header('sec-fetch-site');
    if (site !== undefined) {
      if (site !== 'same-origin') throw problem('request.foreign');
      return next();
    }
    const origin = c.req.header('origin');
    const host = (trustProxy ? c.req.header('x-forwarded-host') : undefined) ?? c.req.header('host');
    if (origin === undefined || !URL.canParse(origin)) throw problem('request.foreign');
    if (origin !== ownOrigin && new URL(origin).host !== host) throw problem('request.foreign');
    return next();
  };
}
