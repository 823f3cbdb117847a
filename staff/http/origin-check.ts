import type { MiddlewareHandler } from 'hono';
import { AppError } from '../../core/app-error.ts';

/**
 * Refuses writes that another site's page started. A browser sends Origin with every write, and a page cannot forge it.
 * Our own pages may have been opened by the public address or, on the machine itself, by the address asked for.
 */
export function originCheck({ publicUrl }: { publicUrl: string }): MiddlewareHandler {
  const publicOrigin = new URL(publicUrl).origin;
  return async (c, next) => {
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return await next();
    if (!isOurs(c.req.header('origin'), c.req.header('host'), publicOrigin)) {
      throw new AppError('request.foreign-origin');
    }
    await next();
  };
}

/** Sandboxed pages send the word "null", which is nobody's address. */
function isOurs(origin: string | undefined, host: string | undefined, publicOrigin: string): boolean {
  if (origin === undefined || !URL.canParse(origin)) return false;
  return origin === publicOrigin || new URL(origin).host === host;
}
