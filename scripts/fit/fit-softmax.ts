import { solve } from './fit-logistic.ts';

/** Candidates for one question: a row of features each, and which of them are right. */
export type Choice = { rows: readonly (readonly number[])[]; right: readonly boolean[]; weight: number };

const STEPS = 20;
/** No weight moves further in one step: far from the goal Newton's method leaps past it. */
const LONGEST_MOVE = 0.4;

/**
 * Weights under which e to the power of a candidate's weighted sum, shared out among the candidates of its question, makes the
 * right ones likeliest. Newton's method; the same choices give the same weights.
 */
export function fitSoftmax(choices: readonly Choice[], shrink: number): number[] {
  const width = choices[0]?.rows[0]?.length ?? 0;
  let weights = new Array<number>(width).fill(0);
  for (let step = 0; step < STEPS; step += 1) {
    const slope = Float64Array.from(weights, (weight) => -shrink * weight);
    const curve = Array.from({ length: width }, (_, at) => {
      const line = new Float64Array(width);
      line[at] = shrink;
      return line;
    });
    for (const choice of choices) addChoice(choice, weights, slope, curve);
    for (let row = 0; row < width; row += 1)
      for (let at = row + 1; at < width; at += 1) (curve[row] ?? [])[at] = curve[at]?.[row] ?? 0;
    const change = solve(
      curve.map((line) => [...line]),
      [...slope],
    );
    const move = Math.min(1, LONGEST_MOVE / Math.max(...change.map(Math.abs)));
    weights = weights.map((weight, at) => weight + move * (change[at] ?? 0));
    if (change.every((value) => Math.abs(value) < 1e-3)) break;
  }
  return weights;
}

function addChoice(
  { rows, right, weight }: Choice,
  weights: readonly number[],
  slope: Float64Array,
  curve: Float64Array[],
) {
  const sums = rows.map((row) => row.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0));
  const most = Math.max(...sums);
  const powers = sums.map((sum) => Math.exp(sum - most));
  const total = powers.reduce((sum, power) => sum + power, 0);
  const rightCount = right.filter(Boolean).length;
  const mean = new Float64Array(weights.length);
  rows.forEach((row, at) => {
    const share = (powers[at] ?? 0) / total;
    const target = right[at] ? 1 / rightCount : 0;
    row.forEach((value, column) => {
      mean[column] = (mean[column] ?? 0) + share * value;
      slope[column] = (slope[column] ?? 0) + weight * (target - share) * value;
    });
  });
  rows.forEach((row, at) => {
    const share = (weight * (powers[at] ?? 0)) / total;
    if (share < 1e-6) return;
    for (let line = 0; line < row.length; line += 1) {
      const scaled = share * ((row[line] ?? 0) - (mean[line] ?? 0));
      const into = curve[line];
      if (into === undefined) continue;
      for (let column = 0; column <= line; column += 1)
        into[column] = (into[column] ?? 0) + scaled * ((row[column] ?? 0) - (mean[column] ?? 0));
    }
  });
}
