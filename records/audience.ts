import type { ApplicationEventKind } from '../core/applications/event.ts';
import { ANY_PROGRAMME, type Condition } from '../core/audience/condition.ts';
import { productWords } from '../core/audience/product-words.ts';
import { Prisma } from '../generated/prisma/client.ts';
import { statusSql } from './application-status-sql.ts';
import { foldedSql } from './folded-search.ts';

/**
 * How far an event brings a dossier; `same` leaves it where it was. A new kind does not compile until it is judged here,
 * and a property test sees that histories which the core allows end as the core says.
 */
const PROGRESS_AFTER: Record<ApplicationEventKind, 'unfinished' | 'finished' | 'over' | 'same'> = {
  started: 'unfinished',
  submitted: 'finished',
  claimed: 'same',
  released: 'same',
  returned: 'unfinished',
  resubmitted: 'finished',
  accepted: 'finished',
  declined: 'finished',
  reopened: 'finished',
  corrected: 'same',
  seen: 'finished',
  withdrawn: 'over',
  discarded: 'over',
  expired: 'over',
  erased: 'over',
  proposed: 'finished',
  approved: 'finished',
  contracted: 'finished',
  begun: 'finished',
  'progress-reported': 'same',
  'advance-paid': 'same',
  'advance-returned': 'same',
  'amendment-asked': 'finished',
  'amendment-granted': 'finished',
  'amendment-refused': 'finished',
  inspected: 'finished',
  settled: 'finished',
  closed: 'finished',
  'stepped-back': 'finished',
};

const kindsOf = (...progress: string[]): string[] =>
  Object.entries(PROGRESS_AFTER).flatMap(([kind, after]) => (progress.includes(after) ? [kind] : []));
const TELLING = kindsOf('unfinished', 'finished', 'over');

/** The last event of dossier `a` that says how far it is. */
const lastEventSql = Prisma.sql`(
  SELECT e."kind" FROM "ApplicationEvent" e WHERE e."applicationId" = a."id" AND e."kind" = ANY(${TELLING})
  ORDER BY e."seq" DESC LIMIT 1)`;
const isLiveSql = Prisma.sql`COALESCE(${lastEventSql} <> ALL(${kindsOf('over')}), true)`;
const isUnfinishedSql = Prisma.sql`COALESCE(${lastEventSql} = ANY(${kindsOf('unfinished')}), true)`;

/** Person `p` is somebody real who is here: not of the sample centre, not erased, not joined into another. */
export const isHereSql = Prisma.sql`(NOT p."isSample" AND p."erasedAt" IS NULL AND p."joinedAt" IS NULL)`;

/** True for those of "Person" `p` whom an audience means: `matches` of core/audience in SQL, of people who are here. */
export function audienceSql(condition: Condition): Prisma.Sql {
  return Prisma.sql`(${isHereSql} AND ${conditionSql(condition)})`;
}

/**
 * The contact that "Person" `p` wrote from last, of those that can be reached. With CROSS JOIN LATERAL somebody without one
 * falls out; with LEFT JOIN LATERAL … ON true they stay.
 */
export const preferredContactSql = Prisma.sql`(
  SELECT x."id", x."channel", x."account", x."lastInboundAt" FROM "Contact" x
  WHERE x."personId" = p."id" AND x."state" = 'active' ORDER BY x."lastInboundAt" DESC NULLS LAST, x."id" LIMIT 1)`;

function conditionSql(condition: Condition): Prisma.Sql {
  switch (condition.kind) {
    case 'all':
      return joined(condition.of, ' AND ', Prisma.sql`true`);
    case 'any':
      return joined(condition.of, ' OR ', Prisma.sql`false`);
    case 'programme':
      return hasDossierSql(Prisma.sql`a."programme" = ANY(${condition.isOneOf}) AND ${isLiveSql}`);
    case 'commune':
      return placeSql('communeCode', condition.isOneOf);
    case 'province':
      return placeSql('provinceCode', condition.isOneOf);
    case 'topic':
      return Prisma.sql`EXISTS (
        SELECT 1 FROM "PersonInterest" i WHERE i."personId" = p."id" AND i."topic" = ANY(${condition.isOneOf}))`;
    case 'follows':
      return Prisma.sql`EXISTS (
        SELECT 1 FROM "FollowedTopic" f WHERE f."personId" = p."id" AND f."endedAt" IS NULL AND f."wanted"
          AND f."topic" = ANY(${condition.isOneOf}))`;
    case 'reminder-wish':
      return Prisma.sql`EXISTS (
        SELECT 1 FROM "ReminderWish" w WHERE w."personId" = p."id" AND w."stoppedAt" IS NULL
          AND w."programme" = ANY(${[ANY_PROGRAMME, ...condition.isOneOf]}))`;
    case 'unfinished':
      return hasDossierSql(Prisma.sql`a."programme" = ${condition.programme} AND ${isUnfinishedSql}`);
    case 'status':
      return hasDossierSql(Prisma.sql`${statusSql(Prisma.sql`a."id"`)} = ANY(${condition.isOneOf})`);
    case 'sector':
      return hasDossierSql(Prisma.sql`${sectorSql} = ANY(${condition.isOneOf}) AND ${isLiveSql}`);
    case 'product':
      return hasDossierSql(Prisma.sql`${makesSql(condition.isOneOf)} AND ${isLiveSql}`);
    case 'language':
      return Prisma.sql`p."locale" = ANY(${condition.isOneOf})`;
    case 'channel':
      return Prisma.sql`EXISTS (
        SELECT 1 FROM ${preferredContactSql} c WHERE c."channel" = ANY(${condition.isOneOf}))`;
    case 'last-seen':
      return lastSeenSql(condition);
    case 'wants-news':
      return Prisma.sql`p."wantsNews"`;
  }
}

function joined(parts: Condition[], by: ' AND ' | ' OR ', none: Prisma.Sql): Prisma.Sql {
  return parts.length === 0 ? none : Prisma.sql`(${Prisma.join(parts.map(conditionSql), by)})`;
}

function hasDossierSql(where: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`EXISTS (SELECT 1 FROM "Application" a WHERE a."personId" = p."id" AND ${where})`;
}

/** The sector of dossier `a`: what it says, or else its establishment. */
export const sectorSql = Prisma.sql`COALESCE((
    SELECT v."value" #>> '{}' FROM "ApplicationAnswer" v WHERE v."applicationId" = a."id" AND v."questionId" = 'sector'), (
    SELECT k."value" #>> '{}' FROM "EstablishmentAnswer" k
    WHERE k."establishmentId" = a."establishmentId" AND k."questionId" = 'sector'))`;

/** As `productWords` of core. */
function makesSql(products: string[]): Prisma.Sql {
  const named = Prisma.sql`' ' || trim(regexp_replace(${foldedSql(Prisma.sql`v."value" #>> '{}'`)}, '[^a-z0-9]+', ' ', 'g')) || ' '`;
  return Prisma.sql`EXISTS (
    SELECT 1 FROM "ApplicationAnswer" v CROSS JOIN unnest(${products.map(productWords)}::text[]) word
    WHERE v."applicationId" = a."id" AND v."questionId" = 'product' AND jsonb_typeof(v."value") = 'string' AND strpos(${named}, word) > 0)`;
}

/** Who never wrote did not write since any time. */
function lastSeenSql({ since, before }: { since?: string; before?: string }): Prisma.Sql {
  const wroteFrom = (at: string): Prisma.Sql => Prisma.sql`EXISTS (
    SELECT 1 FROM "Contact" c WHERE c."personId" = p."id" AND c."lastInboundAt" >= ${new Date(at)})`;
  const parts = [
    since === undefined ? Prisma.sql`true` : wroteFrom(since),
    before === undefined ? Prisma.sql`true` : Prisma.sql`NOT ${wroteFrom(before)}`,
  ];
  return Prisma.sql`(${Prisma.join(parts, ' AND ')})`;
}

function placeSql(code: 'communeCode' | 'provinceCode', values: string[]): Prisma.Sql {
  const said = Prisma.raw(`p."${code}"`);
  const key = Prisma.raw(`'${code}'`);
  return Prisma.sql`(COALESCE(${said} = ANY(${values}), false) OR EXISTS (
    SELECT 1 FROM "Application" a
    JOIN "ApplicationAnswer" v ON v."applicationId" = a."id" AND v."questionId" = 'commune'
    WHERE a."personId" = p."id" AND v."value"->>${key} = ANY(${values}) AND ${isLiveSql}))`;
}
