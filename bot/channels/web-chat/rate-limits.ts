import type { Context } from 'hono';
import type { Clock } from '../../../core/time.ts';
import { clientAddress } from './client-address.ts';
import type { WebChatLimits } from './limits.ts';
import { problem } from './problem.ts';
import type { ProblemCode } from './protocol.ts';
import { createTokenBuckets, type TakeTokens } from './token-buckets.ts';

/** Each throws a problem with the time to wait. */
export type RateLimits = {
  /** Any request at all, before anything is looked up for it. */
  request: (c: Context) => void;
  ofSession: (sessionId: string) => void;
  newSession: (c: Context) => void;
  message: (c: Context, sessionId: string) => void;
  photos: (c: Context, sessionId: string) => void;
};

/** How much one session and one address may do. Counted in memory, by each process for itself. */
export function createRateLimits(limits: WebChatLimits, clock: Clock, proxy: { trustProxy: boolean }): RateLimits {
  const take = (tokens: TakeTokens, key: string, code: ProblemCode): void => {
    const waitMs = tokens(key);
    if (waitMs > 0) throw problem(code, { retryAfterSeconds: Math.ceil(waitMs / 1000) });
  };
  const requests = createTokenBuckets(limits.requestsOfAddress, clock);
  const requestsOfSession = createTokenBuckets(limits.requestsOfSession, clock);
  const sessions = createTokenBuckets(limits.sessionsOfAddress, clock);
  const messages = createTokenBuckets(limits.messagesOfAddress, clock);
  const messagesOfSession = createTokenBuckets(limits.messagesOfSession, clock);
  const photos = createTokenBuckets(limits.photosOfAddress, clock);
  const photosOfSession = createTokenBuckets(limits.photosOfSession, clock);

  return {
    request: (c) => take(requests, clientAddress(c, proxy), 'request.too-many'),
    ofSession: (sessionId) => take(requestsOfSession, sessionId, 'request.too-many'),
    newSession: (c) => take(sessions, clientAddress(c, proxy), 'session.too-many'),
    message: (c, sessionId) => {
      take(messagesOfSession, sessionId, 'message.too-many');
      take(messages, clientAddress(c, proxy), 'message.too-many');
    },
    photos: (c, sessionId) => {
      take(photosOfSession, sessionId, 'photo.too-many');
      take(photos, clientAddress(c, proxy), 'photo.too-many');
    },
  };
}
