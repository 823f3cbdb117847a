import { describe, expect, it } from 'vitest';
import { readHelper } from '../../../core/programmes/for-another.ts';
import { tellEstablishment } from '../../../staff/requests/tell-establishment.ts';
import { codeIn, prepareRequestHouse } from './request-house.ts';
import type { Talker } from './talker.ts';

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

  /** A village head who has sent the request of one household. */
  const headOfVillage = async () => {
    const head = house.meet();
    await head.type('tôi là trưởng thôn Nà Hin, khai giúp bà con muốn mua máy');
    await head.pick('Đồng ý');
    await head.pick('qua điện thoại');
    for (const text of ['Hoàng Thị Mỷ', 'không có', 'Miến dong', 'thôn Nà Hin, xã Côn Minh', 'chưa có tên']) {
      await head.type(text);
    }
    for (const text of ['chưa đăng ký', 'Nông Văn Thắng', '0900000206', '100tr', 'gửi']) await head.type(text);
    expect(codeIn(head.last().text)).toMatch(/^KC-2026-/);
    return head;
  };
  const answersOfLast = async (talker: Talker) => {
    const last = (await house.dossiersOf(talker)).at(-1);
    return Object.fromEntries((last?.answers ?? []).map(({ questionId, value }) => [questionId, value]));
  };

  it.each([
    'đăng ký tiếp cho hộ khác',
    'lam tiep cho nha chi hoa nua',
    'tiếp nhà nữa',
    'còn hộ thứ hai',
    'ho 2 chi Lý Thị Mến',
  ])(
    'and goes on to the next household is not asked again who they are and how they are reached, only about that household: "%s"',
    async (text) => {
      const head = await headOfVillage();
      expect((await head.type(text)).text).toContain('khai hộ tiếp; cán bộ vẫn gọi Nông Văn Thắng, 0900 000 206');
      const asked = [(await head.type('mua máy')).text];
      expect(await answersOfLast(head)).toEqual({
        ...{ 'filled-by': 'village-head', need: 'machinery' },
        ...{ 'contact-name': 'Nông Văn Thắng', phone: '0900000206' },
      });
      for (const answer of ['gọi điện rồi', 'Lý Thị Mến', 'không có', 'bún khô', 'Côn Minh', 'chưa có tên', 'hkd']) {
        asked.push((await head.type(answer)).text);
      }
      const topics = ['đồng ý', 'họ tên', 'Số điện thoại của chủ', 'sản phẩm', 'xã', 'tên là gì', 'loại nào', 'tiền'];
      for (const [at, topic] of topics.entries()) expect(asked[at]?.toLowerCase()).toContain(topic.toLowerCase());
      expect(asked).toHaveLength(topics.length);
      expect((await head.type('50tr')).choices.map(({ label }) => label)).toContain('Người liên hệ: Nông Văn Thắng');
    },
  );

  it.each(['gọi mẹ', 'chủ cơ sở', 'gọi chủ nhà nhé', 'chị Mỷ'])(
    'says whom to call by "%s": it is the owner, by name and number; the next household is asked for its own',
    async (called) => {
      const head = house.meet();
      await head.type('làm hộ mẹ, muốn mua máy xay');
      for (const text of [
        'đồng ý',
        'mẹ nói miệng rồi',
        'Hoàng Thị Mỷ',
        '0900000201',
        'bún khô',
        'Côn Minh',
        'chưa có tên',
      ])
        await head.type(text);
      await head.type('hộ kinh doanh');
      expect((await head.type(called)).text).toContain('bao nhiêu tiền');
      expect(await answersOfLast(head)).toMatchObject({ 'contact-name': 'Hoàng Thị Mỷ', phone: '0900000201' });
      await head.type('100tr');
      await head.type('gửi');
      expect((await head.type('tiếp nhà nữa')).text).toContain('cần hỗ trợ việc gì');
      expect(await answersOfLast(head)).not.toHaveProperty('contact-name');
    },
  );

  it('tells of a household in one breath: what it makes and whose it is are not asked again', async () => {
    const head = house.meet();
    for (const said of ['toi la can bo hoi phu nu xa, dang ky ho 3 ho', 'dong y']) await head.type(said);
    await head.type('ho thu 1: ba Nông Thị Mai lam ruou ngo, muon mua noi nau ruou');
    expect(await house.answersOf(head)).not.toHaveProperty('owner-name');
    expect((await head.type('noi truc tiep')).text).toContain('Số điện thoại của chủ cơ sở');
    expect(await house.answersOf(head)).toMatchObject({ product: 'ruou ngo', 'owner-name': 'Nông Thị Mai' });
  });

  it('speaks of the next household before the first is done: nothing of it goes into the first, and each is found by name', async () => {
    const head = house.meet();
    for (const said of ['toi la can bo hoi phu nu xa, dang ky ho 3 ho', 'dong y']) await head.type(said);
    for (const said of ['ho thu 1: ba Nông Thị Mai lam ruou ngo, muon mua noi nau ruou', 'noi truc tiep', 'khong co'])
      await head.type(said);
    expect((await head.type('ho thu 2 la ong Lý Văn Páo lam ngoi, can lam bao bi')).text).toContain('phiếu làm dở');
    house.clock.advance(1000);
    await head.pick('Giữ phiếu này');
    await head.type('ong ay dong y qua dien thoai roi');
    await head.type('khong co');
    expect(await answersOfLast(head)).toMatchObject({ need: 'packaging', 'owner-name': 'Lý Văn Páo', product: 'ngoi' });
    expect((await head.type('quay lai ho ba mai')).text).toContain('cơ sở của Nông Thị Mai');
    await head.type('hkd');
    expect(await house.answersOf(head)).toMatchObject({ need: 'machinery', 'legal-form': 'business-household' });
    expect(await answersOfLast(head)).not.toHaveProperty('legal-form');
    expect((await head.type('ho ong pao toi dau roi')).text).toContain('làm bao bì, mẫu mã – ngoi');
    const { choices } = await head.type('phiếu của tôi');
    expect(choices.map(({ label }) => label).join()).toContain('cơ sở của Nông Thị Mai');
  });

  it('is reached by another number for one household: said so, it takes the place of theirs there alone', async () => {
    const head = await headOfVillage();
    await head.type('tiếp nhà nữa');
    await head.type('mua máy');
    await head.type('lh: chị Mến 0900000333');
    expect(await answersOfLast(head)).toMatchObject({ 'contact-name': 'chị Mến', phone: '0900000333' });
  });

  it.each([
    ['cùng xã', 'Xã Côn Minh'],
    ['cung xa luon', 'Xã Côn Minh'],
    ['xã này luôn', 'Xã Côn Minh'],
    ['cũng xóm đó', 'thôn Nà Hin, xã Côn Minh'],
    ['nhu nha truoc', 'thôn Nà Hin, xã Côn Minh'],
    ['như trên', 'thôn Nà Hin, xã Côn Minh'],
  ])(
    'says "%s" of the next household: its place is that of the one before, told back, and can be changed',
    async (text, called) => {
      const head = await headOfVillage();
      for (const said of ['tiếp nhà nữa', 'mua máy', 'gọi điện rồi', 'Lý Thị Mến', 'không có', 'bún khô']) {
        await head.type(said);
      }
      const { text: told } = await head.type(text);
      expect(told).toContain('Đã ghi: xã Côn Minh, tỉnh Thái Nguyên');
      expect(await answersOfLast(head)).toMatchObject({
        commune: { communeCode: '02185', legacyAddressText: called },
      });
      expect((await head.type('quay lại')).text).toContain('ở xã, phường nào');
      await head.type('xã Yên Trạch');
      expect((await answersOfLast(head)).commune).not.toMatchObject({ communeCode: '02185' });
    },
  );

  it('says "như nhà trước" of what the next household makes', async () => {
    const head = await headOfVillage();
    for (const said of ['tiếp nhà nữa', 'mua máy', 'gọi điện rồi', 'Lý Thị Mến', 'không có', 'cũng như nhà trước']) {
      await head.type(said);
    }
    expect(await answersOfLast(head)).toMatchObject({ product: 'Miến dong' });
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

  it.each(['hộ bà Mai', 'ho gia dinh co giay phep'])('"%s" is no name of a household head', async (text) => {
    const head = house.meet();
    for (const said of ['em khai hộ mẹ mua máy xay', 'đồng ý', 'nói trực tiếp']) await head.type(said);
    await head.type(text);
    expect((await house.answersOf(head))['owner-name'] ?? 'bà Mai').toBe('bà Mai');
  });

  it('and for the first time has no household before: "cùng xã" is asked again', async () => {
    const lan = await house.begun(2);
    expect((await lan.type('cùng xã')).text).toContain('chưa tìm ra xã này');
  });
});
