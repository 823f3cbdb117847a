import { describe, expect, it } from 'vitest';
import { wishesForNews } from '../../../bot/conversation/topics/news-wish.ts';
import { prepareRequestHouse } from './request-house.ts';
import type { Talker } from './talker.ts';

const house = prepareRequestHouse();
const wantsNews = async (talker: Talker) =>
  (await house.db.person.findUniqueOrThrow({ where: { id: await talker.personId() } })).wantsNews;

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

  it('are heard in the middle of a form, which goes on where it stood', async () => {
    const lan = await house.begun(2);
    expect((await lan.type('tắt tin')).text).toBe('Anh/chị chưa nhận tin của trung tâm.');
    await lan.type('nhận tin');
    await lan.pick('Đồng ý nhận tin');
    expect((await lan.pick('Làm tiếp')).text).toContain('Câu 3/8');
  });
});
