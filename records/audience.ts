import type { ApplicationEventKind } from '../core/applications/event.ts';
import { statusOf } from '../core/applications/status.ts';
import { ANY_PROGRAMME, type Condition } from '../core/audience/condition.ts';
import { matches, type PersonFacts } from '../core/audience/matches.ts';
import { Prisma } from '../generated/prisma/client.ts';
import type { Db, Tx } from './database.ts';

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
const isHereSql = Prisma.sql`(NOT p."isSample" AND p."erasedAt" IS NULL AND p."joinedAt" IS NULL)`;

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

/** Whether a person belongs to an audience at this moment; nobody who is not here does. */
export async function isInAudience(
  db: Db | Tx,
  { personId, condition }: { personId: string; condition: Condition },
): Promise<boolean> {
  const facts = await findPersonFacts(db, personId);
  return facts !== undefined && matches(condition, facts);
}

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
    case 'reminder-wish':
      return Prisma.sql`EXISTS (
        SELECT 1 FROM "ReminderWish" w WHERE w."personId" = p."id" AND w."stoppedAt" IS NULL
          AND w."programme" = ANY(${[ANY_PROGRAMME, ...condition.isOneOf]}))`;
    case 'unfinished':
      return hasDossierSql(Prisma.sql`a."programme" = ${condition.programme} AND ${isUnfinishedSql}`);
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

function placeSql(code: 'communeCode' | 'provinceCode', values: string[]): Prisma.Sql {
  const said = Prisma.raw(`p."${code}"`);
  const key = Prisma.raw(`'${code}'`);
  return Prisma.sql`(COALESCE(${said} = ANY(${values}), false) OR EXISTS (
    SELECT 1 FROM "Application" a
    JOIN "ApplicationAnswer" v ON v."applicationId" = a."id" AND v."questionId" = 'commune'
    WHERE a."personId" = p."id" AND v."value"->>${key} = ANY(${values}) AND ${isLiveSql}))`;
}

/** What conditions look at; undefined for somebody who is not here. */
async function findPersonFacts(db: Db | Tx, personId: string): Promise<PersonFacts | undefined> {
  const person = await db.person.findFirst({
    where: { id: personId, isSample: false, erasedAt: null, joinedAt: null },
    select: {
      wantsNews: true,
      communeCode: true,
      provinceCode: true,
      interests: { select: { topic: true } },
      wishes: { where: { stoppedAt: null }, select: { programme: true } },
      applications: {
        select: {
          programme: true,
          events: { orderBy: { seq: 'asc' }, select: { kind: true, actorId: true } },
          answers: { where: { questionId: 'commune' }, select: { value: true } },
        },
      },
    },
  });
  if (person === null) return undefined;
  const { applications, interests, wishes, wantsNews, ...place } = person;
  return {
    wantsNews,
    place: placeOf(place),
    topics: interests.map(({ topic }) => topic),
    reminderWishes: wishes.map(({ programme }) => programme),
    dossiers: applications.map(({ programme, events, answers }) => ({
      ...{ programme, status: statusOf(events) },
      place: placeOf(answers[0]?.value),
    })),
  };
}

function placeOf(value: unknown): { communeCode?: string; provinceCode?: string } {
  const read = (key: string): string | undefined => {
    const found: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
    return typeof found === 'string' ? found : undefined;
  };
  return { communeCode: read('communeCode'), provinceCode: read('provinceCode') };
}
