import type { Prisma } from '../generated/prisma/client.ts';
import type { Db } from './database.ts';

/** One deed of an officer with an announcement. */
export type DeedOfAnnouncement = {
  id: string;
  at: Date;
  /** created, changed, confirmed, approved, asked-again, taken-back, paused, resumed, stopped, calls-exported, … */
  kind: string;
  officer: string | null;
  data: Prisma.JsonValue;
};

const PREFIX = 'announcement.';
const MOST_DEEDS = 100;
/** Looking at a call sheet is no change; it stands in the audit all the same. */
const NO_DEEDS = ['calls-read', 'calls-foreseen'].map((kind) => `${PREFIX}${kind}`);

/** The latest first. */
export async function listAnnouncementDeeds(db: Db, id: string): Promise<DeedOfAnnouncement[]> {
  const rows = await db.$queryRaw<(DeedOfAnnouncement & { action: string })[]>`
    SELECT e."id", e."at", e."action", e."data", u."name" AS "officer"
    FROM "AuditEntry" e LEFT JOIN "User" u ON u."id" = e."actorId"
    WHERE e."subjectKind" = 'Announcement' AND e."subjectId" = ${id} AND e."action" <> ALL(${NO_DEEDS})
    ORDER BY e."at" DESC, e."id" DESC LIMIT ${MOST_DEEDS}`;
  return rows.map(({ action, ...deed }) => ({ ...deed, kind: action.replace(PREFIX, '') }));
}
