import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkDelivery } from '../../bot/outbox/check-delivery.ts';
import type { NewsTopic } from '../../core/announcements/topics.ts';
import { runPeriodicWork } from '../../jobs/run-periodic-work.ts';
import { countAudience } from '../../records/audience-count.ts';
import { readCallSheet } from '../../records/call-sheet.ts';
import { claimNextDelivery } from '../../records/claim-deliveries.ts';
import type { Db } from '../../records/database.ts';
import { followTopics, unfollowTopics } from '../../records/follows.ts';
import { settleDeliveries } from '../../records/settle-deliveries.ts';
import { addReaders, announce, EVERYBODY } from '../support/announced.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { office, openVillage, type Village } from './support/village.ts';

const MORNING = office('2026-11-23 09:00:00');
const later = (minutes: number): Date => new Date(MORNING.getTime() + minutes * 60_000);

let database: TestDatabase;
let village: Village;
let db: Db;
beforeEach(async () => {
  database = await createTestDatabase();
  village = await openVillage(database.url);
  db = village.db;
});
afterEach(async () => {
  await village.close();
  await database.drop();
});

const say = async (how: typeof followTopics, personId: string, ...topics: NewsTopic[]): Promise<void> => {
  const said = { personId, textVersion: 'follow-1', channel: 'terminal', ids: village.parts.ids, now: MORNING };
  await db.$transaction((tx) => how(tx, topics, said));
};

/** Somebody who gets all news, who follows fairs alone, who gets news without fairs, and who gets none. */
async function addFour(): Promise<Record<'news' | 'follower' | 'without' | 'none', string>> {
  const [news, without] = await addReaders(db, 2, { now: MORNING });
  const [follower, none] = await addReaders(db, 2, { now: MORNING, wantsNews: false });
  const four = {
    ...{ news: news?.personId ?? '', follower: follower?.personId ?? '' },
    ...{ without: without?.personId ?? '', none: none?.personId ?? '' },
  };
  await say(followTopics, four.follower, 'fairs');
  await say(unfollowTopics, four.without, 'fairs');
  return four;
}

const whoGot = async (four: Record<string, string>): Promise<string[]> => {
  const rows = await db.delivery.findMany({ where: { kind: 'announcement' } });
  return Object.entries(four).flatMap(([name, id]) => (rows.some(({ personId }) => personId === id) ? [name] : []));
};

describe('an announcement about a topic', () => {
  it.each<[NewsTopic, string[]]>([
    ['fairs', ['news', 'follower']],
    ['general', ['news', 'without']],
    ['training', ['news', 'without']],
    // Who agreed to the centre's news was told of openings, fairs and courses, not of markets.
    ['tariffs', []],
  ])('on %s reaches %j, and is counted so before', async (topic, expected) => {
    const four = await addFour();
    expect(await countAudience(db, { topic, audience: EVERYBODY })).toMatchObject({
      ...{ reachable: expected.length, noNews: 4 - expected.length },
    });
    await announce(db, { topic, now: MORNING });
    await runPeriodicWork({ ...village.parts, now: later(5) });
    expect((await whoGot(four)).sort()).toEqual(expected.sort());
  });

  it('can be meant for those alone who follow it', async () => {
    const four = await addFour();
    await announce(db, { topic: 'fairs', audience: { kind: 'follows', isOneOf: ['fairs'] }, now: MORNING });
    await runPeriodicWork({ ...village.parts, now: later(5) });
    expect(await whoGot(four)).toEqual(['follower']);
  });

  it('does not leave to who said no to it after it was written down, and nobody calls them', async () => {
    const four = await addFour();
    const { id } = await announce(db, { topic: 'fairs', now: MORNING });
    await runPeriodicWork({ ...village.parts, now: later(5) });
    await say(unfollowTopics, four.follower, 'fairs');
    const check = async (personId: string) => {
      const { contactId } = await db.delivery.findFirstOrThrow({ where: { personId } });
      const claimed = await claimNextDelivery(db, { contactId, now: later(6) });
      if (claimed === undefined) throw new Error('nothing to claim');
      const looked = checkDelivery(claimed, later(6));
      if (looked.kind === 'skip') {
        const { reason } = looked;
        await settleDeliveries(db, [{ ...claimed, status: 'skipped', reason, now: later(6) }]);
      }
      return looked;
    };
    expect(await check(four.follower)).toEqual({ kind: 'skip', reason: 'said-stop' });
    expect(await check(four.news)).toEqual({ kind: 'send' });
    const sheet = await readCallSheet(db, { id, topic: 'fairs', audience: EVERYBODY, plannedAt: MORNING });
    expect(sheet).toMatchObject({ people: [], saidStop: 1 });
  });

  it('says how to end news of this topic alone, and all news', async () => {
    await addFour();
    await announce(db, { topic: 'fairs', now: MORNING });
    await runPeriodicWork({ ...village.parts, now: later(5) });
    const { content } = await db.delivery.findFirstOrThrow({ where: { kind: 'announcement' } });
    const text = JSON.stringify(content);
    expect(text).toContain('bỏ theo dõi tin hội chợ');
    expect(text).toContain('dừng nhận tin');
  });
});
