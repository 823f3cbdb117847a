import { type AnnouncementState, announcementState } from '../core/announcements/state.ts';
import { type Condition, conditionSchema } from '../core/audience/condition.ts';
import { Prisma } from '../generated/prisma/client.ts';
import { type AnnouncementLedger, emptyLedger, readAnnouncementLedgers } from './announcement-ledger.ts';
import { type Page, readCursor, toPage } from './cursor.ts';
import type { Db } from './database.ts';

export type AnnouncementView = {
  id: string;
  text: string;
  /** What it is about: an id of core/announcements/topics.ts. */
  topic: string;
  audience: Condition;
  /** What can be done at once under it: ids of core/announcements/choices.ts. */
  choices: string[];
  /** What goes with it; `alt` is what it shows, in words. */
  picture: { id: string; width: number; height: number; alt: string } | null;
  state: AnnouncementState;
  createdAt: Date;
  /** Changes with every change of the draft: what an officer saw is told from what stands. */
  updatedAt: Date;
  createdBy: string | null;
  confirmedAt: Date | null;
  confirmedById: string | null;
  confirmedBy: string | null;
  /** The time that was chosen; null: as soon as it may. */
  wantedAt: Date | null;
  leavesAt: Date | null;
  /** For how many people it was when a second officer was asked; null when none had to be. */
  approvalPeople: number | null;
  /** For how many they agreed; set while nobody has agreed: it is for more by now. */
  approvedPeople: number | null;
  approvedAt: Date | null;
  approvedBy: string | null;
  plannedAt: Date | null;
  pausedAt: Date | null;
  pausedBy: string | null;
  stoppedAt: Date | null;
  stoppedBy: string | null;
  ledger: AnnouncementLedger;
};

type Row = Omit<AnnouncementView, 'state' | 'ledger' | 'audience' | 'picture'> & {
  audience: unknown;
  pictureId: string | null;
  pictureAlt: string;
  width: number | null;
  height: number | null;
  plannedThrough: string | null;
};

/** The latest first, each with its ledger. */
export async function listAnnouncements(
  db: Db,
  { now, cursor, limit }: { now: Date; cursor?: string; limit: number },
): Promise<Page<AnnouncementView>> {
  const after = cursor === undefined ? undefined : readCursor(cursor);
  const where =
    after === undefined ? Prisma.empty : Prisma.sql`WHERE (a."createdAt", a."id") < (${after.at}, ${after.id}::uuid)`;
  const rows = await db.$queryRaw<Row[]>`
    ${announcementSql} ${where} ORDER BY a."createdAt" DESC, a."id" DESC LIMIT ${limit + 1}`;
  const page = toPage(rows, limit, (row) => ({ at: row.createdAt, id: row.id }));
  return { ...page, items: await toViews(db, page.items, now) };
}

export async function findAnnouncement(
  db: Db,
  { id, now }: { id: string; now: Date },
): Promise<AnnouncementView | undefined> {
  const rows = await db.$queryRaw<Row[]>`${announcementSql} WHERE a."id" = ${id}::uuid`;
  return (await toViews(db, rows, now))[0];
}

const announcementSql = Prisma.sql`
  SELECT a."id", a."text", a."topic", a."audience", a."choices", a."createdAt", a."updatedAt", made."name" AS "createdBy",
    a."confirmedAt", a."confirmedById", said."name" AS "confirmedBy", a."wantedAt", a."leavesAt", a."plannedThrough",
    a."plannedAt", a."approvalPeople", a."approvedPeople", a."approvedAt", agreed."name" AS "approvedBy",
    a."pausedAt", paused."name" AS "pausedBy", a."stoppedAt", halted."name" AS "stoppedBy",
    a."pictureId", a."pictureAlt", shown."width", shown."height"
  FROM "Announcement" a
  LEFT JOIN "User" made ON made."id" = a."createdById"
  LEFT JOIN "User" said ON said."id" = a."confirmedById"
  LEFT JOIN "User" agreed ON agreed."id" = a."approvedById"
  LEFT JOIN "User" paused ON paused."id" = a."pausedById"
  LEFT JOIN "User" halted ON halted."id" = a."stoppedById"
  LEFT JOIN "AnnouncementPicture" shown ON shown."id" = a."pictureId"`;

async function toViews(db: Db, rows: Row[], now: Date): Promise<AnnouncementView[]> {
  const ledgers = await readAnnouncementLedgers(
    db,
    rows.map(({ id }) => id),
  );
  return rows.map(({ plannedThrough, audience, pictureId: shown, pictureAlt: alt, width, height, ...row }) => {
    const ledger = ledgers.get(row.id) ?? emptyLedger();
    const state = announcementState({ ...row, plannedThrough, open: ledger.waiting }, now);
    const picture = shown === null ? null : { id: shown, alt, width: width ?? 0, height: height ?? 0 };
    return { ...row, picture, audience: conditionSchema.parse(audience), state, ledger };
  });
}
