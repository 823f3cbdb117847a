import { TYPINGS, type Typing } from './data.ts';
import type { Hit } from './engine.ts';

/** What an engine found for one question in one typing. */
export type Found = { typing: Typing; syllables: number; hits: Hit[] };
export type FoundFor = Found & { relevant: string[] };

export type Quality = { recall1: number; recall3: number; recall10: number; mrr10: number };

/** Recall@1, @3, @10 and MRR@10, as means × 100. */
function measureQuality(found: readonly FoundFor[]): Quality {
  const mean = (score: (one: FoundFor) => number): number =>
    (100 * found.reduce((sum, one) => sum + score(one), 0)) / (found.length || 1);
  return {
    recall1: mean((one) => recall(one, 1)),
    recall3: mean((one) => recall(one, 3)),
    recall10: mean((one) => recall(one, 10)),
    mrr10: mean(({ hits, relevant }) => {
      const at = hits.slice(0, 10).findIndex(({ id }) => relevant.includes(id));
      return at < 0 ? 0 : 1 / (at + 1);
    }),
  };
}

function recall({ hits, relevant }: FoundFor, k: number): number {
  const best = new Set(hits.slice(0, k).map(({ id }) => id));
  return relevant.filter((id) => best.has(id)).length / (relevant.length || 1);
}

export function byTyping(found: readonly FoundFor[]): Record<Typing, Quality> {
  const of = (typing: Typing): Quality => measureQuality(found.filter((one) => one.typing === typing));
  return { orig: of('orig'), nodia: of('nodia'), noisy: of('noisy'), noisy_nodia: of('noisy_nodia') };
}

/** Shares in %. `by` tells what the threshold stood on. */
export type Refusal = { by: string; answered: number; rightOfAnswered: number; farRefused: number };

const NEAR_REFUSED = 0.9;
const CONFIDENCES: Record<string, (found: Found) => number> = {
  score: ({ hits }) => hits[0]?.score ?? 0,
  'score a syllable': ({ hits, syllables }) => (hits[0]?.score ?? 0) / (syllables || 1),
  'lead over the second': ({ hits }) => 1 - (hits[1]?.score ?? 0) / (hits[0]?.score || 1),
};

/**
 * One threshold for all typings, so that nine in ten of the near unanswerable questions are refused; then how many of the
 * answerable are answered. What the threshold stands on is chosen for the engine's good. Undefined where it tells no scores.
 */
export function measureRefusal(
  answerable: readonly FoundFor[],
  { near, far }: { near: readonly Found[]; far: readonly Found[] },
): Refusal | undefined {
  if (near.length === 0 || answerable.every(({ hits }) => hits[0]?.score === undefined)) return undefined;
  const all = Object.entries(CONFIDENCES).map(([by, confidence]) => {
    const sorted = near.map(confidence).sort((a, b) => a - b);
    const highestRefused = sorted[Math.ceil(sorted.length * NEAR_REFUSED) - 1] ?? 0;
    const isAnswered = (found: Found): boolean => found.hits.length > 0 && confidence(found) > highestRefused;
    const answered = answerable.filter(isAnswered);
    const right = answered.filter(({ hits, relevant }) => relevant.includes(hits[0]?.id ?? ''));
    return {
      by,
      answered: (100 * answered.length) / (answerable.length || 1),
      rightOfAnswered: (100 * right.length) / (answered.length || 1),
      farRefused: (100 * far.filter((found) => !isAnswered(found)).length) / (far.length || 1),
    };
  });
  return all.sort((a, b) => b.answered - a.answered)[0];
}

const SHORT = { from: 11, to: 16 };

/** Recall@1 on questions of 11 to 16 syllables, which is how people ask on a phone. */
export function recallOfShort(found: readonly FoundFor[]): Record<Typing, number> {
  const short = found.filter(({ syllables }) => syllables >= SHORT.from && syllables <= SHORT.to);
  const qualities = byTyping(short);
  return Object.fromEntries(TYPINGS.map((typing) => [typing, qualities[typing].recall1])) as Record<Typing, number>;
}
