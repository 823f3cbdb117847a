import type { Unit } from './place-index.ts';
import type { PlaceWord } from './place-words.ts';
import { compareMarks, overlaps, type PlaceReading, type Span, type UnitSpan } from './read-place.ts';
import type { UnitKind } from './unit-kinds.ts';

/** One way to understand a text: this unit, said at this span, with or without its district and province. */
export type Candidate = {
  unit: Unit;
  span: UnitSpan;
  weight: number;
  isNear: boolean;
  /** Words of the text that this reading explains; fillers count as explained. */
  explained: number;
  isDistrictSaid: boolean;
  isProvinceSaid: boolean;
};

// Explaining what was typed weighs most; the rest decides between readings that explain as much.
const WORD = 10;
const NEAR = 6;
const SAME_MARKS = 4;
const OTHER_MARKS = -3;
const SAME_KIND = 3;
const OTHER_KIND = -2;
const BIGGER_OR_SMALLER_KIND = -8;
const SLIP = -4;
/** Districts ended on the day the new communes began, so whoever names one speaks of before. */
const FORMER_IN_ITS_DISTRICT = 1;

const FILLERS = new Set(
  'o tai thuoc nay la cu truoc day em minh toi nha co so ben a nhe vn viet nam vua moi sap nhap gop tu'.split(' '),
);

export function weighUnit(
  reading: PlaceReading,
  { unit, span, nearProvinceCode }: { unit: Unit; span: UnitSpan; nearProvinceCode: string | undefined },
): Candidate {
  const { words } = reading;
  const districts = reading.districts.filter(
    (other) => !overlaps(span, other) && unit.districts.has(other.key) && mayBeDistrict(other),
  );
  const provinces = reading.provinces.filter(
    (other) => !overlaps(span, other) && unit.provinces.has(other.key) && mayBeProvince(other),
  );

  let best: { explained: number; hasDistrict: boolean; hasProvince: boolean } | undefined;
  for (const district of [undefined, ...districts]) {
    for (const province of [undefined, ...provinces]) {
      if (district !== undefined && province !== undefined && overlaps(district, province)) continue;
      const explained = countExplained(words, [span, district, province]);
      if (best === undefined || explained > best.explained) {
        best = { explained, hasDistrict: district !== undefined, hasProvince: province !== undefined };
      }
    }
  }
  const explained = best?.explained ?? 0;
  const isDistrictSaid = best?.hasDistrict ?? false;
  const marks = compareMarks(words, span, unit.exact);
  const isNear = unit.communes.some((commune) => commune.provinceCode === nearProvinceCode);
  const weight =
    explained * WORD +
    weighKind(span.kind, unit) +
    (marks > 0 ? SAME_MARKS : marks < 0 ? OTHER_MARKS : 0) +
    (isNear ? NEAR : 0) +
    (span.isSlip ? SLIP : 0) +
    (isDistrictSaid && unit.former !== undefined ? FORMER_IN_ITS_DISTRICT : 0);
  return { unit, span, weight, isNear, explained, isDistrictSaid, isProvinceSaid: best?.hasProvince ?? false };
}

function weighKind(said: UnitKind | undefined, unit: Unit): number {
  if (said === undefined) return 0;
  if (said === unit.kind) return SAME_KIND;
  return isCommuneKind(said) ? OTHER_KIND : BIGGER_OR_SMALLER_KIND;
}

export function isCommuneKind(kind: UnitKind | undefined): boolean {
  return kind === 'xa' || kind === 'phuong' || kind === 'thi-tran' || kind === 'dac-khu';
}

const DISTRICT_KINDS: readonly (UnitKind | undefined)[] = [undefined, 'huyen', 'quan', 'thi-xa', 'thanh-pho'];
const PROVINCE_KINDS: readonly (UnitKind | undefined)[] = [undefined, 'tinh', 'thanh-pho'];

export function mayBeDistrict(span: Span): boolean {
  return DISTRICT_KINDS.includes(span.kind);
}

export function mayBeProvince(span: Span): boolean {
  return PROVINCE_KINDS.includes(span.kind);
}

/** How many words the spans, the kinds said before them, and fillers account for. */
export function countExplained(words: readonly PlaceWord[], spans: readonly (Span | undefined)[]): number {
  let count = 0;
  for (const [at, word] of words.entries()) {
    const isNamed = spans.some((span) => span !== undefined && at >= span.outer && at < span.to);
    if (isNamed || FILLERS.has(word.folded)) count += 1;
  }
  return count;
}
