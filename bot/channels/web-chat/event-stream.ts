import type { Context } from 'hono';
import { type SSEStreamingApi, streamSSE } from 'hono/streaming';
import { errorFacts } from '../../../core/error-facts.ts';
import type { Db } from '../../../records/database.ts';
import { START_POSITION } from '../../../records/transcript-position.ts';
import { readHistory, type Whose } from './history.ts';
import { valid } from './json-body.ts';
import type { OpenPages } from './open-pages.ts';
import { eventsQuery } from './requests.ts';
import type { SessionEnv, WebChatParts } from './web-chat-parts.ts';

/** Shorter than the 30 s after which proxies cut a silent connection. Each beat also looks for what no signal told. */
const BEAT_MS = 20_000;
/** After this the page connects again, which checks its session again. */
const STREAM_LIFE_MS = 3600_000;
const RETRY_MS = 2000;
/** A reminder counts as said only when its send has been settled, a moment after the signal: look once more. */
const SETTLING_MS = 1000;

export type EventStreamParts = WebChatParts & { pages: OpenPages; closing: AbortSignal };

/**
 * Pushes what is said to an open page. A page that comes back names the last position it has (`Last-Event-ID`, or
 * `after`) and gets what it missed, in order. 204 tells the browser not to try again: the page then asks instead.
 */
export function eventStream(parts: EventStreamParts): (c: Context<SessionEnv>) => Promise<Response> {
  const { db, clock, log, limits, pages, closing } = parts;

  return async (c) => {
    const { id: sessionId, contactId, personId } = c.get('session');
    const isFull = pages.count() >= limits.pagesOfProcess || pages.countOf(sessionId) >= limits.pagesOfSession;
    if (contactId === null || isFull || closing.aborted) return c.body(null, 204);
    const { after } = valid(eventsQuery, { after: c.req.header('last-event-id') ?? c.req.query('after') });

    // Proxies such as nginx would otherwise hold events back.
    c.header('X-Accel-Buffering', 'no');
    c.header('Cache-Control', 'no-store');
    return streamSSE(c, async (stream) => {
      const page = pages.open({ contactId, sessionId });
      stream.onAbort(page.close);
      closing.addEventListener('abort', page.close);
      const closeAt = clock.now().getTime() + STREAM_LIFE_MS;
      const push = createPush({ db, stream, whose: { contactId, personId }, after: after ?? START_POSITION });
      try {
        // The first `sync` comes at once, even empty: the page learns that the stream works.
        let isAsked = true;
        while (page.isOpen() && clock.now().getTime() < closeAt) {
          const isUpToDate: boolean = await push({ evenIfEmpty: isAsked }).catch((error: unknown) => {
            // The database is away. The page keeps its stream, and what is missed comes when it is back.
            log.debug(errorFacts(error), 'an open chat page could not be brought up to date');
            return false;
          });
          const waitMs = !isUpToDate ? RETRY_MS : isAsked ? SETTLING_MS : BEAT_MS;
          const wokenBy = await page.wait(waitMs);
          isAsked = wokenBy === 'signal' || !isUpToDate;
          if (page.isOpen() && !isAsked) await stream.writeSSE({ event: 'beat', data: '' });
        }
      } finally {
        closing.removeEventListener('abort', page.close);
        page.close();
      }
    });
  };
}

/** Writes all that the page has not got on this stream yet. */
function createPush(options: {
  db: Db;
  stream: SSEStreamingApi;
  whose: Whose;
  after: string;
}): (how: { evenIfEmpty: boolean }) => Promise<true> {
  const { db, stream, whose } = options;
  const written = new Set<string>();
  let { after } = options;

  return async ({ evenIfEmpty }) => {
    for (;;) {
      const history = await readHistory(db, whose, { after });
      const messages = history.messages.filter((message) => !written.has(message.id));
      if (messages.length > 0 || evenIfEmpty) {
        await stream.writeSSE({ event: 'sync', id: history.cursor, data: JSON.stringify({ ...history, messages }) });
      }
      for (const message of messages) written.add(message.id);
      after = history.cursor;
      if (!history.more) return true;
    }
  };
}
