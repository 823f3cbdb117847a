import type { Ids } from '../core/ids.ts';
import type { Log } from '../core/log.ts';
import type { Places } from '../core/places/places.ts';
import type { Calendar } from '../core/schedule/calendar.ts';
import type { Clock } from '../core/time.ts';
import type { Db } from '../records/database.ts';
import type { Channel, Receive } from './channels/channel.ts';
import { createArrivals } from './conversation/arrivals.ts';
import { createLanes } from './conversation/lanes.ts';
import { createInboundSweep, createReceive } from './conversation/receive.ts';
import type { Rooms } from './conversation/respond.ts';
import type { Library } from './library/library.ts';
import type { OtherWays } from './outbox/other-ways.ts';
import { createSender, type Sender } from './outbox/sender.ts';

export type Bot = {
  /** What channels call with each message that came in. */
  receive: Receive;
  sender: Sender;
  /** Takes up messages that a crash left unanswered. */
  sweepInbound: () => Promise<{ people: number }>;
  /** Resolves when nothing is being answered or sent in this process; for tests and `talk`. */
  settle: () => Promise<void>;
  /** Lets turns and sends under way end, and takes up nothing new. */
  stop: () => Promise<void>;
};

/** The part that listens and speaks, put together from what it is given. */
export function createBot(options: {
  db: Db;
  clock: Clock;
  ids: Ids;
  log: Log;
  channels: readonly Channel[];
  library: () => Library;
  places: Places;
  calendar: () => Calendar;
  /** The product's own are made by `createRooms`. */
  rooms: Rooms;
  /** What people are told when a platform is cut off. */
  otherWays?: OtherWays;
}): Bot {
  const { db, clock, ids, log, channels, rooms, library, places, calendar, otherWays } = options;
  const sender = createSender({ db, channels, clock, ids, log, otherWays, plan: () => calendar().plan });
  const arrivals = createArrivals();
  const lanes = createLanes({
    ...{ db, log, calm: arrivals.calm },
    parts: { rooms, clock, ids, library, places, calendar, log },
    onAnswered: (contactId) => void sender.wake(contactId),
  });
  const receive = createReceive({ db, clock, ids, log, drain: lanes.drain });
  return {
    receive: (message) => arrivals.during(() => receive(message)),
    sender,
    sweepInbound: createInboundSweep({ db, clock, drain: lanes.drain }),
    settle: async () => {
      await lanes.idle();
      await sender.idle();
    },
    stop: async () => {
      await lanes.stop();
      await sender.stop();
    },
  };
}
