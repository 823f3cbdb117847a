import * as z from 'zod';
import { progressReports } from '../core/applications/progress-reports.ts';
import { type Project, projectOf } from '../core/applications/project.ts';
import { type ReturnedItem, returnedItems } from '../core/applications/returned-items.ts';
import { type ApplicationStatus, statusOf } from '../core/applications/status.ts';
import type { Prisma } from '../generated/prisma/client.ts';
import type { Db, Tx } from './database.ts';

/** One kept answer: its value in the shape of the field's kind, and the person's own words. */
export type KeptAnswer = { value: Prisma.JsonValue; raw: string | null; answeredAt: Date };

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

const include = { answers: true, events: { orderBy: { seq: 'asc' } } } as const satisfies Prisma.ApplicationInclude;

/** What a person sees: what they filed, and what was sent for an establishment that they act for. */
function seenBy(personId: string): Prisma.ApplicationWhereInput {
  const members = { some: { personId, endedAt: null } };
  return { OR: [{ personId }, { code: { not: null }, establishment: { members } }] };
}

/** A dossier that this person sees; that of another, or what is no id at all, is not found. */
export async function findApplication(
  db: Db | Tx,
  { id, personId }: { id: string; personId: string },
): Promise<Application | undefined> {
  // Ids come back in the keys of buttons, which anybody may send.
  if (!z.guid().safeParse(id).success) return undefined;
  const row = await db.application.findFirst({ where: { id, ...seenBy(personId) }, include });
  return row === null ? undefined : toApplication(row);
}

/** All dossiers that a person sees, the newest first, given-up and erased ones too: their status tells. */
export async function listApplications(db: Db | Tx, personId: string): Promise<Application[]> {
  const rows = await db.application.findMany({
    where: seenBy(personId),
    include,
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  });
  return rows.map(toApplication);
}

/** The draft that a person has open, the newest if there were several. */
export async function findOpenDraft(db: Db | Tx, personId: string): Promise<Application | undefined> {
  const rows = await db.application.findMany({
    where: { personId, code: null },
    include,
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  });
  return rows.map(toApplication).find(({ status }) => status === 'draft');
}

type Row = Prisma.ApplicationGetPayload<{ include: typeof include }>;

function toApplication({ answers, events, code, createdAt, ...row }: Row): Application {
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
    returned: returnedItems(events, Object.fromEntries(answers.map((answer) => [answer.questionId, answer]))),
    declinedBecause: status === 'declined' ? reasonOf(events) : undefined,
    project: projectOf(events),
    reportedMonths: progressReports(events).map(({ month }) => month),
    startedAt: createdAt,
    submittedAt: events.find(({ kind }) => kind === 'submitted')?.at,
    answers: Object.fromEntries(
      answers.map(({ questionId, value, raw, answeredAt }) => [questionId, { value, raw, answeredAt }]),
    ),
  };
}

const declinedData = z.object({ reason: z.string() });

function reasonOf(events: Row['events']): string | undefined {
  return declinedData.safeParse(events.findLast(({ kind }) => kind === 'declined')?.data).data?.reason;
}
