import type { SupportKind } from '../rate.ts';
import type { Syllable } from '../typing/syllables.ts';
import { compilePhrase, matchPhrase, type PhrasePattern } from './phrase-pattern.ts';

/** Where a machine, a line or a model is named: its own words, without what it is called after. */
export type Thing = { kind: SupportKind; from: number; to: number };

const NAMES: readonly [SupportKind, string[]][] = [
  ['cleaner-production', ['mô hình sản xuất sạch hơn', 'mô hình sạch hơn', 'sản xuất sạch hơn', 'sạch hơn', 'sxsh']],
  ['trademark', ['nhãn hiệu', 'thương hiệu', 'nhãn hiệu hàng hóa', 'bảo hộ nhãn hiệu', 'bảo hộ thương hiệu']],
  [
    'consulting',
    [
      ...['thiết kế bao bì', 'mẫu mã bao bì', 'thiết kế mẫu mã bao bì', 'thiết kế mẫu mã', 'mẫu bao bì'],
      ...['thiết kế mẫu bao bì', 'thuê tư vấn', 'tư vấn'],
    ],
  ],
  ['demonstration-model', ['mô hình']],
  ['technology-line', ['dây chuyền', 'dây truyền', 'hệ thống dây chuyền']],
  [
    'machine',
    [
      ...[
        'máy',
        'máy móc',
        'dàn máy',
        'thiết bị',
        'máy móc thiết bị',
        'trang thiết bị',
        'lò sấy',
        'lò nướng',
        'lò rang',
      ],
      ...[
        'lò hấp',
        'lò hơi',
        'tủ sấy',
        'tủ cấp đông',
        'nồi hơi',
        'nồi nấu',
        'nồi hấp',
        'nồi chưng cất',
        'hệ thống sấy',
      ],
      ...['kho sấy', 'kho lạnh', 'nhà sấy', 'băng tải', 'băng chuyền'],
    ],
  ],
];
const PATTERNS = NAMES.flatMap(([kind, names]) => names.map((name) => ({ kind, pattern: compilePhrase(name) }))).sort(
  (one, other) => other.pattern.length - one.pattern.length,
);

/** What is bought, not made; a price beside one of each is for we do not know which. */
const BOUGHT: readonly SupportKind[] = ['machine', 'technology-line', 'demonstration-model'];

/** By the words for them: a model of a line is a model. */
export function findSupportKind(syllables: readonly Syllable[], isAccented: boolean): SupportKind | undefined {
  const things = findThings(syllables, isAccented);
  const kinds = NAMES.map(([kind]) => kind).filter((kind) => things.some((thing) => thing.kind === kind));
  const isMixed = kinds.some((kind) => BOUGHT.includes(kind)) && kinds.some((kind) => !BOUGHT.includes(kind));
  return isMixed ? undefined : kinds[0];
}

export function areBothBought(one: SupportKind, other: SupportKind | undefined): boolean {
  return BOUGHT.includes(one) && other !== undefined && BOUGHT.includes(other);
}

/** All that are named, in their order. */
export function findThings(syllables: readonly Syllable[], isAccented: boolean): Thing[] {
  const things: Thing[] = [];
  // Marks are often left away here and there; where "máy" was typed with its own, "may" is another word.
  const isStrict = isAccented && syllables.some(({ exact }) => exact === 'máy');
  for (let at = 0; at < syllables.length; at += 1) {
    const found = PATTERNS.find(
      ({ pattern }) => matchPhrase(syllables, isStrict, pattern, at) && isSpelt(syllables, at, pattern),
    );
    if (found === undefined || isHowMany(syllables, at)) continue;
    things.push({ kind: found.kind, from: at, to: at + found.pattern.length });
    at += found.pattern.length - 1;
  }
  return things;
}

/** Marks that were typed are its own. */
function isSpelt(syllables: readonly Syllable[], from: number, pattern: PhrasePattern): boolean {
  return pattern.every((word, at) => {
    const typed = syllables[from + at];
    return typed === undefined || typed.exact === typed.folded || typed.exact === word?.exact;
  });
}

/** "may" before a counted thing, or at the end, is "mấy": "duoc may trieu"; but "may dong goi" is a machine. */
function isHowMany(syllables: readonly Syllable[], at: number): boolean {
  const { exact = '', folded } = syllables[at] ?? {};
  if (folded !== 'may' || exact !== folded) return false;
  const next = syllables[at + 1]?.folded;
  if (next === 'dong') return !/^(?:goi|chai|hop|tui|lon|bao|nut|nap|banh)$/.test(syllables[at + 2]?.folded ?? '');
  const before = syllables[at - 1]?.folded ?? '';
  if (next === undefined) return at > 0 && !/^(?:mua|sam|cai|con|chiec|tau)$/.test(before);
  return /^(?:trieu|tr|tram|ty|ti|chuc|phan|cap|lan|nam|ngay|thang|tien|a|ad|vay|rua|he|hi|ha|nhi|the|nhe|di)$/.test(
    next,
  );
}
