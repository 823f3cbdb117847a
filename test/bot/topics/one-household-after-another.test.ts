import { describe, expect, it } from 'vitest';
import { codeIn, prepareRequestHouse } from './request-house.ts';
import type { Talker } from './talker.ts';

const house = prepareRequestHouse();

describe('somebody who helps one household after the other', () => {
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

  it('and for the first time has no household before: "cùng xã" is asked again', async () => {
    const lan = await house.begun(2);
    expect((await lan.type('cùng xã')).text).toContain('chưa tìm ra xã này');
  });
});
