import { describe, expect, it } from 'vitest';
import { ANSWERS, codeIn, prepareRequestHouse } from './request-house.ts';
import type { Talker } from './talker.ts';

const house = prepareRequestHouse();
const lines = (talker: Talker) => talker.last().text.split('\n');

/** Somebody at the review, with some of the eight answers of their own. */
async function atReview(changes: Record<number, string>): Promise<Talker> {
  const talker = await house.begun(0);
  for (const [at, text] of ANSWERS.entries()) await talker.type(changes[at] ?? text);
  return talker;
}

describe('before a request is sent', () => {
  it('its person learns in three lines what an officer must look at, what could be got, and what it takes of their own', async () => {
    const lan = await atReview({});
    expect(lines(lan)).toEqual([
      'Xem sơ bộ: cán bộ cần xem máy mới hay cũ (phải là máy mới). Căn cứ: Thông tư 46/2012/TT-BCT, Điều 4, khoản 4 (bản sửa đổi chưa đối chiếu).',
      'Có thể được hỗ trợ tối đa 200 triệu đồng (Thông tư 28/2018/TT-BTC, Điều 8, khoản 4), anh/chị cần khoảng 200 triệu đồng vốn của mình; cán bộ sẽ xác nhận.',
      'Anh/chị xem lại phiếu. Muốn sửa câu nào thì gõ số của câu đó.',
    ]);
  });

  it('is told once: after a question in the middle it is not told again, and after a change only what changed', async () => {
    const lan = await atReview({});
    await lan.type('mua máy cũ có được không?');
    expect(lan.last().text).not.toContain('Xem sơ bộ');
    await lan.type('8');
    await lan.type('800tr');
    expect(lan.last().text).not.toContain('Xem sơ bộ');
    expect(lan.last().text).toContain('tối đa 300 triệu đồng');
    expect(lan.last().text).toContain('khoảng 500 triệu đồng vốn của mình');
    await lan.type('5');
    await lan.type('chưa đăng ký');
    expect(lines(lan)[0]).toContain('chưa đủ vì cơ sở chưa đăng ký, cần làm: đăng ký hộ kinh doanh');
  });

  it('tells what could be got to who asks it in the middle of the form, and asks on', async () => {
    const lan = await house.begun(7);
    expect((await lan.type('thế em được bao nhiêu')).text).toContain('Có giá dự kiến là Trợ lý tính ngay');
    await lan.type('400tr');
    await lan.type('được hỗ trợ tối đa bao nhiêu tiền ạ');
    expect(lan.last().text).toContain('tối đa 200 triệu đồng (Thông tư 28/2018/TT-BTC');
    expect(lan.last().text).toContain('vốn của mình');
    expect(lan.last().text).toContain('xem lại phiếu');
  });

  it('who meets every rule is told so', async () => {
    const lan = await atReview({ 0: 'làm nhãn hiệu', 7: '60tr' });
    expect(lines(lan)[0]).toBe(
      'Xem sơ bộ: đủ điều kiện. Cán bộ sẽ xem lại. Căn cứ: Nghị định 235/2025/NĐ-CP, Điều 1, khoản 1; Nghị định 45/2012/NĐ-CP, Điều 5, khoản 1 (bản sửa đổi chưa đối chiếu).',
    );
  });

  it('learns by a choice why: each reason with its document, its days and how certain it is; "gửi" still sends it', async () => {
    const lan = await atReview({ 3: 'Miến Tài Hoan', 4: 'chưa đăng ký' });
    expect(lines(lan)[0]).toContain('Căn cứ: Nghị định 235/2025/NĐ-CP, Điều 1, khoản 1 (bản sửa đổi chưa đối chiếu).');
    await lan.pick('Xem căn cứ');
    expect(lines(lan)).toContain(
      'Cơ sở chưa đăng ký: Nghị định 235/2025/NĐ-CP, Điều 1, khoản 1, có hiệu lực từ 15/10/2025 (đã đọc bản gốc, bản sửa đổi về sau thì chưa đối chiếu).',
    );
    expect(lines(lan).at(-1)).toContain(
      'Thông tư 28/2018/TT-BTC, Điều 8, khoản 4: 50 %, trần 300 triệu đồng (đã đọc trong nguồn)',
    );
    for (const line of lines(lan)) expect(line).toMatch(/\((?:đã đọc|mới thấy|chưa đối chiếu|cán bộ)[^)]*\)\.$/);
    await lan.pick('Về phiếu');
    expect(lan.last().text).toContain('xem lại phiếu');
    await lan.pick('Xem căn cứ');
    expect(codeIn((await lan.type('gửi')).text)).toMatch(/^KC-2026-/);
  });

  it('a sum whose source was not read is told as the question is answered: with that caution; without a price none is', async () => {
    const lan = await atReview({ 0: 'làm nhãn hiệu', 7: '60tr' });
    expect(lines(lan)[1]).toBe(
      'Có thể được hỗ trợ tối đa 30 triệu đồng (Thông tư 28/2018/TT-BTC, Điều 8 (chưa đối chiếu văn bản)), anh/chị cần khoảng 30 triệu đồng vốn của mình; cán bộ sẽ xác nhận.',
    );
    expect((await atReview({ 7: 'chưa rõ' })).last().text).not.toContain('tối đa');
  });

  it('where no rate can be computed no sum is told, and that is said', async () => {
    const lan = await atReview({ 0: 'làm phòng trưng bày', 7: '60tr' });
    expect(lan.last().text).not.toContain('tối đa');
    expect(lines(lan)[1]).toBe(
      'Mức tiền cho việc này Trợ lý chưa tính được chắc chắn nên không nói số; cán bộ sẽ cho biết.',
    );
  });

  it('a line is asked for only where more could be got of one; the answer changes the sum that is told', async () => {
    const lan = await atReview({ 0: 'mua máy móc', 7: '900tr' });
    expect(lines(lan)[1]).toContain('tối đa 300 triệu đồng');
    expect(lines(lan)[1]).toContain('Nếu là cả một dây chuyền thì tối đa 450 triệu đồng.');
    await lan.type('gửi');
    await lan.pick('Bổ sung hồ sơ cho đủ');
    await lan.pick('Là máy lẻ hay dây chuyền: chưa có');
    expect((await lan.type('dây chuyền')).text).toContain('Đã ghi: Cả một dây chuyền');
    expect((await lan.type('được bao nhiêu')).text).toContain('tối đa 450 triệu đồng');
  });

  it.each([
    ['là cả dây chuyền', '450'],
    ['ca day chuyen nhe', '450'],
    ['máy lẻ thôi', '300'],
  ])('that it is a line, or none, is heard at the review: "%s"', async (words, million) => {
    const lan = await atReview({ 0: 'mua máy móc', 7: '900tr' });
    await lan.type(words);
    if (million === '450') expect(lan.last().text).toContain(`tối đa ${million} triệu đồng`);
    expect(lan.last().text).not.toContain('Nếu là cả một dây chuyền');
    expect((await lan.type('được bao nhiêu')).text).toContain(`tối đa ${million} triệu đồng`);
  });

  it.each([
    [
      'thành lập công ty',
      'được nhiều nhất 10 triệu đồng một doanh nghiệp',
      'Thông tư 28/2018/TT-BTC, Điều 8, khoản 1.',
    ],
    ['đi hội chợ ở Hà Nội', 'Theo mức cũ (năm 2014)', 'khoản 5 (chưa đối chiếu văn bản).'],
    ['đi hội chợ', 'Theo mức cũ (năm 2014)', 'khoản 5 (chưa đối chiếu văn bản).'],
    ['đi hội chợ bên Trung Quốc', '100 % tiền mặt bằng, gian hàng', 'Điều 8, khoản 6'],
  ])('where no sum can be computed the rule is told as the question is answered: "%s"', async (need, rule, source) => {
    const lan = await atReview({ 0: need, 7: '60tr' });
    expect(lines(lan)).toHaveLength(3);
    expect(lines(lan)[1]).toContain(rule);
    expect(lines(lan)[1]).toContain(source);
    expect(lines(lan)[1]).not.toMatch(/^Có\.|chưa tính được/);
    await lan.pick('Xem căn cứ');
    expect(lan.last().text).toContain(rule);
  });

  it.each([
    ['gạch nung lò thủ công', 'lò thủ công, lò vòng không được hỗ trợ'],
    ['bán tạp hóa, mua đi bán lại', 'sản phẩm ghi là buôn bán'],
    ['nuôi lợn', 'sản phẩm ghi là trồng trọt, chăn nuôi'],
  ])('no sum is told for what is not supported whoever makes it: "%s"', async (product, why) => {
    const lan = await atReview({ 1: product });
    expect(lines(lan)[0]).toContain(why);
    expect(lan.last().text).not.toMatch(/tối đa|Mức tiền/);
    await lan.pick('Xem căn cứ');
    expect(lan.last().text).not.toContain('tối đa');
  });

  it.each(['quần áo xuất khẩu', 'van ep, go boc', 'phân bón hữu cơ', 'nước tinh khiết'])(
    'a product tells its sector: "%s"',
    async (product) => {
      const lan = await atReview({ 0: 'làm nhãn hiệu', 1: product });
      expect(lines(lan)[0]).toContain('đủ điều kiện');
    },
  );

  it('a price from to gives a sum from to', async () => {
    const lan = await atReview({ 7: 'khoảng 2-3 trăm triệu' });
    expect(lan.last().text).toContain('tối đa từ 100 đến 150 triệu đồng');
  });

  it('who is not eligible yet sends it all the same', async () => {
    const lan = await atReview({ 3: 'Miến Tài Hoan', 4: 'chưa đăng ký' });
    expect(lan.last().text).toContain('Phiếu vẫn gửi được');
    expect(lan.last().text).toContain('Khi đủ điều kiện, có thể được hỗ trợ tối đa');
    expect(codeIn((await lan.type('gửi phiếu')).text)).toMatch(/^KC-2026-/);
  });
});

describe('"Phiếu của tôi"', () => {
  it('tells on request how it stands by all that was completed since, and the documents it stands on', async () => {
    const lan = await house.sent('Bổ sung hồ sơ');
    for (const [item, answer] of [
      ['Ngành', 'thực phẩm'],
      ['Máy định mua', 'Lò sấy miến'],
    ] as const) {
      await lan.pick(item);
      await lan.type(answer);
      if (item === 'Ngành') await lan.type('quay lại');
    }
    await lan.pick('Máy mới');
    await lan.type('350tr');
    await lan.type('hết rồi');
    await lan.tap('my-dossiers:list');
    await lan.pick('Xem đủ điều kiện chưa');
    expect(lines(lan)[0]).toBe('Xem sơ bộ: đủ điều kiện. Cán bộ sẽ xem lại.');
    expect(lines(lan)[1]).toContain('Nghị định 235/2025/NĐ-CP, Điều 1, khoản 1');
    expect(lines(lan)[1]).toContain('(bản sửa đổi chưa đối chiếu)');
    expect(lines(lan)[2]).toContain('tối đa 175 triệu đồng');
    expect(lines(lan)).toHaveLength(3);
  });
});
