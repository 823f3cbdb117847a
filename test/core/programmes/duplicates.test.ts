import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Places } from '../../../core/places/places.ts';
import { duplicateKeys, likelyDuplicates } from '../../../core/programmes/duplicates.ts';
import { fold } from '../../../core/text/fold.ts';
import { loadPlaces } from '../../../host/load-places.ts';

type Values = Record<string, unknown>;

const place = (communeCode: string, commune: string, said = commune) => ({
  ...{ communeCode, commune, provinceCode: '19', province: 'Tỉnh Thái Nguyên', legacyAddressText: said },
});
const CON_MINH = place('02185', 'Xã Côn Minh');
const BANG_PHUC = place('01933', 'Xã Bằng Phúc');
const TAI_HOAN = { establishment: 'HTX Tài Hoan', commune: CON_MINH };

const keyed = (id: string, values: Values, isHelped = false) => ({ id, keys: duplicateKeys(values, { isHelped }) });
const compare = (one: Values, other: Values) => likelyDuplicates(keyed('a', one), [keyed('b', other)])[0];

describe('two establishments are likely the same', () => {
  it.each<[string, Values, Values, string[], string]>([
    [
      'by their tax code, whatever they are called',
      { 'tax-code': '0123456787' },
      { 'tax-code': '0123456787', establishment: 'Khác' },
      ['tax-code'],
      'strong',
    ],
    [
      'by a personal id as tax code, though one owner may have two',
      { 'tax-code': '001200000001' },
      { 'tax-code': '001200000001' },
      ['owner-tax-code'],
      'fair',
    ],
    [
      'by their name in the same commune, whatever the legal form',
      TAI_HOAN,
      { establishment: 'hợp tác xã tài hoan', commune: CON_MINH },
      ['name'],
      'fair',
    ],
    [
      'by name and phone',
      { ...TAI_HOAN, phone: '0900000001' },
      { ...TAI_HOAN, phone: '0900000001' },
      ['name', 'phone'],
      'strong',
    ],
    ['by a phone alone hardly', { phone: '0900000001' }, { phone: '0900000001' }, ['phone'], 'weak'],
    [
      'by the owner’s phone, which another gives as its own',
      { 'owner-phone': '0900000001' },
      { phone: '0900000001' },
      ['phone'],
      'weak',
    ],
    [
      'by a name that is only a trade hardly',
      { establishment: 'Cơ sở bún', commune: CON_MINH },
      { establishment: 'cơ sở Bún', commune: CON_MINH },
      ['trade-name'],
      'weak',
    ],
    [
      'by a trade with its commune hardly',
      { establishment: 'Miến dong Côn Minh', commune: CON_MINH },
      { establishment: 'miến dong Côn Minh', commune: CON_MINH },
      ['trade-name'],
      'weak',
    ],
    [
      'by a trade that one of them registered hardly',
      { establishment: 'HTX miến dong', commune: CON_MINH },
      { establishment: 'miến dong', commune: CON_MINH },
      ['trade-name'],
      'weak',
    ],
    [
      'by a registered name, however plain',
      { establishment: 'HTX miến dong Côn Minh', commune: CON_MINH },
      { establishment: 'HTX miến dong Côn Minh', commune: CON_MINH },
      ['name'],
      'fair',
    ],
    [
      'by a name whose syllables without marks are trades too',
      { establishment: 'Cơ sở Đức Lộc Hải', commune: CON_MINH },
      { establishment: 'duc loc hai', commune: CON_MINH },
      ['name'],
      'fair',
    ],
    [
      'by a trade and a phone',
      { establishment: 'Xưởng mộc', commune: CON_MINH, phone: '0900000001' },
      { establishment: 'xưởng mộc', commune: CON_MINH, phone: '0900 000 001' },
      ['trade-name', 'phone'],
      'fair',
    ],
  ])('%s', (_name, one, other, reasons, strength) => {
    expect(compare(one, other)).toEqual({ id: 'b', reasons, strength });
  });

  it.each<[string, Values, Values]>([
    ['the same name in another commune', TAI_HOAN, { ...TAI_HOAN, commune: BANG_PHUC }],
    [
      'the same trade in another commune',
      { establishment: 'bún', commune: CON_MINH },
      { establishment: 'bún', commune: BANG_PHUC },
    ],
    [
      'no name at all',
      { establishment: { isSkipped: true }, commune: CON_MINH },
      { establishment: { isSkipped: true }, commune: CON_MINH },
    ],
    ['a branch, by the code of its head office', { 'tax-code': '0123456787' }, { 'tax-code': '0123456787-001' }],
    [
      'what was skipped',
      { 'tax-code': { isSkipped: true }, phone: { isSkipped: true } },
      { 'tax-code': { isSkipped: true }, phone: { isSkipped: true } },
    ],
  ])('but not for %s', (_name, one, other) => {
    expect(compare(one, other)).toBeUndefined();
  });

  it('but not for the phone of a village head who files for many', () => {
    const phone = { phone: '0900000001' };
    expect(likelyDuplicates(keyed('a', phone, true), [keyed('b', phone, true), keyed('c', phone)])).toEqual([]);
  });

  it('the likeliest first', () => {
    const one = { ...TAI_HOAN, phone: '0900000001', 'tax-code': '0123456787' };
    const others = [keyed('1', { phone: '0900000001' }), keyed('2', TAI_HOAN), keyed('3', one)];
    expect(likelyDuplicates(keyed('a', one), others).map(({ id }) => id)).toEqual(['3', '2', '1']);
  });
});

describe('an old name of a commune', () => {
  let places: Places;
  beforeAll(async () => {
    places = await loadPlaces();
  });

  it('is that of today: who told the one and who told the other are compared', () => {
    const told = (text: string) => {
      const found = places.find(text);
      if (found.kind !== 'found') throw new Error(`not found: ${text}`);
      const { code, name, provinceCode, province } = found.commune;
      const commune = { communeCode: code, commune: name, provinceCode, province, legacyAddressText: text };
      return { establishment: 'Cơ sở Tài Hoan', commune };
    };
    expect(compare(told('xa my phuong ba be bac kan'), told('xã Thượng Minh, Thái Nguyên'))?.reasons).toEqual(['name']);
  });
});

describe('for any two', () => {
  const values = fc.record(
    {
      establishment: fc.constantFrom(
        'HTX Tài Hoan',
        'Cơ sở bún',
        'bún',
        'Miến Dong Côn Minh',
        'HTX bún',
        'Đức Lộc',
        '',
      ),
      commune: fc.constantFrom(CON_MINH, BANG_PHUC, undefined),
      phone: fc.constantFrom('0900000001', '0900000002', { isSkipped: true }),
      'owner-phone': fc.constantFrom('0900000001', '0900000003'),
      'tax-code': fc.constantFrom('0123456787', '0123456787-001', '001200000001', { isSkipped: true }),
    },
    { requiredKeys: [] },
  );
  const party = fc.tuple(values, fc.boolean());

  it('it is the same from both sides', () => {
    fc.assert(
      fc.property(party, party, ([one, oneHelped], [other, otherHelped]) => {
        const [a, b] = [keyed('a', one, oneHelped), keyed('b', other, otherHelped)];
        const [there] = likelyDuplicates(a, [b]);
        const [back] = likelyDuplicates(b, [a]);
        expect(there && { ...there, id: '' }).toEqual(back && { ...back, id: '' });
      }),
    );
  });

  it('none is the duplicate of itself', () => {
    fc.assert(
      fc.property(party, ([one, isHelped]) => {
        const a = keyed('a', one, isHelped);
        expect(likelyDuplicates(a, [a])).toEqual([]);
      }),
    );
  });

  it('marks, capitals and blanks of a name make no difference', () => {
    fc.assert(
      fc.property(values, values, fc.constantFrom('NFC', 'NFD'), (one, other, form) => {
        const name = one.establishment;
        const typed = name === undefined ? one : { ...one, establishment: `  ${fold(name)} `.normalize(form) };
        const shouted = name === undefined ? one : { ...one, establishment: name.toUpperCase().normalize(form) };
        expect(compare(typed, other)).toEqual(compare(one, other));
        expect(compare(shouted, other)).toEqual(compare(one, other));
      }),
    );
  });
});
