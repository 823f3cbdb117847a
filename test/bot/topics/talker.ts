import { randomUUID } from 'node:crypto';
import { createBot } from '../../../bot/bot.ts';
import type { IncomingBody, MessageContent } from '../../../bot/channels/channel.ts';
import { createRooms } from '../../../bot/conversation/rooms.ts';
import type { Library } from '../../../bot/library/library.ts';
import { loadLibrary } from '../../../bot/library/load-library.ts';
import type { Calendar } from '../../../core/schedule/calendar.ts';
import { loadCalendar } from '../../../data/holidays/load-calendar.ts';
import { loadPlaces } from '../../../host/load-places.ts';
import { projectRoot } from '../../../host/project-root.ts';
import { type Db, openDatabase } from '../../../records/database.ts';
import type { UnreadPhoto } from '../../../records/inbound.ts';
import { decide } from '../../../staff/requests/decide.ts';
import type { Decision } from '../../../staff/requests/decision.ts';
import { createTestDatabase } from '../../support/database.ts';
import { addCentre, createRecordingChannel, createTestClock, quietLog } from '../../support/test-bot.ts';

/** Somebody who talks with the whole assistant. */
export type Talker = {
  /** Types; returns what came back. */
  type: (text: string) => Promise<MessageContent>;
  /** Makes the choice whose label holds these words, of the last message. */
  pick: (label: string) => Promise<MessageContent>;
  /** Taps a button by its key, of any message. */
  tap: (key: string) => Promise<MessageContent>;
  /** So many photos, of which nothing but their ids is there; or stored ones. */
  sendPhotos: (photos: number | string[], caption?: string) => Promise<MessageContent>;
  sendSticker: () => Promise<MessageContent>;
  /** Sends a photo that nobody will see. */
  sendUnread: (kind: UnreadPhoto) => Promise<MessageContent>;
  last: () => MessageContent;
  /** What others led to is sent; returns the last message that came without being asked for, if any. */
  hear: () => Promise<MessageContent | undefined>;
  personId: () => Promise<string>;
};

export type TalkHouse = {
  db: Db;
  /** Where its database is, for officers who work on the same one. */
  databaseUrl: string;
  clock: ReturnType<typeof createTestClock>;
  meet: (name?: string) => Talker;
  /** An officer decides about the last request that somebody sent. Returns what the person is told, if anything. */
  decide: (talker: Talker, decision: Decision) => Promise<MessageContent | undefined>;
  /** Sends what is due now. Returns all of it, with whom it went to. */
  deliver: () => Promise<{ address: string; content: MessageContent }[]>;
  close: () => Promise<void>;
};

const OFFICER_ID = 'officer';
const parts = Promise.all([loadLibrary({ root: projectRoot }), loadPlaces(), loadCalendar()]);

/** The whole assistant on a database of its own: real rooms, articles and places, and a channel that keeps what is said. */
export async function openTalkHouse({
  publicUrl,
  ...own
}: {
  publicUrl?: string;
  calendar?: () => Calendar;
} = {}): Promise<TalkHouse> {
  const [library, places, shipped] = await parts;
  const { calendar = () => shipped } = own;
  const clock = createTestClock('2026-11-23T02:00:00Z');
  const database = await createTestDatabase();
  const db = openDatabase({ url: database.url });
  await addCentre(db, clock.now());
  const channel = createRecordingChannel();
  const bot = createBot({
    db,
    clock,
    ids: { next: randomUUID },
    log: quietLog,
    channels: [channel],
    rooms: createRooms({ publicUrl }),
    library: (): Library => library,
    places,
    calendar,
  });

  const meet = (name: string = randomUUID()): Talker => {
    let said: MessageContent = { text: '', choices: [] };
    const send = async (body: IncomingBody): Promise<MessageContent> => {
      const before = channel.sent.length;
      await bot.receive({
        channel: channel.name,
        account: channel.account,
        address: name,
        platformMessageId: randomUUID(),
        body,
      });
      await bot.settle();
      const replies = channel.sent.slice(before).filter(({ address }) => address === name);
      const [reply, another] = replies;
      if (reply === undefined || another !== undefined) throw new Error(`${replies.length} replies instead of one`);
      said = reply.content;
      return said;
    };
    return {
      type: (text) => send({ kind: 'text', text }),
      pick: (label) => {
        const choice = said.choices.find((each) => each.label.includes(label));
        if (choice === undefined)
          throw new Error(`"${label}" is none of: ${said.choices.map((each) => each.label).join(' | ')}`);
        return send({ kind: 'choice', key: choice.key });
      },
      tap: (key) => send({ kind: 'choice', key }),
      sendPhotos: (photos, caption) => {
        const fileIds = typeof photos === 'number' ? Array.from({ length: photos }, () => randomUUID()) : photos;
        return send({ kind: 'photo', fileIds, caption });
      },
      sendSticker: () => send({ kind: 'sticker' }),
      sendUnread: (kind) => send({ kind }),
      last: () => said,
      hear: async () => {
        // What leaves now leaves after their last turn.
        clock.advance(1000);
        const before = channel.sent.length;
        await bot.sender.sendDue();
        await bot.settle();
        const heard = channel.sent.slice(before).findLast(({ address }) => address === name)?.content;
        said = heard ?? said;
        return heard;
      },
      personId: async () => (await db.contact.findFirstOrThrow({ where: { address: name } })).personId,
    };
  };

  return {
    db,
    databaseUrl: database.url,
    clock,
    meet,
    decide: async (talker, decision) => {
      const personId = await talker.personId();
      const { id } = await db.application.findFirstOrThrow({
        where: { personId, code: { not: null } },
        orderBy: { createdAt: 'desc' },
      });
      const before = channel.sent.length;
      const officer = { id: OFFICER_ID, name: 'Lan' };
      await decide({ db, clock, ids: { next: randomUUID } }, { id, requestId: randomUUID(), decision, officer });
      await bot.sender.sendDue();
      await bot.settle();
      return channel.sent.slice(before).at(-1)?.content;
    },
    deliver: async () => {
      const before = channel.sent.length;
      await bot.sender.sendDue();
      await bot.settle();
      return channel.sent.slice(before);
    },
    close: async () => {
      await bot.stop();
      await db.$disconnect();
      await database.drop();
    },
  };
}
