import { createLimiter } from '../../core/limiter.ts';
import type { Log } from '../../core/log.ts';
import { createRunByKey } from '../../core/run-by-key.ts';
import type { Db } from '../../records/database.ts';
import { countInboundFailure, hasUnhandledInbound } from '../../records/inbound.ts';
import { type TurnParts, takeTurn } from './take-turn.ts';

/** Turns at the same time in this process: fewer than the pool's connections, so that the journal never waits for turns. */
const TURNS_AT_ONCE = 6;
const RETRY_MS = 1_000;

export type Lanes = {
  /** Handles what waits of one person, in order. Never rejects. */
  drain: (personId: string) => Promise<void>;
  /** Resolves when no turn is under way in this process. */
  idle: () => Promise<void>;
  /** Takes up nothing new and resolves when the turns under way have ended. */
  stop: () => Promise<void>;
};

/**
 * A lane a person. The transaction of a turn holds the person's row; whoever does not get it leaves at once.
 * After its last commit the holder looks once more, because a message may have come in while it held the lane,
 * and whoever brought that message found the lane taken and left.
 */
export function createLanes(options: {
  db: Db;
  parts: TurnParts;
  log: Log;
  /** Resolves when it is time for a turn: what is coming in goes before. */
  calm: () => Promise<void>;
  /** Called after each committed turn: the reply waits in the ledger. */
  onAnswered: (contactId: string) => void;
}): Lanes {
  const { db, parts, log, calm, onAnswered } = options;
  const limit = createLimiter(TURNS_AT_ONCE);
  const retries = new Set<NodeJS.Timeout>();
  let stopped = false;

  const retryLater = (personId: string): void => {
    const timer = setTimeout(() => {
      retries.delete(timer);
      void drain(personId);
    }, RETRY_MS);
    retries.add(timer);
  };

  const drain = createRunByKey(async (personId): Promise<void> => {
    while (!stopped) {
      try {
        const result = await limit(async () => {
          await calm();
          return await db.$transaction((tx) => takeTurn(tx, personId, parts));
        });
        if (result.kind === 'busy') return;
        if (result.kind === 'answered') onAnswered(result.contactId);
        // The turn joined or separated people: what waits may stand in another lane by now.
        if ('personId' in result && result.personId !== personId) void drain(result.personId);
        // After the commit, and outside of a transaction: most turns leave nothing behind.
        if (result.kind !== 'moved' && !(await hasUnhandledInbound(db, personId))) return;
      } catch (error) {
        log.error({ err: error, person: personId }, 'a turn failed and was rolled back; it will be tried again');
        await countInboundFailureOf(personId);
        retryLater(personId);
        return;
      }
    }
  });

  const countInboundFailureOf = async (personId: string): Promise<void> => {
    try {
      await countInboundFailure(db, personId);
    } catch {
      // The database is away: then it was not the message's fault, and it is not counted.
    }
  };

  return {
    drain,
    idle: drain.idle,
    stop: async () => {
      stopped = true;
      for (const timer of retries) clearTimeout(timer);
      await drain.idle();
    },
  };
}
