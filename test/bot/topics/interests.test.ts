import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { joinPeople } from '../../../records/join-people.ts';
import { prepareLinkHouse } from './link-house.ts';

const house = prepareLinkHouse();
const { meet } = house;

const topicsOf = async (personId: string): Promise<string[]> =>
  (await house.db.personInterest.findMany({ where: { personId } })).map(({ topic }) => topic).sort();

describe('what a person asked about', () => {
  it('is noted when an article answers, and not when nothing does', async () => {
    const page = meet('page');
    await page.type('may say mien ho tro bao nhieu');
    const topics = await topicsOf(await page.personId());
    expect(topics).toContain('machine');
    await page.type('thoi tiet hom nay the nao');
    expect(await topicsOf(await page.personId())).toEqual(topics);
    expect((await page.type('dữ liệu của tôi')).text).toContain(`${topics.length} chủ đề`);
  });

  it('goes with the consent to news, and nothing more is noted until it is given again', async () => {
    const page = meet('page');
    await page.type('may say mien ho tro bao nhieu');
    await page.tap('news:on');
    expect(await topicsOf(await page.personId())).not.toEqual([]);
    await page.tap('news:off');
    expect(await topicsOf(await page.personId())).toEqual([]);
    await page.type('may say mien ho tro bao nhieu');
    expect(await topicsOf(await page.personId())).toEqual([]);
    await page.tap('news:on');
    await page.type('may say mien ho tro bao nhieu');
    expect(await topicsOf(await page.personId())).not.toEqual([]);
  });

  it('goes with their data', async () => {
    const page = meet('page');
    await page.type('may say mien ho tro bao nhieu');
    await page.tap('my-data:ask-delete');
    await page.type('XOÁ HẾT');
    expect(await topicsOf(await page.personId())).toEqual([]);
  });

  it('becomes one list when two channels turn out to be one person’s, unless the last word on news was no', async () => {
    const { db, clock } = house;
    const now = clock.now();
    const add = async (topics: string[], granted?: boolean): Promise<string> => {
      const interests = { create: topics.map((topic) => ({ topic, lastAskedAt: now })) };
      const consents =
        granted === undefined
          ? undefined
          : { create: { id: randomUUID(), purpose: 'news', textVersion: 'x', granted, channel: 'x', at: now } };
      return (await db.person.create({ data: { id: randomUUID(), createdAt: now, interests, consents } })).id;
    };
    const join = async (fromId: string, intoId: string): Promise<string[][]> => {
      await db.$transaction((tx) => joinPeople(tx, { fromId, intoId, now }));
      return [await topicsOf(fromId), await topicsOf(intoId)];
    };
    expect(await join(await add(['machine', 'money']), await add(['money', 'place']))).toEqual([
      [],
      ['machine', 'money', 'place'],
    ]);
    expect(await join(await add(['machine'], false), await add(['place']))).toEqual([[], []]);
  });
});
