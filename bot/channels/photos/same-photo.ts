import { mayBeSamePicture } from '../../../core/photos/picture-hash.ts';
import { isSamePicture, mayCompare } from '../../../core/photos/same-picture.ts';
import type { Db } from '../../../records/database.ts';
import type { FileStore } from '../../../records/file-store.ts';
import { type KeptPicture, listKeptPictures } from '../../../records/photo-records.ts';
import { hashBytes } from '../../../records/stored-files.ts';
import { type CleanPhoto, flattenPhoto } from './clean-photo.ts';

/** Somebody with hundreds of photos of one form does not hold up the others. */
const MOST_COMPARED = 12;

/** `keptAs`: the stored file that shows the very same already. */
export type SortedPhoto = { photo: CleanPhoto; keptAs?: string };

/**
 * The photos of one message, each picture once, and for each the one that is kept already: the same file, or the same
 * picture encoded anew. A paper photographed once more is another photo.
 */
export async function findSamePhotos(
  { db, files }: { db: Db; files: FileStore },
  personId: string,
  photos: readonly CleanPhoto[],
): Promise<SortedPhoto[]> {
  const kept = await listKeptPictures(db, personId);
  const sorted: SortedPhoto[] = [];
  for (const photo of photos) {
    if (await isAmong(photo, sorted)) continue;
    sorted.push({ photo, keptAs: await findKept(files, kept, photo) });
  }
  return sorted;
}

async function isAmong(photo: CleanPhoto, earlier: readonly SortedPhoto[]): Promise<boolean> {
  for (const { photo: other } of earlier) {
    if (hashBytes(photo.bytes) === hashBytes(other.bytes)) return true;
    if (!isAlike(photo, other)) continue;
    if (isSamePicture(await flattenPhoto(photo.bytes), await flattenPhoto(other.bytes))) return true;
  }
  return false;
}

async function findKept(files: FileStore, kept: KeptPicture[], photo: CleanPhoto): Promise<string | undefined> {
  const sha256 = hashBytes(photo.bytes);
  const identical = kept.find((each) => each.sha256 === sha256);
  if (identical !== undefined) return identical.id;
  const alike = kept.filter((each) => isAlike(photo, each));
  if (alike.length === 0) return undefined;
  const flat = await flattenPhoto(photo.bytes);
  for (const { id, key } of alike.slice(0, MOST_COMPARED)) {
    // What cannot be read any more is not the same.
    const other = await files.read(key).then(flattenPhoto, () => undefined);
    if (other !== undefined && isSamePicture(flat, other)) return id;
  }
  return undefined;
}

/** A picture in which nothing can be seen is like every other such, so it is never taken for one of them. */
function isAlike(photo: CleanPhoto, other: { pictureHash?: string | null; width: number; height: number }): boolean {
  if (photo.pictureHash === undefined || other.pictureHash == null) return false;
  if (photo.measures?.sharpness === undefined) return false;
  return mayCompare(photo, other) && mayBeSamePicture(photo.pictureHash, other.pictureHash);
}
