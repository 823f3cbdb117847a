import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allowedActions, EVENT_OF } from '../../core/applications/actions.ts';
import { statusOf } from '../../core/applications/status.ts';
import { type Condition, conditionSchema } from '../../core/audience/condition.ts';
import { matches, type PersonFacts } from '../../core/audience/matches.ts';
import { Prisma } from '../../generated/prisma/client.ts';
import { audienceSql, isInAudience, preferredContactSql } from '../../records/audience.ts';
import { type Db, openDatabase } from '../../records/database.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

const NOW = new Date('2026-11-23T02:00:00Z');
const OFFICER = 'officer-1';

type Told = { programme: string; events: string[]; place: { communeCode?: string; provinceCode?: string } };
type Somebody = Omit<PersonFacts, 'dossiers'> & {
  dossiers: Told[];
  /** Asked for once, and not any more. */
  stoppedWishes: string[];
  absence: 'here' | 'sample' | 'erased' | 'joined';
};

const programme = fc.constantFrom('support-request', 'advanced-equipment');
const wish = fc.constantFrom('support-request', 'advanced-equipment', 'any');
const topic = fc.constantFrom('machine', 'selection', 'money');
const commune = fc.constantFrom('02185', '02188', '01273');
const province = fc.constantFrom('19', '04');
const place = fc.record({ communeCode: commune, provinceCode: province }, { requiredKeys: [] });

/** A history that the rules allow: each number picks one of the actions that the status of that moment offers. */
const history = fc.array(fc.nat({ max: 1000 }), { maxLength: 8 }).map((picks) => {
  const events = ['started'];
  for (const pick of picks) {
    const status = statusOf(events.map((kind) => ({ kind, actorId: OFFICER })));
    const actors = ['person', 'officer', 'system'] as const;
    const kinds = actors
      .flatMap((actor) => allowedActions(status, actor))
      .flatMap((action) => (action === 'answer' ? ['reminders-off'] : [EVENT_OF[action]]));
    const kind = kinds[pick % Math.max(kinds.length, 1)];
    if (kind !== undefined) events.push(kind);
  }
  return events;
});

const somebody: fc.Arbitrary<Somebody> = fc.record({
  wantsNews: fc.boolean(),
  place,
  topics: fc.uniqueArray(topic),
  reminderWishes: fc.uniqueArray(wish),
  stoppedWishes: fc.uniqueArray(wish),
  dossiers: fc.array(fc.record({ programme, events: history, place }), { maxLength: 2 }),
  absence: fc.oneof(
    { weight: 6, arbitrary: fc.constant('here' as const) },
    fc.constantFrom('sample', 'erased', 'joined'),
  ),
});

const some = <T>(of: fc.Arbitrary<T>) => fc.uniqueArray(of, { minLength: 1, maxLength: 2 });
const LEAVES = {
  programme: fc.record({ kind: fc.constant('programme'), isOneOf: some(programme) }),
  commune: fc.record({ kind: fc.constant('commune'), isOneOf: some(commune) }),
  province: fc.record({ kind: fc.constant('province'), isOneOf: some(province) }),
  topic: fc.record({ kind: fc.constant('topic'), isOneOf: some(topic) }),
  'reminder-wish': fc.record({ kind: fc.constant('reminder-wish'), isOneOf: some(programme) }),
  unfinished: fc.record({ kind: fc.constant('unfinished'), programme }),
  'wants-news': fc.constant({ kind: 'wants-news' }),
} satisfies Record<Exclude<Condition['kind'], 'all' | 'any'>, fc.Arbitrary<unknown>>;

const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 2 },
    fc.oneof(...Object.values(LEAVES)),
    fc.record({ kind: fc.constantFrom('all', 'any'), of: fc.array(tie('tree'), { maxLength: 3 }) }),
  ),
}));
const condition = tree.map((value) => conditionSchema.parse(value));

let database: TestDatabase;
let db: Db;
beforeAll(async () => {
  database = await createTestDatabase();
  db = openDatabase({ url: database.url, poolSize: 2 });
});
afterAll(async () => {
  await db.$disconnect();
  await database.drop();
});

async function write(people: Somebody[]): Promise<string[]> {
  const rows = people.map((one) => ({ ...one, id: randomUUID() }));
  await db.person.createMany({
    data: rows.map(({ id, wantsNews, place: { communeCode, provinceCode }, absence }) => ({
      ...{ id, wantsNews, communeCode, provinceCode, createdAt: NOW, isSample: absence === 'sample' },
      erasedAt: absence === 'erased' ? NOW : null,
      joinedAt: absence === 'joined' ? NOW : null,
    })),
  });
  await db.personInterest.createMany({
    data: rows.flatMap(({ id, topics }) => topics.map((each) => ({ personId: id, topic: each, lastAskedAt: NOW }))),
  });
  await db.reminderWish.createMany({
    data: rows.flatMap(({ id, reminderWishes, stoppedWishes }) =>
      [...new Set([...reminderWishes, ...stoppedWishes])].map((each) => ({
        ...{ id: randomUUID(), personId: id, programme: each, createdAt: NOW },
        stoppedAt: reminderWishes.includes(each) ? null : NOW,
      })),
    ),
  });
  const dossiers = rows.flatMap(({ id, dossiers: told }) =>
    told.map((each) => ({ ...each, personId: id, id: randomUUID() })),
  );
  await db.application.createMany({
    data: dossiers.map(({ id, personId, programme: of }) => ({
      ...{ id, personId, programme: of, formId: 'request', formVersion: 1, createdAt: NOW, updatedAt: NOW },
    })),
  });
  await db.applicationEvent.createMany({
    data: dossiers.flatMap(({ id: applicationId, events }) =>
      events.map((kind, seq) => ({
        ...{ id: randomUUID(), applicationId, seq: seq + 1, kind, at: NOW, actorKind: 'officer', actorId: OFFICER },
        requestId: `${seq}`,
      })),
    ),
  });
  await db.applicationAnswer.createMany({
    data: dossiers.map(({ id: applicationId, place: named }) => ({
      ...{ applicationId, questionId: 'commune', value: named, answeredAt: NOW },
    })),
  });
  return rows.map(({ id }) => id);
}

const factsOf = ({ dossiers, stoppedWishes: _, absence: __, ...facts }: Somebody): PersonFacts => ({
  ...facts,
  dossiers: dossiers.map(({ events, ...rest }) => ({
    ...rest,
    status: statusOf(events.map((kind) => ({ kind, actorId: OFFICER }))),
  })),
});

/** The condition with all leaves of one kind replaced by one that holds for nobody. */
function without(kind: string, from: Condition): Condition {
  if (from.kind === kind) return { kind: 'any', of: [] };
  if (from.kind !== 'all' && from.kind !== 'any') return from;
  return { kind: from.kind, of: from.of.map((part) => without(kind, part)) };
}

describe('an audience', () => {
  it('means the same people in SQL as by the rule, whoever they are, and a wrong leaf would be noticed', {
    timeout: 60_000,
  }, async () => {
    const seen: { of: Condition; who: Somebody; isMeant: boolean }[] = [];
    await fc.assert(
      fc.asyncProperty(
        fc.array(somebody, { minLength: 1, maxLength: 12 }),
        fc.array(condition, { minLength: 1, maxLength: 6 }),
        async (people, conditions) => {
          const ids = await write(people);
          for (const of of conditions) {
            const rows = await db.$queryRaw<{ id: string }[]>(
              Prisma.sql`SELECT p."id" FROM "Person" p WHERE p."id" = ANY(${ids}::uuid[]) AND ${audienceSql(of)}`,
            );
            const meant = new Set(rows.map(({ id }) => id));
            for (const [index, who] of people.entries()) {
              const isMeant = meant.has(ids[index] ?? '');
              expect(isMeant).toBe(who.absence === 'here' && matches(of, factsOf(who)));
              seen.push({ of, who, isMeant });
            }
          }
          const [first] = conditions;
          if (first === undefined) return;
          const asked = await Promise.all(ids.map((personId) => isInAudience(db, { personId, condition: first })));
          expect(asked).toEqual(people.map((who) => who.absence === 'here' && matches(first, factsOf(who))));
        },
      ),
      { numRuns: 80 },
    );

    for (const kind of Object.keys(LEAVES)) {
      const isNoticed = seen.some(
        ({ of, who, isMeant }) => (who.absence === 'here' && matches(without(kind, of), factsOf(who))) !== isMeant,
      );
      expect(isNoticed, kind).toBe(true);
    }
  });

  it('is written to where each person wrote last, never where they cannot be reached', async () => {
    const [id = ''] = await write([
      { wantsNews: true, place: {}, topics: [], reminderWishes: [], stoppedWishes: [], dossiers: [], absence: 'here' },
    ]);
    const add = async (state: string, lastInboundAt: Date | null): Promise<string> => {
      const contact = { id: randomUUID(), personId: id, channel: 'telegram', account: 'test', address: randomUUID() };
      await db.contact.create({ data: { ...contact, state, createdAt: NOW, lastInboundAt } });
      return contact.id;
    };
    const find = async () =>
      (
        await db.$queryRaw<{ id: string }[]>(
          Prisma.sql`SELECT c."id" FROM "Person" p CROSS JOIN LATERAL ${preferredContactSql} c WHERE p."id" = ${id}::uuid`,
        )
      ).map((row) => row.id);
    await add('unreachable', NOW);
    expect(await find()).toEqual([]);
    const silent = await add('active', null);
    expect(await find()).toEqual([silent]);
    const spoke = await add('active', new Date(NOW.getTime() - 1000));
    expect(await find()).toEqual([spoke]);
  });

  it('is read only as deep and as wide as a person could have meant', () => {
    const nested = (depth: number): unknown =>
      depth === 0 ? { kind: 'wants-news' } : { kind: 'all', of: [nested(depth - 1)] };
    expect(conditionSchema.safeParse(nested(4)).success).toBe(true);
    expect(conditionSchema.safeParse(nested(5)).success).toBe(false);
    expect(conditionSchema.safeParse(nested(3000)).success).toBe(false);
    expect(conditionSchema.safeParse({ kind: 'commune', isOneOf: [] }).success).toBe(false);
    expect(conditionSchema.safeParse({ kind: 'everybody' }).success).toBe(false);
  });
});
