import type { Knowledge } from '../knowledge.ts';
import { findSupersededRates, type RateKind, type RateRecord, SUPPORT_KINDS } from '../rate.ts';
import type { Syllable } from '../typing/syllables.ts';
import { findClaimedSum } from './amount-question.ts';
import { findSupportKind } from './support-thing.ts';

/** Over folded syllables: what a sum is claimed for, beside machines, lines and models. */
const NAMED: readonly [RegExp, readonly RateKind[]][] = [
  [/\bnhan rong\b/, ['replication-model']],
  [/\b(?:nhan hieu|thuong hieu|logo)\b/, ['trademark']],
  [/\b(?:tu van|bao bi|mau ma)\b/, ['consulting']],
  [/\b(?:hiep hoi|hoi nganh|hoi nghe)\b/, ['association-regional', 'association-national']],
  [/\blien ket\b/, ['linkage']],
  [/\b(?:di doi|doi xuong|chuyen xuong|lai vay|lai suat)\b/, ['relocation-interest']],
  [/\b(?:o nhiem|nuoc thai|khi thai|khoi|xu ly)\b/, ['pollution-establishment', 'pollution-cluster']],
  [/\bquy hoach\b/, ['cluster-planning']],
  [/\b(?:ha tang|cum cong nghiep)\b/, ['cluster-infrastructure']],
  [/\b(?:thuong|giai)\b/, ['award-regional', 'award-national']],
];

/** "300 triệu đúng không": with nothing named, a longer message speaks of something else. */
const MOST_BARE = 8;

/**
 * The rate that is over and that a claimed sum comes from: "trên mạng nói máy 200 triệu" or just "200 triệu?". By what is
 * named beside the sum; with nothing named, machines and models come first.
 */
export function findOldFigure(
  { rates }: Knowledge,
  { syllables, isAccented, date }: { syllables: readonly Syllable[]; isAccented: boolean; date: string },
): RateRecord | undefined {
  const ceilingVnd = findClaimedSum(syllables);
  if (ceilingVnd === undefined) return undefined;
  const found = findSupersededRates(rates, { ceilingVnd, date });
  const plain = syllables.map(({ folded }) => folded).join(' ');
  const support = findSupportKind(syllables, isAccented);
  const named = NAMED.find(([pattern]) => pattern.test(plain))?.[1] ?? (support === undefined ? undefined : [support]);
  if (named !== undefined) return found.find(({ kind }) => named.includes(kind));
  const bought = found.find(({ kind }) => SUPPORT_KINDS.some((one) => one === kind));
  return bought ?? (syllables.length <= MOST_BARE ? found[0] : undefined);
}
