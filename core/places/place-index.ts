import { joinExact, joinFolded, type PlaceWord, splitPlaceWords } from './place-words.ts';
import type { Commune, FormerCommune } from './places.ts';
import { splitKind, type UnitKind } from './unit-kinds.ts';

export type CommuneRow = { provinceCode: string; province: string; code: string; name: string };
/** `codes`: the communes of today to which its territory belongs; several where it was divided, none where unknown. */
export type FormerCommuneRow = { province: string; district: string; commune: string; codes: string[] };

/** A commune of today or of before, by the name that people give. */
export type Unit = {
  kind: UnitKind | undefined;
  exact: string;
  /** The communes of today that it means. */
  communes: Commune[];
  former: FormerCommune | undefined;
  /** Keys of the districts and provinces, of before and of today, in which it may be said to lie. */
  districts: Set<string>;
  provinces: Set<string>;
};

export type District = {
  kind: UnitKind | undefined;
  exact: string;
  provinces: Set<string>;
  /** The communes of today on its land, by code. */
  communes: Map<string, Commune>;
};
export type Province = { code: string; name: string };

export type PlaceIndex = {
  communes: Map<string, Commune>;
  provinces: Map<string, Province>;
  units: Map<string, Unit[]>;
  districts: Map<string, District[]>;
  /** Provinces by the key of a name of today, of before, or of a short one; `key` is that of the official name. */
  provinceKeys: Map<string, { key: string; province: Province }>;
  /** Commune keys by their first and last three letters: where a slip of one letter is looked for. */
  keysByEdge: Map<string, string[]>;
};

/** Other ways of writing a province's name; the table has the official ones. */
const PROVINCE_SPELLINGS: readonly [spelling: string, official: string][] = [
  ['Bắc Cạn', 'Bắc Kạn'],
  ['Đắc Lắc', 'Đắk Lắk'],
  ['Daklak', 'Đắk Lắk'],
  ['Đắc Nông', 'Đắk Nông'],
  ['Con Tum', 'Kon Tum'],
  ['Sài Gòn', 'Hồ Chí Minh'],
  ['HCM', 'Hồ Chí Minh'],
  ['TPHCM', 'Hồ Chí Minh'],
  ['Thừa Thiên Huế', 'Huế'],
  ['Bà Rịa', 'Bà Rịa - Vũng Tàu'],
  ['Vũng Tàu', 'Bà Rịa - Vũng Tàu'],
];

/** Builds the tables in which a place is looked up: once a process, about a tenth of a second. */
export function buildPlaceIndex(rows: { communes: CommuneRow[]; formerCommunes: FormerCommuneRow[] }): PlaceIndex {
  const communes = new Map(
    rows.communes.map(({ provinceCode, province, code, name }): [string, Commune] => [
      code,
      { code, name: capitaliseKind(name), provinceCode, province },
    ]),
  );
  const provinces = new Map<string, Province>(
    rows.communes.map((row) => [row.provinceCode, { code: row.provinceCode, name: row.province }]),
  );
  const index: PlaceIndex = {
    communes,
    provinces,
    units: new Map(),
    districts: new Map(),
    provinceKeys: keyProvinces(rows, communes, provinces),
    keysByEdge: new Map(),
  };

  const current = new Map(
    [...communes.values()].map((commune): [string, Unit] => [commune.code, currentUnit(commune)]),
  );
  for (const row of completeCodes(rows.formerCommunes, communes)) addFormer(index, current, row);
  for (const [code, unit] of current) addUnit(index, nameKey(communes.get(code)?.name ?? ''), unit);
  for (const key of index.units.keys()) indexEdges(index.keysByEdge, key);
  return index;
}

type ReadName = {
  kind: UnitKind | undefined;
  /** Without the kind; a number keeps its kind, since "1" alone is no name. */
  key: string;
  exact: string;
};

/** Names of communes, districts and provinces come up again and again while the tables are built. */
const readNames = new Map<string, ReadName>();

function readName(fullName: string): ReadName {
  const known = readNames.get(fullName);
  if (known !== undefined) return known;
  const { kind, name } = splitKind(splitPlaceWords(fullName));
  const read = { kind, key: keyOf(kind, name), exact: joinExact(name) };
  readNames.set(fullName, read);
  return read;
}

const nameKey = (fullName: string): string => readName(fullName).key;

export function keyOf(kind: UnitKind | undefined, name: readonly PlaceWord[]): string {
  const key = joinFolded(name);
  return /^\d+$/.test(key) ? `${kind ?? ''}${Number(key)}` : key;
}

function currentUnit(commune: Commune): Unit {
  const { kind, exact } = readName(commune.name);
  return {
    kind,
    exact,
    communes: [commune],
    former: undefined,
    districts: new Set(),
    provinces: new Set([nameKey(commune.province)]),
  };
}

/** Where the table does not tell what became of a commune, it is what is left over in its district and province. */
function completeCodes(rows: FormerCommuneRow[], communes: Map<string, Commune>): FormerCommuneRow[] {
  const claimed = new Set(rows.flatMap((row) => row.codes));
  return rows.map((row) => {
    if (row.codes.length > 0) return row;
    const neighbours = rows.filter((other) => other.district === row.district && other.province === row.province);
    const provinceCodes = new Set(
      neighbours.flatMap((other) => other.codes.map((code) => communes.get(code)?.provinceCode)),
    );
    const unclaimed = [...communes.values()].filter(
      (commune) => !claimed.has(commune.code) && provinceCodes.has(commune.provinceCode),
    );
    const codes = new Set([...unclaimed.map((commune) => commune.code), ...neighbours.flatMap((other) => other.codes)]);
    return { ...row, codes: [...codes] };
  });
}

function addFormer(index: PlaceIndex, current: Map<string, Unit>, row: FormerCommuneRow): void {
  const communes = row.codes.flatMap((code) => index.communes.get(code) ?? []);
  const district = nameKey(row.district);
  const provinces = new Set([nameKey(row.province), ...communes.map((commune) => nameKey(commune.province))]);
  const isDistrictItself = row.commune === '';
  const { kind, key, exact } = readName(isDistrictItself ? row.district : row.commune);

  addUnit(index, key, {
    kind,
    exact,
    communes,
    former: isDistrictItself
      ? { commune: row.district, district: '', province: row.province }
      : { commune: row.commune, district: row.district, province: row.province },
    districts: new Set(isDistrictItself ? [] : [district]),
    provinces,
  });
  if (!isDistrictItself) addToDistrict(index, { row, key: district, provinces, communes });
  for (const commune of communes) {
    const unit = current.get(commune.code);
    unit?.districts.add(district);
    for (const province of provinces) unit?.provinces.add(province);
  }
}

function addToDistrict(
  index: PlaceIndex,
  {
    row,
    key,
    provinces,
    communes,
  }: { row: FormerCommuneRow; key: string; provinces: Set<string>; communes: Commune[] },
): void {
  const { kind, exact } = readName(row.district);
  const formerProvince = nameKey(row.province);
  const known = index.districts.get(key) ?? [];
  let district = known.find((other) => other.kind === kind && other.provinces.has(formerProvince));
  if (district === undefined) {
    district = { kind, exact, provinces: new Set(), communes: new Map() };
    index.districts.set(key, [...known, district]);
  }
  for (const province of provinces) district.provinces.add(province);
  for (const commune of communes) district.communes.set(commune.code, commune);
}

function addUnit(index: PlaceIndex, key: string, unit: Unit): void {
  const units = index.units.get(key);
  if (units === undefined) index.units.set(key, [unit]);
  else units.push(unit);
}

/** A former province is the province of today that most of its communes came to. */
function keyProvinces(
  rows: { communes: CommuneRow[]; formerCommunes: FormerCommuneRow[] },
  communes: Map<string, Commune>,
  provinces: Map<string, Province>,
): PlaceIndex['provinceKeys'] {
  const keys: PlaceIndex['provinceKeys'] = new Map();
  const add = (key: string, province: Province | undefined) => {
    if (province !== undefined) keys.set(key, { key, province });
  };
  const successors = Map.groupBy(
    rows.formerCommunes.flatMap(({ province, codes }) => codes.map((code) => ({ key: nameKey(province), code }))),
    ({ key }) => key,
  );
  for (const [key, parts] of successors) {
    const byProvince = Map.groupBy(parts, ({ code }) => communes.get(code)?.provinceCode ?? '');
    const [largest] = [...byProvince].sort(([, a], [, b]) => b.length - a.length);
    if (largest !== undefined) add(key, provinces.get(largest[0]));
  }
  for (const province of provinces.values()) add(nameKey(province.name), province);
  for (const [spelling, official] of PROVINCE_SPELLINGS) {
    const known = keys.get(nameKey(official));
    if (known !== undefined) keys.set(nameKey(spelling), known);
  }
  return keys;
}

/** A slip changes at most one end of a name, so one of its edges still stands. */
export function edgesOf(key: string): [string, string] {
  return [`^${key.slice(0, 3)}`, `${key.slice(-3)}$`];
}

function indexEdges(keysByEdge: Map<string, string[]>, key: string): void {
  for (const edge of edgesOf(key)) {
    const keys = keysByEdge.get(edge);
    if (keys === undefined) keysByEdge.set(edge, [key]);
    else keys.push(key);
  }
}

/** One row of the table writes "xã Bắc Sơn", some "Thị Trấn": the kind is shown as in all the others. */
function capitaliseKind(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
