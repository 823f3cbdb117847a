import { claimedBy, statusOf } from '../core/applications/status.ts';
import type { Prisma } from '../generated/prisma/client.ts';
import type { Db, Tx } from './database.ts';
import type { AnswerValue, RequestStatus } from './request-list.ts';

export type RequestEvent = {
  id: string;
  kind: string;
  at: Date;
  actorKind: string;
  actorId: string | null;
  /** The officer, when an officer did it. */
  actorName: string | null;
  data: Prisma.JsonValue;
};

export type RequestDetail = {
  id: string;
  code: string;
  personId: string;
  establishmentId: string | undefined;
  personName: string | null;
  isSample: boolean;
  /** Who filed it took the consent to requests back, and has not given it anew. */
  isConsentBack: boolean;
  programme: string;
  formId: string;
  formVersion: number;
  status: RequestStatus;
  /** The officer who has it. */
  holder: { id: string; name: string | null } | undefined;
  answers: Record<string, AnswerValue & { answeredAt: Date }>;
  /** In order. */
  events: RequestEvent[];
};

/** Of the consent to requests, what was said last. */
const lastConsent = { where: { purpose: 'request' }, orderBy: { at: 'desc' }, take: 1 } as const;

/** One submitted request with all its answers and its history. A draft is nobody's business yet and is not found. */
export async function findRequest(db: Db | Tx, id: string): Promise<RequestDetail | undefined> {
  const row = await db.application.findUnique({ where: { id }, include: { events: { orderBy: { seq: 'asc' } } } });
  if (row === null || row.code === null) return undefined;
  const status = statusOf(row.events);
  if (status === 'draft' || status === 'discarded' || status === 'expired') return undefined;
  // One after the other: of one query Prisma reads several relations at once, which a transaction's connection cannot.
  const answers = await db.applicationAnswer.findMany({ where: { applicationId: id } });
  const person = await db.person.findUnique({ where: { id: row.personId }, include: { consents: lastConsent } });
  if (person === null) return undefined;
  const officerIds = row.events.flatMap((event) =>
    event.actorKind === 'officer' && event.actorId !== null ? [event.actorId] : [],
  );
  const officers = await db.user.findMany({ where: { id: { in: officerIds } }, select: { id: true, name: true } });
  const nameOf = new Map(officers.map((officer) => [officer.id, officer.name]));
  const holderId = claimedBy(row.events);
  return {
    id: row.id,
    code: row.code,
    personId: row.personId,
    establishmentId: row.establishmentId ?? undefined,
    personName: person.displayName,
    isSample: person.isSample,
    isConsentBack: person.consents.some(({ granted, withdrawnAt }) => granted && withdrawnAt !== null),
    programme: row.programme,
    formId: row.formId,
    formVersion: row.formVersion,
    status,
    holder: holderId === undefined ? undefined : { id: holderId, name: nameOf.get(holderId) ?? null },
    answers: Object.fromEntries(
      answers.map(({ questionId, value, raw, answeredAt }) => [questionId, { value, raw, answeredAt }]),
    ),
    events: row.events.map(({ id, kind, at, actorKind, actorId, data }) => ({
      id,
      kind,
      at,
      actorKind,
      actorId,
      actorName: actorId === null ? null : (nameOf.get(actorId) ?? null),
      data,
    })),
  };
}

/** The same, held until the transaction ends: what is told about it is told of what it is then. */
export async function holdRequest(tx: Tx, id: string): Promise<RequestDetail | undefined> {
  await tx.$queryRaw`SELECT 1 FROM "Application" WHERE "id" = ${id}::uuid FOR UPDATE`;
  return await findRequest(tx, id);
}

/** Whose request it is, for whom, and which code it bears; undefined for a draft. */
export async function findRequestHead(
  db: Db | Tx,
  id: string,
): Promise<Pick<RequestDetail, 'code' | 'personId' | 'establishmentId' | 'answers'> | undefined> {
  return await findRequest(db, id);
}
