import type { Sharp } from 'sharp';
import { type GreyPicture, measurePicture, type PhotoMeasures } from '../../../core/photos/measure-picture.ts';
import { hashPicture } from '../../../core/photos/picture-hash.ts';

/** Pictures are measured at this size, so that a threshold means the same for every camera. */
const MEASURED_SIDE = 1000;

export type MeasuredPhoto = { measures: PhotoMeasures; pictureHash: string };

/** Decoding and reducing runs in the threads of sharp; what is left for the event loop takes some 10 ms. */
export async function measurePhoto(photo: Sharp): Promise<MeasuredPhoto> {
  const { data: pixels, info } = await photo
    .greyscale()
    .resize({ width: MEASURED_SIDE, height: MEASURED_SIDE, fit: 'inside', withoutEnlargement: true })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const picture: GreyPicture = { pixels, width: info.width, height: info.height };
  return { measures: measurePicture(picture), pictureHash: hashPicture(picture) };
}
