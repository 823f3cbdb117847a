import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { cleanPhoto } from '../../bot/channels/photos/clean-photo.ts';
import { findSamePhotos } from '../../bot/channels/photos/same-photo.ts';
import { storePhotos } from '../../bot/channels/photos/store-photos.ts';
import { AppError } from '../../core/app-error.ts';
import type { Talk } from './open-talk.ts';

/** Photos from this machine, cleaned and kept as those of one message from a platform would be. Returns the ids of the stored files. */
export async function storeTalkPhotos(talk: Talk, from: string, paths: readonly string[]): Promise<string[]> {
  const personId = await talk.meet(from);
  const clean = await Promise.all(paths.map(async (path) => cleanPhoto(await readPhoto(path))));
  const photos = await findSamePhotos(talk, personId, clean);
  return await storePhotos({ ...talk, ids: { next: randomUUID } }, { personId, photos });
}

async function readPhoto(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (error) {
    throw new AppError('talk.photo-unreadable', { path }, { cause: error });
  }
}
