import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTalkHouse, type Talker, type TalkHouse } from './talker.ts';

// Dialogues of people who were not thought of when the forms were made: packaging, fairs, management training.
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
/** All answers that are kept of somebody's newest dossier. */
async function kept(talker: Talker): Promise<Record<string, unknown>> {
  const { answers } = await house.db.application.findFirstOrThrow({
    where: { personId: await talker.personId() },
    include: { answers: true },
    orderBy: { code: 'desc' },
  });
  return Object.fromEntries(answers.map(({ questionId, value }) => [questionId, value]));
}
const million = (sum: number) => ({ minVnd: sum * 1_000_000, maxVnd: sum * 1_000_000 });

describe('packaging', () => {
  it('in a hurry, without accents, two needs and everything else in one line: only the review is left', async () => {
    const hien = house.meet();
    await tell(
      hien,
      'lam bao bi + may hut chan khong cho che, htx che Tan Cuong xanh, tan cuong tp thai nguyen, chi Hien 0977000999, tong 120 trieu',
    );
    expect(await tell(hien, 'dong y')).toContain('Anh/chị xem lại phiếu.');
    expect(await kept(hien)).toMatchObject({
      ...{ need: 'packaging', also: { optionIds: ['machinery'] }, commune: { commune: 'Xã Tân Cương' } },
      ...{ 'legal-form': 'cooperative', phone: '0977000999', price: million(120) },
      'pack-topics': { optionIds: ['packaging'] },
    });
  });

  it('hesitates, agrees twice and asks which number: no hesitation is kept as an answer', async () => {
    const lan = house.meet();
    await tell(lan, 'chị muốn làm cái hộp đựng chè cho đẹp', 'để chị nghĩ đã', 'đồng ý', 'thôi đồng ý');
    expect(lan.last().text).toContain('Câu 2/8');
    await tell(lan, 'chè đinh', 'phường Quyết Thắng', 'không có tên', 'hộ kinh doanh', 'cô Lan');
    expect(await tell(lan, 'số này luôn em nhé')).toContain('Câu 7/8');
    expect(await tell(lan, '0333 000 222', '30')).toContain('Là 30 triệu đồng, đúng không ạ?');
    await tell(lan, 'ừ đúng rồi em');
    expect(await kept(lan)).toMatchObject({ product: 'chè đinh', price: million(30) });
  });

  it('fish sauce of the coast: what is wished, the old name of the commune, earlier support with its year', async () => {
    const nho = house.meet();
    await tell(nho, 'chị muốn nhờ thiết kế bao bì với tem nhãn cho cơ sở', 'đồng ý', 'mắm ruốc, ruốc bột');
    expect(await tell(nho, 'xã Vĩnh Thái, Vĩnh Linh')).toContain('nay là xã Vĩnh Hoàng, tỉnh Quảng Trị. Đúng không ạ?');
    await tell(nho, 'phải rồi', 'cơ sở mắm bà Nhờ', 'hộ kinh doanh', 'Phan Thị Nhờ', '0935000444', 'năm chục triệu');
    expect(nho.last().text).toContain('Xem sơ bộ: đủ điều kiện');
    await tell(nho, 'gửi', 'bổ sung');
    await nho.pick('Đã được hỗ trợ');
    await tell(nho, 'có rồi, năm 2024 được hỗ trợ máy dán nắp 15 triệu', 'quay lại', '20 triệu vốn tự có');
    expect(await kept(nho)).toMatchObject({
      'earlier-support': 'yes',
      'pack-topics': { optionIds: ['packaging', 'labels'] },
    });
  });
});

describe('fairs', () => {
  it('the second request is for the same establishment, by "vẫn dùng thông tin cũ"', async () => {
    const huong = house.meet();
    await tell(huong, 'muốn mua máy dệt chiếu', 'đồng ý', 'chiếu cói', 'xã Hải Dương, Hải Lăng', 'Võ Thị Hường');
    await tell(huong, 'đúng', 'HTX chiếu cói Lâm Xuân', '0905000666', 'một trăm tám mươi triệu', 'gửi');
    await tell(huong, 'muốn đăng ký thêm đi hội chợ ở Huế', 'vẫn dùng thông tin cũ');
    expect(huong.last().text).toContain('Câu 8/8');
    await tell(huong, '20 triệu', 'gửi', 'bổ sung', '2 gian, 3 người đi', 'tháng 1 hoặc tháng 2');
    expect(await kept(huong)).toMatchObject({
      ...{ product: 'chiếu cói', phone: '0905000666', 'fair-where': 'country' },
      ...{ 'fair-booths': { minCount: 2 }, 'fair-people': { minCount: 3 } },
      when: { fromMonth: '2027-01', toMonth: '2027-02' },
    });
  });

  it('who does not know where to go wishes for a fair all the same; twice abroad is told with what to do', async () => {
    const tu = house.meet();
    expect(await tell(tu, 'em muốn đi hội chợ mà chưa biết đi đâu')).toContain('Anh/chị cần: Đi hội chợ.');
    await tell(tu, 'đồng ý', 'tinh dầu hồi', 'phường Tam Thanh Lạng Sơn', 'Công ty TNHH Hồi Lạng', 'anh Hoàng Văn Tú');
    await tell(tu, '0205 3 800 111', 'chưa rõ', 'gửi', 'bổ sung');
    await tu.pick('Hội chợ ở');
    await tell(tu, 'nước ngoài', '2 lần rồi');
    expect(await tell(tu, 'em có đủ điều kiện không ạ')).toContain(
      'không quá 2 lần một năm, cần làm: chọn hội chợ của năm sau',
    );
  });
});

describe('management training', () => {
  it('two learners, any place and any day, and what is said stays out of the names', async () => {
    const thang = house.meet();
    await tell(
      thang,
      'cho em đăng ký học kế toán HTX, 2 người đi học',
      'đồng ý',
      'chè',
      'Tân Cương',
      'HTX chè Tân Cương xanh',
    );
    expect(await tell(thang, 'đâu cũng được')).toContain('Trợ lý chưa đọc ra tên người.');
    await tell(thang, 'tôi tên Thắng', '0977000998', 'gửi luôn nhé', 'bổ sung', 'đâu cũng được', 'lúc nào cũng được');
    expect(await kept(thang)).toMatchObject({
      ...{ 'contact-name': 'Thắng', learners: { minCount: 2 }, 'course-topics': { optionIds: ['books'] } },
      ...{ 'course-place': 'any', 'course-days': 'any' },
    });
    expect(await tell(thang, 'phiếu của tôi')).toContain('Hồ sơ đã có 4/7 mục');
  });
});
