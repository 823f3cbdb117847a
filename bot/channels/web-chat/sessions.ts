import type { Context, MiddlewareHandler } from 'hono';
import {
  addWebChatSession,
  findWebChatSession,
  markWebChatSessionSeen,
  type WebChatSessionRow,
} from '../../../records/web-chat-sessions.ts';
import { problem } from './problem.ts';
import type { RateLimits } from './rate-limits.ts';
import type { SessionCookie } from './session-cookie.ts';
import { hashSecret, makeSecret } from './session-secret.ts';
import { WEB_CHAT } from './web-chat-channel.ts';
import type { SessionEnv, WebChatParts } from './web-chat-parts.ts';

/** A visit is noted, and the cookie's life begun anew, once a day at most. */
const NOTE_VISIT_MS = 24 * 3600 * 1000;

export type Sessions = {
  find: (c: Context) => Promise<WebChatSessionRow | undefined>;
  /** The session of this browser, made now if it has none. */
  open: (c: Context) => Promise<void>;
  required: MiddlewareHandler<SessionEnv>;
};

export function createSessions(parts: WebChatParts & { cookie: SessionCookie; rates: RateLimits }): Sessions {
  const { db, clock, ids, account, cookie, rates } = parts;

  const find = async (c: Context): Promise<WebChatSessionRow | undefined> => {
    const secret = cookie.read(c);
    if (secret === undefined) return undefined;
    const session = await findWebChatSession(db, { secretHash: hashSecret(secret), channel: WEB_CHAT, account });
    const now = clock.now();
    if (session !== undefined && now.getTime() - session.lastSeenAt.getTime() > NOTE_VISIT_MS) {
      await markWebChatSessionSeen(db, { id: session.id, now });
      cookie.write(c, secret);
    }
    return session;
  };

  return {
    find,
    open: async (c) => {
      if ((await find(c)) !== undefined) return;
      rates.newSession(c);
      const secret = makeSecret();
      await addWebChatSession(db, { id: ids.next(), secretHash: hashSecret(secret), now: clock.now() });
      cookie.write(c, secret);
    },
    required: async (c, next) => {
      const session = await find(c);
      if (session === undefined) throw problem('session.missing');
      rates.ofSession(session.id);
      c.set('session', session);
      await next();
    },
  };
}
