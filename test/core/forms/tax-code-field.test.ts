import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hidePersonalIds, readTaxCodeField, sayTaxCode } from '../../../core/forms/fields/tax-code-field.ts';

/** Invented, with the right check digit. */
const RIGHT = '0123456787';
const WRONG = '0123456789';
const PERSONAL = '000000001234';

describe('a tax code as people type it', () => {
  it.each([
    [RIGHT, RIGHT],
    ['mst 0123 456 787 ạ', RIGHT],
    ['0123.456.787', RIGHT],
    ['０１２３４５６７８７', RIGHT],
    [`${RIGHT}-001`, `${RIGHT}-001`],
    [`${RIGHT} 001`, `${RIGHT}-001`],
    [`${RIGHT}001`, `${RIGHT}-001`],
    [PERSONAL, PERSONAL],
    ['số là 000 000 001234', PERSONAL],
  ])('%s is %s', (text, code) => {
    expect(readTaxCodeField(text)).toEqual({ kind: 'value', value: code });
  });

  it.each([WRONG, `${WRONG}-001`, '0900000001', '1200000009'])(
    '%s is kept, with a word to look at the paper',
    (text) => {
      expect(readTaxCodeField(text)).toEqual({
        kind: 'value',
        value: text,
        warning: { key: 'register:warning.taxCode' },
      });
    },
  );

  it.each([
    ['giấy OCOP 3 sao', 'taxCode'],
    ['01234567', 'taxCodeLength'],
  ])('"%s" is none, and told by what is wrong with it', (text, problem) => {
    expect(readTaxCodeField(text)).toMatchObject({ problem: { key: `register:problem.${problem}` } });
  });

  it.each(['', 'không nhớ', '12345', '012345678', '01234567870', '0123456787000', '0123456787-000'])(
    '"%s" is none',
    (text) => {
      expect(readTaxCodeField(text).kind).toBe('unread');
    },
  );

  it('of two numbers the one with the right check digit is meant; of two right ones the person chooses', () => {
    expect(readTaxCodeField(`mst ${RIGHT}, đt 0900000001`)).toEqual({ kind: 'value', value: RIGHT });
    expect(readTaxCodeField(`${RIGHT} hoặc 1234567893`)).toMatchObject({ kind: 'choose', options: [{}, {}] });
    expect(readTaxCodeField(`${RIGHT} 1234567893`)).toMatchObject({ kind: 'choose', options: [{}, {}] });
  });
});

describe('twelve digits are a personal id', () => {
  it('of which the last four are told', () => {
    expect(sayTaxCode(PERSONAL)).toBe('•••• •••• 1234');
    expect(sayTaxCode(RIGHT)).toBe(RIGHT);
  });

  it('which the kept words do not hold, however it is grouped or surrounded', () => {
    const twelve = fc.stringMatching(/^\d{12}$/);
    const separator = fc.constantFrom('', ' ', '.', '-', ' - ', '/');
    const around = fc.constantFrom('', ' ', 'mst ', ' ạ', '!', ' 12 ', ` ${RIGHT}`);
    fc.assert(
      fc.property(
        twelve,
        separator,
        fc.integer({ min: 1, max: 11 }),
        around,
        around,
        (digits, between, at, before, after) => {
          const text = before + digits.slice(0, at) + between + digits.slice(at) + after;
          const reading = readTaxCodeField(text);
          const isRead = reading.kind === 'value' && reading.value === digits;
          const left = hidePersonalIds(text).replace(/\D/g, '');
          if (isRead) expect(left).not.toContain(digits);
          if (isRead && reading.kind === 'value') expect(sayTaxCode(digits)).not.toContain(digits.slice(0, 8));
        },
      ),
    );
    expect(hidePersonalIds(`mst ${PERSONAL} ạ`)).toBe('mst •••• •••• 1234 ạ');
    expect(hidePersonalIds(`mst ${RIGHT}-001`)).toBe(`mst ${RIGHT}-001`);
  });
});

it('whatever is typed is read without a fault, and a code reads back as it is told', () => {
  const code = fc.oneof(fc.stringMatching(/^\d{10}$/), fc.stringMatching(/^\d{10}-[1-9]\d{2}$/));
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(['value', 'choose', 'unread']).toContain(readTaxCodeField(text).kind);
    }),
  );
  fc.assert(
    fc.property(code, (value) => {
      expect(readTaxCodeField(sayTaxCode(value))).toMatchObject({ kind: 'value', value });
    }),
  );
});
