import type { LeakedKind } from '../core/people-data/leaked-kinds.ts';
import { Prisma } from '../generated/prisma/client.ts';
import type { Db, Tx } from './database.ts';

/** What leaked: these kinds of data that came in between the two instants, over this channel or any. */
export type LeakScope = { kinds: LeakedKind[]; channel?: string; fromAt: Date; toAt: Date };

const PEOPLE_OF: Record<LeakedKind, (scope: LeakScope) => Prisma.Sql> = {
  messages: ({ fromAt, toAt, channel }) => Prisma.sql`
    SELECT m."personId" FROM "InboundMessage" m WHERE m."receivedAt" BETWEEN ${fromAt} AND ${toAt}
      AND m."text" IS NOT NULL ${onlyOf(Prisma.sql`m."channel"`, channel)}`,
  requests: ({ fromAt, toAt, channel }) => Prisma.sql`
    SELECT a."personId" FROM "Application" a JOIN "ApplicationAnswer" v ON v."applicationId" = a."id"
    WHERE v."answeredAt" BETWEEN ${fromAt} AND ${toAt} ${ofPeopleOn(Prisma.sql`a."personId"`, channel)}`,
  photos: ({ fromAt, toAt, channel }) => Prisma.sql`
    SELECT f."personId" FROM "StoredFile" f WHERE f."createdAt" BETWEEN ${fromAt} AND ${toAt}
      AND f."removedAt" IS NULL ${ofPeopleOn(Prisma.sql`f."personId"`, channel)}`,
  questions: ({ fromAt, toAt, channel }) => Prisma.sql`
    SELECT h."personId" FROM "HumanHandoff" h WHERE h."askedAt" BETWEEN ${fromAt} AND ${toAt}
      ${ofPeopleOn(Prisma.sql`h."personId"`, channel)}`,
  contacts: ({ fromAt, toAt, channel }) => Prisma.sql`
    SELECT c."personId" FROM "Contact" c WHERE c."createdAt" BETWEEN ${fromAt} AND ${toAt}
      ${onlyOf(Prisma.sql`c."channel"`, channel)}`,
};

function onlyOf(column: Prisma.Sql, channel: string | undefined): Prisma.Sql {
  return channel === undefined ? Prisma.empty : Prisma.sql`AND ${column} = ${channel}`;
}

/** What did not come over one channel itself belongs to it when its person is there. */
function ofPeopleOn(personId: Prisma.Sql, channel: string | undefined): Prisma.Sql {
  return channel === undefined
    ? Prisma.empty
    : Prisma.sql`AND EXISTS (SELECT 1 FROM "Contact" k WHERE k."personId" = ${personId} AND k."channel" = ${channel})`;
}

/** Real people whose data it was, in the order of their ids. */
export async function listAffected(db: Db | Tx, scope: LeakScope): Promise<string[]> {
  const of = scope.kinds.map((kind) => PEOPLE_OF[kind](scope));
  if (of.length === 0) return [];
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT p."id" FROM "Person" p WHERE NOT p."isSample" AND p."id" IN (${Prisma.join(of, ' UNION ')}) ORDER BY p."id"`;
  return rows.map(({ id }) => id);
}

export type NewIncident = LeakScope & {
  id: string;
  isDrill: boolean;
  what: string;
  discoveredAt: Date;
  reportBy: Date;
  createdById: string;
  now: Date;
};

/** Keeps the report with those affected as they are known now: what is forgotten later stays told. */
export async function createIncident(tx: Tx, { now, ...incident }: NewIncident): Promise<void> {
  const affectedIds = await listAffected(tx, incident);
  await tx.incidentReport.create({ data: { ...incident, affectedIds, createdAt: now } });
}

export type Incident = NonNullable<Awaited<ReturnType<typeof findIncident>>>;

export async function findIncident(db: Db | Tx, id: string) {
  return await db.incidentReport.findUnique({ where: { id } });
}

/** The latest first. */
export async function listIncidents(db: Db) {
  const rows = await db.incidentReport.findMany({ orderBy: { discoveredAt: 'desc' } });
  return rows.map(({ affectedIds, ...incident }) => ({ ...incident, affected: affectedIds.length }));
}

export type IncidentStep = 'authorityToldAt' | 'peopleToldAt' | 'closedAt';

/** Notes when a step was done; the first time counts. False when it was noted before, or there is no such report. */
export async function noteIncidentStep(
  tx: Tx,
  { id, step, now }: { id: string; step: IncidentStep; now: Date },
): Promise<boolean> {
  const { count } = await tx.incidentReport.updateMany({ where: { id, [step]: null }, data: { [step]: now } });
  return count === 1;
}

/** Those affected who are still known, by what officers call them. */
export async function describeAffected(db: Db, ids: string[]) {
  const people = await db.person.findMany({
    where: { id: { in: ids } },
    orderBy: { id: 'asc' },
    select: {
      ...{ id: true, displayName: true, erasedAt: true },
      contacts: { select: { channel: true } },
      applications: { where: { code: { not: null } }, select: { code: true }, orderBy: { createdAt: 'asc' } },
    },
  });
  return people.map(({ id, displayName, erasedAt, contacts, applications }) => ({
    ...{ id, displayName, isErased: erasedAt !== null },
    channels: [...new Set(contacts.map(({ channel }) => channel))],
    codes: applications.flatMap(({ code }) => code ?? []),
  }));
}
