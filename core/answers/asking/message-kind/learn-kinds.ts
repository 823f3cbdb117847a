import { GRAM_PLACES } from './list-grams.ts';

/** A text by its grams, which kind it is, and how much it teaches. */
export type KindLesson = { grams: readonly number[]; kind: number; weight: number };

const ROUNDS = 3;
const RATE = 0.8;
const FIRST_STEEPNESS = 0.01;
/** Too sure already to learn more. */
const LEAST_ERROR = 0.004;
const BIAS = 0.3;

/**
 * Weights of a linear model (softmax), one row of `kindCount` for each gram and a last one that holds always. A few rounds of
 * AdaGrad in an order that looks random and is always the same, so the same lessons give the same weights.
 */
export function learnKinds(lessons: readonly KindLesson[], kindCount: number): Float32Array {
  const weights = new Float32Array((GRAM_PLACES + 1) * kindCount);
  const steepness = new Float32Array(weights.length).fill(FIRST_STEEPNESS);
  const shares = new Float64Array(kindCount);
  const order = lessons.map((_, at) => at);
  let seed = 1;
  for (let round = 0; round < ROUNDS; round += 1) {
    for (let at = order.length - 1; at > 0; at -= 1) {
      seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
      const other = seed % (at + 1);
      [order[at], order[other]] = [order[other] ?? 0, order[at] ?? 0];
    }
    for (const at of order) {
      const lesson = lessons[at];
      if (lesson !== undefined) learnOne(weights, steepness, lesson, shares);
    }
  }
  return weights;
}

function learnOne(
  weights: Float32Array,
  steepness: Float32Array,
  { grams, kind, weight }: KindLesson,
  shares: Float64Array,
): void {
  const kindCount = shares.length;
  const value = 1 / Math.sqrt(grams.length || 1);
  weighKinds(weights, grams, shares);
  for (let other = 0; other < kindCount; other += 1) {
    const error = weight * ((shares[other] ?? 0) - (other === kind ? 1 : 0));
    if (Math.abs(error) < LEAST_ERROR) continue;
    move(weights, steepness, GRAM_PLACES * kindCount + other, error * BIAS);
    for (const gram of grams) move(weights, steepness, gram * kindCount + other, error * value);
  }
}

function move(weights: Float32Array, steepness: Float32Array, at: number, slope: number): void {
  const steep = (steepness[at] ?? 0) + slope * slope;
  steepness[at] = steep;
  weights[at] = (weights[at] ?? 0) - (RATE * slope) / Math.sqrt(steep);
}

/** How likely each kind is; written into `shares`, which add up to 1. */
export function weighKinds(weights: Float32Array, grams: readonly number[], shares: Float64Array): void {
  const kindCount = shares.length;
  const value = 1 / Math.sqrt(grams.length || 1);
  let most = -Infinity;
  for (let kind = 0; kind < kindCount; kind += 1) {
    let sum = 0;
    for (const gram of grams) sum += weights[gram * kindCount + kind] ?? 0;
    const all = sum * value + BIAS * (weights[GRAM_PLACES * kindCount + kind] ?? 0);
    shares[kind] = all;
    if (all > most) most = all;
  }
  let total = 0;
  for (let kind = 0; kind < kindCount; kind += 1) {
    shares[kind] = Math.exp((shares[kind] ?? 0) - most);
    total += shares[kind] ?? 0;
  }
  for (let kind = 0; kind < kindCount; kind += 1) shares[kind] = (shares[kind] ?? 0) / total;
}
