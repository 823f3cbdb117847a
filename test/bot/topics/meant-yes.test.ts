import { describe, expect, it } from 'vitest';
import { prepareRequestHouse } from './request-house.ts';

const { begun, meet, kindsOf } = prepareRequestHouse();

describe('"dung" without marks', () => {
  it('at the review asks whether "đúng" or "dừng" is meant; with its marks it is clear', async () => {
    const lan = await begun(8);
    const { text, choices } = await lan.type('dung');
    expect(text).toContain('"đúng" hay "dừng"');
    expect(choices.map(({ label }) => label)).toEqual(['Gửi phiếu', 'Tạm dừng, giữ lại']);
    expect(await kindsOf(lan)).toEqual([['started']]);
    expect((await lan.type('dừng')).text).toContain('Đã tạm dừng');
    // Said again while it rests, it is no question and stops nothing else.
    expect((await lan.type('dung')).choices.map(({ key }) => key)).toContain('menu:resume');
    await lan.type('làm tiếp');
    expect((await lan.type('đúng')).text).toContain('Đã gửi phiếu');
  });
});

describe('a yes while nothing is open', () => {
  it.each(['gui', 'gửi phiếu đi em', 'đúng', 'đồng ý'])(
    '"%s" after a pause shows the request again, and sends nothing',
    async (text) => {
      const lan = await begun(8);
      await lan.type('dừng');
      expect((await lan.type(text)).text).toContain('xem lại phiếu');
      expect(await kindsOf(lan)).toEqual([['started']]);
    },
  );

  it('"đồng ý" after an answer begins the request it offers, with what was asked about', async () => {
    const lan = meet();
    await lan.type('máy sấy miến 400tr được hỗ trợ bao nhiêu');
    expect((await lan.type('dong y')).text).toContain('Anh/chị có đồng ý không?');
    expect((await lan.type('dong y')).text).toContain('Mua máy móc, dây chuyền · 400 triệu đồng. Đúng không ạ?');
  });

  it('"đồng ý" about nothing shows the menu', async () => {
    const lan = meet();
    await lan.type('chào');
    expect((await lan.type('đồng ý')).choices.map(({ label }) => label)).toContain('Gặp cán bộ');
  });

  it('"có" to "gửi câu hỏi này cho cán bộ?" sends it', async () => {
    const lan = meet();
    await lan.type('gia vang hom nay the nao hay la sao nhi');
    if (!lan.last().choices.some(({ key }) => key.startsWith('ask:send'))) throw new Error('the question was answered');
    expect((await lan.type('có')).text).toContain('Đã gửi câu hỏi cho cán bộ');
  });
});

describe('"gửi phiếu" under several offers', () => {
  it('takes none of them for the person', async () => {
    const lan = meet();
    await lan.type('chưa biết nên đăng ký cái gì');
    expect((await lan.type('gửi phiếu')).text).not.toContain('Anh/chị cần: Mua máy móc');
  });
});

describe('"tiếp tục"', () => {
  it('while an officer is to be told something goes back to the request that was set aside', async () => {
    const lan = await begun(2);
    await lan.type('gặp cán bộ');
    expect((await lan.type('tiếp tục')).text).toContain('Câu 3/8');
    expect((await lan.type('xã Côn Minh')).text).toContain('Câu 4/8');
  });
});
