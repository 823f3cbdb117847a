import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { looksLikeSecret } from './session-secret.ts';

/** The longest that browsers keep a cookie; each visit begins it anew. */
const MAX_AGE_SECONDS = 400 * 24 * 3600;

export type SessionCookie = {
  read: (c: Context) => string | undefined;
  write: (c: Context, secret: string) => void;
};

export function createSessionCookie(publicUrl: string): SessionCookie {
  const { protocol, port } = new URL(publicUrl);
  const secure = protocol === 'https:';
  // Cookies do not tell ports apart, so two copies on one machine need two names.
  const name = port === '' ? 'chat' : `chat-${port}`;
  // "host" makes it `__Host-…`: no other host of the same domain can plant one.
  const prefix = secure ? 'host' : undefined;

  return {
    read: (c) => {
      const secret = prefix === undefined ? getCookie(c, name) : getCookie(c, name, prefix);
      return typeof secret === 'string' && looksLikeSecret(secret) ? secret : undefined;
    },
    write: (c, secret) =>
      setCookie(c, name, secret, {
        path: '/',
        httpOnly: true,
        sameSite: 'Lax',
        secure,
        maxAge: MAX_AGE_SECONDS,
        ...(prefix === undefined ? {} : { prefix }),
      }),
  };
}
