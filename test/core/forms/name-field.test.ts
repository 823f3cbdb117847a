import { describe, expect, it } from 'vitest';
import { readNameField, readTextField } from '../../../core/forms/fields/text-fields.ts';

describe('the name of a person', () => {
  it.each([
    ['tôi tên là Nguyễn Thị Hoa ạ', 'Nguyễn Thị Hoa'],
    ['nguyễn thị hoa nhé', 'Nguyễn Thị Hoa'],
    ['Trần Văn A', 'Trần Văn A'],
    ['trần văn bình', 'Trần Văn Bình'],
    ['em liên hệ, Bàn Thị Hải', 'Bàn Thị Hải'],
    ['gọi cho em Mai', 'Mai'],
    ['tôi tên Thắng', 'Thắng'],
    ['e ten Hung', 'Hung'],
    ['mơ đây', 'Mơ'],
    ['mo day', 'Mo'],
    ['Lê Văn Dạy', 'Lê Văn Dạy'],
    ['Nguyễn Văn Được', 'Nguyễn Văn Được'],
    ['nguyễn Thị Hoa', 'nguyễn Thị Hoa'],
    ['chị Hoa', 'chị Hoa'],
    ['đại diện là Nông Văn Quý', 'Nông Văn Quý'],
    ['khong van minh', 'Khong Van Minh'],
    ['nguyen van a', 'Nguyen Van A'],
    ['nguyễn thị a', 'Nguyễn Thị A'],
    ['nguyen van a a', 'Nguyen Van A'],
    ['nguyen thi hoa a', 'Nguyen Thi Hoa'],
    ['giang a pao', 'Giang A Pao'],
    ['chi ma thi may', 'Chi Ma Thi May'],
    ['gd nong van thang', 'Nong Van Thang'],
    ['Giám đốc: Nông Văn Thắng', 'Nông Văn Thắng'],
    ['kế toán chị Hoa', 'chị Hoa'],
    ['Chị Lan làm giám đốc', 'Chị Lan'],
    ['nguyen thi lan la chu nhiem htx a', 'Nguyen Thi Lan'],
    ['Hùng là chủ cơ sở', 'Hùng'],
    ['Hoàng Văn Luân phó giám đốc', 'Hoàng Văn Luân'],
  ])('is read out of "%s"', (text, value) => {
    expect(readNameField(text, { of: 'person' })).toEqual({ kind: 'value', value });
  });

  it.each([
    '0900000001',
    'http://example.org',
    '…',
    'đồng ý',
    'em dong y nhe',
    'OK',
    'hợp tác xã',
    'HTX Tài Hoan',
    'ho kinh doanh',
    'vẫn dùng thông tin cũ',
    'đâu cũng được',
    'chưa có',
    'ko co',
    'chưa chụp',
    'dai dien la chong em',
    'đăng ký cho chị Lý Thị Sao nữa',
    'phiếu này của chị Mến',
    'co may nguoi lam dau',
    'nha em lam mot minh thoi',
  ])('is not "%s"', (text) => {
    expect(readNameField(text, { of: 'person' }).kind).toBe('unread');
  });
});

describe('a text', () => {
  it.each(['đồng ý', 'dong y', 'Tôi đồng ý ạ', 'ok'])('is not an agreement that was sent once more: "%s"', (text) => {
    expect(readTextField(text, { maxLength: 100 }).kind).toBe('unread');
    expect(readNameField(text, { of: 'establishment' }).kind).toBe('unread');
  });

  it.each(['Đông y', 'thuốc đông y', 'vang', 'HTX Đồng Ý Yên'])('is "%s"', (value) => {
    expect(readTextField(value, { maxLength: 100 })).toEqual({ kind: 'value', value });
  });
});

describe('the name of an establishment', () => {
  it.each([
    ['HTX miến Côn Minh em', 'HTX miến Côn Minh'],
    ['cơ sở Hoa Sen của tôi', 'Cơ sở Hoa Sen'],
    ['Cơ sở Minh', 'Cơ sở Minh'],
    ['tên là Hương Việt', 'Hương Việt'],
  ])('is read out of "%s"', (text, value) => {
    expect(readNameField(text, { of: 'establishment' })).toEqual({ kind: 'value', value });
  });

  it.each(['tui lam rieng thoi chu co ten chi mo', 'xuong bun toi', 'cơ sở em', 'xưởng nhà mình', 'nhà em thôi'])(
    'is not "%s"',
    (text) => {
      expect(readNameField(text, { of: 'establishment' }).kind).toBe('unread');
    },
  );
});

describe('a workshop of one’s own', () => {
  it('is not called by what it does', () => {
    const of = 'establishment';
    expect(readNameField('xưởng em nhuộm vải nước thải hôi quá', { of }).kind).toBe('unread');
    expect(readNameField('Xưởng Em Út', { of })).toEqual({ kind: 'value', value: 'Xưởng Em Út' });
  });
});
