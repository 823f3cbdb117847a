import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { NEWS_TOPICS } from '../../core/announcements/topics.ts';
import { allowedActions, EVENT_OF } from '../../core/applications/actions.ts';
import { statusOf } from '../../core/applications/status.ts';
import { type Condition, conditionSchema } from '../../core/audience/condition.ts';
import type { PersonFacts } from '../../core/audience/matches.ts';
import type { Db } from '../../records/database.ts';

export const NOW = new Date('2026-11-23T02:00:00Z');
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
export type Somebody = Omit<PersonFacts, 'dossiers' | 'channel' | 'lastSeenAt'> & {
  dossiers: Told[];
  contacts: Reached[];
  /** Asked for once, and not any more. */
  stoppedWishes: string[];
  /** Where they follow one too, the follow holds. */
  refuses: string[];
  followedBefore: string[];
  absence: 'here' | 'sample' | 'erased' | 'joined';
};

const programme = fc.constantFrom('support-request', 'advanced-equipment');
const wish = fc.constantFrom('support-request', 'advanced-equipment', 'any');
const topic = fc.constantFrom('machine', 'selection', 'money');
export const followed = fc.constantFrom(...NEWS_TOPICS);
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

export const somebody: fc.Arbitrary<Somebody> = fc.record({
  wantsNews: fc.boolean(),
  place,
  topics: fc.uniqueArray(topic),
  follows: fc.uniqueArray(followed, { maxLength: 3 }),
  refuses: fc.uniqueArray(followed, { maxLength: 2 }),
  followedBefore: fc.uniqueArray(followed, { maxLength: 3 }),
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
export const LEAVES = {
  programme: fc.record({ kind: fc.constant('programme'), isOneOf: some(programme) }),
  commune: fc.record({ kind: fc.constant('commune'), isOneOf: some(commune) }),
  province: fc.record({ kind: fc.constant('province'), isOneOf: some(province) }),
  topic: fc.record({ kind: fc.constant('topic'), isOneOf: some(topic) }),
  follows: fc.record({ kind: fc.constant('follows'), isOneOf: some(followed) }),
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
export const condition = tree.map((value) => conditionSchema.parse(value));

/** Writes them down; their ids, in the same order. */
export async function writePeople(db: Db, people: Somebody[]): Promise<string[]> {
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
  await db.followedTopic.createMany({
    data: rows.flatMap(({ id: personId, follows, refuses, followedBefore }) => {
      const said = { personId, textVersion: 'x', channel: 'terminal', startedAt: NOW };
      return [
        ...follows.map((each) => ({ ...said, id: randomUUID(), topic: each, wanted: true })),
        ...refuses
          .filter((each) => !follows.includes(each))
          .map((each) => ({ ...said, id: randomUUID(), topic: each, wanted: false })),
        ...followedBefore.map((each) => ({ ...said, id: randomUUID(), topic: each, wanted: true, endedAt: NOW })),
      ];
    }),
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

export const factsOf = ({ dossiers, contacts, absence: _, ...facts }: Somebody): PersonFacts => {
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
