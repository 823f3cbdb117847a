import { joinFolded, type PlaceWord, splitPlaceWords } from './place-words.ts';

/** The kind of a unit as its name or a person says it. */
export type UnitKind =
  | 'xa'
  | 'phuong'
  | 'thi-tran'
  | 'dac-khu'
  | 'huyen'
  | 'quan'
  | 'thi-xa'
  | 'thanh-pho'
  | 'tinh'
  /** Smaller than a commune: what follows is not its name. */
  | 'thon';

/** Full words carry their marks, so that "xá" and "phương" inside a name are not taken for "xã" and "phường". */
const SPELLINGS: readonly [kind: UnitKind, spellings: string[]][] = [
  ['xa', ['xã', 'x']],
  ['phuong', ['phường', 'p']],
  ['thi-tran', ['thị trấn', 'tt']],
  ['dac-khu', ['đặc khu', 'dk']],
  ['huyen', ['huyện', 'h']],
  ['quan', ['quận', 'q']],
  ['thi-xa', ['thị xã', 'tx']],
  ['thanh-pho', ['thành phố', 'tp']],
  ['tinh', ['tỉnh', 't']],
  [
    'thon',
    [
      'thôn',
      'bản',
      'xóm',
      'tổ dân phố',
      'tổ',
      'ấp',
      'khu phố',
      'khu',
      'khóm',
      'buôn',
      'làng',
      'phố',
      'đội',
      'tdp',
      'khối',
    ],
  ],
];
const LONGEST_SPELLING = 3;

type Spelling = { kind: UnitKind; exact: string[] };
const BY_FOLDED = new Map<string, Spelling>(
  SPELLINGS.flatMap(([kind, spellings]) =>
    spellings.map((spelling): [string, Spelling] => {
      const words = splitPlaceWords(spelling);
      return [joinFolded(words), { kind, exact: words.map((word) => word.exact) }];
    }),
  ),
);

/** The kind said just before word `at`, and how many words it takes: "thị xã Phú Thọ" before "Phú" → thi-xa, 2. */
export function findKindBefore(
  words: readonly PlaceWord[],
  at: number,
): { kind: UnitKind; length: number } | undefined {
  if (words[at]?.startsPart) return undefined;
  for (let length = Math.min(LONGEST_SPELLING, at); length > 0; length -= 1) {
    const said = words.slice(at - length, at);
    if (said.some((word, order) => order > 0 && word.startsPart)) continue;
    const spelling = BY_FOLDED.get(joinFolded(said));
    if (spelling === undefined || spelling.exact.length !== length) continue;
    if (said.every((word, order) => !word.hasMarks || word.exact === spelling.exact[order])) {
      return { kind: spelling.kind, length };
    }
  }
  return undefined;
}

/** Splits the full name of a unit: "Thị trấn Phủ Thông" → thi-tran, its words. */
export function splitKind(words: readonly PlaceWord[]): { kind: UnitKind | undefined; name: PlaceWord[] } {
  for (let length = Math.min(2, words.length - 1); length > 0; length -= 1) {
    const before = findKindBefore(words, length);
    if (before?.length === length) return { kind: before.kind, name: words.slice(length) };
  }
  return { kind: undefined, name: [...words] };
}
