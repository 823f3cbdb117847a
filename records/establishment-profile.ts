import type { Db } from './database.ts';
import { listMembers, type Member } from './establishment-members.ts';

/** What officers see of an establishment beside one of its requests. */
export type EstablishmentProfile = {
  id: string;
  /** What is known of it now, by question id; a request keeps its own. */
  answers: Record<string, { value: unknown; raw: string | null }>;
  members: Member[];
  /** As officers said it; null: nobody has. */
  womanOwned: boolean | null;
  /** Its other requests that were sent, the newest first. */
  requests: { id: string; code: string }[];
};

const LATEST = 50;

export async function findEstablishmentProfile(
  db: Db,
  { id, exceptRequestId }: { id: string; exceptRequestId: string },
): Promise<EstablishmentProfile | undefined> {
  const row = await db.establishment.findUnique({
    where: { id },
    select: {
      answers: true,
      womanOwned: true,
      applications: {
        where: { code: { not: null }, id: { not: exceptRequestId } },
        select: { id: true, code: true },
        orderBy: { createdAt: 'desc' },
        take: LATEST,
      },
    },
  });
  if (row === null) return undefined;
  return {
    id,
    answers: Object.fromEntries(row.answers.map(({ questionId, value, raw }) => [questionId, { value, raw }])),
    members: await listMembers(db, id),
    womanOwned: row.womanOwned,
    requests: row.applications.flatMap((each) => (each.code === null ? [] : [{ id: each.id, code: each.code }])),
  };
}
