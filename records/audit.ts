import type { Db, Tx } from './database.ts';

export type NewAuditEntry = {
  id: string;
  now: Date;
  /** The officer; undefined when a link or the system did it. */
  actorId?: string;
  /** What was done, e.g. request.seen, question.answered, person.read. */
  action: string;
  subjectKind: string;
  subjectId: string;
  /** Codes and ids only: no text of a person, phone or secret. */
  data?: Record<string, string | number | boolean>;
};

/** Writes down who did what. Give it the transaction of the deed, so that neither exists without the other. */
export async function addAuditEntry(tx: Db | Tx, entry: NewAuditEntry): Promise<void> {
  const { now, data, ...fields } = entry;
  await tx.auditEntry.create({ data: { ...fields, at: now, data: data ?? {} } });
}

/**
 * As `addAuditEntry`, where the id was made by the caller for one deed: `repeated` when that deed stands already,
 * `reused` when the id stands for another one. A second call waits for the transaction of the first.
 */
export async function addAuditEntryOnce(tx: Tx, entry: NewAuditEntry): Promise<'added' | 'repeated' | 'reused'> {
  const { id, now, actorId, action, subjectKind, subjectId, data } = entry;
  const added = await tx.$executeRaw`
    INSERT INTO "AuditEntry" ("id", "at", "actorId", "action", "subjectKind", "subjectId", "data")
    VALUES (${id}::uuid, ${now}, ${actorId ?? null}, ${action}, ${subjectKind}, ${subjectId}, ${JSON.stringify(data ?? {})}::jsonb)
    ON CONFLICT ("id") DO NOTHING`;
  if (added === 1) return 'added';
  const stands = await tx.auditEntry.findUniqueOrThrow({ where: { id } });
  const isSame =
    stands.actorId === (actorId ?? null) &&
    stands.action === action &&
    stands.subjectKind === subjectKind &&
    stands.subjectId === subjectId;
  return isSame ? 'repeated' : 'reused';
}

/** Which officer did this last, and when; the name is missing of one who is no more. */
export async function findLastDeed(
  db: Db | Tx,
  { action, subjectId }: { action: string; subjectId: string },
): Promise<{ at: Date; by: string | undefined } | undefined> {
  const entry = await db.auditEntry.findFirst({ where: { action, subjectId }, orderBy: { at: 'desc' } });
  if (entry === null) return undefined;
  const officer = entry.actorId === null ? null : await db.user.findUnique({ where: { id: entry.actorId } });
  return { at: entry.at, by: officer?.name };
}

/** Looking at the same thing again within this time is the same look. */
const SAME_LOOK_MS = 3_600_000;

/** Writes down that an officer looked at personal data, once an hour for each officer and subject. */
export async function addReadAudit(db: Db | Tx, entry: NewAuditEntry & { actorId: string }): Promise<void> {
  const since = new Date(entry.now.getTime() - SAME_LOOK_MS);
  await db.$executeRaw`
    INSERT INTO "AuditEntry" ("id", "at", "actorId", "action", "subjectKind", "subjectId")
    SELECT ${entry.id}::uuid, ${entry.now}, ${entry.actorId}, ${entry.action}, ${entry.subjectKind}, ${entry.subjectId}
    WHERE NOT EXISTS (
      SELECT 1 FROM "AuditEntry"
      WHERE "subjectKind" = ${entry.subjectKind} AND "subjectId" = ${entry.subjectId}
        AND "actorId" = ${entry.actorId} AND "action" = ${entry.action} AND "at" > ${since})`;
}
