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

  it('"đồng ý" sent twice is no Xã Đồng Ý, and nothing of what follows is lost', async () => {
    const twice = house.meet();
    await say(twice, 'toi muon dang ky mua may thai san 80 trieu', 'dong y', 'dung', 'san kho');
    expect(await say(twice, 'dong y')).toContain('phường nào');
    expect(await say(twice, 'ĐỒNG Ý')).toContain('phường nào');
    expect(await say(twice, 'xa con minh')).not.toContain('xã nào');
    expect(await house.answersOf(twice)).toMatchObject({ commune: { communeCode: '02185' } });
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
    await say(mi, 'dong y');
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

  it.each([
    ['Em là nghệ nhân làm khèn, muốn xin hỗ trợ', { need: 'artisan' }],
    ['muốn đi học quản lý cho htx', { need: 'management-training', 'legal-form': 'cooperative' }],
    ['muốn mua máy, bán cho công ty', { need: 'machinery', 'legal-form': undefined }],
    ['muốn mua máy sấy, nhà em làm bánh khảo', { need: 'machinery', product: 'bánh khảo' }],
    ['Mình cần mua máy ép, thôn Nà Hin, Côn Minh, làm bún', { product: 'bún', commune: { communeCode: '02185' } }],
  ])('what a wish tells is kept: "%s"', async (wish, told) => {
    const talker = house.meet();
    expect(await say(talker, wish)).toContain('anh/chị có đồng ý không');
    // A name alone is no yes; in full it is kept for it.
    expect(await say(talker, 'nguyễn văn tám')).toContain('Anh/chị gõ "đồng ý" hoặc "không đồng ý" giúp.');
    await say(talker, 'đồng ý');
    const answers = await house.answersOf(talker);
    for (const [id, value] of Object.entries(told)) {
      if (typeof value === 'object') expect(answers[id]).toMatchObject(value);
      else expect(answers[id]).toBe(value);
    }
    expect(answers['contact-name']).toBe('Nguyễn Văn Tám');
  });

  it.each([1, 3, 4])(
    'a village and its commune without "xã" are a place, whatever is asked (question %d)',
    async (asked) => {
      const talker = await house.begun(1);
      for (const text of ['miến', 'Tân Cương', 'Miến Nà Hin'].slice(0, asked - 1)) await say(talker, text);
      await say(talker, 'thôn Nà Hin, Côn Minh');
      expect((await house.answersOf(talker)).commune).toMatchObject({ communeCode: '02185' });
      expect((await house.answersOf(talker)).product).not.toBe('thôn Nà Hin, Côn Minh');
    },
  );

  it.each(['sau Tết', 'mua ra gieng'])(
    'asks one question about "%s" wherever it is said: at a name, at the review, at the card, at its own item',
    async (time) => {
      const early = await house.begun(3);
      expect(await say(early, time)).toBe('Anh/chị định vào tháng nào?');
      await early.pick('tháng 2/2027');
      expect(early.last().text).toContain('Câu 4/8');
      const late = await house.begun(8);
      expect(await say(late, time)).toBe('Anh/chị định vào tháng nào?');
      await say(late, 'tháng 3');
      expect(late.last().choices.map(({ label }) => label)).toContain('Dự kiến mua: tháng 3/2027');
      expect(await say(late, time)).toContain('xem lại phiếu');
      await say(late, 'gửi', 'bổ sung hồ sơ');
      expect(await say(late, time)).not.toContain('tháng nào');
      const own = await house.sent('Bổ sung hồ sơ');
      expect(await say(own, time)).toBe('Anh/chị định vào tháng nào?');
      await own.pick('Lúc khác');
      expect((await house.answersOf(own)).when).toBeUndefined();
    },
  );

  it('"là gì" is about the item that is asked, with an example; an item’s name leads to it', async () => {
    const talker = await house.begun(7);
    expect(await say(talker, 'ghi thế nào ạ')).toContain('Mục này là "Dự kiến chi". Ví dụ: 400tr');
    await say(talker, '400tr', 'gửi', 'bổ sung hồ sơ');
    await talker.pick('Mã số thuế');
    expect(await say(talker, 'Là gì')).toContain('Mục này là "Mã số thuế"');
    expect(await say(talker, 'vốn tự có')).toContain('tự bỏ ra được khoảng bao nhiêu');
    const told = await say(talker, 'cái này là sao');
    expect(told).toContain('vốn đối ứng');
    expect(told).toContain('Mục này là "Vốn tự có"');
    expect(told).not.toContain('trợ lý tự động');
  });

  it('a bare sum after sending is of the request: it is told what stands there, and may be its own capital', async () => {
    const talker = await house.sent();
    expect(await say(talker, '400 triệu')).toMatch(/Phiếu KC-\d{4}-\d{4} đã ghi dự kiến chi 400 triệu đồng/);
    expect(await say(talker, '150tr')).toContain('150 triệu đồng là khoản nào');
    await talker.pick('Vốn tự có');
    expect(talker.last().text).toContain('Đã ghi: 150 triệu đồng');
    expect(await house.answersOf(talker)).toMatchObject({ 'own-capital': { minVnd: 150_000_000 } });
    house.clock.advance(2 * 24 * 3_600_000);
  });

  it('a mother who takes over from her son is asked for herself; the place of her products is no product', async () => {
    const son = house.meet();
    await say(son, 'lam ho me, muon mua may sao che', 'dong y', 'me noi mieng roi', 'Hoang Thi Lan');
    expect(await say(son, 'bác tự khai')).toContain('phiếu này là của chính anh/chị');
    await say(son, 'tam duong lai chau');
    expect(
      son
        .last()
        .choices.map(({ label }) => label)
        .join(),
    ).toContain('xã Bình Lư, tỉnh Lai Châu');
    await son.pick('Bình Lư');
    expect(son.last().text).toContain('làm ra sản phẩm gì');
    const answers = await house.answersOf(son);
    expect(answers).toMatchObject({ 'filled-by': 'owner', commune: { provinceCode: '12' } });
    expect(answers).not.toHaveProperty('product');
  });

  it('a distiller’s trouble is no product and no commune: it stays with the wish, and tells the aims; a bare lack is none of it', async () => {
    const sau = house.meet();
    for (const text of ['tôi muốn làm sản xuất sạch hơn', 'đồng ý']) await sau.type(text);
    expect((await sau.type('tốn củi lắm')).text).toContain('làm ra sản phẩm gì');
    await sau.type('rượu men lá');
    expect((await sau.type('chua co logo')).text).toContain('ở xã, phường nào');
    expect(await house.answersOf(sau)).toMatchObject({
      product: 'rượu men lá',
      'clean-aims': { optionIds: ['energy'] },
    });
    const [dossier] = await house.dossiersOf(sau);
    const need = dossier?.answers.find(({ questionId }) => questionId === 'need');
    expect(need?.raw).toBe('tôi muốn làm sản xuất sạch hơn. tốn củi lắm. chua co logo');
  });

  it('a noodle maker tells where she is under the consent, her machine where her goods are asked, her work where a sum is asked back', async () => {
    const may = house.meet();
    await say(may, 'chi muon dang ky mua may say mien', 'e o bang phuc cho don', 'dong y', 'may say mien');
    await say(may, 'miến dong, hộ nhà em', '6 nguoi ca chong chi', 'do khoi do cuc lam', '350tr', 'noi hoi 80tr');
    const again = await say(may, 'nau bang noi hoi thay cui, do khoi');
    expect(again).toContain('80 triệu đồng là thêm vào');
    await say(may, 'huỷ', 'thoi dung huy nua', 'khong chin tam hai ba bon nam sau bay tam');
    expect(may.last().text).toContain('80 triệu đồng là thêm vào');
    expect(await house.answersOf(may)).toMatchObject({
      ...{ product: 'miến dong', commune: { commune: 'Xã Đồng Phúc' }, phone: '0982345678' },
      workers: { minCount: 6 },
    });
    const [dossier] = await house.dossiersOf(may);
    const need = dossier?.answers.find(({ questionId }) => questionId === 'need');
    expect(need?.raw).toBe(
      'chi muon dang ky mua may say mien. may say mien. do khoi do cuc lam. nau bang noi hoi thay cui, do khoi',
    );
  });

  it('a beekeeper whose district is asked back tells the rest meanwhile, and what her honey is like is none of it', async () => {
    const sinh = house.meet();
    await say(sinh, 'nhà e làm mật ong bạc hà dính lắm muốn có cái máy tách nước mật', 'dong y nhe', 'phú lương');
    const last = await say(sinh, 'chua co ten', 'ho kinh doanh roi e', 'Vàng Mí Sính');
    expect(last).toContain('Cơ sở ở xã nào?');
    expect(await house.answersOf(sinh)).toMatchObject({
      ...{ product: 'mật ong bạc hà', 'legal-form': 'business-household', 'contact-name': 'Vàng Mí Sính' },
      establishment: { isSkipped: true },
    });
  });

  it('a place of another province is kept, and said to be one, once', async () => {
    const hue = await house.begun(2);
    const { text } = await hue.type('xã Cán Tỷ, Hà Giang');
    expect(text).toContain('lo cho tỉnh Thái Nguyên, xã này thuộc tỉnh Tuyên Quang');
    expect((await hue.type('cơ sở Minh Lâm')).text).not.toContain('Trung tâm này lo cho');
    const near = await house.begun(2);
    expect((await near.type('xã Côn Minh')).text).not.toContain('Trung tâm này lo cho');
  });

  it.each(['con gái tôi đăng ký cho tôi rồi, tôi muốn xem', 'chau khai phieu cho toi hom truoc roi, phieu toi dau'])(
    'a mother on her own phone is told how to see what was filed for her, and begins no request: "%s"',
    async (text) => {
      const lieu = house.meet();
      expect((await lieu.type(text)).text).toContain('thêm người');
      expect(await house.dossiersOf(lieu)).toEqual([]);
    },
  );

  it.each([
    ['bổ sung', 'Vâng ạ.'],
    ['de mai', 'cứ thong thả'],
  ])('"%s" at a name or a place is neither', async (text, heard) => {
    const lan = await house.begun(3);
    expect((await lan.type(text)).text).toContain(heard);
    expect(await house.answersOf(lan)).not.toHaveProperty('establishment');
  });

  it('a name with its number, and a sum, said under the consent are kept once it is given; "dk" registers', async () => {
    const manh = house.meet();
    expect(await say(manh, 'dk hoc ke toan cho htx')).toContain('anh/chị có đồng ý không');
    expect(await say(manh, 'gd Nguyen Van Manh 0900000303')).toContain('anh/chị đồng ý là ghi ngay');
    await say(manh, 'dong y');
    expect(await house.answersOf(manh)).toMatchObject({
      need: 'management-training',
      phone: '0900000303',
      'legal-form': 'cooperative',
    });
  });
});
