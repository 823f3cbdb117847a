import { readMoney } from '../../forms/fields/read-money.ts';
import type { SupportKind } from '../rate.ts';
import type { Syllable } from '../typing/syllables.ts';

import { compilePhrase, hasPhrase } from './phrase-pattern.ts';
import { isSurePrice } from './sure-price.ts';

/** What support is asked about, and the price that was named; without one when a sum stands there that is no single price. */
export type AmountQuestion = { kind: SupportKind; priceVnd?: number };

const KIND_PHRASES: readonly [SupportKind, string[]][] = [
  ['demonstration-model', ['mô hình']],
  ['technology-line', ['dây chuyền', 'dây truyền']],
  [
    'machine',
    [
      ...[
        'máy',
        'thiết bị',
        'lò sấy',
        'lò nướng',
        'lò rang',
        'lò hấp',
        'lò hơi',
        'tủ sấy',
        'tủ cấp đông',
        'nồi hơi',
        'nồi nấu',
      ],
      ...['nồi chưng cất', 'hệ thống sấy', 'kho sấy', 'kho lạnh', 'nhà sấy', 'băng tải', 'băng chuyền'],
    ],
  ],
];
const KINDS = KIND_PHRASES.map(([kind, phrases]) => ({ kind, patterns: phrases.map(compilePhrase) }));

/** Other kinds of support: with one of these beside a machine we cannot know what the money is for. */
const OTHER_KINDS = [
  'nhãn hiệu',
  'thương hiệu',
  'bao bì',
  'hội chợ',
  'gian hàng',
  'phòng trưng bày',
  'sản xuất sạch hơn',
  'nhân rộng',
  'tư vấn',
  'đào tạo',
  'nhà xưởng',
  'xử lý nước thải',
  'phần mềm',
  'website',
  'thuê',
].map(compilePhrase);

/** Machines that are not for making goods: whether these are supported is not a sum. */
const NOT_FOR_MAKING = [
  'máy tính',
  'máy ảnh',
  'máy giặt',
  'máy lạnh',
  'máy điều hòa',
  'máy photocopy',
  'máy xúc',
  'máy ủi',
  'máy bay',
  'xe máy',
  'ô tô',
  'xe tải',
  'máy điện thoại',
  'máy lọc nước',
].map(compilePhrase);

/** Several machines, or a price for each: what the sum would be is not for us to guess. */
const SEVERAL = [
  'mỗi cái',
  'mỗi máy',
  'mỗi chiếc',
  'hai máy',
  '2 máy',
  '3 máy',
  'ba máy',
  '4 máy',
  '5 máy',
  'hai cái',
  '2 cái',
  '3 cái',
  'ba cái',
  'mấy cái',
].map(compilePhrase);

/** "được hỗ trợ 200 triệu đúng không": the sum is a claim about the support, not a price. */
const CLAIM =
  /\b(?:dung|phai) (?:khong|ko|k|chua|a)\b|\bnghe (?:noi|dau|bao)\b|\btren (?:mang|facebook|fb|zalo|bao)\b|\b(?:ho tro|duoc|cho|toi da|nhieu nhat|tran)(?: (?:toi da|nhieu nhat|den|la|khoang))* (?=\d|(?:mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi) )/;

const LEAST_PRICE = 1_000_000;
const GREATEST_PRICE = 1e12;

/**
 * Reads a question with a price in it: "may say che 400tr dc ho tro bn". Undefined when it is no such question. `typed` is
 * what stood there before slips were mended.
 */
export function readAmountQuestion(
  syllables: readonly Syllable[],
  isAccented: boolean,
  typed: readonly Syllable[] = syllables,
): AmountQuestion | undefined {
  const kind = findSupportKind(syllables, isAccented);
  const sumVnd = findStatedSum(syllables);
  if (kind === undefined || sumVnd === undefined) return undefined;
  if (namesOtherKind(syllables, isAccented)) return undefined;
  if (NOT_FOR_MAKING.some((pattern) => hasPhrase(syllables, isAccented, pattern))) return undefined;
  if (SEVERAL.some((pattern) => hasPhrase(syllables, isAccented, pattern))) return { kind };
  const priceVnd = findPrice(syllables, typed);
  return priceVnd === undefined ? undefined : { kind, priceVnd };
}

/** "máy và bao bì"; but a line "in bao bì" is a line. */
function namesOtherKind(syllables: readonly Syllable[], isAccented: boolean): boolean {
  const apart = syllables.filter((_, at) => !isPartOfMachine(syllables, at));
  return OTHER_KINDS.some((pattern) => hasPhrase(apart, isAccented, pattern));
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

/** "50 phần trăm", "một trăm phần trăm": a share, no price. */
const SHARES = /(?:\S+ ){0,2}phan tram/g;
/** "máy in 3D", "tự động": no sums. */
const NO_SUMS = /(?<=\b(?:in|khac|quet|cat|ve) )[2-5] d\b|\btu dong\b/g;

/** The one price in a text; undefined with none, with several, or when any word leaves a doubt that it is the price. */
export function findPrice(syllables: readonly Syllable[], typed: readonly Syllable[] = syllables): number | undefined {
  return isSurePrice(syllables, typed) ? findStatedSum(syllables) : undefined;
}

function findStatedSum(syllables: readonly Syllable[]): number | undefined {
  const plain = syllables.map((syllable) => syllable.folded).join(' ');
  return CLAIM.test(plain) ? undefined : readOneSum(plain);
}

const HOW_MUCH = /\b(?:bao nhieu|may|duoc gi|the nao)\b/;

/** The one sum that is said to be the support: "nghe nói được 200 triệu", or a sum alone with nothing asked. */
export function findClaimedSum(syllables: readonly Syllable[]): number | undefined {
  const plain = syllables.map((syllable) => syllable.folded).join(' ');
  const isAlone = isBareSum(syllables) && !HOW_MUCH.test(plain);
  return CLAIM.test(plain) || isAlone ? readOneSum(plain) : undefined;
}

function readOneSum(plain: string): number | undefined {
  const money = readMoney(plain.replace(SHARES, '').replace(NO_SUMS, ''));
  if (money === undefined || !money.isSure || money.minVnd !== money.maxVnd) return undefined;
  return money.minVnd < LEAST_PRICE || money.minVnd > GREATEST_PRICE ? undefined : money.minVnd;
}

const BARE_SUM_WORDS =
  /^(?:\d[\d.,]*|trieu|tr|ty|ti|nghin|dong|ho|tro|duoc|bao|nhieu|nha|nuoc|cho|toi|em|minh|thi|la|va|co|khoang|tam|gia|mua|dau|tu|may|muc|nao|xin|het|khong|vay|a|ad|ruoi|tram)$/;

/** "400tr được hỗ trợ bao nhiêu": a price, and nothing said of what it is for. */
export function isBareSum(syllables: readonly Syllable[]): boolean {
  return findStatedSum(syllables) !== undefined && syllables.every(({ folded }) => BARE_SUM_WORDS.test(folded));
}

/** Machine, line or model, by the words for them. */
export function findSupportKind(syllables: readonly Syllable[], isAccented: boolean): SupportKind | undefined {
  const meant = isAccented ? syllables : syllables.filter((syllable, at) => !isHowMany(syllables, at, syllable));
  return KINDS.find(({ patterns }) => patterns.some((pattern) => hasPhrase(meant, isAccented, pattern)))?.kind;
}

/** "may" before a counted thing is "mấy": "duoc may trieu"; but "may dong goi" is a machine. */
function isHowMany(syllables: readonly Syllable[], at: number, { folded }: Syllable): boolean {
  if (folded !== 'may') return false;
  const next = syllables[at + 1]?.folded;
  if (next === 'dong') return !/^(?:goi|chai|hop|tui|lon|bao|nut|banh)$/.test(syllables[at + 2]?.folded ?? '');
  return next === undefined || /^(?:trieu|tr|tram|ty|ti|chuc|phan|cap|lan|nam|ngay|thang)$/.test(next);
}
