import { type District, edgesOf, keyOf, type PlaceIndex, type Province, type Unit } from './place-index.ts';
import { joinExact, joinFolded, type PlaceWord } from './place-words.ts';
import { findKindBefore, type UnitKind } from './unit-kinds.ts';

/** A run of words, `from` up to but not with `to`, and the kind said before it ("xã", "huyện"), which begins at `outer`. */
export type Span = { from: number; to: number; outer: number; kind: UnitKind | undefined };

export type UnitSpan = Span & { units: Unit[]; isSlip: boolean };
export type DistrictSpan = Span & { key: string; districts: District[] };
export type ProvinceSpan = Span & { key: string; province: Province };

/** Everything in a text that could be the name of a place. */
export type PlaceReading = {
  words: PlaceWord[];
  units: UnitSpan[];
  districts: DistrictSpan[];
  provinces: ProvinceSpan[];
};

const LONGEST_NAME = 6;
/** Slips are looked for near the beginning only: a long text is no place with a slip. */
const SLIP_WORDS = 12;
const SHORTEST_SLIP = 5;

export function readPlace(index: PlaceIndex, words: PlaceWord[]): PlaceReading {
  const reading: PlaceReading = { words, units: [], districts: [], provinces: [] };
  for (const span of spansOf(words)) {
    const key = keyOf(span.kind, words.slice(span.from, span.to));
    const units = index.units.get(key);
    if (units !== undefined) reading.units.push({ ...span, units, isSlip: false });
    const districts = index.districts.get(key);
    if (districts !== undefined) reading.districts.push({ ...span, key, districts });
    const province = index.provinceKeys.get(key);
    if (province !== undefined) reading.provinces.push({ ...span, ...province });
  }
  return reading;
}

/** The communes whose name is one letter away from some words of the text. */
export function readSlips(index: PlaceIndex, words: PlaceWord[]): UnitSpan[] {
  const spans: UnitSpan[] = [];
  for (const span of spansOf(words.slice(0, SLIP_WORDS))) {
    const typed = joinFolded(words.slice(span.from, span.to));
    if (typed.length < SHORTEST_SLIP || index.units.has(typed)) continue;
    const near = new Set(edgesOf(typed).flatMap((edge) => index.keysByEdge.get(edge) ?? []));
    for (const key of near) {
      if (isOneSlipAway(typed, key)) spans.push({ ...span, units: index.units.get(key) ?? [], isSlip: true });
    }
  }
  return spans;
}

/** Each run of words twice where a kind may have been said before it: "my phuong ba be" has no "phường Ba Bể" in it. */
function* spansOf(words: readonly PlaceWord[]): Generator<Span> {
  for (let from = 0; from < words.length; from += 1) {
    const before = findKindBefore(words, from);
    for (let to = from + 1; to <= Math.min(words.length, from + LONGEST_NAME); to += 1) {
      if (to - 1 > from && words[to - 1]?.startsPart) break;
      // "thôn Tân Lập" is no commune, and "thôn" stays unexplained.
      if (before?.kind !== 'thon') yield { from, to, outer: from, kind: undefined };
      if (before === undefined) continue;
      const outer = before.kind === 'thon' ? from : from - before.length;
      yield { from, to, outer, kind: before.kind };
    }
  }
}

/** One letter added, lost, changed, or two neighbours swapped. */
function isOneSlipAway(typed: string, key: string): boolean {
  const [short, long] = typed.length <= key.length ? [typed, key] : [key, typed];
  if (long.length - short.length > 1) return false;
  let start = 0;
  while (start < short.length && short[start] === long[start]) start += 1;
  if (short.length < long.length) return short.slice(start) === long.slice(start + 1);
  if (short.slice(start + 1) === long.slice(start + 1)) return true;
  const isSwapped = short[start] === long[start + 1] && short[start + 1] === long[start];
  return isSwapped && short.slice(start + 2) === long.slice(start + 2);
}

export function overlaps(a: Span, b: Span): boolean {
  return a.outer < b.to && b.outer < a.to;
}

/** 1 when typed with the marks of the name, -1 with other marks, 0 without marks. */
export function compareMarks(words: readonly PlaceWord[], span: Span, exact: string): -1 | 0 | 1 {
  const typed = words.slice(span.from, span.to);
  if (!typed.some((word) => word.hasMarks)) return 0;
  return joinExact(typed) === exact ? 1 : -1;
}
