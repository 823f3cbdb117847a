import { describe, expect, it } from 'vitest';
import { readPlaceField } from '../../../core/forms/fields/place-field.ts';
import { loadPlaces } from '../../../host/load-places.ts';

const tools = {
  places: await loadPlaces(),
  nearProvinceCode: '19',
  today: Temporal.PlainDate.from('2026-11-23'),
  say: () => '',
};

describe('words around the names of a place', () => {
  it.each([
    'trên Nà Ngăm, xã cũ là Côn Minh ấy',
    'tren Na Ngam, xa cu la Con Minh ay',
    'xã cũ Côn Minh',
    'xã trước kia là Côn Minh',
    'thôn Nà Ngăm, trước là xã Côn Minh',
  ])('are none of it: "%s"', (text) => {
    expect(readPlaceField(text, tools)).toMatchObject({ value: { commune: 'Xã Côn Minh' } });
  });

  it('"Trên" may begin a name, and what stays unknown is none', () => {
    expect(readPlaceField('trên rẫy nhà em ấy', tools).kind).toBe('unread');
  });
});

describe('"còn" before a place', () => {
  it.each(['còn xã Côn Minh', 'con xa con minh', 'còn ở xã Côn Minh'])('is a particle: "%s"', (text) => {
    expect(readPlaceField(text, tools)).toMatchObject({ kind: 'value', value: { commune: 'Xã Côn Minh' } });
  });

  it.each(['còn', 'con', 'Còn'])('names no place by itself: "%s"', (text) => {
    expect(readPlaceField(text, tools).kind).toBe('unread');
  });

  it('"thị trấn Cồn" is still one', () => {
    expect(readPlaceField('thị trấn Cồn', tools)).toMatchObject({ kind: 'confirm', value: { provinceCode: '37' } });
  });
});
