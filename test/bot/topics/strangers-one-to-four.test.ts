import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTalkHouse, type Talker, type TalkHouse } from './talker.ts';

// Dialogues of people who were not thought of when the forms were made: machinery, models, cleaner production, trademarks.
let house: TalkHouse;
beforeAll(async () => {
  house = await openTalkHouse();
});
afterAll(async () => {
  await house.close();
});

/** What came back to the last of these. */
async function tell(talker: Talker, ...texts: string[]): Promise<string> {
  for (const text of texts) await talker.type(text);
  return talker.last().text;
}
/** All answers that are kept of somebody's only dossier. */
async function kept(talker: Talker): Promise<Record<string, unknown>> {
  const { answers } = await house.db.application.findFirstOrThrow({
    where: { personId: await talker.personId() },
    include: { answers: true },
  });
  return Object.fromEntries(answers.map(({ questionId, value }) => [questionId, value]));
}
const million = (sum: number) => ({ minVnd: sum * 1_000_000, maxVnd: sum * 1_000_000 });

describe('machinery', () => {
  it('a noodle cooperative on an old phone number: every detail in the words that come to mind, none of them asked twice', async () => {
    const hoa = house.meet();
    expect(await tell(hoa, 'Tôi muốn mua máy ép bún và máy sấy bún khô', 'đồng ý')).toContain('Câu 2/8');
    await tell(hoa, 'Bún khô Trung Lương', 'xã Lục Ba, Đại Từ', 'HTX bún Trung Lương');
    // Who goes on to the name of the cooperative has agreed to the new name of the commune.
    expect(hoa.last().text).toContain('Đã ghi: xã Đại Từ, tỉnh Thái Nguyên · HTX bún Trung Lương');
    expect(await tell(hoa, '01689 000 123')).toContain('là đầu số cũ, nay là 0389 000 123.');
    expect(await tell(hoa, 'ừ đúng rồi', 'Vũ Thị Hoa')).toContain('Câu 8/8');
    expect(await tell(hoa, 'khoảng ba trăm rưỡi triệu')).toContain('tối đa 175 triệu đồng');
    expect(await tell(hoa, 'xem đủ điều kiện chưa')).toContain('Xem sơ bộ: cán bộ cần xem máy mới hay cũ');
    expect(await tell(hoa, 'e co du dk ko')).toContain('Xem sơ bộ: cán bộ cần xem máy mới hay cũ');
    await tell(hoa, 'gửi phiếu');
    await hoa.pick('Bổ sung');
    expect(await tell(hoa, 'mst 0100109107, có 15 công nhân')).toContain('Số này có vẻ sai một chữ số');
    await tell(hoa, 'số công nhân là 20 mới đúng', 'mst 0100109106', 'tháng 3 năm sau mua');
    await hoa.pick('Nơi đặt xưởng');
    expect(hoa.last().choices.map(({ label }) => label)).toContain('Vẫn ở xã Đại Từ, tỉnh Thái Nguyên');
    await tell(hoa, 'như trên', 'thực phẩm', 'máy ép đùn bún 200kg/giờ, mới, 150tr');
    expect(hoa.last().text).toContain('Còn máy nào nữa không?');
    await tell(hoa, 'còn', 'máy sấy cũ 200 triệu');
    expect(await tell(hoa, 'hết rồi', 'phiếu của tôi')).toContain('chưa có: người đại diện, vốn tự có, đã được hỗ trợ');
    expect(await kept(hoa)).toMatchObject({
      'tax-code': '0100109106',
      workers: { minCount: 20, maxCount: 20 },
      workshop: { commune: 'Xã Đại Từ' },
      'machines.1.state': 'new',
      'machines.1.price': million(150),
      'machines.2.state': 'used',
      'machines.2.price': million(200),
    });
  });

  it('a company of unburnt bricks asks first, then registers: what it asked about is what it needs, and its bricks stay unburnt', async () => {
    const huy = house.meet();
    await tell(huy, 'công ty tôi làm gạch không nung muốn đầu tư dây chuyền ép gạch 1ty2 thì được hỗ trợ bao nhiêu');
    expect(huy.last().text).toContain('450 triệu đồng');
    expect(await tell(huy, 'đăng ký thử', 'đồng ý')).toContain('Đã ghi: gạch không nung.');
    expect(huy.last().text).toContain('Anh/chị cần: Mua máy móc, dây chuyền · 1,2 tỷ đồng. Đúng không ạ?');
    await tell(
      huy,
      'đúng',
      'phường Bách Quang',
      'công ty cổ phần vật liệu xanh Bách Quang',
      'Lê Quang Huy, 0912000555',
    );
    expect(huy.last().text).not.toContain('nung hay không nung');
    expect(await kept(huy)).toMatchObject({ product: 'gạch không nung', price: million(1_200) });
  });

  it('a sum is no choice: "1,2 tỷ" at the list of needs is kept as what it costs', async () => {
    const ba = house.meet();
    await tell(ba, 'đăng ký giúp tôi', 'đồng ý');
    expect(await tell(ba, '1,2 tỷ')).toContain('Đã ghi: 1,2 tỷ đồng.\nCâu 1/8');
    expect(await kept(ba)).toEqual({ price: million(1_200) });
  });
});

describe('demonstration models', () => {
  it('a smith of Cao Bằng names a district of long ago, his first name and his money in words', async () => {
    const thang = house.meet();
    await tell(thang, 'xưởng rèn nhà tôi muốn làm mô hình trình diễn kỹ thuật', 'đồng ý', 'dao, nông cụ');
    expect(await tell(thang, 'Phúc Sen Quảng Uyên')).toContain('nay là xã Quảng Uyên, tỉnh Cao Bằng. Đúng không ạ?');
    await tell(thang, 'đúng', 'Cơ sở rèn Phúc Sen', 'hộ kinh doanh', 'đâu cũng được');
    expect(thang.last().text).toContain('Trợ lý chưa đọc ra tên người.');
    await tell(thang, 'tôi tên Thắng', '0162 900 0456', 'đúng');
    expect(await tell(thang, 'tỷ rưỡi')).toContain('tối đa 450 triệu đồng');
    expect(thang.last().text).toContain('khoảng 1,05 tỷ đồng vốn của mình');
    expect(await kept(thang)).toMatchObject({ 'contact-name': 'Thắng', phone: '0329000456', price: million(1_500) });
  });
});

describe('cleaner production', () => {
  it('what is to be saved is said with the wish and not asked again', async () => {
    const lan = house.meet();
    await tell(lan, 'muốn làm sản xuất sạch hơn, giảm nước thải với đỡ tốn than', 'đồng ý');
    expect(lan.last().text).toContain('Tốn điện, than, củi, dầu · Nước thải, tốn nước');
    await tell(
      lan,
      'bún tươi',
      'phường Thục Phán',
      'dạ đúng rồi em ơi',
      'chưa có tên',
      'hộ kinh doanh',
      'Chu Thị Lan 0911000222',
      'nửa tỷ',
    );
    expect(lan.last().text).toContain('Xem sơ bộ: đủ điều kiện');
    expect(lan.last().text).toContain('tối đa 150 triệu đồng');
    expect(lan.last().text).toContain('chưa đối chiếu văn bản');
  });

  it('a shop that only sells is not told that it qualifies', async () => {
    const mai = house.meet();
    await tell(mai, 'muốn lắp điện mặt trời cho cửa hàng', 'đồng ý', 'bán phân bón, thuốc trừ sâu', 'xã Phú Bình');
    await tell(mai, 'cửa hàng Hoa Mai', 'hộ kinh doanh', 'Hoàng Thị Mai', '0911000333', '300tr');
    expect(mai.last().text).toContain('cán bộ cần xem phần nào là tự làm ra, phần nào là mua bán');
  });
});

describe('trademarks', () => {
  it('a mark of the whole village is told with the wish; a changed mind is heard at once', async () => {
    const lanh = house.meet();
    await tell(lanh, 'cần đăng ký nhãn hiệu tập thể cho cả làng', 'đồng ý');
    expect(lanh.last().text).toContain('Nhiều hộ dùng chung');
    await tell(lanh, 'nón lá bài thơ', 'xã Triệu Hòa, Triệu Phong', 'đúng');
    expect(await tell(lanh, 'à thôi, làm bao bì chứ không làm nhãn hiệu')).toContain('Đã ghi: Làm bao bì, mẫu mã.');
    expect(await kept(lanh)).toMatchObject({ need: 'packaging', product: 'nón lá bài thơ' });
  });

  it('hello is answered once, however it is said', async () => {
    const em = house.meet();
    const hello = await tell(em, 'em hỏi chút ạ');
    expect(hello.match(/Chào anh\/chị/g)).toHaveLength(1);
  });
});
