import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';

/** Carries the address to better-auth. Written by us on every request, so a visitor cannot choose it. */
export const CLIENT_ADDRESS_HEADER = 'x-khuyen-cong-client';

/**
 * Where a request comes from. Behind a proxy that we trust, the last address that it added to X-Forwarded-For;
 * otherwise the socket's. Undefined when there is no socket.
 */
export function clientAddress(c: Context, { trustProxy }: { trustProxy: boolean }): string | undefined {
  if (trustProxy) {
    const forwarded = c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim();
    if (forwarded !== undefined && forwarded !== '') return forwarded;
  }
  const hasSocket = typeof c.env === 'object' && c.env !== null && 'incoming' in c.env;
  return hasSocket ? getConnInfo(c).remote.address : undefined;
}
