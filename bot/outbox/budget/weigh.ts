import { importanceOf } from '../../../core/budget/importance.ts';
import type { Wanted } from '../../../core/budget/plan-spending.ts';
import type { WaitingStarted } from '../../../records/budget-places.ts';
import type { Db, Tx } from '../../../records/database.ts';
import type { DeliveryContent } from '../../../records/deliveries.ts';
import { findOwnStates } from '../../../records/window-own-states.ts';
import { findWindow } from '../../../records/windows.ts';
import { inParts } from '../../channels/in-parts.ts';
import { TEXT_LIMITS } from '../../channels/text-limits.ts';
import { ZALO_BOT } from '../../channels/zalo-bot/zalo-bot-channel.ts';
import { zaloParts } from '../../channels/zalo-bot/zalo-parts.ts';
import { occasionOf } from './occasion.ts';

/** Messages that wait, as they are weighed against each other. */
export async function weigh(
  tx: Db | Tx,
  waiting: readonly WaitingStarted[],
  { channel, now }: { channel: string; now: Date },
): Promise<Wanted[]> {
  const windows = await readWindows(tx, waiting);
  return waiting.map((one) => {
    const { id, windowId, personId, reachedAt, content, partsSent } = one;
    const window = windowId === null ? undefined : windows.get(windowId);
    const own = window?.own.get(personId) ?? 'none';
    const occasion = occasionOf(one, window === undefined ? undefined : { closesAt: window.closesAt, own });
    return {
      ...{ id, importance: importanceOf(occasion, now), closesAt: window?.closesAt },
      reachedAt: reachedAt ?? undefined,
      parts: Math.max(1, countParts(content, channel) - partsSent),
    };
  });
}

async function readWindows(tx: Db | Tx, waiting: readonly WaitingStarted[]) {
  const ids = new Set(waiting.flatMap(({ windowId }) => windowId ?? []));
  const windows = new Map<string, { closesAt: Date; own: Awaited<ReturnType<typeof findOwnStates>> }>();
  for (const id of ids) {
    const window = await findWindow(tx, id);
    if (window === undefined) continue;
    const personIds = waiting.filter(({ windowId }) => windowId === id).map(({ personId }) => personId);
    windows.set(id, { closesAt: window.closesAt, own: await findOwnStates(tx, { window, personIds }) });
  }
  return windows;
}

function countParts(content: DeliveryContent, channel: string): number {
  return channel === ZALO_BOT ? zaloParts(content).length : inParts(content, maxLengthOf(channel)).length;
}

function maxLengthOf(channel: string): number {
  return Object.entries(TEXT_LIMITS).find(([name]) => name === channel)?.[1] ?? Number.POSITIVE_INFINITY;
}
