import { programmesOfWindow, windowArea, windowInterest } from '../core/audience/window-audience.ts';
import { isLead } from '../core/schedule/window-leads.ts';
import type { Round, RoundName } from '../core/schedule/window-rounds.ts';
import { Prisma } from '../generated/prisma/client.ts';
import { statusSql } from './application-status-sql.ts';
import { audienceSql, preferredContactSql } from './audience.ts';
import { tookConsentBackSql } from './consents.ts';
import type { Db, Tx } from './database.ts';
import type { DeliveryContent } from './deliveries.ts';
import { idOfKeySql } from './id-of-key.ts';
import { saidStopSql, wantsRoundSql } from './reminder-wishes.ts';
import { type ApplicationWindow, keepRound, lockWindow } from './windows.ts';

/** What a person is told: that it opens, that it closes soon, other dates, that it left their place, that it is off. */
export type WindowNews = 'opening' | 'before' | 'changed' | 'elsewhere' | 'withdrawn';
/** What the person has already: an unfinished request, papers of one that came back, one that was sent, nothing. */
export type WindowState = 'draft' | 'papers' | 'sent' | 'none';

/** By language, then by `news/state`. `{dossier-id}` and `{dossier-code}` stand for the person's dossier. */
export type ReminderContents = Record<'vi' | 'en', Record<string, DeliveryContent>>;

/** The key of a round's messages begins with this; what follows is the round (or `elsewhere`) and the contact. */
function versionKey({ id, version }: Pick<ApplicationWindow, 'id' | 'version'>): string {
  return `reminder/window/${id}/v${version}/`;
}

/**
 * Person `p` is meant by a round. `changed` and `withdrawn` are for those who were told something of this window that
 * no longer holds, wherever they are now; a changed one also for those who would have been told by now.
 */
export function meantSql(window: ApplicationWindow, which: RoundName): Prisma.Sql {
  const wants = wantsSql(window);
  const isInArea = audienceSql(windowArea(window));
  if (which === 'withdrawn') return Prisma.sql`(${wants} AND ${wasToldSql(window)})`;
  if (which === 'changed') return Prisma.sql`(${wants} AND (${isInArea} OR ${wasToldSql(window)}))`;
  return Prisma.sql`(${wants} AND ${isInArea})`;
}

/** Person `p` is one whom this programme's windows concern, wherever they are. */
export function wantsSql(window: Pick<ApplicationWindow, 'id' | 'programme' | 'rule'>): Prisma.Sql {
  const { programme, rule } = window;
  const wished = audienceSql({ kind: 'reminder-wish', isOneOf: programmesOfWindow(programme) });
  // What was begun with a consent that is taken back is reminded of no more; what was wished for by itself still is.
  return Prisma.sql`(${audienceSql(windowInterest(programme, rule.whom))} AND NOT ${saidStopSql(window)}
    AND (${wished} OR NOT ${tookConsentBackSql(Prisma.sql`p."id"`)}))`;
}

/** Person `p` was told of an earlier version, as far as one can know, and not that it left their place. */
function wasToldSql({ id, version, withdrawnAt }: ApplicationWindow): Prisma.Sql {
  const before = withdrawnAt === undefined ? version : version + 1;
  // Not correlated with `p`, so that it is found once for all people and not once for each.
  return Prisma.sql`p."id" IN (
    SELECT t."personId" FROM (
      SELECT DISTINCT ON (d."personId") d."personId", split_part(d."key", '/', 5) AS "which" FROM "Delivery" d
      WHERE d."windowId" = ${id}::uuid AND d."windowVersion" < ${before} AND d."status" IN ('sent', 'sending', 'ambiguous')
      ORDER BY d."personId", d."seq" DESC) t
    WHERE t."which" NOT IN ('elsewhere', 'withdrawn'))`;
}

export type Slice = { people: number; added: number; lastPersonId: string | undefined };

/**
 * Puts a round's messages to the next slice of people into the ledger, in one statement. A person is told a round once,
 * whichever contact they wrote from meanwhile; so it may be done again after a kill. The caller holds the window.
 */
async function planSlice(
  tx: Tx,
  options: {
    window: ApplicationWindow;
    which: RoundName;
    /** Rounds that were missed and in whose place this one is told. */
    instead: readonly string[];
    contents: ReminderContents;
    afterPersonId: string | undefined;
    limit: number;
    now: Date;
  },
): Promise<Slice> {
  const { window, which, instead, contents, afterPersonId, limit, now } = options;
  const key = versionKey(window);
  const sameRound = which === 'changed' ? [which, 'elsewhere'] : [which];
  const after = afterPersonId === undefined ? Prisma.empty : Prisma.sql`AND p."id" > ${afterPersonId}::uuid`;
  const rows = await tx.$queryRaw<Slice[]>`
    WITH meant AS MATERIALIZED (
      SELECT p."id", p."locale", ${newsSql(window, which, now)} AS "news"
      FROM "Person" p WHERE ${meantSql(window, which)} AND ${hearsRoundSql(window, [which, ...instead])} ${after} ORDER BY p."id" LIMIT ${limit}
    ), written AS (
      SELECT m."id" AS "personId", c."id" AS "contactId", ${key} || CASE WHEN m."news" = 'elsewhere' THEN m."news" ELSE ${which} END || '/' || c."id" AS "key", u."id" AS "dossierId", u."code" || u."named" AS "code",
        ${JSON.stringify(contents)}::jsonb -> (CASE WHEN m."locale" = 'en' THEN 'en' ELSE 'vi' END)
          -> (m."news" || '/' || COALESCE(u."state", 'none')) AS "content"
      FROM meant m
      JOIN "Person" p ON p."id" = m."id"
      CROSS JOIN LATERAL ${preferredContactSql} c
      LEFT JOIN LATERAL ${ownDossierSql(window)} u ON true
      WHERE m."news" IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM "Delivery" d WHERE d."personId" = m."id" AND d."windowId" = ${window.id}::uuid
          AND d."windowVersion" = ${window.version} AND split_part(d."key", '/', 5) = ANY(${sameRound}))
    ), added AS (
      INSERT INTO "Delivery" ("id", "key", "personId", "contactId", "kind", "content", "notBefore", "notAfter", "createdAt", "windowId", "windowVersion")
      SELECT ${idOfKeySql(Prisma.sql`w."key"`)}, w."key", w."personId", w."contactId", 'reminder',
        replace(replace(w."content"::text, '{dossier-id}', COALESCE(w."dossierId"::text, '')), '{dossier-code}', COALESCE(w."code", ''))::jsonb,
        ${now}, ${window.closesAt}, ${now}, ${window.id}::uuid, ${window.version}
      FROM written w WHERE w."content" IS NOT NULL
      ON CONFLICT DO NOTHING RETURNING 1
    )
    SELECT (SELECT count(*)::int FROM meant) AS "people", (SELECT count(*)::int FROM added) AS "added",
      (SELECT m."id" FROM meant m ORDER BY m."id" DESC LIMIT 1) AS "lastPersonId"`;
  const [slice] = rows;
  return { people: slice?.people ?? 0, added: slice?.added ?? 0, lastPersonId: slice?.lastPersonId ?? undefined };
}

/** Who said how long before a closing they want to hear of it hears of the rounds before it then, and of all the others. */
export function hearsRoundSql(window: ApplicationWindow, rounds: readonly string[]): Prisma.Sql {
  if (!rounds.every(isLead)) return Prisma.sql`true`;
  return wantsRoundSql(window, { rule: window.rule.before, rounds: [...rounds] });
}

/** What is new to person `p`; NULL when it is nothing. */
function newsSql(window: ApplicationWindow, which: RoundName, now: Date): Prisma.Sql {
  if (which === 'opening' || which === 'withdrawn') return Prisma.sql`${which}::text`;
  if (which !== 'changed') return Prisma.sql`'before'::text`;
  const isInArea = audienceSql(windowArea(window));
  // Who was not told yet hears of a window that opens later in its own time.
  const isOpen = window.opensAt <= now;
  return Prisma.sql`CASE
    WHEN NOT ${isInArea} THEN 'elsewhere'
    WHEN ${wasToldSql(window)} THEN 'changed'
    WHEN ${isOpen} THEN 'opening' END`;
}

/**
 * The dossier of person `p` that a message of the window speaks of: the newest that waits for the person, else the newest
 * that was sent, since nobody is to be asked for what they gave already.
 */
export function ownDossierSql({ programme }: Pick<ApplicationWindow, 'programme'>): Prisma.Sql {
  const status = statusSql(Prisma.sql`a."id"`);
  return Prisma.sql`(
    SELECT f."id", f."code", f."state", ${namedSql} AS "named"
    FROM (SELECT a."id", a."code", a."createdAt", a."establishmentId", CASE ${status}
        WHEN 'draft' THEN 'draft' WHEN 'needs-papers' THEN 'papers'
        WHEN 'declined' THEN NULL WHEN 'withdrawn' THEN NULL WHEN 'discarded' THEN NULL WHEN 'expired' THEN NULL
        WHEN 'erased' THEN NULL WHEN 'settled' THEN NULL WHEN 'closed' THEN NULL WHEN 'stopped' THEN NULL
        ELSE 'sent' END AS "state"
      FROM "Application" a
      WHERE a."personId" = p."id" AND a."programme" = ANY(${programmesOfWindow(programme)})
        AND NOT ${tookConsentBackSql(Prisma.sql`p."id"`)}) f
    WHERE f."state" IS NOT NULL ORDER BY f."state" = 'sent', f."createdAt" DESC, f."id" LIMIT 1)`;
}

/** What a person has of a window's programme already. */
export type OwnDossier = { state: WindowState; id?: string; code?: string };

export async function findOwnDossier(
  tx: Db | Tx,
  { window, personId }: { window: ApplicationWindow; personId: string },
): Promise<OwnDossier> {
  const rows = await tx.$queryRaw<{ state: 'draft' | 'papers' | 'sent'; id: string; code: string | null }[]>`
    SELECT u."state", u."id", u."code" || u."named" AS "code"
    FROM "Person" p CROSS JOIN LATERAL ${ownDossierSql(window)} u WHERE p."id" = ${personId}::uuid`;
  const [own] = rows;
  return own === undefined ? { state: 'none' } : { state: own.state, id: own.id, code: own.code ?? undefined };
}

/** " (HTX Tài Hoan)", as it stands within JSON, where the person acts for another establishment than that of dossier `f` too. */
const namedSql = Prisma.sql`COALESCE((
  SELECT ' (' || substr(v."value"::text, 2, length(v."value"::text) - 2) || ')' FROM "ApplicationAnswer" v
  WHERE v."applicationId" = f."id" AND v."questionId" = 'establishment' AND jsonb_typeof(v."value") = 'string'
    AND EXISTS (SELECT 1 FROM "EstablishmentMember" m WHERE m."personId" = p."id" AND m."endedAt" IS NULL
      AND m."establishmentId" IS DISTINCT FROM f."establishmentId")), '')`;

const SLICE = 500;

/**
 * Plans one round whole: slice after slice, each in a transaction of its own that holds the window, and the round is
 * dealt with in the last one. Stops without a trace when the window has another version by then, or was withdrawn.
 * Returns how many messages were added.
 */
export async function planRound(
  db: Db,
  options: {
    window: ApplicationWindow;
    round: Round;
    instead?: readonly string[];
    contents: ReminderContents;
    now: Date;
    sliceSize?: number;
  },
): Promise<{ added: number; isDone: boolean }> {
  const { window, round, instead = [], contents, now, sliceSize = SLICE } = options;
  const { which, dueAt } = round;
  let afterPersonId: string | undefined;
  let added = 0;
  for (;;) {
    const slice = await db.$transaction(async (tx) => {
      const current = await lockWindow(tx, window.id);
      if (current?.version !== window.version || isWithdrawn(current) !== isWithdrawn(window)) return undefined;
      const planned = await planSlice(tx, {
        window: current,
        which,
        instead,
        contents,
        afterPersonId,
        limit: sliceSize,
        now,
      });
      if (planned.people < sliceSize) {
        const { id: windowId, version } = window;
        await keepRound(tx, { windowId, version, which, dueAt, outcome: 'planned', now });
      }
      return planned;
    });
    if (slice === undefined) return { added, isDone: false };
    added += slice.added;
    if (slice.people < sliceSize) return { added, isDone: true };
    afterPersonId = slice.lastPersonId;
  }
}

function isWithdrawn({ withdrawnAt }: ApplicationWindow): boolean {
  return withdrawnAt !== undefined;
}

/** How many people a round would be for at this moment. */
export async function countMeant(db: Db | Tx, window: ApplicationWindow, which: RoundName): Promise<number> {
  const rows = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS "count" FROM "Person" p CROSS JOIN LATERAL ${preferredContactSql} c
    WHERE ${meantSql(window, which)}`;
  return rows[0]?.count ?? 0;
}
