import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Condition } from '../../core/audience/condition.ts';
import { announce, planSlice } from '../support/announced.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { type Office, openOffice } from '../support/office.ts';
import { addPerson, addRequest } from '../support/office-people.ts';
import { addCentre, createTestClock } from '../support/test-bot.ts';

const clock = createTestClock('2026-11-23T02:00:00Z');
let database: TestDatabase;
let office: Office;
let as: string;
const people = new Map<string, string>();

/** Somebody who wants news, wrote at `at`, and has sent a request. */
async function neighbour(
  name: string,
  { at, channel, product, sector }: { at: string; channel: string; product: string; sector: string },
): Promise<void> {
  const { personId } = await addPerson(office.db, { name, wroteAt: new Date(at), channel });
  await office.db.person.update({ where: { id: personId }, data: { wantsNews: true } });
  const commune = { communeCode: '02185', commune: 'Xã Côn Minh', provinceCode: '19', province: 'Tỉnh Thái Nguyên' };
  await addRequest(office.db, {
    personId,
    code: `KC-${name}`,
    at: new Date(at),
    answers: { commune, product, sector },
  });
  people.set(name, personId);
}

beforeAll(async () => {
  database = await createTestDatabase();
  office = openOffice({ url: database.url, clock });
  await addCentre(office.db, clock.now());
  as = (await office.hire('officer')).cookie;
  const [old, recent] = ['2026-06-01T02:00:00Z', '2026-11-20T02:00:00Z'];
  await neighbour('An', { at: recent, channel: 'zalo-bot', product: 'Miến dong', sector: 'food' });
  await neighbour('Bình', { at: recent, channel: 'telegram', product: 'Chè xanh, miến', sector: 'food' });
  await neighbour('Chi', { at: old, channel: 'web-chat', product: 'Đan lát mây tre', sector: 'crafts' });
  await office.db.person.update({ where: { id: people.get('Chi') }, data: { locale: 'en' } });
  const { personId } = await addPerson(office.db, { name: 'Dung', wroteAt: new Date(old), channel: 'zalo-bot' });
  await office.db.person.update({ where: { id: personId }, data: { wantsNews: true } });
  await office.db.contact.updateMany({ where: { personId }, data: { state: 'unreachable' } });
});
afterAll(async () => {
  await office.close();
  await database.drop();
});

const ask = async (path: string, body?: object): Promise<Record<string, unknown>> =>
  (await (await office.ask(`/staff/api/announcements${path}`, { as, body })).json()) as Record<string, unknown>;

describe('an audience', () => {
  const CASES: [Condition, string[]][] = [
    [{ kind: 'product', isOneOf: ['mien'] }, ['An', 'Bình']],
    [{ kind: 'product', isOneOf: ['CHÈ', 'mây tre'] }, ['Bình', 'Chi']],
    [{ kind: 'product', isOneOf: ['ong'] }, []],
    [{ kind: 'sector', isOneOf: ['crafts'] }, ['Chi']],
    [{ kind: 'status', isOneOf: ['submitted'] }, ['An', 'Bình', 'Chi']],
    [{ kind: 'status', isOneOf: ['draft'] }, []],
    [{ kind: 'language', isOneOf: ['en'] }, ['Chi']],
    [{ kind: 'channel', isOneOf: ['telegram', 'web-chat'] }, ['Bình', 'Chi']],
    [{ kind: 'last-seen', since: '2026-11-01T00:00:00.000Z' }, ['An', 'Bình']],
    [{ kind: 'last-seen', before: '2026-11-01T00:00:00.000Z' }, ['Chi']],
  ];
  it.each(CASES)('by %j is counted and written to alike', async (condition, names) => {
    const audience: Condition = { kind: 'all', of: [condition] };
    expect(await ask('/count', { audience })).toMatchObject({ reachable: names.length });
    const { id } = await announce(office.db, { audience, now: clock.now() });
    await planSlice(office.db, { id, now: new Date(clock.now().getTime() + 5 * 60_000) });
    const rows = await office.db.delivery.findMany({ where: { announcementId: id }, select: { personId: true } });
    expect(rows.map(({ personId }) => personId).sort()).toEqual(names.map((name) => people.get(name)).sort());
  });

  it('is offered by what there is, with how many people it is', async () => {
    expect(await ask('/choices')).toMatchObject({
      statuses: [{ id: 'submitted', people: 3 }],
      sectors: [
        { id: 'food', name: 'Chế biến nông, lâm, thuỷ sản, thực phẩm', people: 2 },
        { id: 'crafts', name: 'Hàng thủ công, mây tre, thổ cẩm', people: 1 },
      ],
      languages: [
        { id: 'vi', people: 3 },
        { id: 'en', people: 1 },
      ],
      channels: ['telegram', 'web-chat', 'zalo-bot'].map((id) => ({ id, people: 1 })),
    });
  });

  it('can be all of a province, told with those of before that are in it; topics say whom they would reach', async () => {
    const personId = people.get('An') ?? '';
    const said = { personId, wanted: true, textVersion: 'follow-1', channel: 'zalo-bot', startedAt: clock.now() };
    await office.db.followedTopic.create({ data: { ...said, id: randomUUID(), topic: 'tariffs' } });
    const { provinces, newsTopics } = await ask('/choices');
    expect(provinces).toEqual([{ id: '19', people: 3, name: 'Thái Nguyên', former: ['Bắc Kạn'] }]);
    expect(newsTopics).toMatchObject([
      { topic: 'general', people: 4, followers: 0 },
      { topic: 'fairs', people: 4 },
      { topic: 'training', people: 4 },
      { topic: 'china-market', people: 0 },
      { topic: 'tariffs', people: 1, followers: 1 },
      { topic: 'technical-barriers', people: 0 },
      { topic: 'food-safety', people: 0 },
    ]);
    const all = { kind: 'all', of: [] };
    expect(await ask('/count', { topic: 'tariffs', audience: all })).toMatchObject({ reachable: 1, noNews: 3 });
    expect(await ask('/count', { audience: { kind: 'province', isOneOf: ['19'] } })).toMatchObject({ reachable: 3 });
    expect(await ask('/count', { audience: { kind: 'province', isOneOf: ['04'] } })).toMatchObject({ reachable: 0 });
  });

  it('says who cannot be reached, by the channel they were lost on', async () => {
    const { unreachable, unreachableBy } = await ask('/count', { audience: { kind: 'all', of: [] } });
    expect({ unreachable, unreachableBy }).toEqual({
      unreachable: 1,
      unreachableBy: [{ channel: 'zalo-bot', people: 1 }],
    });
  });

  it.each([
    ['my phuong ba be', [{ name: 'Xã Thượng Minh', former: 'Xã Mỹ Phương, Huyện Ba Bể' }]],
    ['Côn Minh', [{ name: 'Xã Côn Minh' }]],
    ['không có xã này', []],
  ])('by a commune is found as people say it: "%s"', async (text, communes) => {
    expect(await ask(`/communes?text=${encodeURIComponent(text)}`)).toMatchObject({ communes });
  });
});
