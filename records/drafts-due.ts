import type { ApplicationEventKind } from '../core/applications/event.ts';
import type { DraftNotice } from '../core/schedule/draft-life.ts';
import { Prisma } from '../generated/prisma/client.ts';
import type { Db, Tx } from './database.ts';

/** An unsent request, with all that decides whether its person may be told something about it now. */
export type Draft = {
  applicationId: string;
  personId: string;
  locale: string;
  /** The last time the person did something with it. */
  touchedAt: Date;
  answered: number;
  /** What names its establishment, by question id, where its person acts for another too, or has another draft. */
  named: Record<string, unknown> | null;
  /** When each word about it was written; null when it was not. */
  firstAt: Date | null;
  secondAt: Date | null;
  endingAt: Date | null;
  /** "Đừng nhắc nữa" was said of this draft. */
  saidStop: boolean;
  /** The consent to keep a request holds: the last answer was yes and has not been withdrawn. */
  hasConsent: boolean;
  /** Where the person wrote last, among the contacts that can be reached. */
  contactId: string | null;
  /** Anywhere. */
  lastInboundAt: Date | null;
  /** A message of theirs waits for its turn. */
  isUnanswered: boolean;
  /** While an officer has joined, the word is theirs. */
  officerUntil: Date | null;
};

/** Events after which a request is no longer a draft. A new kind does not compile until it is judged here. */
const ENDS_A_DRAFT: Record<ApplicationEventKind, boolean> = {
  started: false,
  submitted: true,
  claimed: true,
  released: true,
  returned: true,
  resubmitted: true,
  accepted: true,
  declined: true,
  reopened: true,
  corrected: true,
  seen: true,
  withdrawn: true,
  discarded: true,
  expired: true,
  erased: true,
  proposed: true,
  approved: true,
  contracted: true,
  begun: true,
  'progress-reported': true,
  'advance-paid': true,
  'advance-returned': true,
  'amendment-asked': true,
  'amendment-granted': true,
  'amendment-refused': true,
  inspected: true,
  settled: true,
  closed: true,
  'stepped-back': true,
};
const ENDINGS = Object.entries(ENDS_A_DRAFT).flatMap(([kind, ends]) => (ends ? [kind] : []));

/** Of a draft: its person wants no more reminders of it. Says nothing of its status. */
const REMINDERS_OFF = 'reminders-off';

/** The key under which a word about a draft stands in the ledger, once for each contact. */
export function draftNoticeKey(notice: { applicationId: string; which: string; contactId: string }): string {
  return `reminder/draft/${notice.applicationId}/${notice.which}/${notice.contactId}`;
}

/** Drafts of real people that nobody touched since, in the order of their ids. People who erased themselves have none. */
export async function listDraftsUntouched(
  db: Db,
  { since, afterId, limit }: { since: Date; afterId?: string; limit: number },
): Promise<Draft[]> {
  const after = afterId === undefined ? Prisma.empty : Prisma.sql`AND a."id" > ${afterId}::uuid`;
  return await db.$queryRaw<Draft[]>`
    ${draftSql} AND a."updatedAt" <= ${since} ${after} ORDER BY a."id" LIMIT ${limit}`;
}

/** Whether a word about it may be said at all. Without an answer there is nothing to go on with: no word is spent on it. */
export function canBeTold({ contactId, hasConsent, saidStop, answered }: Draft): boolean {
  return contactId !== null && hasConsent && !saidStop && answered > 0;
}

/** What was said of it so far. */
export function noticesOf({ firstAt, secondAt, endingAt }: Draft): DraftNotice[] {
  const notices: DraftNotice[] = [];
  if (firstAt !== null) notices.push({ which: 'first', at: firstAt });
  if (secondAt !== null) notices.push({ which: 'second', at: secondAt });
  if (endingAt !== null) notices.push({ which: 'ending', at: endingAt });
  return notices;
}

/** The same as it is now; undefined when it is no draft any more. */
export async function findDraft(db: Db | Tx, applicationId: string): Promise<Draft | undefined> {
  const rows = await db.$queryRaw<Draft[]>`${draftSql} AND a."id" = ${applicationId}::uuid`;
  return rows[0];
}

/** "Đừng nhắc nữa". Saying it twice changes nothing. The caller holds the person's lane and knows that it is a draft. */
export async function stopDraftReminders(
  tx: Tx,
  { id, applicationId, personId, now }: { id: string; applicationId: string; personId: string; now: Date },
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "ApplicationEvent" ("id", "applicationId", "seq", "kind", "at", "actorKind", "actorId", "requestId")
    SELECT ${id}::uuid, ${applicationId}::uuid, COALESCE(max("seq"), 0) + 1, ${REMINDERS_OFF}, ${now}, 'person', ${personId}, ${REMINDERS_OFF}
    FROM "ApplicationEvent" WHERE "applicationId" = ${applicationId}::uuid
    ON CONFLICT ("applicationId", "requestId") DO NOTHING`;
}

const draftSql = Prisma.sql`
  SELECT a."id" AS "applicationId", a."personId", p."locale",
    GREATEST(a."updatedAt", v."answeredAt") AS "touchedAt", v."answered",
    CASE WHEN EXISTS (
      SELECT 1 FROM "EstablishmentMember" m WHERE m."personId" = p."id" AND m."endedAt" IS NULL
        AND m."establishmentId" IS DISTINCT FROM a."establishmentId")
      OR EXISTS (SELECT 1 FROM "Application" b WHERE b."personId" = p."id" AND b."id" <> a."id" AND b."code" IS NULL
        AND NOT EXISTS (SELECT 1 FROM "ApplicationEvent" e WHERE e."applicationId" = b."id" AND e."kind" = ANY(${ENDINGS})))
    THEN (SELECT jsonb_object_agg(x."questionId", x."value") FROM "ApplicationAnswer" x
      WHERE x."applicationId" = a."id" AND x."questionId" IN ('establishment', 'owner-name', 'commune')) END AS "named",
    told."firstAt", told."secondAt", told."endingAt",
    EXISTS (SELECT 1 FROM "ApplicationEvent" e WHERE e."applicationId" = a."id" AND e."kind" = ${REMINDERS_OFF}) AS "saidStop",
    COALESCE((SELECT r."granted" AND r."withdrawnAt" IS NULL FROM "ConsentRecord" r
      WHERE r."personId" = p."id" AND r."purpose" = 'request' ORDER BY r."at" DESC LIMIT 1), false) AS "hasConsent",
    (SELECT c."id" FROM "Contact" c WHERE c."personId" = p."id" AND c."state" = 'active'
      ORDER BY c."lastInboundAt" DESC NULLS LAST, c."id" LIMIT 1) AS "contactId",
    (SELECT max(c."lastInboundAt") FROM "Contact" c WHERE c."personId" = p."id") AS "lastInboundAt",
    EXISTS (SELECT 1 FROM "InboundMessage" m WHERE m."personId" = p."id" AND m."handledAt" IS NULL) AS "isUnanswered",
    (SELECT o."officerUntil" FROM "Conversation" o WHERE o."personId" = p."id") AS "officerUntil"
  FROM "Application" a
  JOIN "Person" p ON p."id" = a."personId"
  CROSS JOIN LATERAL (
    SELECT max(x."answeredAt") AS "answeredAt", count(*)::int AS "answered"
    FROM "ApplicationAnswer" x WHERE x."applicationId" = a."id") v
  CROSS JOIN LATERAL (
    SELECT max(d."createdAt") FILTER (WHERE split_part(d."key", '/', 4) = 'first') AS "firstAt",
           max(d."createdAt") FILTER (WHERE split_part(d."key", '/', 4) = 'second') AS "secondAt",
           max(d."createdAt") FILTER (WHERE starts_with(split_part(d."key", '/', 4), 'ending')) AS "endingAt"
    FROM "Delivery" d
    WHERE d."personId" = a."personId" AND d."kind" = 'reminder' AND starts_with(d."key", 'reminder/draft/' || a."id" || '/')) told
  WHERE a."code" IS NULL AND NOT p."isSample" AND p."erasedAt" IS NULL
    AND NOT EXISTS (SELECT 1 FROM "ApplicationEvent" e WHERE e."applicationId" = a."id" AND e."kind" = ANY(${ENDINGS}))`;
