import { errorFacts } from '../../../core/error-facts.ts';
import { createLimiter } from '../../../core/limiter.ts';
import type { Log } from '../../../core/log.ts';
import { createRunByKey } from '../../../core/run-by-key.ts';
import type { Clock } from '../../../core/time.ts';
import type { Db } from '../../../records/database.ts';
import { findChatsHeld, findNextHeldUpdate, holdUpdate, removeHeldUpdate } from '../../../records/held-updates.ts';
import { findLastInboundKind } from '../../../records/inbound.ts';
import type { Receive } from '../channel.ts';
import type { PhotoMessage } from '../photos/keep-photos.ts';
import { type ReadEvent, readEvent, type ZaloMessage } from './read-event.ts';
import { ZALO_BOT } from './zalo-bot-channel.ts';

/** Chats whose photos are fetched at the same time. */
const CHATS_AT_ONCE = 8;
/** Several files in a row are one mistake: it is told once. */
const UNSUPPORTED_AGAIN_MS = 10 * 60_000;

export type Intake = {
  /** Writes an event of Zalo down. When it resolves, nothing is lost any more; throws when it could not be written down. */
  take: (event: unknown) => Promise<void>;
  /** Takes up what this process could not hand over, and what any process has held for longer than `olderThanMs`. */
  resume: (olderThanMs: number) => Promise<void>;
  /** Resolves when nothing is being fetched in this process. */
  idle: () => Promise<void>;
  /** Lets go at once: what is held is taken up at the next start. */
  stop: () => Promise<void>;
};

/**
 * What comes from Zalo, on its way to the journal. Words go there at once. A photo must be fetched first, which may take
 * long, so its event is written down by itself (`HeldUpdate`) and the poll or the webhook goes on; what comes behind it in
 * the same chat waits behind it, and nobody else does.
 */
export function createIntake(options: {
  db: Db;
  clock: Clock;
  log: Log;
  account: string;
  receive: Receive;
  /** Fetches a photo and hands it over; false when it will never come. Throws when it should be tried again later. */
  receivePhoto: (photo: {
    message: Omit<PhotoMessage, 'photos'>;
    url: string;
    signal: AbortSignal;
  }) => Promise<boolean>;
}): Intake {
  const { db, clock, log, account, receive, receivePhoto } = options;
  const bot = { channel: ZALO_BOT, account };
  /** Chats of this process with something held. */
  const held = new Set<string>();
  const limit = createLimiter(CHATS_AT_ONCE);
  const stopping = new AbortController();

  const handOver = async ({ body, ...message }: ZaloMessage): Promise<void> => {
    if (body.kind !== 'photo') {
      await receive({ ...bot, ...message, body });
      return;
    }
    const photo = { message: { ...bot, ...message, caption: body.caption }, url: body.url, signal: stopping.signal };
    const isKept = await receivePhoto(photo);
    if (!isKept) await receive({ ...bot, ...message, body: { kind: 'photo-unread' } });
  };

  const drain = createRunByKey((address) =>
    limit(async () => {
      held.add(address);
      try {
        while (!stopping.signal.aborted) {
          const next = await findNextHeldUpdate(db, { ...bot, address });
          if (next === undefined) {
            held.delete(address);
            return;
          }
          // Read anew, as it came: another version of this code may have held it.
          const read = readEvent(next.update);
          if (read.kind === 'message') await handOver(read.message);
          await removeHeldUpdate(db, next.seq);
        }
      } catch (error) {
        if (stopping.signal.aborted) return;
        log.warn({ ...bot, ...errorFacts(error) }, 'a held update could not be handed over; it will be tried again');
      }
    }),
  );

  const isToldAlready = async (address: string): Promise<boolean> => {
    const since = new Date(clock.now().getTime() - UNSUPPORTED_AGAIN_MS);
    return (await findLastInboundKind(db, { ...bot, address, since })) === 'unsupported';
  };

  return {
    take: async (event) => {
      const read = readEvent(event);
      if (read.kind === 'ignored') return tellIgnored(log, read);
      const { message } = read;
      const { address, platformMessageId } = message;
      if (message.body.kind === 'photo' || held.has(address)) {
        await holdUpdate(db, { ...bot, address, platformMessageId, update: plainJson(event), now: clock.now() });
        held.add(address);
        void drain(address);
        return;
      }
      if (message.body.kind === 'unsupported' && (await isToldAlready(address))) return;
      await handOver(message);
    },
    resume: async (olderThanMs) => {
      const heldBefore = new Date(clock.now().getTime() - olderThanMs);
      const chats = await findChatsHeld(db, { ...bot, heldBefore });
      for (const address of new Set([...chats, ...held])) void drain(address);
    },
    idle: drain.idle,
    stop: async () => {
      stopping.abort();
      await drain.idle();
    },
  };
}

function tellIgnored(log: Log, { reason, event }: Extract<ReadEvent, { kind: 'ignored' }>): void {
  const facts = { channel: ZALO_BOT, reason, event };
  // A group is expected; what is malformed may mean that Zalo changed something.
  if (reason === 'malformed' || reason === 'unknown-event') log.warn(facts, 'an event of Zalo was not understood');
  else log.debug(facts, 'an event of Zalo needs no answer');
}

/** As PostgreSQL can keep it: without NUL and halves of pairs. */
function plainJson(event: unknown): object {
  const text = JSON.stringify(event, (_key, value: unknown) =>
    typeof value === 'string' ? value.toWellFormed().replaceAll('\u0000', '') : value,
  );
  const parsed: unknown = JSON.parse(text);
  return typeof parsed === 'object' && parsed !== null ? parsed : {};
}
