import { describe, expect, it } from 'vitest';
import { fold } from '../../../core/text/fold.ts';
import { ANSWERS, codeIn, keyOf, prepareRequestHouse } from './request-house.ts';

const { begun, kindsOf, answersOf } = prepareRequestHouse();

describe('the request', () => {
  it('from the first question to the code: each answer is acknowledged and the next asked in one message', async () => {
    const lan = await begun(0);
    const replies: string[] = [];
    for (const text of ANSWERS) replies.push((await lan.type(text)).text);
    expect(replies.slice(0, 7).map((text) => text.split('\n')[0])).toEqual([
      'Đã ghi: Mua máy móc, dây chuyền.',
      'Đã ghi: Miến dong.',
      'Đã ghi: xã Côn Minh, tỉnh Thái Nguyên.',
      // What it is stands in its name; said once more it does no harm.
      'Đã ghi: Hợp tác xã Tài Hoan · Hợp tác xã.',
      'Đã ghi: Hợp tác xã.',
      'Đã ghi: Nguyễn Thị Hoa.',
      'Đã ghi: 0900 000 001.',
    ]);
    for (const [at, text] of replies.slice(0, 7).entries()) expect(text).toContain(`Câu ${at === 3 ? 6 : at + 2}/8`);
    expect(lan.last().choices.map(({ label }) => label)).toEqual([
      'Cần hỗ trợ: Mua máy móc, dây chuyền',
      'Sản phẩm: Miến dong',
      'Nơi sản xuất: xã Côn Minh, tỉnh Thái Nguyên',
      'Tên cơ sở: Hợp tác xã Tài Hoan',
      'Loại cơ sở: Hợp tác xã',
      'Người liên hệ: Nguyễn Thị Hoa',
      'Số điện thoại: 0900 000 001',
      'Dự kiến chi: 400 triệu đồng',
      'Gửi phiếu',
      'Xem căn cứ',
    ]);
    const sent = await lan.type('9');
    expect(codeIn(sent.text)).toMatch(/^KC-2026-\d{4}$/);
    expect(sent.text).toContain('chưa phải là được hỗ trợ; phiếu gửi lúc này thường cho kế hoạch năm 2027');
    expect(await kindsOf(lan)).toEqual([['started', 'submitted']]);
    expect(await answersOf(lan)).toMatchObject({
      need: 'machinery',
      commune: { communeCode: '02185', legacyAddressText: 'xã Côn Minh, Na Rì' },
      phone: '0900000001',
      price: { minVnd: 400_000_000, maxVnd: 400_000_000 },
    });
  });

  it('sent again, by the old button or once more, has the same code', async () => {
    const lan = await begun(8);
    const key = keyOf(lan, 'Gửi phiếu');
    const code = codeIn((await lan.tap(key)).text);
    const again = await lan.tap(key);
    expect(again.text).toContain(`Mã phiếu vẫn là ${code}`);
    expect(await kindsOf(lan)).toEqual([['started', 'submitted']]);
  });

  it('"nhầm rồi" right after it was sent tells who can put it right', async () => {
    const lan = await begun(8);
    await lan.type('gửi');
    const { text, choices } = await lan.type('ôi nhầm rồi em ơi');
    expect(text).toContain('đã gửi rồi, không sửa ở đây được nữa');
    expect(choices.map(({ label }) => label)).toContain('Gặp cán bộ');
  });

  it('words sent twice are no answer to the next question', async () => {
    const lan = await begun(1);
    expect((await lan.type('mua máy sấy miến')).text).toContain('Câu 2/8');
    await lan.type('Miến dong');
    expect((await lan.type('mien dong')).text).toContain('Câu 3/8');
    expect(Object.keys(await answersOf(lan)).sort()).toEqual(['need', 'product']);
  });

  it('asked for again right after it was sent tells the code, and begins another only when that is said', async () => {
    const lan = await begun(8);
    const code = codeIn((await lan.type('gửi phiếu')).text);
    expect((await lan.type('gửi phiếu')).text).toContain(`Mã phiếu vẫn là ${code}`);
    expect(await kindsOf(lan)).toEqual([['started', 'submitted']]);
    expect((await lan.pick('Làm phiếu mới')).text).toContain('Vẫn dùng thông tin cơ sở này?');
  });

  it('keeps an answer the moment it is accepted', async () => {
    const lan = await begun(3);
    expect(Object.keys(await answersOf(lan)).sort()).toEqual(['commune', 'need', 'product']);
  });

  it('an answer is changed by its number, and everything else stays', async () => {
    const lan = await begun(8);
    expect((await lan.type('7')).text).toContain('Câu 7/8');
    await lan.type('0900000002');
    expect(lan.last().choices).toHaveLength(10);
    expect(await answersOf(lan)).toMatchObject({ phone: '0900000002', product: 'Miến dong' });
  });

  it('"quay lại" goes back one question, and the answers stay', async () => {
    const lan = await begun(3);
    expect((await lan.type('quay lại')).text).toContain('Câu 3/8');
    expect((await lan.type('quay lai')).text).toContain('Câu 2/8');
    expect(Object.keys(await answersOf(lan))).toHaveLength(3);
    expect((await lan.type('phở khô')).text).toContain('Câu 4/8');
    expect(await answersOf(lan)).toMatchObject({ product: 'phở khô' });
  });

  it('an old name is asked back once, an old phone prefix is never changed by itself', async () => {
    const lan = await begun(2);
    expect((await lan.type('xa my phuong ba be')).text).toBe(
      'Xã Mỹ Phương (huyện Ba Bể, tỉnh Bắc Kạn cũ) nay là xã Thượng Minh, tỉnh Thái Nguyên. Đúng không ạ?',
    );
    await lan.type('đúng');
    for (const text of ANSWERS.slice(3, 6)) await lan.type(text);
    expect((await lan.type('01200000001')).text).toContain('0700 000 001');
    expect(await answersOf(lan)).not.toHaveProperty('phone');
    await lan.pick('Đúng');
    expect(await answersOf(lan)).toMatchObject({ phone: '0700000001' });
  });

  it('the second time shows an example, the third time offers an officer, who does not end the draft', async () => {
    const lan = await begun(7);
    expect((await lan.type('xyz')).text).toBe(
      'Trợ lý chưa đọc ra số tiền.\nCâu 8/8: Anh/chị dự định mua máy khoảng bao nhiêu tiền?',
    );
    expect((await lan.type('xyz')).text).toContain('Anh/chị gõ như thế này giúp: 400tr, hoặc 1 tỷ 2.');
    await lan.type('xyz');
    await lan.pick('Gặp cán bộ');
    await lan.type('tôi không biết ghi giá');
    expect((await lan.tap('menu:resume')).text).toContain('Câu 8/8');
  });

  it('whatever a person writes into a field is shown as it is, also what looks like our own words', async () => {
    const lan = await begun(1);
    await lan.type('chè {{centre}} $t(register:keep) {{answer}}');
    expect(lan.last().text).toContain('Đã ghi: chè {{centre}} $t(register:keep) {{answer}}.');
  });
});

describe('the same dialogue', () => {
  it('typed in NFC, NFD and without marks leaves the same answers', async () => {
    const ways: ((text: string) => string)[] = [(text) => text, (text) => text.normalize('NFD'), fold];
    const kept = await Promise.all(
      ways.map(async (write) => {
        const lan = await begun(0);
        for (const text of ANSWERS) await lan.type(write(text));
        expect(codeIn((await lan.type(write('gửi'))).text)).toBeDefined();
        return await answersOf(lan);
      }),
    );
    const [asWritten, decomposed, unmarked] = kept;
    expect(decomposed).toEqual(asWritten);
    const { need, 'legal-form': legalForm, phone, price } = asWritten ?? {};
    expect(unmarked).toMatchObject({
      need,
      'legal-form': legalForm,
      phone,
      price,
      commune: { communeCode: '02185' },
      product: 'mien dong',
    });
  });
});
