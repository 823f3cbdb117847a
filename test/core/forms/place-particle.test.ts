import { describe, expect, it } from 'vitest';
import { readPlaceField } from '../../../core/forms/fields/place-field.ts';
import { loadPlaces } from '../../../host/load-places.ts';

const tools = {
  places: await loadPlaces(),
  nearProvinceCode: '19',
  today: Temporal.PlainDate.from('2026-11-23'),
  say: () => '',
};

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
