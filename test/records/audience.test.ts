import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allowedActions, EVENT_OF } from '../../core/applications/actions.ts';
import { statusOf } from '../../core/applications/status.ts';
import { type Condition, conditionSchema } from '../../core/audience/condition.ts';
import { matches, type PersonFacts } from '../../core/audience/matches.ts';
import { Prisma } from '../../generated/prisma/client.ts';
import { audienceSql, preferredContactSql } from '../../records/audience.ts';
import { type Db, openDatabase } from '../../records/database.ts';
import { isInAudience } from '../../records/person-facts.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

const NOW = new Date('2026-11-23T02:00:00Z');
const OFFICER = 'officer-1';

type Told = {
  programme: string;
  events: string[];
  place: { communeCode?: string; provinceCode?: string };
  product?: string;
  /** What the dossier itself says, and what is known of its establishment. */
  sector?: string;
  sectorKnown?: string;
};
type Reached = { channel: string; isActive: boolean; lastInboundAt: Date | null };
type Somebody = Omit<PersonFacts, 'dossiers' | 'channel' | 'lastSeenAt'> & {
  dossiers: Told[];
  contacts: Reached[];
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

const locale = fc.constantFrom('vi', 'en');
const channel = fc.constantFrom('zalo-bot', 'telegram');
const sector = fc.constantFrom('food', 'crafts');
const status = fc.constantFrom('draft', 'submitted', 'in-review', 'needs-papers', 'accepted', 'withdrawn');
const product = fc.constantFrom('Miến dong, bún', 'CHÈ xanh', 'Rượu men lá', 'Bánh chưng bà Chè');
const productWord = fc.constantFrom('mien', 'chè', 'Rượu  men', 'bun', 'ban');
const day = fc.integer({ min: 1, max: 5 }).map((date) => new Date(Date.UTC(2026, 9, date)));
const instant = day.map((at) => at.toISOString());

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
  dossiers: fc.array(
    fc.record(
      { programme, events: history, place, product, sector, sectorKnown: sector },
      { requiredKeys: ['programme', 'events', 'place'] },
    ),
    { maxLength: 2 },
  ),
  locale,
  // No two at the same moment: which of them comes first is told by their ids.
  contacts: fc.uniqueArray(
    fc.record({ channel, isActive: fc.boolean(), lastInboundAt: fc.option(day, { nil: null }) }),
    { maxLength: 2, selector: ({ lastInboundAt }) => lastInboundAt?.getTime() },
  ),
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
  status: fc.record({ kind: fc.constant('status'), isOneOf: some(status) }),
  sector: fc.record({ kind: fc.constant('sector'), isOneOf: some(sector) }),
  product: fc.record({ kind: fc.constant('product'), isOneOf: some(productWord) }),
  language: fc.record({ kind: fc.constant('language'), isOneOf: some(locale) }),
  channel: fc.record({ kind: fc.constant('channel'), isOneOf: some(channel) }),
  'last-seen': fc.oneof(
    fc.record({ kind: fc.constant('last-seen'), since: instant }),
    fc.record({ kind: fc.constant('last-seen'), before: instant }),
    fc.record({ kind: fc.constant('last-seen'), since: instant, before: instant }),
  ),
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
    data: rows.map(({ id, wantsNews, locale: reads, place: { communeCode, provinceCode }, absence }) => ({
      ...{ id, wantsNews, communeCode, provinceCode, createdAt: NOW, isSample: absence === 'sample', locale: reads },
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
  await db.contact.createMany({
    data: rows.flatMap(({ id: personId, contacts }) =>
      contacts.map(({ isActive, ...rest }) => ({
        ...{ ...rest, id: randomUUID(), personId, account: 'test', address: randomUUID(), createdAt: NOW },
        state: isActive ? 'active' : 'unreachable',
      })),
    ),
  });
  const dossiers = rows.flatMap(({ id, dossiers: told }) =>
    told.map((each) => ({ ...each, personId: id, id: randomUUID(), establishmentId: randomUUID() })),
  );
  await db.establishment.createMany({
    data: dossiers.map(({ establishmentId: id }) => ({ id, createdAt: NOW, updatedAt: NOW })),
  });
  await db.establishmentAnswer.createMany({
    data: dossiers.flatMap(({ establishmentId, sectorKnown: value }) =>
      value === undefined ? [] : [{ establishmentId, questionId: 'sector', value, answeredAt: NOW }],
    ),
  });
  await db.application.createMany({
    data: dossiers.map(({ id, personId, establishmentId, programme: of }) => ({
      ...{ id, personId, establishmentId, programme: of },
      ...{ formId: 'request', formVersion: 1, createdAt: NOW, updatedAt: NOW },
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
    data: dossiers.flatMap(({ id: applicationId, place: named, product: made, sector: said }) =>
      Object.entries({ commune: named, product: made, sector: said }).flatMap(([questionId, value]) =>
        value === undefined ? [] : [{ applicationId, questionId, value, answeredAt: NOW }],
      ),
    ),
  });
  return rows.map(({ id }) => id);
}

const seenAt = ({ lastInboundAt }: Reached): number => lastInboundAt?.getTime() ?? 0;

const factsOf = ({ dossiers, contacts, stoppedWishes: _, absence: __, ...facts }: Somebody): PersonFacts => {
  const newestFirst = contacts.toSorted((a, b) => seenAt(b) - seenAt(a));
  return {
    ...facts,
    channel: newestFirst.find(({ isActive }) => isActive)?.channel,
    lastSeenAt: newestFirst[0]?.lastInboundAt ?? undefined,
    dossiers: dossiers.map(({ events, sector: said, sectorKnown, ...rest }) => ({
      ...{ ...rest, sector: said ?? sectorKnown },
      status: statusOf(events.map((kind) => ({ kind, actorId: OFFICER }))),
    })),
  };
};

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
      {
        ...{ wantsNews: true, place: {}, topics: [], reminderWishes: [], stoppedWishes: [], dossiers: [] },
        ...{ locale: 'vi', contacts: [], absence: 'here' },
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
