import { createHash, timingSafeEqual } from 'node:crypto';
import { Hono } from 'hono';
import { errorFacts } from '../../../core/error-facts.ts';
import type { Log } from '../../../core/log.ts';
import type { AccountKey } from '../../../records/channel-accounts.ts';

/** An update has a few kilobytes. */
const MAX_BODY_BYTES = 256 * 1024;

export const webhookPath = ({ channel, account }: AccountKey): string => `/hooks/${channel}/${account}`;

/**
 * Where a platform posts updates. The secret is compared before anything is read. Afterwards the answer is 200, also to what
 * is malformed or unknown, since the platform could do nothing about it; 503 only when an update could not be written down.
 */
export function webhookRoute(options: {
  bot: AccountKey;
  /** The header in which the platform shows the secret. */
  secretHeader: string;
  secret: string;
  take: (update: unknown) => Promise<void>;
  /** What else the platform is told in the answer to its call, once the update is written down. */
  answer?: (update: unknown) => Promise<Record<string, unknown> | undefined>;
  log: Log;
}): Hono {
  const { bot, secretHeader, secret, take, answer, log } = options;
  return new Hono().post(webhookPath(bot), async (c) => {
    if (!isSame(c.req.header(secretHeader) ?? '', secret)) return c.json({ ok: false }, 401);
    const update = await readJson(c.req.raw);
    try {
      await take(update);
    } catch (error) {
      log.error({ ...bot, ...errorFacts(error) }, 'an update could not be written down');
      return c.json({ ok: false }, 503);
    }
    try {
      return c.json((await answer?.(update)) ?? { ok: true });
    } catch (error) {
      log.warn({ ...bot, ...errorFacts(error) }, 'nothing could be said in the answer to the call');
      return c.json({ ok: true });
    }
  });
}

/** Takes as long for a wrong secret as for the right one, whatever their lengths. */
function isSame(given: string, expected: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}

/** Undefined for what is too large, breaks off or is no JSON. */
async function readJson(request: Request): Promise<unknown> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of request.body ?? []) {
      size += chunk.byteLength;
      if (size > MAX_BODY_BYTES) return undefined;
      chunks.push(chunk);
    }
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch {
    return undefined;
  }
}
