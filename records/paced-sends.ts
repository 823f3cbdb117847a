import { mayLeaveAt, type Pace, pacedUntilAfter } from '../core/pacing/chat-pace.ts';
import { countFree, giveBack, nextFreeAt, shareSlots, takeSlots } from '../core/pacing/slots.ts';
import { Prisma } from '../generated/prisma/client.ts';
import type { AccountKey } from './channel-accounts.ts';
import { type ClaimedDelivery, claimDueDeliveries, TALK } from './claim-deliveries.ts';
import type { Db, Tx } from './database.ts';

/** How fast an account may send: so many in any second, and to one chat its own pace. */
export type AccountPace = { perSecond: number; chat: Pace };

/** `heldUntil`: what its slot is marked with until it is given back. */
export type PacedClaim = ClaimedDelivery & { heldUntil: Date };

type Row = { slots: Date[]; repliedAt: Date | null; announcedAt: Date | null; pausedUntil: Date | null };
/** What waits and is due, as it was when the row was asked for: who adds something meanwhile looks by itself afterwards. */
type Due = { talk: boolean; reminders: boolean; news: boolean };

/**
 * Claims what an account may send this moment: replies and officers' messages first, then reminders, then announcements. Its
 * row is held meanwhile, so that of senders in many processes one at a time claims, and all together stay within the pace.
 * `isDry`: nothing more is due, or its chat had its burst; otherwise slots are missing, and `nextAt` is when the next is free.
 */
export async function claimPaced(
  db: Db,
  { channel, account, now, pace, limit }: AccountKey & { now: Date; pace: AccountPace; limit: number },
): Promise<{ claimed: PacedClaim[]; isDry: boolean; nextAt?: Date }> {
  const { perSecond, chat } = pace;
  const key = { channel, account };
  return await db.$transaction(async (tx) => {
    const row = await holdAccount(tx, { ...key, now });
    const isPaused = row.pausedUntil !== null && row.pausedUntil > now;
    if (isPaused || !(row.talk || row.reminders || row.news)) return { claimed: [], isDry: true };
    const nextAt = nextFreeAt(row.slots, { perSecond, now });
    const free = Math.min(limit, countFree(row.slots, { perSecond, now }));
    if (free === 0) {
      // The next slots are kept for replies.
      if (row.talk) await updateAccount(tx, { ...key, ...row, repliedAt: now });
      return { claimed: [], isDry: false, nextAt };
    }
    const { bulkFirst, keptForReplies } = shareSlots({ ...row, free, perSecond, now });
    const claimed: ClaimedDelivery[] = [];
    const chatPace = { earlyMs: (chat.burst - 1) * chat.everyMs, farMs: (chat.burst + 1) * chat.everyMs };
    const claim = async (kinds: readonly (readonly ClaimedDelivery['kind'][])[], most: number): Promise<number> => {
      const next = await claimDueDeliveries(tx, { ...key, kinds, now, chatPace, limit: most });
      claimed.push(...next);
      return next.length;
    };
    const bulkKinds = [
      ...(row.reminders ? [['reminder'] as const] : []),
      ...(row.news ? [['announcement'] as const] : []),
    ];
    const claimBulk = (most: number): Promise<number> => claim(bulkKinds, most);
    const first = await claimBulk(bulkFirst);
    const talked = row.talk ? await claim([TALK], free - first) : 0;
    const bulk = first + (await claimBulk(free - claimed.length - keptForReplies));
    if (claimed.length === 0) return { claimed: [], isDry: keptForReplies === 0, nextAt };
    const { slots, heldUntil } = takeSlots(row.slots, { count: claimed.length, perSecond, now });
    const repliedAt = talked > 0 ? now : row.repliedAt;
    await updateAccount(tx, { ...key, slots, repliedAt, announcedAt: bulk > 0 ? now : row.announcedAt });
    const isDry = claimed.length < free - keptForReplies;
    return { claimed: claimed.map((delivery) => ({ ...delivery, heldUntil })), isDry };
  });
}

/** Gives back the slots of an account's sends, and writes down when each chat may have its next message. */
export async function returnSlots(
  tx: Tx,
  options: AccountKey & {
    chat: Pace;
    /** `answeredAt`: absent when nothing was sent after all. */
    sends: readonly { contactId: string; heldUntil: Date; answeredAt?: Date }[];
  },
): Promise<void> {
  const { channel, account, chat, sends } = options;
  const [held] = await tx.$queryRaw<Pick<Row, 'slots'>[]>`
    SELECT "slots" FROM "ChannelAccount" WHERE "channel" = ${channel} AND "account" = ${account} FOR UPDATE`;
  const slots = sends.reduce<Date[]>((left, send) => giveBack(left, send), held?.slots ?? []);
  await tx.$executeRaw`
    UPDATE "ChannelAccount" SET "slots" = ${slots}::timestamptz[] WHERE "channel" = ${channel} AND "account" = ${account}`;
  const answered = sends.flatMap(({ contactId, answeredAt }) =>
    answeredAt === undefined ? [] : [{ contactId, answeredAt }],
  );
  if (answered.length === 0) return;
  const contacts = await tx.contact.findMany({
    where: { id: { in: answered.map(({ contactId }) => contactId) } },
    select: { id: true, pacedUntil: true },
  });
  const pacedUntilOf = new Map(contacts.map(({ id, pacedUntil }) => [id, pacedUntil]));
  for (const { contactId, answeredAt } of answered) {
    pacedUntilOf.set(contactId, pacedUntilAfter(pacedUntilOf.get(contactId) ?? null, answeredAt, chat));
  }
  const rows = [...pacedUntilOf].map(([id, pacedUntil]) => ({ id, pacedUntil }));
  await tx.$executeRaw`
    UPDATE "Contact" c SET "pacedUntil" = e."pacedUntil"
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS e("id" uuid, "pacedUntil" timestamptz) WHERE c."id" = e."id"`;
}

/**
 * When a chat to which something is due may have it, the soonest; undefined when none waits for its pace. News is left to the
 * next sweep: of an announcement a whole province may be due.
 */
export async function findNextChat(
  db: Db,
  { channel, account, now, chat }: AccountKey & { now: Date; chat: Pace },
): Promise<Date | undefined> {
  // Who may have one now waits for something else.
  const isHeldAfter = new Date(now.getTime() + (chat.burst - 1) * chat.everyMs);
  const rows = await db.$queryRaw<{ at: Date | null }[]>`
    SELECT min(c."pacedUntil") AS "at" FROM "Delivery" d JOIN "Contact" c ON c."id" = d."contactId"
    WHERE d."channel" = ${channel} AND d."account" = ${account} AND d."kind" IN ('reply', 'officer', 'reminder')
      AND d."status" = 'waiting' AND d."notBefore" <= ${now} AND c."pacedUntil" > ${isHeldAfter}`;
  const at = rows[0]?.at ?? undefined;
  return at === undefined ? undefined : mayLeaveAt(at, chat);
}

async function holdAccount(tx: Tx, { channel, account, now }: AccountKey & { now: Date }): Promise<Row & Due> {
  const isDue = (kinds: readonly string[]): Prisma.Sql => Prisma.sql`EXISTS (
    SELECT 1 FROM "Delivery" d WHERE d."channel" = ${channel} AND d."account" = ${account} AND d."status" = 'waiting'
      AND d."kind" = ANY(${[...kinds]}) AND d."notBefore" <= ${now})`;
  const read = (): Promise<(Row & Due)[]> => tx.$queryRaw<(Row & Due)[]>`
    SELECT a."slots", a."repliedAt", a."announcedAt", a."pausedUntil", ${isDue(TALK)} AS "talk",
      ${isDue(['reminder'])} AS "reminders", ${isDue(['announcement'])} AS "news"
    FROM "ChannelAccount" a WHERE a."channel" = ${channel} AND a."account" = ${account} FOR UPDATE OF a`;
  const [row] = await read();
  if (row !== undefined) return row;
  await tx.$executeRaw`
    INSERT INTO "ChannelAccount" ("channel", "account") VALUES (${channel}, ${account}) ON CONFLICT DO NOTHING`;
  const [added] = await read();
  if (added === undefined) throw new Error('A row of an account that was just written is not there.');
  return added;
}

async function updateAccount(
  tx: Tx,
  { channel, account, slots, repliedAt, announcedAt }: AccountKey & Omit<Row, 'pausedUntil'>,
): Promise<void> {
  await tx.$executeRaw`
    UPDATE "ChannelAccount" SET "slots" = ${[...slots]}::timestamptz[], "repliedAt" = ${repliedAt}::timestamptz,
      "announcedAt" = ${announcedAt}::timestamptz
    WHERE "channel" = ${channel} AND "account" = ${account}`;
}
