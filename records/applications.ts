import * as z from 'zod';
import { progressReports } from '../core/applications/progress-reports.ts';
import { type Project, projectOf } from '../core/applications/project.ts';
import { type ReturnedItem, returnedItems } from '../core/applications/returned-items.ts';
import { type ApplicationStatus, statusOf } from '../core/applications/status.ts';
import { Prisma } from '../generated/prisma/client.ts';
import type { Db, Tx } from './database.ts';
import {
  type HappenedEvent,
  type KeptAnswer,
  readToldAndDone,
  type ToldAndDoneRow,
  toldAndDoneSql,
} from './told-and-done.ts';

export type Application = {
  id: string;
  code: string | undefined;
  /** Who filed it. */
  personId: string;
  /** For whom; of a first request it is known once it was sent. */
  establishmentId: string | undefined;
  programme: string;
  formId: string;
  formVersion: number;
  status: ApplicationStatus;
  /** What came back from the officer and has to be mended now. */
  returned: ReturnedItem[];
  /** Why it was declined, while it is. */
  declinedBecause: string | undefined;
  /** From the proposed plan on. */
  project: Project | undefined;
  /** The months of which its progress was told. */
  reportedMonths: string[];
  startedAt: Date;
  submittedAt: Date | undefined;
  /** By question id. */
  answers: Record<string, KeptAnswer>;
};

/** What a person sees: what they filed, and what was sent for an establishment that they act for. */
const seenBySql = (
  personId: string,
): Prisma.Sql => Prisma.sql`(a."personId" = ${personId}::uuid OR (a."code" IS NOT NULL AND EXISTS (
  SELECT 1 FROM "EstablishmentMember" m
  WHERE m."establishmentId" = a."establishmentId" AND m."personId" = ${personId}::uuid AND m."endedAt" IS NULL)))`;

/** A dossier that this person sees; that of another, or what is no id at all, is not found. */
export async function findApplication(
  db: Db | Tx,
  { id, personId }: { id: string; personId: string },
): Promise<Application | undefined> {
  // Ids come back in the keys of buttons, which anybody may send.
  if (!z.guid().safeParse(id).success) return undefined;
  const [application] = await readApplications(db, Prisma.sql`a."id" = ${id}::uuid AND ${seenBySql(personId)}`);
  return application;
}

/** All dossiers that a person sees, the newest first, given-up and erased ones too: their status tells. */
export async function listApplications(db: Db | Tx, personId: string): Promise<Application[]> {
  return await readApplications(db, seenBySql(personId));
}

/** The draft that a person has open, the newest if there were several. */
export async function findOpenDraft(db: Db | Tx, personId: string): Promise<Application | undefined> {
  const unsent = await readApplications(db, Prisma.sql`a."personId" = ${personId}::uuid AND a."code" IS NULL`);
  return unsent.find(({ status }) => status === 'draft');
}

type Row = {
  id: string;
  code: string | null;
  personId: string;
  establishmentId: string | null;
  programme: string;
  formId: string;
  formVersion: number;
  createdAt: Date;
} & ToldAndDoneRow;

/** The newest first. */
async function readApplications(db: Db | Tx, where: Prisma.Sql): Promise<Application[]> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT a."id", a."code", a."personId", a."establishmentId", a."programme", a."formId", a."formVersion", a."createdAt", ${toldAndDoneSql}
    FROM "Application" a WHERE ${where} ORDER BY a."createdAt" DESC, a."id" DESC`;
  return rows.map(toApplication);
}

function toApplication({ code, createdAt, ...row }: Row): Application {
  const { answers, events } = readToldAndDone(row);
  const status = statusOf(events);
  return {
    id: row.id,
    code: code ?? undefined,
    personId: row.personId,
    establishmentId: row.establishmentId ?? undefined,
    programme: row.programme,
    formId: row.formId,
    formVersion: row.formVersion,
    status,
    returned: returnedItems(events, answers),
    declinedBecause: status === 'declined' ? reasonOf(events) : undefined,
    project: projectOf(events),
    reportedMonths: progressReports(events).map(({ month }) => month),
    startedAt: createdAt,
    submittedAt: events.find(({ kind }) => kind === 'submitted')?.at,
    answers,
  };
}

const declinedData = z.object({ reason: z.string() });

function reasonOf(events: readonly HappenedEvent[]): string | undefined {
  return declinedData.safeParse(events.findLast(({ kind }) => kind === 'declined')?.data).data?.reason;
}
