import { describe, expect, it } from 'vitest';
import { codeIn, prepareRequestHouse } from './request-house.ts';
import type { Talker } from './talker.ts';

const house = prepareRequestHouse();
const DAY_MS = 24 * 3_600_000;

const labels = (talker: Talker) => talker.last().choices.map(({ label }) => label);
/** Somebody who sent their request a month ago and says what they need now. */
async function returning(...said: string[]): Promise<Talker> {
  const lan = await house.sentBefore();
  house.clock.advance(30 * DAY_MS);
  for (const text of said) await lan.type(text);
  return lan;
}
const valuesOf = (dossier: { answers: { questionId: string; value: unknown }[] } | undefined) =>
  Object.fromEntries((dossier?.answers ?? []).map(({ questionId, value }) => [questionId, value]));

describe('somebody who sent a request before', () => {
  it('is shown the establishment in three lines and asked once; then only what is new', async () => {
    const lan = await returning('tôi muốn làm bao bì');
    expect(lan.last().text.split('\n')).toEqual([
      'Hợp tác xã Tài Hoan (hợp tác xã), xã Côn Minh, tỉnh Thái Nguyên.',
      'Sản phẩm: miến dong. Liên hệ: Nguyễn Thị Hoa, 0900 000 001.',
      'Vẫn dùng thông tin cơ sở này?',
    ]);
    expect(labels(lan)).toEqual(['Đúng rồi', 'Có chỗ cần sửa', 'Cơ sở khác']);
    expect((await lan.type('dung roi')).text).toContain('Câu 8/8');
    await lan.type('50tr');
    expect(codeIn((await lan.type('gửi')).text)).toMatch(/^KC-2026-/);
    const [first, second] = await house.dossiersOf(lan);
    expect(second?.establishmentId).toBe(first?.establishmentId);
    expect(valuesOf(second)).toMatchObject({ establishment: 'Hợp tác xã Tài Hoan', need: 'packaging' });
  });

  it.each([
    ['vẫn dùng', 'Câu 1/8'],
    ['u', 'Câu 1/8'],
    ['u dung roi', 'Câu 1/8'],
    ['vâng vẫn như cũ, mua máy sấy', 'Đã ghi: Mua máy móc'],
    ['tai hoan', 'Câu 1/8'],
    ['ko', 'phiếu cho cơ sở khác'],
    ['khác', 'phiếu cho cơ sở khác'],
    ['có chỗ cần sửa', 'sửa chỗ nào'],
    ['doi so dien thoai', 'Số điện thoại để cán bộ gọi lại'],
    ['mua máy sấy', 'Vẫn dùng thông tin cơ sở này?'],
    ['trời mưa quá', 'gõ "cơ sở khác"'],
    ['hồ sơ gồm những gì', 'Vẫn dùng thông tin cơ sở này?'],
    ['làm hộ mẹ tôi', 'Vâng, anh/chị khai hộ'],
  ])('may answer "%s"', async (text, expected) => {
    const lan = await returning('đăng ký');
    expect((await lan.type(text)).text).toContain(expected);
  });

  it('tells the price before the answer, and it is kept with it', async () => {
    const lan = await returning('tôi muốn mua máy sấy', 'may say 350tr');
    expect(lan.last().text).toContain('ghi ngay');
    expect((await lan.type('đúng rồi')).text).toContain('Đã ghi: 350 triệu đồng');
    expect(labels(lan)).toContain('Dự kiến chi: 350 triệu đồng');
  });

  it('names for whom it is with the wish itself, and is not asked that again', async () => {
    const lan = await returning('muốn mua máy đóng gói 80tr cho hợp tác xã Tài Hoan');
    expect(lan.last().text).toContain('Phiếu mới cho Hợp tác xã Tài Hoan');
    expect(lan.last().text).toContain('xem lại phiếu');
    const mai = await returning('em muốn làm bao bì cho cơ sở khác của em');
    expect(mai.last().text).toContain('phiếu cho cơ sở khác');
    expect(mai.last().text).toContain('Câu 2/8');
  });

  it('changes single items, then goes on with what was said to be needed', async () => {
    const lan = await returning('tôi muốn làm bao bì', 'sửa');
    expect(labels(lan)).toContain('Số điện thoại: 0900 000 001');
    await lan.pick('Số điện thoại');
    expect((await lan.type('0900000009')).text).toContain('Còn sửa chỗ nào nữa không?');
    await lan.type('người liên hệ');
    await lan.type('Nông Văn Tài');
    expect((await lan.type('xong')).text).toContain('Câu 8/8');
    await lan.type('50tr');
    await lan.type('gửi');
    const [first, second] = await house.dossiersOf(lan);
    expect(valuesOf(first)).toMatchObject({ phone: '0900000001', 'contact-name': 'Nguyễn Thị Hoa' });
    expect(valuesOf(second)).toMatchObject({ phone: '0900000009', 'contact-name': 'Nông Văn Tài' });
    house.clock.advance(DAY_MS);
    expect((await lan.type('đăng ký')).text).toContain('Nông Văn Tài, 0900 000 009');
  });

  it('pressing twice begins one draft; a photo, a pause and an old button lose nothing', async () => {
    const lan = await returning('đăng ký');
    const key = lan.last().choices[0]?.key ?? '';
    await lan.type('dừng');
    expect((await lan.tap('menu:resume')).text).toContain('Vẫn dùng thông tin cơ sở này?');
    await lan.tap(key);
    expect((await lan.tap(key)).text).toContain('Câu 1/8');
    expect(await house.dossiersOf(lan)).toHaveLength(2);
  });

  it('what was completed of the establishment is there in the next dossier too', async () => {
    const lan = await house.sentBefore();
    await lan.type('bổ sung hồ sơ');
    await lan.pick('Mã số thuế');
    await lan.type('0123456787');
    house.clock.advance(30 * DAY_MS);
    await lan.tap('register:start');
    for (const text of ['đúng rồi', 'mua máy', '50tr', 'gửi']) await lan.type(text);
    expect(valuesOf((await house.dossiersOf(lan))[1])).toMatchObject({ 'tax-code': '0123456787' });
  });

  it('with a draft that is not sent may begin one for another establishment beside it', async () => {
    const lan = await returning('đăng ký', 'đúng rồi', 'làm bao bì');
    await lan.tap('register:start');
    await lan.pick('Giữ phiếu này');
    await lan.type('cơ sở khác');
    const kinds = (await house.dossiersOf(lan)).map(({ events }) => events.map(({ kind }) => kind));
    expect(kinds).toEqual([['started', 'submitted'], ['started'], ['started']]);
  });
});

describe('somebody who acts for several establishments', () => {
  it('says which by its number, name, or a part of the name, at most three being offered', async () => {
    const lan = await house.sentBefore();
    for (const establishment of ['Rượu Men Lá', 'Chè La Bằng', 'Mây tre Phú Bình']) {
      house.clock.advance(DAY_MS);
      await house.sendOnce(await lan.personId(), { establishment });
    }
    house.clock.advance(DAY_MS);
    const asked = await lan.type('đăng ký');
    expect(asked.text).toContain('Phiếu này làm cho cơ sở nào?');
    expect(labels(lan)).toEqual(['Mây tre Phú Bình', 'Chè La Bằng', 'Rượu Men Lá', 'Cơ sở khác']);
    expect((await lan.type('tai hoan')).text).toContain('Phiếu mới cho Hợp tác xã Tài Hoan.');
    const newest = (await house.dossiersOf(lan)).at(-1);
    expect(valuesOf(newest)).toMatchObject({ establishment: 'Hợp tác xã Tài Hoan', phone: '0900000001' });
  });
});

describe('a helper', () => {
  it('who says so before a draft exists is written down when it begins, and asked for the owner’s consent', async () => {
    const tai = house.meet();
    await tai.type('tôi làm hộ mẹ tôi');
    expect((await tai.pick('Đồng ý')).text).toContain('Vâng, anh/chị khai hộ');
    expect((await tai.type('mua máy')).text).toContain('Chủ cơ sở đã đồng ý');
    expect(await house.answersOf(tai)).toMatchObject({ 'filled-by': 'family' });
  });

  it('who says so while the consent is asked is heard too', async () => {
    const tai = house.meet();
    await tai.tap('register:start');
    const asked = await tai.type('đăng ký giùm bà Lan');
    expect(asked.text).toContain('khai hộ');
    await tai.pick('Đồng ý');
    expect(await house.answersOf(tai)).toMatchObject({ 'filled-by': 'other' });
  });

  it('is not asked again who they are for the next request of the same establishment', async () => {
    const tai = await house.begun(1);
    await tai.type('khai hộ mẹ');
    await tai.pick('qua điện thoại');
    for (const text of [
      'Nông Thị Mai',
      'không có',
      'Miến',
      'Côn Minh',
      'chưa có tên',
      'htx',
      'Tài',
      '0900000004',
      '9tr',
    ])
      await tai.type(text);
    await tai.type('gửi');
    house.clock.advance(DAY_MS);
    expect((await tai.type('tôi muốn làm bao bì')).text).toContain('Cơ sở của Nông Thị Mai');
    expect((await tai.type('đúng rồi')).text).toMatch(/Câu 11\/11/);
    expect(valuesOf((await house.dossiersOf(tai))[1])).toMatchObject({
      ...{ 'filled-by': 'family', 'owner-consent': 'by-phone', 'owner-name': 'Nông Thị Mai' },
    });
  });
});
