/** Both pictures are brought to this width and height, whatever their shape, before they are compared. */
export const COMPARED_SIDE = 600;
/** A smaller one has lost so much that a changed figure and a poor encoding cannot be told apart. */
const LEAST_COMPARED_SIDE = 800;

const FIELD = 4;
/**
 * Grey values, as the mean of a field of 4 × 4 pixels, in the field that differs most. Measured on a quotation in letters of
 * 8.5 and 11 points: encoded anew down to quality 15 at most 6, reduced to 800 pixels at most 14; one digit of a price
 * changed at least 22, the same paper photographed again at least 100.
 */
const MOST_DIFFERENCE = 18;

type Shape = { width: number; height: number };

/** Whether two pictures are worth comparing: large enough, and of the same shape. */
export function mayCompare(one: Shape, other: Shape): boolean {
  const isLarge = [one, other].every(({ width, height }) => Math.max(width, height) >= LEAST_COMPARED_SIDE);
  const shapes = one.width / one.height / (other.width / other.height);
  return isLarge && Math.abs(shapes - 1) < 0.02;
}

/** Whether two pictures, in shades of grey and of `COMPARED_SIDE` each way, show the very same thing, to the last digit. */
export function isSamePicture(one: Uint8Array, other: Uint8Array): boolean {
  for (let top = 0; top + FIELD <= COMPARED_SIDE; top += FIELD) {
    for (let left = 0; left + FIELD <= COMPARED_SIDE; left += FIELD) {
      let sum = 0;
      for (let y = top; y < top + FIELD; y += 1) {
        const from = y * COMPARED_SIDE + left;
        for (let at = from; at < from + FIELD; at += 1) sum += Math.abs((one[at] ?? 0) - (other[at] ?? 0));
      }
      if (sum > MOST_DIFFERENCE * FIELD * FIELD) return false;
    }
  }
  return true;
}
