import { describe, expect, it } from 'vitest';
import { callsOwner, readHelper } from '../../../core/programmes/for-another.ts';
import { tellEstablishment } from '../../../staff/requests/tell-establishment.ts';
import { codeIn, prepareRequestHouse } from './request-house.ts';

const house = prepareRequestHouse();

describe('somebody who fills a request in for another', () => {
  it.each([
    ['em đăng ký hộ mẹ', 'family'],
    ['Cháu là con bà Sùng Thị Mỷ, muốn xin hỗ trợ nghệ nhân ạ', 'family'],
    ['mẹ em dạy được, mẹ em là nghệ nhân', 'family'],
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
    ['lam tiep cho nha chi hoa nua', 'other'],
    ['khai tiếp cho nhà bác Tư', 'other'],
    ['làm tiếp cho em', undefined],
    ['làm cho nhà em', undefined],
    ['trưởng thôn là ai', undefined],
    ['bà con em muốn mua máy', undefined],
    ['hoi phu nu xa khai giup', 'collaborator'],
    ['tôi là chủ tịch hội nông dân xã', 'collaborator'],
    ['hội chợ', undefined],
    ['chị là cán bộ hội phụ nữ xã Quảng Khê, chị làm phiếu cho mấy hộ trong xã', 'collaborator'],
    ['làm phiếu cho mấy hộ trong xóm', 'other'],
    ['tôi là phó chủ tịch xã, khai giúp bà con', 'collaborator'],
    ['toi la chu tich xa muon xin ha tang cum cong nghiep', undefined],
    ['tôi là chủ tịch xã, đăng ký giúp HTX vào cụm công nghiệp', 'collaborator'],
  ])('is known by "%s": %s', (text, helper) => {
    expect(readHelper(text)).toBe(helper);
  });

  it('in the middle of another need an artisan of the family only tells who can teach', () => {
    const text = 'mẹ em dạy được, mẹ em là nghệ nhân';
    expect(readHelper(text, { need: 'artisan' })).toBe('family');
    expect(readHelper(text, { need: 'vocational-training' })).toBeUndefined();
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

  it('is nobody who says that it is a commune’s own, where that is asked', async () => {
    const lan = await house.begun(3);
    await lan.type('Cụm công nghiệp Côn Minh');
    expect(lan.last().text).toContain('đăng ký theo loại nào');
    expect((await lan.type('UBND xã')).text).toContain('Đã ghi: Uỷ ban, cơ quan nhà nước');
    expect(await house.answersOf(lan)).not.toHaveProperty('filled-by');
  });

  it('tells who they are in a few words at whatever is asked, and that is no ward', async () => {
    const lan = await house.begun(2);
    expect((await lan.type('hoi phu nu xa')).text).toContain('Chủ cơ sở đã đồng ý');
    expect((await lan.type('trưởng thôn đây')).text).toContain('Đã ghi: Trưởng thôn');
    expect(lan.last().text).toContain('Chủ cơ sở đã đồng ý');
    expect(await house.answersOf(lan)).toMatchObject({ 'filled-by': 'village-head' });
  });

  it('says in their own words that the owner agreed, and that is no wish about their data', async () => {
    const lan = await house.begun(1);
    await lan.type('em khai hộ bố');
    const { text, choices } = await lan.type('bố em đồng ý rồi, ông bảo em làm');
    expect(text).toContain('đồng ý bằng cách nào');
    expect(choices.map(({ label }) => label)).toContain('Đồng ý, không nói rõ cách nào');
    expect((await lan.type('ông nói ở nhà')).text).toContain('Chủ cơ sở họ tên là gì?');
    expect(await house.answersOf(lan)).toMatchObject({ 'owner-consent': 'in-person' });
  });

  it.each([
    ['mẹ con đồng ý rồi', undefined],
    ['me con cu ok', undefined],
    ['họ đều đồng ý, tôi đi tận nhà hỏi', 'in-person'],
    ['ba dong y roi, chau goi dien hoi', 'by-phone'],
  ])('says so before it is asked, and it is no goodbye and no thanks: "%s"', async (text, way) => {
    const lan = house.meet();
    for (const said of ['con dang ky ho me', 'đồng ý', 'con gái']) await lan.type(said);
    expect(lan.last().text).toContain('Đã ghi: Con cháu, người nhà');
    await lan.type(text);
    if (way === undefined) expect(lan.last().text).toContain('đồng ý bằng cách nào');
    else expect(await house.answersOf(lan)).toMatchObject({ 'owner-consent': way });
  });

  it('gives their own number where the owner’s is asked: it is whom to call, and the owner has none', async () => {
    const lan = house.meet();
    for (const said of ['con dang ky ho me mua may cat bun', 'đồng ý', 'nói trực tiếp', 'Hà Thị Liễu'])
      await lan.type(said);
    await lan.type('so con 0900000123, me con ko dung dt');
    expect(await house.answersOf(lan)).toMatchObject({ phone: '0900000123', 'owner-phone': { isSkipped: true } });
  });

  it('and never tells how the owner agreed: that is what the officer reads', async () => {
    const lan = await house.begun(1);
    await lan.type('em khai hộ bố');
    await lan.type('đồng ý rồi');
    await lan.type('đúng rồi mà');
    for (const text of ['Nông Văn Tài', 'không có', 'Miến dong', 'Côn Minh', 'chưa có tên', 'htx'])
      await lan.type(text);
    for (const text of ['Nông Thị Mai', '0900000001', '400tr']) await lan.type(text);
    expect(lan.last().choices.map(({ label }) => label)).toContain('Chủ cơ sở đồng ý: Đồng ý, không nói rõ cách nào');
    await lan.type('gửi');
    const [dossier] = await house.dossiersOf(lan);
    if (dossier === undefined) throw new Error('nothing was sent');
    const establishmentId = dossier.establishmentId ?? undefined;
    const told = await tellEstablishment({ db: house.db }, { id: dossier.id, establishmentId }, 'vi');
    expect(told?.members[0]?.consent).toBe('chủ đồng ý, người khai không nói rõ cách nào');
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

  it.each(['mẹ con tên là Hà Thị Liễu', 'ten me con la Ha Thi Lieu', 'me con la Ha Thi Lieu'])(
    'names the owner with who they are, which is no wish about data and no establishment: "%s"',
    async (text) => {
      const lan = house.meet();
      for (const said of ['em khai hộ mẹ mua máy xay', 'đồng ý', 'nói trực tiếp']) await lan.type(said);
      expect((await lan.type(text)).text).toContain('Số điện thoại của chủ cơ sở');
      const kept = await house.answersOf(lan);
      expect(kept['owner-name']).toMatch(/^H[àa] Th[ịi] Li[ễe]u$/);
      expect(kept).not.toHaveProperty('establishment');
    },
  );

  it('names the owner again without marks: it is the same person, and nobody else’s name', async () => {
    const lan = house.meet();
    for (const said of ['em khai hộ mẹ mua máy xay', 'đồng ý', 'nói trực tiếp', 'Hà Thị Liễu']) await lan.type(said);
    expect((await lan.type('ha thi lieu')).text).toContain('Số điện thoại của chủ cơ sở');
    expect(await house.answersOf(lan)).not.toHaveProperty('contact-name');
    expect(callsOwner('HA THI LIEU', 'Hà Thị Liễu')).toBe(true);
    expect(callsOwner('Ha Thi Len', 'Hà Thị Liễu')).toBe(false);
  });

  it.each(['hộ bà Mai', 'ho gia dinh co giay phep'])('"%s" is no name of a household head', async (text) => {
    const head = house.meet();
    for (const said of ['em khai hộ mẹ mua máy xay', 'đồng ý', 'nói trực tiếp']) await head.type(said);
    await head.type(text);
    expect((await house.answersOf(head))['owner-name'] ?? 'bà Mai').toBe('bà Mai');
  });
});
