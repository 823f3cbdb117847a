import { describe, expect, it } from 'vitest';
import { prepareRequestHouse } from './request-house.ts';
import type { Talker } from './talker.ts';

const house = prepareRequestHouse();
const labels = (talker: Talker) => talker.last().choices.map(({ label }) => label);
const needOf = async (talker: Talker) => (await house.answersOf(talker)).need;

describe('the first words', () => {
  it.each(['xong rồi em ạ', 'tạm biệt', 'chào'])('"%s" are met by one greeting', async (text) => {
    const lan = house.meet();
    const told = await lan.type(text);
    expect(told.text.match(/Chào anh/g)).toHaveLength(1);
    expect(labels(lan)).toContain('Gửi phiếu nhu cầu');
  });

  it.each([
    ['làm tem nhãn vỏ hộp cho mật ong', 'packaging'],
    ['truyền nghề dệt', 'vocational-training'],
  ])('that are surely a question too are answered, and their request is one step away: "%s"', async (text, need) => {
    const lan = house.meet();
    await lan.type(text);
    await lan.pick('Gửi phiếu nhu cầu');
    await lan.pick('Đồng ý');
    await lan.pick('Đúng');
    expect(await needOf(lan)).toBe(need);
  });

  it.each([['làm website bán hàng', 'Gửi phiếu: Phòng trưng bày, bán hàng qua mạng, chuyển đổi số', 'showroom']])(
    'that may be a question as well as a wish have its request as a choice beside the answers: "%s"',
    async (text, label, need) => {
      const lan = house.meet();
      await lan.type(text);
      expect(labels(lan)[0]).toBe(label);
      await lan.pick(label);
      await lan.pick('Đồng ý');
      expect(await needOf(lan)).toBe(need);
    },
  );

  it.each([
    ['toi muon mua noi hoi', 'machinery'],
    ['em muốn lắp điện mặt trời cho xưởng chè', 'cleaner-production'],
    ['em muốn mở lớp dạy may cho chị em ở bản', 'vocational-training'],
    ['MUA MÁY SẤY CHÈ 350TR HTX CHÈ AN BÌNH XÃ LA BẰNG LH LAN 0900000102', 'machinery'],
  ])('that wish for something begin its request: "%s"', async (text, need) => {
    const lan = house.meet();
    await lan.type(text);
    expect(lan.last().text).toContain('Anh/chị cần: ');
    await lan.pick('Đồng ý');
    expect(await needOf(lan)).toBe(need);
  });

  it.each([
    ['muốn đăng ký ocop', 'UBND xã'],
    ['xin ho tro lam vietgap', 'khuyến nông'],
    ['tôi muốn xây nhà xưởng', 'không thấy ghi trong các nội dung khuyến công'],
    ['muon mua xe tai cho hang', 'không thấy ghi trong các nội dung khuyến công'],
    ['làm mã vạch cho sản phẩm', 'không có tên riêng trong các nội dung khuyến công'],
  ])(
    'that ask for what is none of khuyến công, or not by name, are told so and where to go: "%s"',
    async (text, told) => {
      const lan = house.meet();
      await lan.type(text);
      expect(lan.last().text).toContain(told);
      expect(lan.last().text).toContain('Nguồn: ');
      expect(labels(lan)).toContain('Gửi phiếu nhu cầu');
    },
  );
});

describe('who changes their mind in the middle of a request', () => {
  it('twice, goes on where they stood, with what they said last and all that they answered', async () => {
    const lan = await house.begun(2);
    expect((await lan.type('à thôi không mua máy nữa, làm nhãn hiệu')).text).toContain('Đã ghi: Làm nhãn hiệu.');
    expect(lan.last().text).toContain('Câu 3/8');
    await lan.type('à mà vẫn mua máy');
    expect(labels(lan)).toEqual(['Cần cả hai', 'Chỉ cần: Mua máy móc, dây chuyền', 'Không, vẫn: Làm nhãn hiệu']);
    await lan.pick('Chỉ cần');
    expect((await lan.type('doi sang bao bi di')).text).toContain('Đã ghi: Làm bao bì, mẫu mã.');
    expect(await house.answersOf(lan)).toMatchObject({ need: 'packaging', product: 'Miến dong' });
  });

  it('and paused is shown the way back by whatever they type that nothing answers', async () => {
    const lan = await house.begun(2);
    await lan.type('dừng');
    await lan.type('hôm nay trời đẹp quá em ơi');
    expect(labels(lan)).toContain('Làm tiếp việc đang dở');
    expect((await lan.pick('Làm tiếp việc đang dở')).text).toContain('Câu 3/8');
  });
});
