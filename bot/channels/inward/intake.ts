import { setTimeout as sleep } from 'node:timers/promises';
import { errorFacts } from '../../../core/error-facts.ts';
import { createLimiter } from '../../../core/limiter.ts';
import type { Log } from '../../../core/log.ts';
import { createRunByKey } from '../../../core/run-by-key.ts';
import type { Clock } from '../../../core/time.ts';
import type { Db } from '../../../records/database.ts';
import {
  findChatsHeld,
  findHeldBehind,
  findNextHeldUpdate,
  holdUpdate,
  removeHeldUpdate,
} from '../../../records/held-updates.ts';
import { findLastInboundKind, type UnreadPhoto } from '../../../records/inbound.ts';
import type { IncomingBody, IncomingMessage, Receive } from '../channel.ts';
import type { PhotoMessage } from '../photos/keep-photos.ts';

/** Chats whose photos are fetched at the same time. */
const CHATS_AT_ONCE = 8;
/** Several files in a row are one mistake: it is told once. */
const UNSUPPORTED_AGAIN_MS = 10 * 60_000;
/** Photos that were picked together are told one by one, this close to each other. */
const NEXT_PHOTO_WITHIN_MS = 400;

/**
 * A photo that the platform told of; where it is, only the channel knows. Sent as a file it may be of any type; what the
 * platform itself made a photo of is one.
 */
export type PhotoNews = { kind: 'photo'; caption: string; isFile?: boolean };

/** What an update means. Reading never throws. */
export type ReadUpdate<Photo extends PhotoNews> =
  | {
      kind: 'message';
      message: Omit<IncomingMessage, 'channel' | 'account' | 'body'> & {
        body: Exclude<IncomingBody, { kind: 'photo' }> | Photo;
      };
    }
  /** Nothing to answer. `event` is what the platform calls it. */
  | { kind: 'ignored'; reason: IgnoredReason; event?: string };

export type IgnoredReason = 'malformed' | 'no-message' | 'group' | 'bot' | 'unknown-event';

export type Intake = {
  /** Writes an update down. When it resolves, nothing is lost any more; throws when it could not be written down. */
  take: (event: unknown) => Promise<void>;
  /** Takes up what this process could not hand over, and what any process has held for longer than `olderThanMs`. */
  resume: (olderThanMs: number) => Promise<void>;
  /** Resolves when nothing is being fetched in this process. */
  idle: () => Promise<void>;
  /** Lets go at once: what is held is taken up at the next start. */
  stop: () => Promise<void>;
};

/**
 * What comes from a platform, on its way to the journal. Words go there at once. A photo must be fetched first, which may
 * take long, so its update is written down by itself (`HeldUpdate`) and the poll or the webhook goes on; what comes behind
 * it in the same chat waits behind it, and nobody else does.
 */
export function createIntake<Photo extends PhotoNews>(options: {
  db: Db;
  clock: Clock;
  log: Log;
  channel: string;
  account: string;
  read: (update: unknown) => ReadUpdate<Photo>;
  receive: Receive;
  /** Fetches a photo and hands it over, or tells why it will never come. Throws when it should be tried again later. */
  receivePhoto: ReceivePhoto<Photo>;
}): Intake {
  const { db, clock, log, channel, account, read: readUpdate, receive, receivePhoto } = options;
  const bot = { channel, account };
  /** Chats of this process with something held. */
  const held = new Set<string>();
  const limit = createLimiter(CHATS_AT_ONCE);
  const stopping = new AbortController();

  const isToldAlready = async (address: string): Promise<boolean> => {
    const since = new Date(clock.now().getTime() - UNSUPPORTED_AGAIN_MS);
    return (await findLastInboundKind(db, { ...bot, address, since })) === 'unsupported';
  };

  const isPhotoBehind = async (seq: number, address: string): Promise<boolean> => {
    if (!(await findHeldBehind(db, { ...bot, address, seq }))) {
      await sleep(NEXT_PHOTO_WITHIN_MS, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
    const behind = await findHeldBehind(db, { ...bot, address, seq });
    const read = behind && readUpdate(behind.update);
    return read?.kind === 'message' && read.message.body.kind === 'photo';
  };

  const handOver = async ({ body, ...message }: MessageOf<Photo>, heldAs?: number): Promise<void> => {
    if (!isPhotoNews(body)) {
      if (body.kind === 'unsupported' && (await isToldAlready(message.address))) return;
      await receive({ ...bot, ...message, body });
      return;
    }
    const result = await receivePhoto({
      message: {
        ...{ ...bot, ...message, caption: body.caption },
        isMoreComing: heldAs === undefined ? undefined : () => isPhotoBehind(heldAs, message.address),
      },
      photo: body,
      signal: stopping.signal,
    });
    if (result !== 'kept') await receive({ ...bot, ...message, body: { kind: result } });
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
          const read = readUpdate(next.update);
          if (read.kind === 'message') await handOver(read.message, next.seq);
          await removeHeldUpdate(db, next.seq);
        }
      } catch (error) {
        if (stopping.signal.aborted) return;
        log.warn({ ...bot, ...errorFacts(error) }, 'a held update could not be handed over; it will be tried again');
      }
    }),
  );

  return {
    take: async (update) => {
      const read = readUpdate(update);
      if (read.kind === 'ignored') return tellIgnored(log, { channel, reason: read.reason, event: read.event });
      const { message } = read;
      const { address, platformMessageId } = message;
      if (message.body.kind === 'photo' || held.has(address)) {
        await holdUpdate(db, { ...bot, address, platformMessageId, update: plainJson(update), now: clock.now() });
        held.add(address);
        void drain(address);
        return;
      }
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

type MessageOf<Photo extends PhotoNews> = Extract<ReadUpdate<Photo>, { kind: 'message' }>['message'];

export type ReceivePhoto<Photo extends PhotoNews> = (photo: {
  message: Omit<PhotoMessage, 'photos'>;
  photo: Photo;
  signal: AbortSignal;
}) => Promise<'kept' | UnreadPhoto>;

function isPhotoNews<Photo extends PhotoNews>(body: MessageOf<Photo>['body']): body is Photo {
  return body.kind === 'photo';
}

function tellIgnored(log: Log, facts: { channel: string; reason: IgnoredReason; event: string | undefined }): void {
  // A group is expected; what is malformed may mean that the platform changed something.
  if (facts.reason === 'malformed' || facts.reason === 'unknown-event') log.warn(facts, 'an update was not understood');
  else log.debug(facts, 'an update needs no answer');
}

/** As PostgreSQL can keep it: without NUL and halves of pairs. */
function plainJson(update: unknown): object {
  const text = JSON.stringify(update, (_key, value: unknown) =>
    typeof value === 'string' ? value.toWellFormed().replaceAll('\u0000', '') : value,
  );
  const parsed: unknown = JSON.parse(text);
  return typeof parsed === 'object' && parsed !== null ? parsed : {};
}
