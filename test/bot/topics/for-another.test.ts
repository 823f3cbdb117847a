import { describe, expect, it } from 'vitest';
import { readHelper } from '../../../core/programmes/for-another.ts';
import { codeIn, prepareRequestHouse } from './request-house.ts';

const house = prepareRequestHouse();

describe('somebody who fills a request in for another', () => {
  it.each([
    ['em đăng ký hộ mẹ', 'family'],
    ['con khai giúp bố mẹ', 'family'],
    ['tôi là trưởng thôn, khai cho bà con', 'village-head'],
    ['toi la cong tac vien khuyen cong xa', 'collaborator'],
    ['khai ho ba con trong ban', 'other'],
    ['khai hộ', 'other'],
    ['tôi làm hộ mẹ tôi', 'family'],
    ['em làm giùm bà nội', 'family'],
    ['đăng ký giùm bà Lan', 'other'],
    ['dang ky ho chu Tai voi', 'other'],
    ['đăng ký giúp em với', undefined],
    ['đăng ký hộ kinh doanh', undefined],
    ['làm hộ tôi cái phiếu', undefined],
    ['nấu rượu làm cho gia đình', undefined],
    ['hợp tác xã', undefined],
    ['Trần Trưởng Thôn', undefined],
    ['ctv xã đây, đăng ký giúp chị Lan mua máy dệt', 'collaborator'],
    ['trưởng thôn Nà Hin khai hộ bà con', 'village-head'],
    ['mẹ em làm bánh gai, muốn mua máy hấp bánh', 'family'],
    ['bố cháu là nghệ nhân', 'family'],
    ['ong noi chau la nghe nhan uu tu, chau muon xin cho ong mo lop day', 'family'],
    ['bà ngoại em làm hương, muốn mua máy se', 'family'],
    ['chào, tôi là trưởng bản Nặm Lìn, khai giúp mấy hộ trong bản đi học nghề dệt', 'village-head'],
    ['khai cho chị Lý Thị Mến làm bún', 'other'],
    ['đăng ký cho chị Lý Thị Sao nữa', 'other'],
    ['đăng ký cho chị với', undefined],
    ['làm phiếu cho anh mua cái máy', undefined],
    ['nhà họ làm miến cần cái máy sấy', 'other'],
    ['xin máy cho bác hàng xóm', 'other'],
    ['cho bác hàng xóm', 'other'],
    ['bác ấy muốn mua máy', 'other'],
    ['mẹ em làm bánh muốn mua máy', 'family'],
    ['muon dang ky may say cho me em', 'family'],
    ['xin máy cho anh em trong tổ', undefined],
    ['mua máy cho vợ chồng em', undefined],
    ['hộ kinh doanh nhà em muốn mua máy', undefined],
    ['nhà hộ nghèo muốn xin máy', undefined],
    ['hàng xóm em được máy rồi em cũng muốn xin', undefined],
    ['cô ấy bảo em cần đăng ký', undefined],
    ['trưởng thôn là ai', undefined],
    ['bà con em muốn mua máy', undefined],
  ])('is known by "%s": %s', (text, helper) => {
    expect(readHelper(text)).toBe(helper);
  });

  it('is asked for the owner’s consent first, then who that is, and goes on; all of it is kept', async () => {
    const lan = await house.begun(1);
    expect((await lan.type('em khai hộ mẹ')).text).toContain('Chủ cơ sở đã đồng ý');
    expect((await lan.pick('qua điện thoại')).text).toContain('Chủ cơ sở họ tên là gì?');
    await lan.type('Nông Thị Mai');
    await lan.type('không có');
    expect(lan.last().text).toContain('làm ra sản phẩm gì');
    for (const text of ['Miến dong', 'Côn Minh', 'chưa có tên', 'htx', 'Nguyễn Thị Hoa', '0900000001', '400tr']) {
      await lan.type(text);
    }
    expect(lan.last().choices.map(({ label }) => label)).toContain('Người khai: Con cháu, người nhà');
    expect(codeIn((await lan.type('gửi phiếu')).text)).toMatch(/^KC-2026-/);
    expect(await house.answersOf(lan)).toMatchObject({
      'filled-by': 'family',
      'owner-consent': 'by-phone',
      'owner-name': 'Nông Thị Mai',
      'owner-phone': { isSkipped: true },
    });
  });

  it('says in their own words that the owner agreed, and that is no wish about their data', async () => {
    const lan = await house.begun(1);
    await lan.type('em khai hộ bố');
    expect((await lan.type('bố em đồng ý rồi, ông bảo em làm')).text).toContain('Chủ cơ sở họ tên là gì?');
    expect(await house.answersOf(lan)).toMatchObject({ 'owner-consent': 'in-person' });
  });

  it('and then says that it is their own is asked nothing of an owner', async () => {
    const lan = await house.begun(1);
    await lan.type('em khai hộ bố');
    const { text } = await lan.type('không phải đăng ký hộ nữa, em đăng ký cho em');
    expect(text).toContain('phiếu này là của chính anh/chị');
    expect(text).toContain('Câu 2/8');
    expect(await house.answersOf(lan)).toEqual({ need: 'machinery', 'filled-by': 'owner' });
  });

  it('without the owner’s yes is asked neither their name nor their phone', async () => {
    const lan = await house.begun(1);
    await lan.type('tôi là trưởng thôn');
    expect((await lan.pick('Chưa hỏi')).text).toContain('làm ra sản phẩm gì');
    expect(Object.keys(await house.answersOf(lan)).sort()).toEqual(['filled-by', 'need', 'owner-consent']);
  });

  it('who fills in their own is asked none of it', async () => {
    const lan = await house.sent();
    expect(
      Object.keys(await house.answersOf(lan)).filter((id) => id.startsWith('owner') || id === 'filled-by'),
    ).toEqual([]);
  });

  it('and goes on to the next household is not asked who they are again, but whether that owner agreed', async () => {
    const lan = house.meet();
    await lan.type('tôi là trưởng thôn Nà Hin, khai giúp bà con muốn mua máy');
    await lan.pick('Đồng ý');
    await lan.pick('qua điện thoại');
    for (const text of ['Hoàng Thị Mỷ', 'không có', 'Miến dong', 'Côn Minh', 'chưa có tên', 'chưa đăng ký']) {
      await lan.type(text);
    }
    for (const text of ['Nông Văn Thắng', '0900000206', '100tr', 'gửi']) await lan.type(text);
    expect(codeIn(lan.last().text)).toMatch(/^KC-2026-/);
    await lan.type('đăng ký tiếp cho hộ khác');
    expect(lan.last().text).toContain('anh/chị khai hộ');
    await lan.type('mua máy');
    expect(lan.last().text).toContain('Chủ cơ sở đã đồng ý');
    const [, next] = await house.dossiersOf(lan);
    expect(next?.answers.map(({ questionId, value }) => [questionId, value]).sort()).toEqual([
      ['filled-by', 'village-head'],
      ['need', 'machinery'],
    ]);
  });
});
