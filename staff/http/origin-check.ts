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
    const origin = c.req.header('origin');
    const isOurs = origin !== undefined && (origin === publicOrigin || hostOf(origin) === c.req.header('host'));
    if (!isOurs) throw new AppError('request.foreign-origin');
    await next();
  };
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}
