import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { FOLLOW_CONSENT_VERSION, sayTopics } from '../../../bot/conversation/topics/news/follow.ts';
import { readFollowWords } from '../../../core/announcements/read-follow.ts';
import { NEWS_TOPICS } from '../../../core/announcements/topics.ts';
import { wordsFor } from '../../../locales/words.ts';
import { joinPeople } from '../../../records/join-people.ts';
import { prepareRequestHouse } from './request-house.ts';
import type { Talker } from './talker.ts';

const house = prepareRequestHouse();
const rowsOf = async (talker: Talker) =>
  await house.db.followedTopic.findMany({
    where: { personId: await talker.personId() },
    orderBy: [{ startedAt: 'asc' }, { topic: 'asc' }],
  });
const followsOf = async (talker: Talker) =>
  (await rowsOf(talker)).flatMap(({ topic, wanted, endedAt }) => (wanted && endedAt === null ? [topic] : []));

describe('a topic of news', () => {
  it('is followed by words of one’s own, told back, undone at once, and is no consent to all news', async () => {
    const lan = house.meet();
    await lan.type('chào');
    const reply = await lan.type('theo doi tin thi truong trung quoc');
    expect(reply.text).toContain('theo dõi tin thị trường Trung Quốc');
    expect(reply.text).toContain('Chỉ gửi loại tin này');
    expect(await followsOf(lan)).toEqual(['china-market']);
    expect(await rowsOf(lan)).toMatchObject([
      { textVersion: FOLLOW_CONSENT_VERSION, channel: 'terminal', startedAt: house.clock.now() },
    ]);
    const person = await house.db.person.findUniqueOrThrow({ where: { id: await lan.personId() } });
    expect(person.wantsNews).toBe(false);
    expect(await house.db.consentRecord.count({ where: { personId: person.id } })).toBe(0);
    await lan.pick('Không, đừng theo dõi');
    expect(await followsOf(lan)).toEqual([]);
  });

  it('stays in history when it has ended, and is followed once however often it is said', async () => {
    const lan = house.meet();
    await lan.type('chào');
    await lan.type('cho tôi tin hội chợ');
    await lan.type('cho toi tin hoi cho');
    house.clock.advance(60_000);
    expect((await lan.type('bỏ theo dõi tin hội chợ')).text).toContain('Đã thôi gửi tin hội chợ');
    house.clock.advance(60_000);
    await lan.pick('Theo dõi lại');
    expect(await rowsOf(lan)).toMatchObject([{ endedAt: expect.any(Date) }, { endedAt: null }]);
    expect(await rowsOf(lan)).toHaveLength(2);
  });

  it('is chosen from the menu of news, markets one by one or all, and what is followed is not offered again', async () => {
    const lan = house.meet();
    await lan.type('chào');
    await lan.type('nhận tin gì được?');
    await lan.pick('Hội chợ, triển lãm');
    await lan.pick('Theo dõi tin khác');
    expect(lan.last().choices.map(({ label }) => label)).not.toContain('Hội chợ, triển lãm');
    await lan.pick('Thị trường, xuất khẩu');
    await lan.pick('An toàn thực phẩm');
    await lan.pick('Theo dõi tin khác');
    await lan.pick('Thị trường, xuất khẩu');
    expect(lan.last().choices.map(({ label }) => label)).not.toContain('An toàn thực phẩm');
    await lan.pick('Tất cả tin thị trường');
    expect((await followsOf(lan)).sort()).toEqual(
      ['china-market', 'fairs', 'food-safety', 'tariffs', 'technical-barriers'].sort(),
    );
    const mine = await lan.type('tôi đang theo dõi gì?');
    expect(mine.text).toContain('hội chợ, triển lãm; ');
    await lan.pick('Thôi tin thuế');
    expect(await followsOf(lan)).not.toContain('tariffs');
  });

  it('is followed, told, and ended in English', async () => {
    const lan = house.meet();
    await lan.type('chào');
    await house.db.person.update({ where: { id: await lan.personId() }, data: { locale: 'en' } });
    expect((await lan.type('follow fairs and tariffs')).text).toContain('you follow news of fairs; tariffs');
    expect((await lan.type('what am I following?')).text).toContain('fairs; tariffs');
    expect((await lan.type('unfollow tariffs')).text).toContain('No more news of tariffs');
    expect(await followsOf(lan)).toEqual(['fairs']);
    expect((await lan.type('stop news')).text).toContain('Stop all of it?');
    await lan.pick('Stop the news');
    expect(await followsOf(lan)).toEqual([]);
  });

  it.each(['dừng', 'dung nhan tin', 'tắt tin'])('"%s" ends all that is followed, after one question', async (text) => {
    const lan = house.meet();
    await lan.type('chào');
    await lan.type('theo dõi tin thuế và hội chợ');
    expect((await lan.type(text)).text).toContain('hội chợ, triển lãm; thuế xuất nhập khẩu');
    expect(await followsOf(lan)).toHaveLength(2);
    await lan.pick('Dừng nhận tin');
    expect(await followsOf(lan)).toEqual([]);
    expect(await rowsOf(lan)).toHaveLength(2);
  });

  it('can be left out of the centre’s news by who gets them, and comes back when it is followed', async () => {
    const lan = house.meet();
    await lan.tap('news:on');
    await lan.type('bỏ theo dõi tin hội chợ');
    expect(await rowsOf(lan)).toMatchObject([{ topic: 'fairs', wanted: false, endedAt: null }]);
    expect((await lan.type('tôi đang nhận tin gì')).text).toContain('Trừ tin: hội chợ');
    await lan.type('theo dõi tin hội chợ');
    expect(await rowsOf(lan)).toMatchObject([
      { topic: 'fairs', wanted: false, endedAt: expect.any(Date) },
      { topic: 'fairs', wanted: true, endedAt: null },
    ]);
  });

  it('is offered once after a question about it, and never again, nor to who said no to news', async () => {
    const offered = async (talker: Talker, text: string) =>
      (await talker.type(text)).choices.some(({ label }) => label.startsWith('Theo dõi tin'));
    const lan = house.meet();
    await lan.type('chào');
    expect(await offered(lan, 'tham gia hoi cho duoc ho tro bao nhieu')).toBe(true);
    expect(await offered(lan, 'tham gia hoi cho duoc ho tro bao nhieu')).toBe(false);
    const minh = house.meet();
    await minh.tap('news:on');
    await minh.tap('news:off');
    expect(await offered(minh, 'tham gia hoi cho duoc ho tro bao nhieu')).toBe(false);
    const hoa = house.meet();
    await hoa.type('theo dõi tin hội chợ');
    expect(await offered(hoa, 'tham gia hoi cho duoc ho tro bao nhieu')).toBe(false);
  });

  it('that nobody follows is nothing to end, and says so', async () => {
    const lan = house.meet();
    await lan.type('chào');
    expect((await lan.type('bỏ theo dõi tin thuế')).text).toContain('không có gì phải thôi');
    expect(await rowsOf(lan)).toEqual([]);
  });

  it('is heard in the middle of a form, which goes on where it stood', async () => {
    const lan = await house.begun(2);
    await lan.type('theo dõi tin hội chợ');
    expect(await followsOf(lan)).toEqual(['fairs']);
    expect((await lan.pick('Làm tiếp')).text).toContain('Câu 3/8');
  });

  it('is among what one agreed to, and goes with one’s data', async () => {
    const lan = house.meet();
    await lan.type('chào');
    await lan.type('theo dõi tin thuế');
    expect((await lan.tap('my-data:consents')).text).toContain('thuế xuất nhập khẩu');
    await lan.tap('my-data:ask-delete');
    await lan.type('XOÁ HẾT');
    expect(await rowsOf(lan)).toEqual([]);
  });

  it('of two channels of one person is one list: of each topic the later word holds, and a later no to all ends it', async () => {
    const { db, clock } = house;
    const early = clock.now();
    const late = new Date(early.getTime() + 60_000);
    const add = async (...said: [string, boolean, Date][]): Promise<string> => {
      const id = randomUUID();
      await db.person.create({ data: { id, createdAt: early, wantsNews: true } });
      await db.followedTopic.createMany({
        data: said.map(([topic, wanted, startedAt]) => ({
          ...{ id: randomUUID(), personId: id, topic, wanted, startedAt, textVersion: 'x', channel: 'terminal' },
        })),
      });
      return id;
    };
    const held = async (personId: string) =>
      (await db.followedTopic.findMany({ where: { personId, endedAt: null }, orderBy: { topic: 'asc' } })).map(
        ({ topic, wanted }) => `${topic} ${wanted}`,
      );
    const from = await add(['fairs', true, late], ['tariffs', true, early]);
    const into = await add(['fairs', false, early], ['training', true, early]);
    await db.$transaction((tx) => joinPeople(tx, { fromId: from, intoId: into, now: late }));
    expect([await held(from), await held(into)]).toEqual([[], ['fairs true', 'tariffs true', 'training true']]);

    const other = await add(['food-safety', true, late]);
    const no = { id: randomUUID(), purpose: 'news', textVersion: 'x', granted: false, channel: 'x' };
    await db.consentRecord.create({ data: { ...no, personId: other, at: new Date(late.getTime() - 1) } });
    await db.$transaction((tx) => joinPeople(tx, { fromId: other, intoId: into, now: late }));
    expect(await held(into)).toEqual(['fairs true', 'food-safety true']);
  });

  it('is told in words that end it when they are typed', () => {
    for (const topic of NEWS_TOPICS) {
      for (const locale of ['vi', 'en'] as const) {
        const words = wordsFor(locale);
        const told = words.t('news:howToStopTopic', { topic: sayTopics(words, [topic]) });
        const [, one = '', all = ''] = /: (.+?)\. .+: (.+)$/.exec(told) ?? [];
        expect(readFollowWords(one), one).toEqual({ kind: 'unfollow', topics: [topic] });
        if (locale === 'en') expect(readFollowWords(all), all).toEqual({ kind: 'none' });
      }
    }
  });
});
