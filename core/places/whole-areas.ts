import type { District, Province } from './place-index.ts';
import { compareMarks, overlaps, type PlaceReading } from './read-place.ts';
import { countExplained, mayBeDistrict, mayBeProvince } from './weigh-place.ts';

/** The province, when the text names nothing else. */
export function findWholeProvince(reading: PlaceReading): Province | undefined {
  const whole = reading.provinces.find(
    (span) => mayBeProvince(span) && countExplained(reading.words, [span]) === reading.words.length,
  );
  // "thành phố Thái Nguyên" was a district of the province Thái Nguyên.
  const isCity = reading.districts.some(
    (span) => span.key === whole?.key && span.districts.some((district) => district.kind === 'thanh-pho'),
  );
  return whole?.kind === 'thanh-pho' && isCity ? undefined : whole?.province;
}

/** The old district, when the text names nothing smaller. */
export function findWholeDistrict(reading: PlaceReading, nearProvinceCode: string | undefined): District | undefined {
  for (const span of reading.districts) {
    if (!mayBeDistrict(span)) continue;
    for (const province of [undefined, ...reading.provinces]) {
      if (province !== undefined && overlaps(span, province)) continue;
      if (countExplained(reading.words, [span, province]) < reading.words.length) continue;
      const fitting = span.districts.filter(
        (district) =>
          compareMarks(reading.words, span, district.exact) >= 0 &&
          (province === undefined || district.provinces.has(province.key)) &&
          (span.kind === undefined || span.kind === district.kind || span.districts.length === 1),
      );
      const near = fitting.filter((district) =>
        [...district.communes.values()].some((commune) => commune.provinceCode === nearProvinceCode),
      );
      const [district, another] = near.length > 0 ? near : fitting;
      if (district !== undefined && another === undefined) return district;
    }
  }
  return undefined;
}
