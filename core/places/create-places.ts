import {
  buildPlaceIndex,
  type CommuneRow,
  type District,
  type FormerCommuneRow,
  type PlaceIndex,
} from './place-index.ts';
import { type PlaceWord, splitPlaceWords } from './place-words.ts';
import {
  bareProvinceName,
  type Commune,
  type FormerProvince,
  type PlaceFinding,
  type PlaceOption,
  type Places,
} from './places.ts';
import { type PlaceReading, readPlace, readSlips } from './read-place.ts';
import { findKindBefore } from './unit-kinds.ts';
import { type Candidate, isCommuneKind, weighUnit } from './weigh-place.ts';
import { findWholeDistrict, findWholeProvince } from './whole-areas.ts';

/** A longer text is no name of a place; what comes after is not looked at. */
const MOST_LETTERS = 300;
const MOST_WORDS = 40;

/** Makes the tables of communes into something that understands a place as people type it. Lookups are pure and fast. */
export function createPlaces(rows: { communes: CommuneRow[]; formerCommunes: FormerCommuneRow[] }): Places {
  const index = buildPlaceIndex(rows);
  return {
    find: (text, near) => findPlace(index, text, near?.provinceCode),
    findCommune: (code) => index.communes.get(code),
    listCommunes: (provinceCode) =>
      [...index.communes.values()]
        .filter((commune) => commune.provinceCode === provinceCode)
        .sort((a, b) => a.name.localeCompare(b.name, 'vi')),
    findProvince: (code) => index.provinces.get(code),
    listFormerProvinces: (provinceCode) => listFormerProvinces(index, rows.formerCommunes, provinceCode),
  };
}

function listFormerProvinces(index: PlaceIndex, rows: FormerCommuneRow[], provinceCode: string): FormerProvince[] {
  const isHere = (code: string): boolean => index.communes.get(code)?.provinceCode === provinceCode;
  const byProvince = Map.groupBy(rows, ({ province }) => bareProvinceName(province));
  const former = [...byProvince].flatMap(([name, parts]): FormerProvince[] => {
    // Some land went elsewhere: a province of before is part of the one that most of it came to.
    const now = findPlace(index, name, undefined);
    if (now.kind !== 'province' || now.provinceCode !== provinceCode) return [];
    return [{ name, communeCodes: [...new Set(parts.flatMap(({ codes }) => codes.filter(isHere)))] }];
  });
  return former.length < 2 ? [] : former.sort((a, b) => a.name.localeCompare(b.name, 'vi'));
}

function findPlace(index: PlaceIndex, text: string, nearProvinceCode: string | undefined): PlaceFinding {
  const words = splitPlaceWords(text.slice(0, MOST_LETTERS)).slice(0, MOST_WORDS);
  const finding = findInWords(index, words, nearProvinceCode);
  const left = finding.kind === 'unknown' ? withoutVillage(words) : undefined;
  return left === undefined ? finding : findInWords(index, left, nearProvinceCode);
}

/** "Thôn 3 xã Tân Tiến": what stands before the commune is no part of its name, also where several bear it. */
function withoutVillage(words: PlaceWord[]): PlaceWord[] | undefined {
  if (findKindBefore(words, 1)?.kind !== 'thon') return undefined;
  const at = words.findIndex((_, order) => order > 2 && isCommuneKind(findKindBefore(words, order)?.kind));
  return at === -1 ? undefined : words.slice(at - (findKindBefore(words, at)?.length ?? 1));
}

function findInWords(index: PlaceIndex, words: PlaceWord[], nearProvinceCode: string | undefined): PlaceFinding {
  if (words.length === 0) return { kind: 'unknown' };
  const reading = readPlace(index, words);
  const province = findWholeProvince(reading);
  if (province !== undefined) return { kind: 'province', provinceCode: province.code, province: province.name };

  const best = findBestUnits(index, reading, nearProvinceCode);
  const [first] = best;
  const district = findWholeDistrict(reading, nearProvinceCode);
  if (
    district !== undefined &&
    !(first !== undefined && isRatherCommune(first, { district, wordCount: words.length }))
  ) {
    return chooseInDistrict(district, best);
  }
  if (first === undefined || !isBelievable(first, words.length)) return { kind: 'unknown' };
  const found = settle(best, nearProvinceCode);
  // "Púh Đô, Phú Lương": Phú Lương is a commune of today, but more likely the district of one that was not understood.
  const isDoubtful = found.kind === 'found' && first.explained < words.length && mayBeItsDistrict(first, reading);
  return isDoubtful ? { ...found, guessed: true } : found;
}

/** The name of an old district, said without "xã". */
function mayBeItsDistrict({ span }: Candidate, { districts }: PlaceReading): boolean {
  return !isCommuneKind(span.kind) && districts.some(({ from, to }) => from === span.from && to === span.to);
}

/** A name that is both: "xã" or a district said makes it a commune, and so does a commune nearby beside a district far away. */
function isRatherCommune(
  { span, explained, isDistrictSaid, isNear, unit }: Candidate,
  { district, wordCount }: { district: District; wordCount: number },
): boolean {
  if (explained < wordCount) return false;
  if (isCommuneKind(span.kind) || isDistrictSaid) return true;
  return isNear && !unit.communes.some((commune) => district.communes.has(commune.code));
}

/** The readings that explain the text best, or equally well. */
function findBestUnits(index: PlaceIndex, reading: PlaceReading, nearProvinceCode: string | undefined): Candidate[] {
  const weigh = (spans: PlaceReading['units']) =>
    spans.flatMap((span) => span.units.map((unit) => weighUnit(reading, { unit, span, nearProvinceCode })));
  let candidates = weigh(reading.units);
  if (!candidates.some((candidate) => candidate.explained === reading.words.length)) {
    candidates = [...candidates, ...weigh(readSlips(index, reading.words))];
  }
  const best = Math.max(...candidates.map((candidate) => candidate.weight));
  return candidates.filter((candidate) => candidate.weight === best);
}

/** Half of the words may be something else ("thôn Phiêng Phàng", "nhà văn hoá"), if the rest is clearly a place. */
function isBelievable(
  { explained, span, isDistrictSaid, isProvinceSaid, isNear }: Candidate,
  wordCount: number,
): boolean {
  const isLocated = isNear || isDistrictSaid || isProvinceSaid;
  if (explained === wordCount) return isLocated || !span.isSlip;
  if (!isLocated) return false;
  if (isDistrictSaid) return true;
  if (isCommuneKind(span.kind)) return !span.isSlip;
  const isLong = span.to - span.from > 1;
  return isLong && (isProvinceSaid || explained * 2 >= wordCount) && !span.isSlip;
}

function settle(best: Candidate[], nearProvinceCode: string | undefined): PlaceFinding {
  const options = optionsOf(best);
  const [only] = options;
  if (only === undefined) return { kind: 'unknown' };
  if (options.length > 1) {
    const isOneUnit = new Set(best.map(({ unit }) => unit)).size === 1;
    return { kind: 'choose', reason: isOneUnit ? 'divided' : 'several', options };
  }
  const isFarAway = nearProvinceCode !== undefined && only.commune.provinceCode !== nearProvinceCode;
  const isGuessed = best.every(
    ({ span, isDistrictSaid, isProvinceSaid }) => span.isSlip || (isFarAway && !isDistrictSaid && !isProvinceSaid),
  );
  return { kind: 'found', ...only, ...(isGuessed ? { guessed: true as const } : {}) };
}

/** Communes of today come before those of before; one that means the same commune is told by its name of today. */
function optionsOf(candidates: readonly Candidate[]): PlaceOption[] {
  const options = new Map<string, PlaceOption>();
  const currentFirst = candidates.toSorted(
    (a, b) => Number(a.unit.former !== undefined) - Number(b.unit.former !== undefined),
  );
  for (const { unit } of currentFirst) {
    for (const commune of unit.communes) {
      if (!options.has(commune.code)) options.set(commune.code, { commune, former: unit.former });
    }
  }
  return [...options.values()];
}

/** Which commune of an old district? One that bears the district's name comes first. */
function chooseInDistrict(district: District, sameName: Candidate[]): PlaceFinding {
  const first = optionsOf(sameName).filter(({ commune }) => district.communes.has(commune.code));
  const codes = new Set(first.map(({ commune }) => commune.code));
  const rest: Commune[] = [...district.communes.values()].filter((commune) => !codes.has(commune.code));
  const options: PlaceOption[] = [
    ...first.map(({ commune }) => ({ commune })),
    ...rest.map((commune) => ({ commune })),
  ];
  const [only] = options;
  if (only !== undefined && options.length === 1) return { kind: 'found', commune: only.commune, guessed: true };
  return { kind: 'choose', reason: 'district', options };
}
