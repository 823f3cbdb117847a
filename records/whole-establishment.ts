import { KEPT_OF_ESTABLISHMENT } from '../core/programmes/establishment.ts';
import type { EstablishmentMerge } from '../generated/prisma/client.ts';
import type { Db, Tx } from './database.ts';
import { listMembers, type Member } from './establishment-members.ts';
import { newestAnswersSql } from './establishments.ts';
import type { AnswerValue } from './request-list.ts';

export type SentRequest = {
  id: string;
  code: string;
  personId: string;
  personName: string | null;
  programme: string;
  createdAt: Date;
};

/** All that officers see of one establishment. */
export type WholeEstablishment = {
  id: string;
  updatedAt: Date;
  /** The one that it was merged into. */
  mergedIntoId: string | undefined;
  isSample: boolean;
  /** As officers said it; null: nobody has. */
  womanOwned: boolean | null;
  answers: Record<string, AnswerValue>;
  members: Member[];
  /** What was sent for it, the newest first. */
  requests: SentRequest[];
};

export async function findWholeEstablishment(db: Db | Tx, id: string): Promise<WholeEstablishment | undefined> {
  const row = await db.establishment.findUnique({
    where: { id },
    include: {
      answers: true,
      applications: {
        where: { code: { not: null } },
        orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
        include: { person: { select: { displayName: true, isSample: true } } },
      },
    },
  });
  if (row === null) return undefined;
  return {
    id,
    updatedAt: row.updatedAt,
    mergedIntoId: row.mergedIntoId ?? undefined,
    womanOwned: row.womanOwned,
    isSample: row.applications.some(({ person }) => person.isSample),
    answers: Object.fromEntries(row.answers.map(({ questionId, value, raw }) => [questionId, { value, raw }])),
    members: await listMembers(db, id),
    requests: row.applications.flatMap(({ id: requestId, code, personId, person, programme, createdAt }) =>
      code === null ? [] : [{ id: requestId, code, personId, personName: person.displayName, programme, createdAt }],
    ),
  };
}

/** What would be known of two establishments as one: of each question the newest answer. */
export async function foreseeAnswers(
  db: Db | Tx,
  establishmentIds: readonly [string, string],
): Promise<Record<string, AnswerValue>> {
  const rows = await db.$queryRaw<(AnswerValue & { questionId: string })[]>`
    SELECT n."questionId", n."value", n."raw" FROM ${newestAnswersSql(establishmentIds)} n`;
  return Object.fromEntries(rows.map(({ questionId, value, raw }) => [questionId, { value, raw }]));
}

/** Merges that an establishment was kept in or merged in, the newest first, with the officers who made them. */
export async function listMerges(
  db: Db | Tx,
  establishmentId: string,
): Promise<{ merge: EstablishmentMerge; officerName: string | undefined; undoneByName: string | undefined }[]> {
  const merges = await db.establishmentMerge.findMany({
    where: { OR: [{ keptId: establishmentId }, { mergedId: establishmentId }] },
    orderBy: [{ mergedAt: 'desc' }, { id: 'desc' }],
  });
  const officerIds = merges.flatMap(({ officerId, undoneById }) => [
    officerId,
    ...(undoneById === null ? [] : [undoneById]),
  ]);
  const officers = await db.user.findMany({ where: { id: { in: officerIds } }, select: { id: true, name: true } });
  const nameOf = (id: string | null): string | undefined => officers.find((officer) => officer.id === id)?.name;
  return merges.map((merge) => ({
    merge,
    officerName: nameOf(merge.officerId),
    undoneByName: nameOf(merge.undoneById),
  }));
}

/** What was known of an establishment by these of its requests: for the name of one that was merged. */
export async function readAnswersOf(
  db: Db | Tx,
  applicationIds: readonly string[],
): Promise<Record<string, AnswerValue>> {
  const rows = await db.applicationAnswer.findMany({
    where: { applicationId: { in: [...applicationIds] }, questionId: { in: [...KEPT_OF_ESTABLISHMENT] } },
    orderBy: { answeredAt: 'asc' },
  });
  return Object.fromEntries(rows.map(({ questionId, value, raw }) => [questionId, { value, raw }]));
}
