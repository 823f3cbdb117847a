/** What one example teaches: its features, whether it was right, and how much it counts. */
export type Row = { x: readonly number[]; y: number; weight: number };

const STEPS = 25;
/** Keeps weights small: there are few questions. */
const SHRINK = 2;

/** Weighted logistic regression by Newton's method; the first weight returned is the bias. The same rows give the same weights. */
export function fitLogistic(rows: readonly Row[]): number[] {
  const width = (rows[0]?.x.length ?? 0) + 1;
  let weights = new Array<number>(width).fill(0);
  for (let step = 0; step < STEPS; step += 1) {
    const slope = weights.map((weight, at) => (at === 0 ? 0 : -SHRINK * weight));
    const curve = weights.map((_, row) =>
      weights.map((_, at): number => (row === at && at > 0 ? SHRINK : row === at ? 1e-6 : 0)),
    );
    for (const { x, y, weight } of rows) {
      let sum = weights[0] ?? 0;
      for (let at = 1; at < width; at += 1) sum += (x[at - 1] ?? 0) * (weights[at] ?? 0);
      const p = 1 / (1 + Math.exp(-sum));
      const steep = weight * p * (1 - p);
      for (let row = 0; row < width; row += 1) {
        const value = row === 0 ? 1 : (x[row - 1] ?? 0);
        slope[row] = (slope[row] ?? 0) + weight * (y - p) * value;
        const line = curve[row] ?? [];
        for (let at = 0; at <= row; at += 1)
          line[at] = (line[at] ?? 0) + steep * value * (at === 0 ? 1 : (x[at - 1] ?? 0));
      }
    }
    for (let row = 0; row < width; row += 1)
      for (let at = row + 1; at < width; at += 1) (curve[row] ?? [])[at] = curve[at]?.[row] ?? 0;
    const change = solve(curve, slope);
    weights = weights.map((weight, at) => weight + (change[at] ?? 0));
    if (change.every((value) => Math.abs(value) < 1e-7)) break;
  }
  return weights;
}

/** Gauss's elimination with pivots. */
export function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((line, at) => [...line, right[at] ?? 0]);
  const size = rows.length;
  for (let at = 0; at < size; at += 1) {
    let best = at;
    for (let row = at + 1; row < size; row += 1)
      if (Math.abs(rows[row]?.[at] ?? 0) > Math.abs(rows[best]?.[at] ?? 0)) best = row;
    [rows[at], rows[best]] = [rows[best] ?? [], rows[at] ?? []];
    const pivot = rows[at] ?? [];
    for (let row = 0; row < size; row += 1) {
      const line = rows[row] ?? [];
      if (row === at) continue;
      const share = (line[at] ?? 0) / (pivot[at] ?? 1);
      if (share !== 0)
        for (let column = at; column <= size; column += 1)
          line[column] = (line[column] ?? 0) - share * (pivot[column] ?? 0);
    }
  }
  return rows.map((line, at) => (line[size] ?? 0) / (line[at] ?? 1));
}
