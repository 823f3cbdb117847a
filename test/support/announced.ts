import { randomUUID } from 'node:crypto';
import { announcementContents } from '../../bot/outbox/announcement-content.ts';
import type { NewsTopic } from '../../core/announcements/topics.ts';
import type { Condition } from '../../core/audience/condition.ts';
import { approveAnnouncement, confirmAnnouncement, createAnnouncement } from '../../records/announcements.ts';
import type { Db } from '../../records/database.ts';
import { type KeptMessage, planAnnouncementSlice } from '../../records/plan-announcement.ts';

export type Reader = { personId: string; contactId: string; address: string };

/** People who want news, each with one contact; `address` may name who the platform knows. */
export async function addReaders(
  db: Db,
  count: number,
  more: { now: Date; channel?: string; account?: string; wantsNews?: boolean; address?: (index: number) => string },
): Promise<Reader[]> {
  const { now, channel = 'terminal', account = 'test', wantsNews = true, address = () => randomUUID() } = more;
  const readers = Array.from({ length: count }, (_, index) => ({
    ...{ personId: randomUUID(), contactId: randomUUID(), address: address(index) },
  }));
  await db.person.createMany({ data: readers.map(({ personId }) => ({ id: personId, wantsNews, createdAt: now })) });
  await db.contact.createMany({
    data: readers.map(({ personId, contactId, address: at }) => ({
      ...{ id: contactId, personId, channel, account, address: at, createdAt: now, lastInboundAt: now },
    })),
  });
  return readers;
}

export const EVERYBODY: Condition = { kind: 'all', of: [] };

/** An announcement that somebody has told to leave; for very many people a second officer has agreed. */
export async function announce(
  db: Db,
  {
    text = 'Bà con chú ý: lớp tập huấn mở ngày 10/12.',
    topic,
    audience = EVERYBODY,
    choices,
    picture,
    now,
  }: {
    picture?: { id: string; alt: string };
    text?: string;
    topic?: NewsTopic;
    audience?: Condition;
    choices?: string[];
    now: Date;
  },
): Promise<{ id: string; leavesAt: Date }> {
  const id = randomUUID();
  const leavesAt = await db.$transaction(async (tx) => {
    await createAnnouncement(tx, { id, text, topic, audience, choices, picture, officerId: 'officer-1', now });
    const confirmed = await confirmAnnouncement(tx, { id, officerId: 'officer-1', seenAt: now, now });
    return (
      confirmed.leavesAt ??
      (await approveAnnouncement(tx, { id, officerId: 'officer-2', seenAt: now, people: 1_000_000, now })).leavesAt
    );
  });
  return { id, leavesAt };
}

/** One slice, as the sweep plans it. */
export async function planSlice(
  db: Db,
  { id, now, slice, publicUrl }: { id: string; now: Date; slice?: number; publicUrl?: string },
): Promise<'more' | 'done' | 'wait' | 'asked'> {
  const contentOf = (kept: KeptMessage) => announcementContents(kept, { publicUrl });
  const options = { id, ids: { next: randomUUID }, now, contentOf, notBefore: now, slice };
  return await planAnnouncementSlice(db, options);
}
