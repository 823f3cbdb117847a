import { conditionSchema } from '../core/audience/condition.ts';
import type { Ids } from '../core/ids.ts';
import { Prisma } from '../generated/prisma/client.ts';
import type { KeptPicture } from './announcement-pictures.ts';
import { askApprovalAgain } from './ask-approval-again.ts';
import { audienceSql, preferredContactSql } from './audience.ts';
import type { Db } from './database.ts';
import { getsNewsSql } from './follows.ts';
import { idOfKeySql } from './id-of-key.ts';
import { type PersonalContent, personalContentSql } from './personal-content.ts';
import { notify } from './signals.ts';

/** People a slice: memory stays flat, and no lock is held for long. */
const SLICE = 20_000;

/** What is written to somebody, by the language they read. */
export type ContentByLocale = { vi: PersonalContent; en: PersonalContent };
/** What the office wrote, as it is kept. */
export type KeptMessage = {
  text: string;
  topic: string;
  choices: string[];
  picture: KeptPicture | null;
  pictureAlt: string;
};

/**
 * Writes down the messages of the next people of an announcement, in the order of their ids, and how far it has come, all
 * in one transaction. Meant are those of its audience who want news of its topic and can be reached at this moment; who has a message of
 * it already, by a channel that was joined to them meanwhile, gets no second one.
 * `wait` while another process plans it; `done` when nothing is left to plan, or it was stopped or taken back; `asked` when it
 * is for more people by now than a second officer agreed to: then nobody is written to.
 */
export async function planAnnouncementSlice(
  db: Db,
  options: {
    id: string;
    ids: Ids;
    now: Date;
    contentOf: (message: KeptMessage) => ContentByLocale;
    notBefore: Date;
    slice?: number;
  },
): Promise<'more' | 'done' | 'wait' | 'asked'> {
  const { id, ids, now, contentOf, notBefore, slice = SLICE } = options;
  return await db.$transaction(async (tx) => {
    const taken = await tx.$queryRaw<unknown[]>`
      SELECT 1 FROM "Announcement" WHERE "id" = ${id}::uuid FOR UPDATE SKIP LOCKED`;
    if (taken.length === 0) return 'wait';
    // Read only now: before the lock another process may have gone on.
    const announcement = await tx.announcement.findUniqueOrThrow({
      where: { id },
      include: { picture: { select: { id: true, secret: true, width: true, height: true } } },
    });
    const { leavesAt, stoppedAt, plannedAt, plannedThrough } = announcement;
    const isDue = leavesAt !== null && leavesAt <= now && stoppedAt === null && plannedAt === null;
    if (!isDue) return 'done';
    const condition = conditionSchema.parse(announcement.audience);
    const agreedFor = announcement.approvedPeople;
    const meant = { id, topic: announcement.topic, audience: condition, agreedFor, ids, now };
    if (plannedThrough === null && (await askApprovalAgain(tx, meant))) {
      await notify(tx, 'console', 'announcement');
      return 'asked';
    }
    const content = contentOf(announcement);
    const [planned] = await tx.$queryRaw<{ count: number; through: string | null }[]>`
      WITH page AS MATERIALIZED (
        SELECT p."id", p."locale" FROM "Person" p
        WHERE p."id" > ${plannedThrough ?? NOBODY}::uuid AND ${getsNewsSql(Prisma.sql`${announcement.topic}`)} AND ${audienceSql(condition)}
        ORDER BY p."id" LIMIT ${slice}),
      meant AS (
        SELECT p."id" AS "personId", p."locale", c."id" AS "contactId", c."channel", c."account", ${`announcement/${id}/`} || c."id" AS "key"
        FROM page p CROSS JOIN LATERAL ${preferredContactSql} c
        -- A count is worked out person by person; what could be joined would read the whole announcement again each slice.
        WHERE (SELECT count(*) FROM "Delivery" d
          WHERE d."personId" = p."id" AND d."announcementId" IS NOT DISTINCT FROM ${id}::uuid) = 0),
      added AS (
        INSERT INTO "Delivery" ("id", "key", "personId", "contactId", "channel", "account", "kind", "content", "notBefore", "createdAt", "announcementId")
        SELECT ${idOfKeySql(Prisma.sql`m."key"`)}, m."key", m."personId", m."contactId", m."channel", m."account", 'announcement',
          CASE m."locale" WHEN 'en' THEN ${personalContentSql(content.en, PERSON)} ELSE ${personalContentSql(content.vi, PERSON)} END,
          ${notBefore}, ${now}, ${id}::uuid
        FROM meant m ORDER BY m."personId"
        ON CONFLICT ("key") DO NOTHING)
      SELECT count(*)::int AS "count", (SELECT p."id" FROM page p ORDER BY p."id" DESC LIMIT 1) AS "through" FROM page`;
    const isDone = (planned?.count ?? 0) < slice;
    await tx.announcement.update({
      where: { id },
      data: { plannedThrough: planned?.through ?? plannedThrough, plannedAt: isDone ? now : null },
    });
    await notify(tx, 'console', 'announcement');
    return isDone ? 'done' : 'more';
  });
}

/**
 * After very many messages were added at once PostgreSQL still plans as for few, and the first claims are slow until it has
 * looked again.
 */
export async function refreshStatistics(db: Db): Promise<void> {
  await db.$executeRaw`ANALYZE "Delivery"`;
}

const PERSON = Prisma.sql`m."personId"`;
/** Before every id. */
const NOBODY = '00000000-0000-0000-0000-000000000000';
