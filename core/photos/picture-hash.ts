import type { GreyPicture } from './measure-picture.ts';

const COLUMNS = 9;
const ROWS = 8;
/** Every fourth pixel of every fourth row tells the mean of a field well enough. */
const STEP = 4;

/**
 * 64 bits as 16 hexadecimal digits: whether each of 8 × 8 fields is darker than the one on its left. Encoded anew or made
 * smaller, a picture keeps nearly all of them. Two pages of the same form may too, so it only finds what to compare.
 */
export function hashPicture({ pixels, width, height }: GreyPicture): string {
  const sums = new Float64Array(COLUMNS * ROWS);
  const counts = new Float64Array(COLUMNS * ROWS);
  for (let y = 0; y < height; y += STEP) {
    const row = Math.floor((y * ROWS) / height) * COLUMNS;
    for (let x = 0; x < width; x += STEP) {
      const field = row + Math.floor((x * COLUMNS) / width);
      sums[field] = (sums[field] ?? 0) + (pixels[y * width + x] ?? 0);
      counts[field] = (counts[field] ?? 0) + 1;
    }
  }
  const means = sums.map((sum, field) => sum / Math.max(1, counts[field] ?? 1));
  let bits = 0n;
  for (let row = 0; row < ROWS; row += 1) {
    for (let column = 1; column < COLUMNS; column += 1) {
      const field = row * COLUMNS + column;
      bits = (bits << 1n) | ((means[field] ?? 0) < (means[field - 1] ?? 0) ? 1n : 0n);
    }
  }
  return bits.toString(16).padStart(16, '0');
}

/** Re-encoded and reduced pictures differed in up to 5 bits. */
const MOST_BITS = 8;

export function mayBeSamePicture(one: string, other: string): boolean {
  let different = BigInt(`0x${one}`) ^ BigInt(`0x${other}`);
  let bits = 0;
  for (; different > 0n; different >>= 1n) bits += Number(different & 1n);
  return bits <= MOST_BITS;
}
