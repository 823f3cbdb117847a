import * as z from 'zod';
import type { Question } from '../forms/form.ts';
import type { PhotoMeasures } from './measure-picture.ts';

/** What is not right with a photo. It is kept all the same: whether it can be read is for an officer to say. */
export type PhotoMark = 'small' | 'dark' | 'bright' | 'glare' | 'blurred';

/**
 * What a photo is to show: letters that must be read, a product as it is to be printed, some thing or place, or nobody has
 * said yet.
 */
export type PhotoPurpose = 'paper' | 'product' | 'thing' | 'unknown';

export type MeasuredPhoto = { width: number; height: number; measures?: PhotoMeasures };

/**
 * Below it a page of letters of 11 points cannot be read to the last mark (7 pixels an x-height at 1200, 4 at 700). A
 * product is printed at 10 × 15 cm (circular 26/2014/TT-BCT, Điều 12, as first issued): 150 points an inch.
 */
const LEAST_SIDES: Record<PhotoPurpose, { long: number; short: number }> = {
  paper: { long: 700, short: 0 },
  product: { long: 886, short: 591 },
  thing: { long: 480, short: 0 },
  unknown: { long: 480, short: 0 },
};

/**
 * Measured on a quotation in 11 points, 2000 pixels high, with the grain of a phone. In the weaker direction: in focus 2.7,
 * blurred by σ = 2 pixels 0.35 (still read), by σ = 3 0.09 (guessed), shaken over 9 pixels 0.33, over 15 0.14. A jar before a
 * wall, in both: in focus 1.6, by σ = 4 0.03 (still a good picture), by σ = 6 0.011.
 */
const LEAST_PAPER_SHARPNESS = 0.2;
const LEAST_SHARPNESS = 0.015;
/** Between the two, in both directions: the quotation has 0.13 by σ = 3, the jar 0.28 by σ = 2. */
const LEAST_UNKNOWN_SHARPNESS = 0.2;
/** The same quotation at 30 of 100 of its light has 69 (read), at 20 it has 47 (hardly). */
const LEAST_LIGHT = 60;
/** Letters that are this pale: with 173 they are read, with 211 hardly. */
const PALEST_DARK = 195;
/** A white spot on a page that is not white itself: so much of the picture. */
const MOST_BURNT = 0.06;
const WHITE_GROUND = 238;

/** In the order in which they matter. Without measures only the size is judged. */
export function judgePhoto({ width, height, measures }: MeasuredPhoto, purpose: PhotoPurpose): PhotoMark[] {
  const { long, short } = LEAST_SIDES[purpose];
  const isSmall = Math.max(width, height) < long || Math.min(width, height) < short;
  const seen =
    measures === undefined ? undefined : (judgeLight(measures, purpose) ?? judgeSharpness(measures, purpose));
  return [...(seen === undefined ? [] : [seen]), ...(isSmall ? ['small' as const] : [])];
}

/** In bad light sharpness cannot be told. */
function judgeLight({ dark, light, burnt, ground }: PhotoMeasures, purpose: PhotoPurpose): PhotoMark | undefined {
  if (light < LEAST_LIGHT) return 'dark';
  if (dark > PALEST_DARK) return 'bright';
  const isGlare = purpose === 'paper' && burnt > MOST_BURNT && ground !== undefined && ground < WHITE_GROUND;
  return isGlare ? 'glare' : undefined;
}

/** A picture in which nothing can be seen is blurred. */
function judgeSharpness(measures: PhotoMeasures, purpose: PhotoPurpose): PhotoMark | undefined {
  const { sharpness = 0, weakerSharpness = 0 } = measures;
  const isBlurred = purpose === 'paper' ? weakerSharpness < LEAST_PAPER_SHARPNESS : sharpness < leastOf(purpose);
  return isBlurred ? 'blurred' : undefined;
}

function leastOf(purpose: PhotoPurpose): number {
  return purpose === 'unknown' ? LEAST_UNKNOWN_SHARPNESS : LEAST_SHARPNESS;
}

/** What the photos of a question show; undefined for a question of another kind. */
export function purposeOf({ field }: Pick<Question, 'field'>): PhotoPurpose | undefined {
  return field.kind === 'photos' ? (field.of ?? 'paper') : undefined;
}

const measuresSchema = z.object({
  sharpness: z.number().optional(),
  weakerSharpness: z.number().optional(),
  dark: z.number(),
  light: z.number(),
  burnt: z.number(),
  ground: z.number().optional(),
});

/** The measures as they were kept; undefined for a photo that came before they were taken. */
export function readMeasures(kept: unknown): PhotoMeasures | undefined {
  return measuresSchema.safeParse(kept).data;
}
