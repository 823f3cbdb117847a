import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getsNewsOf } from '../../core/announcements/topics.ts';
import { type Condition, conditionSchema } from '../../core/audience/condition.ts';
import { matches } from '../../core/audience/matches.ts';
import { Prisma } from '../../generated/prisma/client.ts';
import { audienceSql, preferredContactSql } from '../../records/audience.ts';
import { type Db, openDatabase } from '../../records/database.ts';
import { getsNewsSql } from '../../records/follows.ts';
import { isInAudience } from '../../records/person-facts.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { condition, factsOf, followed, LEAVES, NOW, type Somebody, somebody, writePeople } from './audience-people.ts';

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

/** The condition with all leaves of one kind replaced by one that holds for nobody. */
function without(kind: string, from: Condition): Condition {
  if (from.kind === kind) return { kind: 'any', of: [] };
  if (from.kind !== 'all' && from.kind !== 'any') return from;
  return { kind: from.kind, of: from.of.map((part) => without(kind, part)) };
}

const isMeant = (of: Condition, who: Somebody): boolean => who.absence === 'here' && matches(of, factsOf(who));

describe('an audience', () => {
  it('means the same people in SQL as by the rule, whoever they are, and a wrong leaf would be noticed', {
    timeout: 60_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(somebody, { minLength: 1, maxLength: 12 }),
        fc.array(condition, { minLength: 1, maxLength: 6 }),
        async (people, conditions) => {
          const ids = await writePeople(db, people);
          for (const of of conditions) {
            const rows = await db.$queryRaw<{ id: string }[]>(
              Prisma.sql`SELECT p."id" FROM "Person" p WHERE p."id" = ANY(${ids}::uuid[]) AND ${audienceSql(of)}`,
            );
            const meant = new Set(rows.map(({ id }) => id));
            for (const [index, who] of people.entries()) {
              expect(meant.has(ids[index] ?? '')).toBe(isMeant(of, who));
            }
          }
          const [first] = conditions;
          if (first === undefined) return;
          const asked = await Promise.all(ids.map((personId) => isInAudience(db, { personId, condition: first })));
          expect(asked).toEqual(people.map((who) => isMeant(first, who)));
        },
      ),
      { numRuns: 80 },
    );

    // People and conditions of the same making, always the same ones: by chance eighty runs may miss a leaf.
    const sample = fc.sample(fc.tuple(somebody, condition), { seed: 1, numRuns: 2000 });
    for (const kind of Object.keys(LEAVES)) {
      expect(
        sample.some(([who, of]) => isMeant(without(kind, of), who) !== isMeant(of, who)),
        kind,
      ).toBe(true);
    }
  });

  it('of a topic gets news by the same rule in SQL as in core, follows and parts refused among them', {
    timeout: 60_000,
  }, async () => {
    const got = { yes: 0, no: 0 };
    await fc.assert(
      fc.asyncProperty(fc.array(somebody, { minLength: 1, maxLength: 8 }), followed, async (people, of) => {
        const ids = await writePeople(db, people);
        const rows = await db.$queryRaw<{ id: string }[]>(Prisma.sql`
          SELECT p."id" FROM "Person" p WHERE p."id" = ANY(${ids}::uuid[]) AND ${getsNewsSql(Prisma.sql`${of}`)}`);
        const gets = ids.map((id) => rows.some((row) => row.id === id));
        expect(gets).toEqual(people.map((who) => getsNewsOf(of, who)));
        for (const one of gets) got[one ? 'yes' : 'no'] += 1;
      }),
      { numRuns: 60 },
    );
    expect(got.yes).toBeGreaterThan(10);
    expect(got.no).toBeGreaterThan(10);
  });

  it('is written to where each person wrote last, never where they cannot be reached', async () => {
    const [id = ''] = await writePeople(db, [
      {
        ...{ wantsNews: true, place: {}, topics: [], reminderWishes: [], stoppedWishes: [], dossiers: [] },
        ...{ follows: [], refuses: [], followedBefore: [], locale: 'vi', contacts: [], absence: 'here' },
      },
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
    expect(conditionSchema.safeParse({ kind: 'product', isOneOf: ['…'] }).success).toBe(false);
    expect(conditionSchema.safeParse({ kind: 'last-seen' }).success).toBe(false);
  });
});
