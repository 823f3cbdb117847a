import type { SupportKind } from '../rate.ts';
import { costOfOneSlip } from '../typing/one-slip.ts';
import type { Syllable } from '../typing/syllables.ts';
import { isDoubtful } from './amount-doubts.ts';
import { isHarmlessFolded } from './amount-words.ts';
import { compilePhrase, hasPhrase, type PhrasePattern } from './phrase-pattern.ts';
import { findThings } from './support-thing.ts';

// What makes the money in a question something else than the price of one machine, line or model.

/** Other kinds of support: with one of these beside a machine we cannot know what the money is for. */
const OTHER_KINDS = [
  ...['bao bì', 'hội chợ', 'gian hàng', 'phòng trưng bày', 'nhân rộng'],
  ...['đào tạo', 'xử lý nước thải', 'phần mềm', 'website', 'học nghề', 'mẫu mã', 'xử lý ô nhiễm'],
].map(compilePhrase);

/** Machines that are not for making goods: whether these are supported is not a sum. */
const NOT_FOR_MAKING = [
  ...['máy tính', 'máy ảnh', 'máy giặt', 'máy lạnh', 'máy điều hòa', 'máy photocopy', 'máy xúc', 'máy ủi', 'máy bay'],
  ...[
    'xe máy',
    'ô tô',
    'xe tải',
    'máy điện thoại',
    'máy lọc nước gia đình',
    'máy cày',
    'máy gặt',
    'bơm tưới',
    'máy tưới',
  ],
  ...['máy phát điện', 'máy chủ', 'máy chiếu', 'máy pha cà phê', 'bơm nước ruộng', 'máy cắt cỏ', 'máy phát cỏ'],
  ...['máy ấp trứng', 'máy vắt sữa', 'máy siêu âm', 'phòng khám', 'máy karaoke', 'máy bán hàng', 'máy pos'],
  ...['máy chấm công', 'máy tính tiền', 'máy đếm tiền', 'máy quay phim', 'máy gieo hạt', 'máy xới', 'xe chở', 'mua xe'],
].map(compilePhrase);

/** Several machines, or a price for each: what the sum would be is not for us to guess. */
const SEVERAL = [
  ...[
    'mỗi cái',
    'mỗi máy',
    'mỗi chiếc',
    'hai máy',
    'ba máy',
    'hai cái',
    'ba cái',
    'mấy cái',
    'cặp máy',
    'đôi máy',
    'chục máy',
  ],
  ...['các máy', 'những máy', 'nhiều máy', 'vài máy', 'hai con', 'hai chiếc', 'ba chiếc'],
].map(compilePhrase);
/** A price for each of some, or the one that is bought. */
const EACH = compilePhrase('một cái');
/** A month in which it was bought, or a year that is not this one, unless that is a plan or another machine. */
const BOUGHT_THEN =
  /\b(?:mua|sam|lap)(?: \S+){0,2} thang \d+(?! (?:toi|sau))|\bnam 20\d\d(?: \S+)? (?:mua|sam|tau|lap)\b.* nam nay\b/;
const PLANNED = /\b(?:se|du kien|ke hoach|dinh|tinh|muon|sang nam|nam toi|nam sau|den nam|can|hong|hu|yeu|nat)\b/;
const COUNTED = /(?<![\d.,])(?:[2-9]|[1-9]\d+) (?:may|cai|chiec|con|day chuyen|bo)\b/;

/** What is known already: the kind that the money is for, that the sum is that of all machines, or that one is spoken of as one. */
type Known = { kind?: SupportKind; isTotal?: boolean; isEach?: boolean };

/** Whether anything says that the money is for something else, or comes from elsewhere. */
export function isOther(syllables: readonly Syllable[], isAccented: boolean, known: Known = {}): boolean {
  return isDoubtful(syllables) || isOtherThing(syllables, isAccented, known);
}

/** Whether something else is named that the money may be for, or several machines. */
export function isOtherThing(
  syllables: readonly Syllable[],
  isAccented: boolean,
  { kind, isTotal = false, isEach = false }: Known = {},
): boolean {
  const plain = syllables.map(({ folded }) => folded).join(' ');
  const things = findThings(syllables, isAccented);
  const isWithin = (at: number): boolean => things.some(({ from, to }) => from <= at && at < to);
  const apart = syllables.filter((_, at) => !isPartOfMachine(syllables, at) && !isWithin(at));
  const isHere = (pattern: PhrasePattern): boolean => hasPhrase(syllables, isAccented, pattern);
  return (
    (BOUGHT_THEN.test(plain) && !PLANNED.test(plain)) ||
    (!isTotal && (COUNTED.test(plain) || SEVERAL.some(isHere) || (!isEach && isHere(EACH)))) ||
    (!DESIGNED.has(kind) && OTHER_KINDS.some((pattern) => hasPhrase(apart, isAccented, pattern))) ||
    NOT_FOR_MAKING.some((pattern) => isNearly(syllables, pattern) || isHere(pattern))
  );
}

/** What packaging and looks are a part of. */
const DESIGNED: ReadonlySet<SupportKind | undefined> = new Set(['consulting', 'trademark'] as const);

/** With one slip, in a word that is no name of another machine: "máy càu". */
function isNearly(syllables: readonly Syllable[], pattern: PhrasePattern): boolean {
  const meant = pattern.map((word) => word?.folded ?? '').join('');
  return syllables.some((_, at) => {
    const said = syllables.slice(at, at + pattern.length);
    if (said.every(({ folded }) => isHarmlessFolded(folded))) return false;
    return (costOfOneSlip(meant, said.map(({ folded }) => folded).join('')) ?? 1) < 1;
  });
}

const MACHINE_WORK = /^(?:in|dan|gap|lam|san|cat|dong)$/;

/** The two syllables after a machine and what it does: "máy in bao bì". */
function isPartOfMachine(syllables: readonly Syllable[], at: number): boolean {
  return [1, 2].some((back) => {
    const before = syllables.slice(Math.max(0, at - back - 2), at - back + 1).map(({ folded }) => folded);
    const [machine = '', work = ''] = before.slice(-2);
    return MACHINE_WORK.test(work) && /^(?:may|chuyen|truyen|bi)$/.test(machine);
  });
}
