import { describe, expect, it } from 'vitest';
import { prepareRequestHouse } from './request-house.ts';

const house = prepareRequestHouse();
const FULL = 'Phiếu chưa gửi giữ 90 ngày';

describe('what is told with the wish', () => {
  it('of a used machine is not asked again in the details: its name, its state, its price, the tax code, the workers', async () => {
    const lan = house.meet();
    await lan.type('em muon mua may say cu 300tr, ma so thue 0123456787, co 5 cong nhan');
    await lan.pick('Đồng ý');
    for (const text of ['miến dong', 'Htx Tài Hoan ở Côn Minh', 'Nguyễn Thị Lan', '0900000001']) await lan.type(text);
    const card = lan.last().choices.map(({ label }) => label);
    expect(card).toEqual(
      expect.arrayContaining(['Mã số thuế: 0123456787', 'Số người làm: 5 người', 'Máy 1, tên: may say']),
    );
    await lan.type('sửa số người làm thành 7');
    await lan.type('gửi');
    expect(await house.answersOf(lan)).toMatchObject({
      ...{ need: 'machinery', establishment: 'Htx Tài Hoan', 'tax-code': '0123456787' },
      workers: { minCount: 7 },
      'machines.1.name': 'may say',
      'machines.1.state': 'used',
      'machines.1.price': { minVnd: 300_000_000 },
    });
    const { choices } = await lan.pick('Bổ sung hồ sơ cho đủ');
    const open = choices.filter(({ label }) => label.includes('chưa có')).map(({ label }) => label);
    expect(open.join()).not.toMatch(/Mã số thuế|Số người làm|Máy/);
    expect(choices.map(({ label }) => label)).toContain('Máy định mua: 1 máy');
  });

  it('of a need that is chosen only later is kept all the same', async () => {
    const lan = house.meet();
    await lan.type('đăng ký');
    expect((await lan.type('nhà em làm miến dong')).text).toContain('đồng ý là ghi ngay');
    expect(await house.answersOf(lan)).toEqual({});
    const { text } = await lan.pick('Đồng ý');
    expect(text).toContain('Đã ghi: miến dong.');
    expect(text).toContain('Câu 1/8');
    expect((await lan.type('mua máy')).text).toContain('Câu 3/8');
  });

  it.each([
    'miến dong, htx Tài Hoan, xã Côn Minh, chị Lan 0900000001',
    'chị Lan 0900000001; htx Tài Hoan; Côn Minh, Na Rì',
  ])('under the consent is kept all at once: "%s"', async (text) => {
    const lan = house.meet();
    for (const said of ['tôi muốn mua máy', text, 'đồng ý']) await lan.type(said);
    expect(await house.answersOf(lan)).toMatchObject({
      ...{ commune: { commune: 'Xã Côn Minh' }, establishment: 'Htx Tài Hoan', 'legal-form': 'cooperative' },
      ...{ 'contact-name': 'chị Lan', phone: '0900000001' },
    });
  });

  it.each([
    [['tôi ở Tân Thành, làm bún, muốn mua máy', 'đồng ý']],
    [['đăng ký', 'tôi ở Tân Thành', 'đồng ý', 'mua máy', 'bún']],
    [['dang ky', 'tan thanh', 'dong y', 'mua may', 'bun']],
    [['tôi muốn mua máy', 'đồng ý', 'bún, em ở Tân Thành']],
  ])('of a place that may be one of several is asked only which, where the place is asked: %s', async (texts) => {
    const lan = house.meet();
    for (const text of texts) await lan.type(text);
    expect(lan.last().text).toContain('Có mấy xã cùng tên này.');
    await lan.pick('xã Tân Thành');
    expect(lan.last().text).toContain('Câu 4/8');
    expect(await house.answersOf(lan)).toMatchObject({ commune: { commune: 'Xã Tân Thành' } });
  });

  it.each(['đăng ký hỗ trợ', 'dang ky ho tro'])(
    'is nothing where it is only the wish to register: %s',
    async (text) => {
      const lan = house.meet();
      await lan.type(text);
      expect((await lan.pick('Đồng ý')).text).not.toContain('Đã ghi');
      expect(await house.answersOf(lan)).toEqual({});
    },
  );

  it('and given up with the need is no part of the request for another', async () => {
    const lan = house.meet();
    await lan.type('em muốn mua máy sấy cũ 300tr');
    await lan.pick('Đồng ý');
    for (const text of ['miến', 'xã Côn Minh', 'HTX Hà', 'Nguyễn Thị Lan', '0900000001']) await lan.type(text);
    await lan.type('1');
    await lan.type('nhãn hiệu');
    expect(
      lan
        .last()
        .choices.map(({ label }) => label)
        .join(),
    ).not.toContain('Máy 1');
  });
});

describe('several machines, each with its sum', () => {
  const ABOUT = 'miến dong, htx tài hoan, xã côn minh, chị Lan 0900000001';
  const TWO = {
    ...{ 'machines.1.name': 'máy hút', 'machines.1.price': { minVnd: 90_000_000 } },
    ...{ 'machines.2.name': 'máy gói', 'machines.2.price': { minVnd: 60_000_000 }, price: { minVnd: 150_000_000 } },
  };
  const say = async (...texts: string[]) => {
    const lan = house.meet();
    for (const text of texts) await lan.type(text);
    return lan;
  };

  it('are kept from the wish and from the price question alike, with what they cost together', async () => {
    const early = await say('em muốn mua máy hút 90tr và máy gói 60tr', 'đồng ý', ABOUT);
    expect(await house.answersOf(early)).toMatchObject(TWO);
    const asked = await say('em muốn mua máy', 'đồng ý', ABOUT, 'máy hút 90tr, máy gói 60tr');
    expect(asked.last().text).toContain('Cộng lại là 150 triệu đồng, đúng không ạ?');
    const card = (await asked.type('đúng')).choices.map(({ label }) => label);
    expect(card).toEqual(expect.arrayContaining(['Dự kiến chi: 150 triệu đồng', 'Máy 2, tên: máy gói']));
    await asked.type('gửi');
    expect(await house.answersOf(asked)).toMatchObject(TWO);
    expect((await asked.pick('Bổ sung hồ sơ cho đủ')).choices.map(({ label }) => label)).toContain(
      'Máy định mua: 2 máy',
    );
  });

  it('are no product where that is asked, and read out on "xem lại"; a further one is asked back with what all cost', async () => {
    const lan = await say('em muốn mua máy', 'đồng ý', 'máy hút 90tr và máy gói 60tr');
    expect(lan.last().text).toContain('Câu 2/8');
    expect(await house.answersOf(lan)).toMatchObject(TWO);
    expect(await house.answersOf(lan)).not.toHaveProperty('product');
    expect((await lan.type('xem lai')).text).toContain('Dự kiến chi: 150 triệu đồng\nMáy 1, tên: máy hút');
    expect((await lan.type('máy thái 40tr nữa')).text).toContain('đổi thành 190 triệu đồng, đúng không');
    await lan.type('ừ');
    expect(await house.answersOf(lan)).toMatchObject({ price: { minVnd: 190_000_000 }, 'machines.3.name': 'máy thái' });
    const mai = await say('em muốn mua máy', 'đồng ý', 'máy thái chuối 40tr');
    expect(await house.answersOf(mai)).toMatchObject({
      price: { minVnd: 40_000_000 },
      'machines.1.name': 'máy thái chuối',
    });
  });

  it('told where the need is asked back agree to it; another sum than before is asked back, and who goes on has agreed', async () => {
    const lan = await say('em mua máy sấy 200tr được hỗ trợ bao nhiêu', 'đăng ký', 'đồng ý');
    expect(lan.last().text).toContain('Anh/chị cần: Mua máy móc');
    expect((await lan.type('máy hút 90tr và máy gói 60tr')).text).toContain('đổi thành 150 triệu đồng, đúng không');
    await lan.type('đúng');
    expect(await house.answersOf(lan)).toMatchObject({ ...TWO, need: 'machinery' });
    const mai = await say('em mua máy sấy 200tr được hỗ trợ bao nhiêu', 'đăng ký', 'đồng ý', 'mien dong');
    expect(mai.last().text).toContain('Câu 3/8');
    expect(await house.answersOf(mai)).toMatchObject({ need: 'machinery', product: 'mien dong' });
  });

  it('of two needs each has its own: that of the first is its price, that of the other waits for its request', async () => {
    const wish = 'em cần máy sấy 400tr với làm bao bì 50tr';
    for (const texts of [
      [wish, 'đồng ý', ABOUT],
      ['em cần máy sấy với làm bao bì', 'đồng ý', ABOUT, 'máy 400tr, bao bì 50tr'],
    ]) {
      const lan = await say(...texts);
      expect(await house.answersOf(lan)).toMatchObject({ need: 'machinery', price: { maxVnd: 400_000_000 } });
      await lan.type('gửi');
      await lan.pick('Làm luôn phiếu: Làm bao bì');
      const [next] = (await house.dossiersOf(lan)).filter(({ code }) => code === null);
      const answers = Object.fromEntries((next?.answers ?? []).map(({ questionId, value }) => [questionId, value]));
      expect(answers).toMatchObject({ need: 'packaging', price: { maxVnd: 50_000_000 } });
    }
  });

  it('"máy xay bột" where a name is asked is a machine, and the name is asked again', async () => {
    const lan = await say('em muốn mua máy', 'đồng ý', 'bánh gai', 'xã Côn Minh', 'máy xay bột');
    expect(lan.last().text).toContain('Đã ghi: máy xay bột.');
    expect(lan.last().text).toContain('tên là gì');
    expect(await house.answersOf(lan)).toMatchObject({ 'machines.1.name': 'máy xay bột' });
  });

  it('one of them without its name is the one of the wish, and the sum of both is the price of neither', async () => {
    const lan = await say('tôi muốn mua máy sấy', 'đồng ý', ABOUT, '300tr, thêm máy thái 50tr nữa', 'đúng');
    expect(await house.answersOf(lan)).toMatchObject({
      ...{ 'machines.1.name': 'máy sấy', 'machines.1.price': { minVnd: 300_000_000 } },
      ...{ 'machines.2.name': 'máy thái', price: { minVnd: 350_000_000 } },
    });
  });

  it('a further one told at the price, without a sum, is one of them, and the price is asked again', async () => {
    const lan = await say('tôi muốn mua máy sấy', 'đồng ý', ABOUT, 'mua thêm máy thái nữa');
    expect(lan.last().text).toContain('Đã ghi: máy sấy · máy thái.');
    expect(lan.last().text).toContain('Câu 8/8');
    for (const text of ['1 t y hai trăm', 'gửi']) await lan.type(text);
    const answers = await house.answersOf(lan);
    expect(answers).toMatchObject({ 'machines.2.name': 'máy thái', price: { minVnd: 1_200_000_000 } });
    expect(answers['machines.1.price']).toBeUndefined();
  });
});

describe('the consent', () => {
  it('is short under the greeting and one line after an aside, and the whole text when it is wished for', async () => {
    const lan = house.meet();
    expect((await lan.type('đăng ký')).text).toContain('phiếu chưa gửi 90 ngày');
    const again = await lan.type('có mất phí không');
    expect(again.text).not.toContain(FULL);
    expect(again.text.split('\n').at(-1)).toContain('Anh/chị có đồng ý không?');
    expect(again.choices.map(({ label }) => label)).toEqual(
      expect.arrayContaining(['Đồng ý', 'Không đồng ý', 'Xem lại đầy đủ']),
    );
    expect((await lan.pick('Xem lại đầy đủ')).text).toContain(FULL);
    expect((await lan.pick('Đồng ý')).text).toContain('Câu 1/8');
  });

  it('given by somebody who helps another is not followed by how to help another', async () => {
    const lan = house.meet();
    await lan.type('tôi làm phiếu hộ mẹ tôi');
    const { text } = await lan.pick('Đồng ý');
    expect(text).toContain('khai hộ');
    expect(text).not.toContain('"làm hộ"');
  });
});
