import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OLD_PHONE_PREFIXES } from '../../../core/forms/fields/old-phone-prefixes.ts';
import { readPhoneField } from '../../../core/forms/fields/phone-field.ts';

describe('a phone number as people type it', () => {
  it.each([
    ['0900000001', '0900000001'],
    ['0900 000 001', '0900000001'],
    ['số em là 0900.000.001 ạ', '0900000001'],
    ['+84 900 000 001', '0900000001'],
    ['(+84) 0900-000-001', '0900000001'],
    ['84900000001', '0900000001'],
    ['０９００００００１'.replace('００１', '0001'), '0900000001'],
    ['0209 0000 001', '02090000001'],
    ['0208000001', '0208000001'],
  ])('%s is %s', (text, phone) => {
    expect(readPhoneField(text)).toEqual({ kind: 'value', value: phone });
  });

  it.each(Object.entries(OLD_PHONE_PREFIXES))(
    'the old prefix %s is proposed as %s and asked, never changed by itself',
    (old, now) => {
      expect(readPhoneField(`${old}0000001`)).toMatchObject({ kind: 'confirm', value: `${now}0000001` });
    },
  );

  it('a lost 0 is proposed', () => {
    expect(readPhoneField('900000001')).toMatchObject({ kind: 'confirm', value: '0900000001' });
  });

  it('of two numbers the person chooses', () => {
    for (const text of ['0900000001 hoặc 0900000002', '0900000001 0900000002', '0900000001/0900000002']) {
      expect(readPhoneField(text)).toMatchObject({
        kind: 'choose',
        options: [{ value: '0900000001' }, { value: '0900000002' }],
      });
    }
  });

  it.each(['', 'không có', '12345', '0100000001', '090000000', '09000000012345', '01000000001'])(
    '"%s" is none',
    (text) => {
      expect(readPhoneField(text).kind).toBe('unread');
    },
  );

  it('every mobile number is kept as its ten digits, however it is grouped', () => {
    const mobile = fc.tuple(fc.constantFrom('3', '5', '7', '8', '9'), fc.integer({ min: 0, max: 99_999_999 }));
    fc.assert(
      fc.property(mobile, fc.constantFrom('', ' ', '.', '-'), ([prefix, rest], separator) => {
        const phone = `0${prefix}${String(rest).padStart(8, '0')}`;
        const grouped = [phone.slice(0, 4), phone.slice(4, 7), phone.slice(7)].join(separator);
        expect(readPhoneField(grouped)).toEqual({ kind: 'value', value: phone });
      }),
    );
  });
});
