import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readPhotos } from '../../../core/applications/photos.ts';
import { codeIn, prepareRequestHouse } from './request-house.ts';
import type { Talker } from './talker.ts';

const house = prepareRequestHouse();

/** Says these one after the other; returns what is said to the last. */
async function say(talker: Talker, ...texts: string[]): Promise<string> {
  for (const text of texts) await talker.type(text);
  return talker.last().text;
}
const linesOf = (text: string) => text.split('\n').filter((line) => line.trim() !== '');

describe('dialogues of people from the villages', () => {
  it('a weaver of rattan asks for a class: rattan is no machine, and her village no product', async () => {
    const tham = house.meet();
    await say(tham, 'nhà mình muốn mở lớp dạy nghề đan lát cho chị em trong thôn, được không');
    await tham.pick('Gửi phiếu nhu cầu');
    expect(await say(tham, 'Đồng ý')).toContain('Anh/chị cần: Đào tạo nghề, truyền nghề. Đúng không ạ?');
    await say(tham, 'đồ đan lát mây tre', 'đúng');
    expect(await house.answersOf(tham)).toMatchObject({ need: 'vocational-training' });
    expect(await say(tham, 'xóm Nà Rược xã Đổng Xá huyện Na Rì cũ')).toContain('làm ra sản phẩm gì');
    expect(await say(tham, 'rổ rá mây tre', 'chưa có tên', 'tổ hợp tác', 'Hoàng Thị Thắm')).toContain('Câu 7/8');
    expect(codeIn(await say(tham, '0900000011', 'tầm 60 đến 80 triệu', 'gửi'))).toMatch(/^KC-/);
    expect(await house.answersOf(tham)).toMatchObject({ product: 'rổ rá mây tre', price: { maxVnd: 80_000_000 } });
  });

  it('a tea workshop in a hurry: who runs machines is taught, and nobody is called by a favour', async () => {
    const hao = house.meet();
    const wish = 'Anh em xưởng chè muốn đào tạo 30 thợ vận hành máy sao chè, tổng khoảng 150tr, chị nhờ em hướng dẫn';
    expect(await say(hao, wish)).toContain('Anh/chị cần: Đào tạo nghề, truyền nghề');
    await say(hao, 'đồng ý');
    const answers = await house.answersOf(hao);
    expect(answers).toMatchObject({ need: 'vocational-training', price: { minVnd: 150_000_000 } });
    expect(answers['contact-name']).toBeUndefined();
  });

  it('an investor who says the cluster’s name for "đúng" keeps the sum that was told', async () => {
    const hau = house.meet();
    await say(hau, 'Cụm công nghiệp Sơn Cẩm cần hệ thống xử lý nước thải 12 tỷ có được hỗ trợ không');
    await hau.pick('Gửi phiếu nhu cầu');
    expect(await say(hau, 'đồng ý')).toContain('12 tỷ đồng. Đúng không ạ?');
    expect(await say(hau, 'CCN Sơn Cẩm 1')).toContain('Câu 2/8');
    await say(hau, 'bê tông', '4600987654');
    expect(await house.answersOf(hau)).toMatchObject({ need: 'cluster', price: { minVnd: 12_000_000_000 } });
  });

  it('a village head for several households is heard, in three lines at most', async () => {
    const head = house.meet();
    await say(head, 'chào, tôi là trưởng bản Nặm Lìn, khai giúp mấy hộ trong bản đi học nghề dệt');
    const asked = await say(head, 'đồng ý rồi');
    expect(asked).toContain('Chủ cơ sở đã đồng ý');
    expect(linesOf(asked).length).toBeLessThanOrEqual(3);
    expect(await say(head, 'bà con nhờ miệng rồi')).toContain('Chủ cơ sở họ tên là gì?');
    expect(await house.answersOf(head)).toMatchObject({
      ...{ need: 'vocational-training', 'filled-by': 'village-head', 'owner-consent': 'in-person' },
    });
  });

  it('a grandchild for an artisan of old: years are no sum, and "chưa có" is nobody', async () => {
    const mi = house.meet();
    await say(mi, 'ong noi chau la nghe nhan uu tu lam khen mong, chau muon xin ho tro');
    await mi.pick('Gửi phiếu nhu cầu');
    await say(mi, 'dong y', 'dung roi');
    await say(mi, 'ong dong y roi', 'Sùng A Páo', 'ko co');
    expect(await house.answersOf(mi)).toMatchObject({
      need: 'artisan',
      'filled-by': 'family',
      'owner-name': 'Sùng A Páo',
    });
    await say(mi, 'khèn mông', 'Côn Minh', 'chưa có tên', 'chưa đăng ký');
    expect(await say(mi, 'chưa có')).toContain('cán bộ gọi ai: anh/chị hay chủ cơ sở?');
    expect(await say(mi, 'em liên hệ, Sùng Mí Già', '0900000044')).toContain('bao nhiêu tiền');
    expect(await say(mi, '55 năm')).toContain('chưa đọc ra số tiền');
    await say(mi, 'bao nhiêu cũng được');
    expect(await house.answersOf(mi)).toMatchObject({ 'contact-name': 'Sùng Mí Già', price: { isSkipped: true } });
  });

  it('the three sides of a product, sent at once, are three items', async () => {
    const lan = house.meet();
    await say(lan, 'em muốn đăng ký sản phẩm tiêu biểu', 'đồng ý', 'miến dong', 'Côn Minh', 'HTX Tài Hoan');
    await say(lan, 'Nguyễn Thị Hoa', '0900000001', 'gửi', 'bổ sung', 'ảnh chụp phía trước');
    const sides = [randomUUID(), randomUUID(), randomUUID()];
    const { text } = await lan.sendPhotos(sides);
    expect(text).toContain('ghi lần lượt: Ảnh chụp phía trước · Ảnh chụp bên cạnh · Ảnh chụp từ trên xuống');
    expect(text).toContain('được công nhận tiêu biểu');
    const answers = await house.answersOf(lan);
    const kept = ['photo-front', 'photo-side', 'photo-top'].map((id) => readPhotos(answers[id]));
    expect(kept).toEqual(sides.map((id) => [id]));
    expect(await say(lan, 'lần đầu')).toContain('Đã ghi: Chưa.');
  });

  it('what is not understood three times is told in three lines, with an officer', async () => {
    const lan = await house.begun(2);
    const text = await say(lan, 'xa xôi lắm em ơi', 'trên núi ấy', 'chỗ có cây đa');
    expect(linesOf(text)).toHaveLength(3);
    expect(lan.last().choices.map(({ label }) => label)).toContain('Gặp cán bộ');
  });
});
