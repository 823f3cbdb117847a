import type { Ids } from '../core/ids.ts';
import { establishmentKey, KEPT_OF_ESTABLISHMENT } from '../core/programmes/establishment.ts';
import { Prisma } from '../generated/prisma/client.ts';
import type { Db, Tx } from './database.ts';
import { findLiving, holdLiving } from './establishment-holds.ts';
import { refreshKeys } from './establishment-keys.ts';
import { type AnswerRow, type KeptAnswer, keptAnswers } from './told-and-done.ts';

/** `owner`, or as which helper somebody acts for the establishment: an option of the question `filled-by`. */
export type Membership = { role: string; consent: string | undefined; consentedAt: Date | undefined; joinedAt: Date };

/** Who produces, as a member knows it: what is kept of it by question id, and as what they act for it. */
export type Establishment = { id: string; answers: Record<string, KeptAnswer>; membership: Membership };

/** The establishments that a person acts for, the one with the newest request first. */
export async function listEstablishments(db: Db | Tx, personId: string): Promise<Establishment[]> {
  const rows = await db.$queryRaw<MemberRow[]>`
    SELECT e."id", m."role", m."consent", m."consentedAt", m."joinedAt",
      COALESCE((SELECT json_agg(w) FROM "EstablishmentAnswer" w WHERE w."establishmentId" = e."id"), '[]') AS "answers"
    FROM "EstablishmentMember" m JOIN "Establishment" e ON e."id" = m."establishmentId"
    WHERE m."personId" = ${personId}::uuid AND m."endedAt" IS NULL ORDER BY e."updatedAt" DESC, e."id" DESC`;
  return rows.map(({ id, answers, role, consent, consentedAt, joinedAt }) => ({
    id,
    answers: keptAnswers(answers),
    membership: { role, consent: consent ?? undefined, consentedAt: consentedAt ?? undefined, joinedAt },
  }));
}

type MemberRow = {
  id: string;
  answers: AnswerRow[];
  role: string;
  consent: string | null;
  consentedAt: Date | null;
  joinedAt: Date;
};

/** One of them; undefined for somebody who does not act for it. */
export async function findEstablishment(
  db: Db | Tx,
  { id, personId }: { id: string; personId: string },
): Promise<Establishment | undefined> {
  return (await listEstablishments(db, personId)).find((each) => each.id === id);
}

/**
 * A request is sent: it is of the establishment it was begun for, of one that its person acts for already, or of a new one,
 * whose first member they are. Where officers merged that one meanwhile, it is of the one that was kept. What the
 * establishment is known by follows. The caller holds the dossier.
 */
export async function settleEstablishment(
  tx: Tx,
  { applicationId, personId, now, ids }: { applicationId: string; personId: string; now: Date; ids: Ids },
): Promise<void> {
  const { establishmentId: begunFor, answers } = await tx.application.findUniqueOrThrow({
    where: { id: applicationId },
    select: { establishmentId: true, answers: true },
  });
  const values = Object.fromEntries(answers.map(({ questionId, value }) => [questionId, value]));
  const held = await holdOwn(tx, { personId, begunFor, values });
  const id = held ?? ids.next();
  if (held === undefined) {
    const agreed = answers.find(({ questionId }) => questionId === 'owner-consent');
    await tx.establishment.create({ data: { id, createdAt: now, updatedAt: now } });
    await tx.establishmentMember.create({
      data: {
        establishmentId: id,
        personId,
        role: typeof values['filled-by'] === 'string' ? values['filled-by'] : OWNER,
        consent: typeof agreed?.value === 'string' ? agreed.value : undefined,
        consentedAt: agreed?.answeredAt,
        joinedAt: now,
      },
    });
  }
  await tx.application.update({ where: { id: applicationId }, data: { establishmentId: id } });
  await refreshEstablishment(tx, { id, now });
}

type Filed = { personId: string; begunFor: string | null; values: Readonly<Record<string, unknown>> };

/** Holds the establishment of its person that a request is of; undefined when it is a new one. */
async function holdOwn(tx: Tx, filed: Filed): Promise<string | undefined> {
  for (let held: string | undefined; ; ) {
    const own = await findOwn(tx, filed);
    // While it was waited for, officers may have merged it, or taken a merge back: then it is looked for once more.
    if (own === undefined || own === held) return own;
    held = await holdLiving(tx, own);
  }
}

async function findOwn(tx: Tx, { personId, begunFor, values }: Filed): Promise<string | undefined> {
  const begunHere = begunFor === null ? undefined : await findLiving(tx, begunFor);
  const known = await listEstablishments(tx, personId);
  const key = establishmentKey(values);
  const same =
    known.find(({ id }) => id === begunHere) ??
    (key === undefined ? undefined : known.find((each) => establishmentKey(valuesOf(each)) === key));
  return same?.id;
}

export const OWNER = 'owner';

function valuesOf({ answers, membership }: Establishment): Record<string, unknown> {
  const values = Object.fromEntries(Object.entries(answers).map(([id, { value }]) => [id, value]));
  return membership.role === OWNER ? values : { ...values, 'filled-by': membership.role };
}

/**
 * Makes what is known of an establishment what its requests say: of each question the newest answer of those that were
 * sent. To be done whenever one of these changes, in the same transaction.
 */
export async function refreshEstablishment(tx: Tx, { id, now }: { id: string; now: Date }): Promise<void> {
  // One at a time: two members may answer at the same moment.
  await tx.$queryRaw`SELECT 1 FROM "Establishment" WHERE "id" = ${id}::uuid FOR UPDATE`;
  await tx.$executeRaw`DELETE FROM "EstablishmentAnswer" WHERE "establishmentId" = ${id}::uuid`;
  await tx.$executeRaw`
    INSERT INTO "EstablishmentAnswer" ("establishmentId", "questionId", "value", "raw", "answeredAt")
    SELECT ${id}::uuid, n."questionId", n."value", n."raw", n."answeredAt" FROM ${newestAnswersSql([id])} n`;
  await tx.$executeRaw`UPDATE "Establishment" SET "updatedAt" = ${now} WHERE "id" = ${id}::uuid`;
  await refreshKeys(tx, id);
}

/** Of each question the newest answer of the requests that were sent for one of these. */
export function newestAnswersSql(establishmentIds: readonly string[]): Prisma.Sql {
  return Prisma.sql`(
    SELECT DISTINCT ON (v."questionId") a."establishmentId", v."questionId", v."value", v."raw", v."answeredAt"
    FROM "Application" a JOIN "ApplicationAnswer" v ON v."applicationId" = a."id"
    WHERE a."establishmentId" = ANY(${[...establishmentIds]}::uuid[]) AND a."code" IS NOT NULL
      AND v."questionId" = ANY(${KEPT_OF_ESTABLISHMENT})
    ORDER BY v."questionId", v."answeredAt" DESC, a."createdAt" DESC)`;
}
