import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { NEWS_CONSENT_VERSION } from '../../../bot/conversation/topics/news.ts';
import { wishesForNews } from '../../../bot/conversation/topics/news-wish.ts';
import { wordsFor } from '../../../locales/words.ts';
import { prepareRequestHouse } from './request-house.ts';
import type { Talker } from './talker.ts';

const house = prepareRequestHouse();
const wantsNews = async (talker: Talker) =>
  (await house.db.person.findUniqueOrThrow({ where: { id: await talker.personId() } })).wantsNews;

const consentsOf = async (talker: Talker) =>
  house.db.consentRecord.findMany({ where: { personId: await talker.personId(), purpose: 'news' } });

describe('news of the centre', () => {
  it.each(['nhận tin', 'nhan tin', 'bật tin', 'bat tin', 'tôi muốn nhận tin tức', 'đăng ký nhận tin', 'bat thong bao'])(
    '"%s" leads to turning them on, and only a yes does',
    async (text) => {
      const lan = house.meet();
      await lan.type('chào');
      await lan.type(text);
      expect(await wantsNews(lan)).toBe(false);
      await lan.pick('Đồng ý nhận tin');
      expect(await wantsNews(lan)).toBe(true);
    },
  );

  it.each(['tắt tin', 'tat tin', 'dừng nhận tin', 'thôi không nhận tin nữa'])(
    '"%s" leads to turning them off',
    async (text) => {
      const lan = house.meet();
      await lan.tap('news:on');
      await lan.type(text);
      await lan.pick('Dừng nhận tin');
      expect(await wantsNews(lan)).toBe(false);
    },
  );

  it.each(['nhắn tin cho cán bộ', 'nhắn tin', 'tin', 'không nhận tin', 'nhận tiền', 'bao giờ nhận tin kết quả'])(
    '"%s" is no wish for them',
    (text) => expect(wishesForNews(text)).toBe(false),
  );

  it('a yes is kept with its words, time and channel, and a new version of the words is another consent', async () => {
    const lan = house.meet();
    await lan.type('nhận tin');
    expect(await consentsOf(lan)).toEqual([]);
    await lan.pick('Đồng ý nhận tin');
    expect(await consentsOf(lan)).toMatchObject([
      { textVersion: NEWS_CONSENT_VERSION, granted: true, channel: 'terminal', at: house.clock.now() },
    ]);
    const { t } = wordsFor('vi');
    const sha256 = createHash('sha256')
      .update(`${t('news:what')}\n${t('news:turnOn')}`)
      .digest('hex')
      .slice(0, 16);
    expect({ version: NEWS_CONSENT_VERSION, sha256 }).toMatchInlineSnapshot(`
      {
        "sha256": "08a7846ad1b3b158",
        "version": "news-1",
      }
    `);
  });

  it('are heard in the middle of a form, which goes on where it stood', async () => {
    const lan = await house.begun(2);
    expect((await lan.type('tắt tin')).text).toBe('Anh/chị chưa nhận tin của trung tâm.');
    await lan.type('nhận tin');
    await lan.pick('Đồng ý nhận tin');
    expect((await lan.pick('Làm tiếp')).text).toContain('Câu 3/8');
  });
});
