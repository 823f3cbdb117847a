import sharp, { type Sharp } from 'sharp';
import { AppError } from '../../../core/app-error.ts';
import { COMPARED_SIDE } from '../../../core/photos/same-picture.ts';
import { type MeasuredPhoto, measurePhoto } from './measure-photo.ts';
import { photoKindOf } from './photo-kind.ts';

/** Enough to read a quotation photographed whole; phones take up to five times as much. */
const LONGEST_SIDE = 2000;
const SMALL_SIDE = 560;
/** A tiny file can unfold into gigabytes. Cameras make JPEGs, which unfold piece by piece; a screenshot is small. */
const MAX_PIXELS = { jpeg: 60_000_000, png: 25_000_000, webp: 25_000_000 };
const TIMEOUT_SECONDS = 15;

export type CleanPhoto = Partial<MeasuredPhoto> & {
  bytes: Uint8Array;
  width: number;
  height: number;
  mediaType: 'image/jpeg';
  extension: 'jpg';
};

// What a stranger sends reaches these three decoders only, and their memory is given back at once.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'],
});
sharp.cache(false);

/**
 * Makes a new JPEG out of what was sent: turned upright, at most 2000 pixels, without the place, the device and
 * whatever else was hidden in the file. Throws `photo.heic`, `photo.not-an-image` or `photo.broken`.
 */
export async function cleanPhoto(bytes: Uint8Array): Promise<CleanPhoto> {
  const photo = await makeAnew(bytes);
  // One that cannot be measured in time is kept all the same; nothing is said about it then.
  const measured = await measurePhoto(open(photo.bytes, MAX_PIXELS.jpeg)).catch(() => undefined);
  return { ...photo, ...measured };
}

async function makeAnew(bytes: Uint8Array): Promise<CleanPhoto> {
  const kind = photoKindOf(bytes);
  if (kind === 'heic') throw new AppError('photo.heic');
  if (kind === 'other') throw new AppError('photo.not-an-image');
  try {
    const { data, info } = await open(bytes, MAX_PIXELS[kind])
      .autoOrient()
      .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .jpeg({ quality: 80 })
      .toBuffer({ resolveWithObject: true });
    return { bytes: data, width: info.width, height: info.height, mediaType: 'image/jpeg', extension: 'jpg' };
  } catch {
    throw new AppError('photo.broken');
  }
}

/** As the history shows it, for a weak line. */
export async function shrinkPhoto(bytes: Uint8Array): Promise<Uint8Array> {
  return open(bytes, MAX_PIXELS.jpeg)
    .resize({ width: SMALL_SIDE, height: SMALL_SIDE, fit: 'inside', withoutEnlargement: true })
    .jpeg({ quality: 72 })
    .toBuffer();
}

/** In shades of grey and of the size at which `isSamePicture` compares. */
export async function flattenPhoto(bytes: Uint8Array): Promise<Uint8Array> {
  const side = { width: COMPARED_SIDE, height: COMPARED_SIDE, fit: 'fill' } as const;
  return open(bytes, MAX_PIXELS.jpeg).greyscale().resize(side).raw().toBuffer();
}

const open = (bytes: Uint8Array, limitInputPixels: number): Sharp =>
  sharp(bytes, { limitInputPixels, failOn: 'error', pages: 1 }).timeout({ seconds: TIMEOUT_SECONDS });
