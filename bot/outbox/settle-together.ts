import type { Pace } from '../../core/pacing/chat-pace.ts';
import type { Db } from '../../records/database.ts';
import { returnSlots } from '../../records/paced-sends.ts';
import { type ClaimEnd, settleDeliveries } from '../../records/settle-deliveries.ts';

/** The slot that a paced send held, and when it was answered; absent when nothing was sent after all. */
export type HeldSlot = { channel: string; account: string; chat: Pace; heldUntil: Date; answeredAt?: Date };

export type Settled = { isHeld: boolean; isMoreDue: boolean };

type Waiting = {
  end: ClaimEnd & { contactId: string; slot?: HeldSlot };
  resolve: (settled: Settled) => void;
  reject: (error: unknown) => void;
};

/** More at a time only make one statement slow. */
const MOST_AT_A_TIME = 100;

/**
 * Writes down how sends ended: at once when nothing else is being written, and what ends meanwhile together in the next
 * statement. So one reply waits for nobody, and of many sends each costs a fraction of a commit.
 */
export function createSettle(db: Db): (end: Waiting['end']) => Promise<Settled> {
  const waiting: Waiting[] = [];
  let isWriting = false;

  const write = async (batch: readonly Waiting[]): Promise<void> => {
    try {
      const settled = await writeEnds(
        db,
        batch.map(({ end }) => end),
      );
      for (const { end, resolve } of batch) {
        const found = settled.get(end.id);
        resolve({ isHeld: found !== undefined, isMoreDue: found?.isMoreDue ?? false });
      }
    } catch (error) {
      for (const { reject } of batch) reject(error);
    }
  };
  const writeAll = async (): Promise<void> => {
    if (isWriting) return;
    isWriting = true;
    while (waiting.length > 0) await write(waiting.splice(0, MOST_AT_A_TIME));
    isWriting = false;
  };
  return (end) =>
    new Promise((resolve, reject) => {
      waiting.push({ end, resolve, reject });
      void writeAll();
    });
}

async function writeEnds(db: Db, ends: readonly Waiting['end'][]): ReturnType<typeof settleDeliveries> {
  const rows = ends.map(({ contactId: _, slot: __, ...end }) => end);
  const byAccount = Map.groupBy(
    ends.filter(({ slot }) => slot !== undefined),
    ({ slot }) => `${slot?.channel}/${slot?.account}`,
  );
  if (byAccount.size === 0) return await settleDeliveries(db, rows);
  return await db.$transaction(async (tx) => {
    // The account's row before the messages', as a claim takes them.
    for (const held of byAccount.values()) {
      const sends = held.flatMap(({ contactId, slot }) => (slot === undefined ? [] : [{ contactId, ...slot }]));
      const [first] = sends;
      if (first !== undefined) await returnSlots(tx, { ...first, sends });
    }
    return await settleDeliveries(tx, rows);
  });
}
