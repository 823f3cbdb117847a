import type { SupportKind } from '../rate.ts';
import { type Syllable, splitSyllables } from '../typing/syllables.ts';
import { compilePhrase, matchPhrase, type PhrasePattern } from './phrase-pattern.ts';

/** Where a machine, a line or a model is named: its own words, without what it is called after. */
export type Thing = { kind: SupportKind; from: number; to: number };

const NAMES: readonly [SupportKind, string[]][] = [
  ['cleaner-production', ['mô hình sản xuất sạch hơn', 'mô hình sạch hơn', 'sản xuất sạch hơn', 'sạch hơn', 'sxsh']],
  ['trademark', ['nhãn hiệu', 'thương hiệu', 'nhãn hiệu hàng hóa', 'bảo hộ nhãn hiệu', 'bảo hộ thương hiệu', 'logo']],
  [
    'consulting',
    [
      ...['thiết kế bao bì', 'mẫu mã bao bì', 'thiết kế mẫu mã bao bì', 'thiết kế mẫu mã', 'mẫu bao bì'],
      ...['thiết kế mẫu bao bì', 'thuê tư vấn', 'tư vấn', 'thiết kế lại bao bì', 'vẽ bao bì', 'vẽ mẫu bao bì'],
      ...[
        'thiết kế nhãn',
        'thiết kế tem',
        'thiết kế hộp',
        'thuê thiết kế',
        'thuê người thiết kế',
        'thuê vẽ',
        'thuê người vẽ bao bì',
      ],
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
      ...[
        'kho sấy',
        'kho lạnh',
        'nhà sấy',
        'băng tải',
        'băng chuyền',
        'lò đốt',
        'lò nung',
        'lò gas',
        'lò điện',
        'lò quay',
      ],
      ...[
        'tôn sao',
        'tôn quay',
        'chảo sao',
        'tủ hấp',
        'tủ đông',
        'nồi đồng',
        'nồi điện',
        'khung dệt',
        'khung cửi',
        'búa máy',
        'giàn sấy',
      ],
      ...[
        'nồi ủ',
        'bồn ủ',
        'bồn nấu',
        'bồn trộn',
        'nồi chiết',
        'nồi cô',
        'hệ thống chiết xuất',
        'hệ thống chưng cất',
        'hệ thống nghiền',
      ],
      ...[
        'hệ thống ép',
        'hệ thống đóng gói',
        'hệ thống đóng chai',
        'hệ thống chiết rót',
        'hệ thống nấu',
        'hệ thống hấp',
        'hệ thống máy',
      ],
      ...['hệ thống trộn', 'hệ thống sơn', 'hệ thống cấp đông', 'hệ thống băng tải', 'hệ thống lọc nước tinh khiết'],
    ],
  ],
];
const PATTERNS = NAMES.flatMap(([kind, names]) => names.map((name) => ({ kind, pattern: compilePhrase(name) }))).sort(
  (one, other) => other.pattern.length - one.pattern.length,
);

const WHERE_TO = /^(?:cho|vao|trong|cua)$/;

/** Things that are bought. Where work that is paid for (a trademark, advice) is named beside one, nobody knows which the price is for. */
const BOUGHT: readonly SupportKind[] = ['machine', 'technology-line', 'demonstration-model'];

/** By the words for them: a model of a line is a model. */
export function findSupportKind(syllables: readonly Syllable[], isAccented: boolean): SupportKind | undefined {
  return kindOf(findThings(syllables, isAccented));
}

function kindOf(things: readonly Thing[]): SupportKind | undefined {
  const kinds = NAMES.map(([kind]) => kind).filter((kind) => things.some((thing) => thing.kind === kind));
  const isMixed = kinds.some((kind) => BOUGHT.includes(kind)) && kinds.some((kind) => !BOUGHT.includes(kind));
  return isMixed ? undefined : kinds[0];
}

/** Of words that are no question: "Dây chuyền sấy miến" is a line, "máy gói cho dây chuyền cũ" a machine. */
export function findNamedKind(text: string): SupportKind | undefined {
  const syllables = splitSyllables(text);
  const isAccented = syllables.some(({ exact, folded }) => exact !== folded);
  const things = findThings(syllables, isAccented);
  return kindOf(things.filter((thing) => !isWhereTo(syllables, thing, things)));
}

/** "Máy sấy cho dây chuyền cũ": the line is there already. */
function isWhereTo(syllables: readonly Syllable[], { kind, from }: Thing, all: readonly Thing[]): boolean {
  const isAfterMachine = all.some((other) => other.kind === 'machine' && other.from < from);
  return kind === 'technology-line' && isAfterMachine && WHERE_TO.test(syllables[from - 1]?.folded ?? '');
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
    if (found === undefined || isHowMany(syllables, at) || isAdvice(syllables, at)) continue;
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

/** "tư vấn giúp em": nobody is hired. */
function isAdvice(syllables: readonly Syllable[], at: number): boolean {
  if (syllables[at]?.folded !== 'tu' || syllables[at + 1]?.folded !== 'van') return false;
  const next = syllables[at + 2]?.folded ?? '';
  return (
    /^(?:nho|xin|can|duoc)$/.test(syllables[at - 1]?.folded ?? '') ||
    /^(?:giup|gium|dum|cho|ho|em|minh|toi|voi)$/.test(next)
  );
}

/** "may" before a counted thing, or at the end, is "mấy": "duoc may trieu"; but "may dong goi" is a machine. */
function isHowMany(syllables: readonly Syllable[], at: number): boolean {
  const { exact = '', folded } = syllables[at] ?? {};
  if (folded !== 'may' || exact !== folded) return false;
  const next = syllables[at + 1]?.folded;
  if (next === 'dong')
    return !/^(?:goi|chai|hop|tui|lon|bao|nut|nap|banh|gach|vien|thung|binh|da|dinh|bia|nhan|pallet|kien|khay|ca)$/.test(
      syllables[at + 2]?.folded ?? '',
    );
  // "máy năm nay" is no number of years, "may ri", "may chi he" no machine.
  const second = syllables[at + 2]?.folded ?? '';
  if (next === 'nam' && /^(?:nay|sau|toi)$/.test(second)) return false;
  if (next === 'ri' || (next === 'chi' && /^(?:|he|hi|ha|rua|a|vay)$/.test(second))) return true;
  const before = syllables[at - 1]?.folded ?? '';
  if (next === undefined) return at > 0 && !/^(?:mua|sam|cai|con|chiec|tau)$/.test(before);
  return /^(?:trieu|tr|tram|ty|ti|chuc|phan|cap|lan|nam|ngay|thang|tien|a|ad|vay|rua|he|hi|ha|nhi|the|nhe|di)$/.test(
    next,
  );
}
