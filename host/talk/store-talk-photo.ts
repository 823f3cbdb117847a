import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { cleanPhoto } from '../../bot/channels/photos/clean-photo.ts';
import { AppError } from '../../core/app-error.ts';
import { storeFile } from '../../records/stored-files.ts';
import type { Talk } from './open-talk.ts';

/** A photo from this machine, cleaned and kept as one from a platform would be. Returns the id of the stored file. */
export async function storeTalkPhoto(talk: Talk, from: string, path: string): Promise<string> {
  const photo = await cleanPhoto(await readPhoto(path));
  const id = randomUUID();
  await storeFile(talk.db, talk.files, { id, personId: await talk.meet(from), ...photo, now: talk.clock.now() });
  return id;
}

async function readPhoto(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (error) {
    throw new AppError('talk.photo-unreadable', { path }, { cause: error });
  }
}
