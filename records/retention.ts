import type { RetentionCutoffs } from '../core/schedule/retention.ts';
import { Prisma } from '../generated/prisma/client.ts';
import type { Db } from './database.ts';
import { BELONGINGS, UNGATHERED } from './join-people.ts';

export type RetentionRuleName =
  | 'message-texts'
  | 'sent-texts'
  | 'questions'
  | 'conversations'
  | 'traces'
  | 'interests'
  | 'unsent-requests'
  | 'held-updates'
  | 'web-chat-sessions'
  | 'officer-sessions'
  | 'verifications'
  | 'admin-links'
  | 'link-codes'
  | 'wrong-link-codes'
  | 'invitations'
  | 'copy-links'
  | 'data-requests'
  | 'joined-people';

type Rule = {
  name: RetentionRuleName;
  /** What `select` calls the table whose rows it locks. */
  table: Prisma.Sql;
  /** The keys of the rows that the rule is for, now or as they will be when the run has come to it. */
  select: (cutoffs: RetentionCutoffs, when: 'now' | 'foreseen') => Prisma.Sql;
  /** Takes the words, or the row, away. */
  remove: (keys: Prisma.Sql) => Prisma.Sql;
};

const NOTHING_SAID = JSON.stringify({ text: '', choices: [] });

/** Of requests that were never sent. A sent one is kept as long as the law on archives asks. */
const UNSENT_ENDINGS = ['expired', 'discarded'];

/** Whether application `a` was never sent and ended before. */
export const isUnsentOver = (before: Date): Prisma.Sql => Prisma.sql`
  a."code" IS NULL AND (SELECT max(e."at") FROM "ApplicationEvent" e
    WHERE e."applicationId" = a."id" AND e."kind" = ANY(${UNSENT_ENDINGS})) < ${before}`;

// Rows stay where others count on them (the ledger, the journal's order); words go. Sample people are left alone.
const rules: readonly Rule[] = [
  {
    name: 'message-texts',
    table: Prisma.sql`m`,
    select: ({ messages }) => Prisma.sql`
      SELECT m."id" FROM "InboundMessage" m JOIN "Person" p ON p."id" = m."personId"
      WHERE m."receivedAt" < ${messages} AND m."handledAt" IS NOT NULL AND NOT p."isSample"
        AND (m."text" IS NOT NULL OR m."choiceKey" IS NOT NULL OR cardinality(m."fileIds") > 0)`,
    remove: (keys) => Prisma.sql`
      UPDATE "InboundMessage" SET "text" = NULL, "choiceKey" = NULL, "fileIds" = '{}' WHERE "id" IN (${keys})`,
  },
  {
    name: 'sent-texts',
    table: Prisma.sql`d`,
    select: ({ messages }) => Prisma.sql`
      SELECT d."id" FROM "Delivery" d JOIN "Person" p ON p."id" = d."personId"
      WHERE d."createdAt" < ${messages} AND d."status" NOT IN ('waiting', 'sending') AND NOT p."isSample"
        AND d."content" <> ${NOTHING_SAID}::jsonb`,
    remove: (keys) => Prisma.sql`UPDATE "Delivery" SET "content" = ${NOTHING_SAID}::jsonb WHERE "id" IN (${keys})`,
  },
  {
    // One that still waits for its answer is still needed.
    name: 'questions',
    table: Prisma.sql`h`,
    select: ({ messages }) => Prisma.sql`
      SELECT h."id" FROM "HumanHandoff" h JOIN "Person" p ON p."id" = h."personId"
      WHERE COALESCE(h."answeredAt", h."askedAt") < ${messages} AND h."status" <> 'waiting' AND NOT p."isSample"
        AND (h."text" <> '' OR h."answer" <> '')`,
    remove: (keys) => Prisma.sql`
      UPDATE "HumanHandoff" SET "text" = '', "answer" = CASE WHEN "answer" IS NULL THEN NULL ELSE '' END
      WHERE "id" IN (${keys})`,
  },
  {
    name: 'conversations',
    table: Prisma.sql`o`,
    select: ({ messages }) => Prisma.sql`
      SELECT o."personId" FROM "Conversation" o JOIN "Person" p ON p."id" = o."personId"
      WHERE o."updatedAt" < ${messages} AND NOT p."isSample"`,
    remove: (keys) => Prisma.sql`DELETE FROM "Conversation" WHERE "personId" IN (${keys})`,
  },
  {
    name: 'traces',
    table: Prisma.sql`m`,
    select: ({ traces }) => Prisma.sql`
      SELECT m."id" FROM "InboundMessage" m JOIN "Person" p ON p."id" = m."personId"
      WHERE m."receivedAt" < ${traces} AND m."trace" IS NOT NULL AND NOT p."isSample"`,
    remove: (keys) => Prisma.sql`UPDATE "InboundMessage" SET "trace" = NULL WHERE "id" IN (${keys})`,
  },
  {
    name: 'interests',
    table: Prisma.sql`i`,
    select: ({ messages }) => Prisma.sql`
      SELECT i."personId", i."topic" FROM "PersonInterest" i JOIN "Person" p ON p."id" = i."personId"
      WHERE i."lastAskedAt" < ${messages} AND NOT p."isSample"`,
    remove: (keys) => Prisma.sql`DELETE FROM "PersonInterest" WHERE ("personId", "topic") IN (${keys})`,
  },
  {
    name: 'unsent-requests',
    table: Prisma.sql`v`,
    select: ({ unsentRequests }) => Prisma.sql`
      SELECT v."applicationId", v."questionId" FROM "ApplicationAnswer" v
      JOIN "Application" a ON a."id" = v."applicationId" JOIN "Person" p ON p."id" = a."personId"
      WHERE ${isUnsentOver(unsentRequests)} AND NOT p."isSample"`,
    remove: (keys) => Prisma.sql`DELETE FROM "ApplicationAnswer" WHERE ("applicationId", "questionId") IN (${keys})`,
  },
  {
    // Held for seconds as a rule; what is left is of a platform that was turned off meanwhile.
    name: 'held-updates',
    table: Prisma.sql`u`,
    select: ({ messages }) => Prisma.sql`SELECT u."seq" FROM "HeldUpdate" u WHERE u."heldAt" < ${messages}`,
    remove: (keys) => Prisma.sql`DELETE FROM "HeldUpdate" WHERE "seq" IN (${keys})`,
  },
  {
    name: 'web-chat-sessions',
    table: Prisma.sql`s`,
    select: ({ webChatSessions }) => Prisma.sql`
      SELECT s."id" FROM "WebChatSession" s WHERE s."lastSeenAt" < ${webChatSessions}
        AND NOT EXISTS (SELECT 1 FROM "Contact" c JOIN "Person" p ON p."id" = c."personId"
                        WHERE c."channel" = 'web-chat' AND c."address" = s."id"::text AND p."isSample")`,
    remove: (keys) => Prisma.sql`DELETE FROM "WebChatSession" WHERE "id" IN (${keys})`,
  },
  {
    name: 'officer-sessions',
    table: Prisma.sql`s`,
    select: ({ expiry }) => Prisma.sql`SELECT s."id" FROM "Session" s WHERE s."expiresAt" < ${expiry}`,
    remove: (keys) => Prisma.sql`DELETE FROM "Session" WHERE "id" IN (${keys})`,
  },
  {
    name: 'verifications',
    table: Prisma.sql`v`,
    select: ({ expiry }) => Prisma.sql`SELECT v."id" FROM "Verification" v WHERE v."expiresAt" < ${expiry}`,
    remove: (keys) => Prisma.sql`DELETE FROM "Verification" WHERE "id" IN (${keys})`,
  },
  {
    name: 'admin-links',
    table: Prisma.sql`l`,
    select: ({ expiry }) => Prisma.sql`SELECT l."tokenHash" FROM "AdminLink" l WHERE l."expiresAt" < ${expiry}`,
    remove: (keys) => Prisma.sql`DELETE FROM "AdminLink" WHERE "tokenHash" IN (${keys})`,
  },
  {
    name: 'link-codes',
    table: Prisma.sql`k`,
    select: ({ links }) => Prisma.sql`SELECT k."id" FROM "LinkCode" k WHERE k."expiresAt" < ${links}`,
    remove: (keys) => Prisma.sql`DELETE FROM "LinkCode" WHERE "id" IN (${keys})`,
  },
  {
    name: 'wrong-link-codes',
    table: Prisma.sql`w`,
    select: ({ links }) => Prisma.sql`SELECT w."id" FROM "WrongLinkCode" w WHERE w."at" < ${links}`,
    remove: (keys) => Prisma.sql`DELETE FROM "WrongLinkCode" WHERE "id" IN (${keys})`,
  },
  {
    name: 'invitations',
    table: Prisma.sql`i`,
    select: ({ links }) => Prisma.sql`SELECT i."id" FROM "EstablishmentInvitation" i WHERE i."expiresAt" < ${links}`,
    remove: (keys) => Prisma.sql`DELETE FROM "EstablishmentInvitation" WHERE "id" IN (${keys})`,
  },
  {
    name: 'copy-links',
    table: Prisma.sql`y`,
    select: ({ links }) => Prisma.sql`SELECT y."tokenHash" FROM "DataCopyLink" y WHERE y."expiresAt" < ${links}`,
    remove: (keys) => Prisma.sql`DELETE FROM "DataCopyLink" WHERE "tokenHash" IN (${keys})`,
  },
  {
    // That it was asked, when and how it ended stays as evidence; the words go.
    name: 'data-requests',
    table: Prisma.sql`q`,
    select: ({ messages }) => Prisma.sql`
      SELECT q."id" FROM "DataSubjectRequest" q JOIN "Person" p ON p."id" = q."personId"
      WHERE q."doneAt" < ${messages} AND NOT p."isSample"
        AND (q."text" <> '' OR q."outcome" <> '' OR q."extensionReason" IS NOT NULL)`,
    remove: (keys) => Prisma.sql`
      UPDATE "DataSubjectRequest" SET "text" = '', "outcome" = '', "extensionReason" = NULL WHERE "id" IN (${keys})`,
  },
  {
    // Removing a person removes what is theirs: one to whom anything still belongs stays.
    name: 'joined-people',
    table: Prisma.sql`p`,
    select: ({ links }, when) => Prisma.sql`
      SELECT p."id" FROM "Person" p WHERE p."joinedAt" < ${links} AND ${Prisma.join(
        (when === 'now' ? BELONGINGS : UNGATHERED).map(
          (table) => Prisma.sql`NOT EXISTS (SELECT 1 FROM ${table} b WHERE b."personId" = p."id")`,
        ),
        ' AND ',
      )}`,
    remove: (keys) => Prisma.sql`DELETE FROM "Person" WHERE "id" IN (${keys})`,
  },
];

export type RetentionCounts = Record<RetentionRuleName, number>;

/** How much each rule will remove in a run that begins now. Changes nothing. */
export async function countExpired(db: Db, cutoffs: RetentionCutoffs): Promise<RetentionCounts> {
  return await forEachRule(async (rule) => {
    const rows = await db.$queryRaw<{ count: number }[]>(
      Prisma.sql`SELECT count(*)::int AS "count" FROM (${rule.select(cutoffs, 'foreseen')}) expired`,
    );
    return rows[0]?.count ?? 0;
  });
}

/** Removes what is expired, a batch at a time, so that no lock is held for long. Doing it again finds nothing. */
export async function removeExpired(
  db: Db,
  cutoffs: RetentionCutoffs,
  { batchSize = 1000 }: { batchSize?: number } = {},
): Promise<RetentionCounts> {
  return await forEachRule(async (rule) => {
    // Locking looks at the row once more: what somebody has just renewed is not removed, and nobody is waited for.
    const batch = Prisma.sql`${rule.select(cutoffs, 'now')} LIMIT ${batchSize} FOR UPDATE OF ${rule.table} SKIP LOCKED`;
    let removed = 0;
    for (;;) {
      const changed = await db.$executeRaw(rule.remove(batch));
      removed += changed;
      if (changed === 0) return removed;
    }
  });
}

async function forEachRule(work: (rule: Rule) => Promise<number>): Promise<RetentionCounts> {
  const counts: RetentionCounts = {
    'message-texts': 0,
    'sent-texts': 0,
    questions: 0,
    conversations: 0,
    traces: 0,
    interests: 0,
    'unsent-requests': 0,
    'held-updates': 0,
    'web-chat-sessions': 0,
    'officer-sessions': 0,
    verifications: 0,
    'admin-links': 0,
    'link-codes': 0,
    'wrong-link-codes': 0,
    invitations: 0,
    'copy-links': 0,
    'data-requests': 0,
    'joined-people': 0,
  };
  for (const rule of rules) counts[rule.name] = await work(rule);
  return counts;
}
