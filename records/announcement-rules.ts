import { DEFAULT_APPROVAL_ABOVE } from '../core/announcements/state.ts';
import type { Db, Tx } from './database.ts';

/** What the office has settled for its announcements. */
export type AnnouncementRules = {
  /** For more people than this a second officer must agree; null: never. */
  approvalAbove: number | null;
  /** Who settled it and when; null while it is what is shipped. */
  keptBy: string | null;
  keptAt: Date | null;
};

export async function findAnnouncementRules(db: Db | Tx): Promise<AnnouncementRules> {
  const [kept] = await db.$queryRaw<AnnouncementRules[]>`
    SELECT r."approvalAbove", u."name" AS "keptBy", r."keptAt"
    FROM "AnnouncementRules" r LEFT JOIN "User" u ON u."id" = r."keptById" WHERE r."id" = 1`;
  return kept ?? { approvalAbove: DEFAULT_APPROVAL_ABOVE, keptBy: null, keptAt: null };
}

export async function keepAnnouncementRules(
  tx: Tx,
  { approvalAbove, officerId, now }: { approvalAbove: number | null; officerId: string; now: Date },
): Promise<void> {
  const kept = { approvalAbove, keptById: officerId, keptAt: now };
  await tx.announcementRules.upsert({ where: { id: 1 }, create: { id: 1, ...kept }, update: kept });
}
