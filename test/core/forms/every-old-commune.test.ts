import { describe, expect, it } from 'vitest';
import type { FieldReading } from '../../../core/forms/fields/field-reading.ts';
import { readPlaceField } from '../../../core/forms/fields/place-field.ts';
import { placeValue } from '../../../core/forms/values.ts';
import { createPlaces } from '../../../core/places/create-places.ts';
import { fold } from '../../../core/text/fold.ts';
import { readPlaceTables } from '../../../host/load-places.ts';
import { tools as clubTools } from '../forms/tennis-club.ts';

const tables = await readPlaceTables();
const tools = { ...clubTools, places: createPlaces(tables), nearProvinceCode: '19' };

/** The communes among which the one question back, if any, lets choose; the person's own words are in each. */
function offered(reading: FieldReading, said: string): string[] {
  const values =
    reading.kind === 'choose' ? reading.options.map(({ value }) => value) : 'value' in reading ? [reading.value] : [];
  return values.map((value) => {
    const place = placeValue.parse(value);
    expect(place.legacyAddressText).toBe(said);
    return place.communeCode;
  });
}

const WAYS: [string, (row: (typeof tables.formerCommunes)[number]) => string][] = [
  ['with its district and province', ({ commune, district, province }) => `${commune}, ${district}, ${province}`],
  ['without marks', ({ commune, district, province }) => fold(`${commune} ${district} ${province}`)],
];

describe('the question where the workshop is', () => {
  it.each(WAYS)(
    'takes each of the 10,040 old communes said %s, or asks exactly one question that holds all it became',
    (_, write) => {
      expect(tables.formerCommunes).toHaveLength(10_040);
      const wrong = tables.formerCommunes.filter((row) => {
        const said = write(row).replace(/, ,/g, ',').replace(/\s+/g, ' ').trim();
        const codes = offered(readPlaceField(said, tools), said);
        return !row.codes.every((code) => codes.includes(code)) || codes.length === 0 || codes.length > 9;
      });
      expect(wrong.map(write)).toEqual([]);
    },
  );

  it('asks for the district of an old name that too many communes bear, and knows it then', () => {
    const bare = tables.formerCommunes.filter(({ commune }) => {
      const reading = readPlaceField(commune, tools);
      return reading.kind === 'unread';
    });
    expect(bare.length).toBeGreaterThan(0);
    const wrong = bare.filter(({ commune, district, province, codes }) => {
      const reading = readPlaceField(commune, tools);
      const asked = reading.kind === 'unread' && typeof reading.problem !== 'string' ? reading.problem.key : '';
      const said = [commune, district, province].filter(Boolean).join(', ');
      const left = offered(readPlaceField(said, tools), said);
      return asked === '' || !codes.every((code) => left.includes(code));
    });
    expect(wrong).toEqual([]);
  });
});
