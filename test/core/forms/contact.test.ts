import { describe, expect, it } from 'vitest';
import { findProgramme } from '../../../core/programmes/programmes.ts';
import { requestWithDetails } from '../../../core/programmes/request-with-details.ts';
import { loadPlaces } from '../../../host/load-places.ts';
import { fillIn } from './fill-in.ts';
import { tools as clubTools } from './tennis-club.ts';

const tools = { ...clubTools, places: await loadPlaces() };
const programme = findProgramme('advanced-equipment');
if (programme === undefined) throw new Error('no programme');
const form = requestWithDetails(programme);
const place = {
  ...{ communeCode: '02185', commune: 'Xã Côn Minh', provinceCode: '19', province: 'Tỉnh Thái Nguyên' },
  legacyAddressText: 'Côn Minh',
};
const known = {
  need: 'machinery',
  product: 'chè',
  commune: place,
  establishment: 'HTX Tài',
  'legal-form': 'cooperative',
};
const helping = { 'filled-by': 'collaborator', 'owner-consent': 'in-person' } as const;

const SAID: [string, string][] = [
  ['gd nông văn thắng 0900000206', 'Nông Văn Thắng'],
  ['gđ Nông Văn Thắng, sđt 0900 000 206', 'Nông Văn Thắng'],
  ['giám đốc Nông Văn Thắng 0900000206', 'Nông Văn Thắng'],
  ['chủ nhiệm htx là Nông Văn Thắng 0900000206', 'Nông Văn Thắng'],
  ['chị Lan 0900000206', 'chị Lan'],
  ['chi lan 0900000206', 'Chi Lan'],
  ['Bàn Văn Phúc 0900000206', 'Bàn Văn Phúc'],
  ['gọi chị Lan không chín không không không không không hai không sáu', 'chị Lan'],
  ['lh: anh Thắng 0900000206', 'anh Thắng'],
  ['LH: 0900000206 Nông Văn Thắng', 'Nông Văn Thắng'],
  ['nguyen van a 0900000206', 'Nguyen Van A'],
];

describe('somebody with their number', () => {
  it.each(SAID)('is whom to call, asked for or not: "%s"', (text, name) => {
    const asked = fillIn(form, known, { tools });
    expect(asked.at()).toBe('contact-name');
    asked.type(text);
    expect(asked.answers()).toMatchObject({ 'contact-name': name, phone: '0900000206' });
    expect(asked.at()).toBe('price');
    const early = fillIn(form, { need: 'machinery' }, { tools });
    early.type(text);
    expect(early.answers()).toMatchObject({ 'contact-name': name, phone: '0900000206' });
    expect(early.at()).toBe('product');
  });

  it.each(SAID)('is the owner where a helper is asked for the owner: "%s"', (text, name) => {
    const asked = fillIn(form, { need: 'machinery', ...helping }, { tools });
    asked.type(text);
    expect(asked.answers()).toMatchObject({ 'owner-name': name, 'owner-phone': '0900000206' });
    expect(asked.answers()['contact-name']).toBeUndefined();
    expect(asked.at()).toBe('product');
  });

  it('is the helper, by "gọi cháu", also where the owner’s number is asked', () => {
    const asked = fillIn(form, { need: 'machinery', ...helping, 'owner-name': 'Sùng Thị Mỷ' }, { tools });
    expect(asked.at()).toBe('owner-phone');
    asked.type('gọi cháu, Vàng A Dế 0900000206');
    expect(asked.answers()).toMatchObject({ 'contact-name': 'Vàng A Dế', phone: '0900000206' });
    expect(asked.at()).toBe('owner-phone');
    asked.type('bà k có điện thoại');
    expect(asked.answers()['owner-phone']).toEqual({ isSkipped: true });
  });

  it.each([
    ['so con 0900000206, me con ko dung dt', { phone: '0900000206', 'owner-phone': { isSkipped: true } }],
    ['toi Hoàng Thị Hoa 0900000206', { phone: '0900000206', 'contact-name': 'Hoàng Thị Hoa' }],
    ['số của em 0900000206', { phone: '0900000206' }],
    ['ông k có sdt, gọi cháu 0900000206', { phone: '0900000206', 'owner-phone': { isSkipped: true } }],
    ['cứ gọi em nhé 0900000206', { phone: '0900000206' }],
  ])('is the helper’s own where they say so: "%s"', (text, told) => {
    const asked = fillIn(form, { need: 'machinery', ...helping, 'owner-name': 'Sùng Thị Mỷ' }, { tools });
    asked.type(text);
    expect(asked.answers()).toMatchObject(told);
    expect(asked.answers()['owner-phone']).toEqual('owner-phone' in told ? told['owner-phone'] : undefined);
  });

  it('is the helper’s own where the owner’s name is asked, and what is said of the owner’s phone is no name', () => {
    const asked = fillIn(form, { need: 'machinery', ...helping }, { tools });
    asked.type('so con 0900000206, me con ko dung dt');
    expect(asked.answers()).toMatchObject({ phone: '0900000206', 'owner-phone': { isSkipped: true } });
    expect(asked.at()).toBe('owner-name');
  });

  it('gives a number alone to whom was asked for', () => {
    const asked = fillIn(form, { need: 'machinery', ...helping }, { tools });
    asked.type('0900000206');
    expect(asked.answers()).toMatchObject({ 'owner-phone': '0900000206' });
    expect(asked.at()).toBe('owner-name');
  });

  it('takes the place of whom to call only where that is said', () => {
    const told = { need: 'machinery', 'contact-name': 'Nông Văn Thắng', phone: '0900000206' };
    const said = fillIn(form, told, { tools });
    said.type('lh: chị Lan 0900000207');
    expect(said.answers()).toMatchObject({ 'contact-name': 'chị Lan', phone: '0900000207' });
  });

  it.each(['giám đốc', 'gd 0900000206', 'chị em 0900000206', 'chị muốn mua 2 máy 0900000206'])(
    'is not there in "%s"',
    (text) => {
      const asked = fillIn(form, known, { tools });
      asked.type(text);
      expect(asked.answers()['contact-name']).toBeUndefined();
    },
  );
});
