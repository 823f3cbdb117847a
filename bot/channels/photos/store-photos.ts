import type { Ids } from '../../../core/ids.ts';
import type { Clock } from '../../../core/time.ts';
import type { Db } from '../../../records/database.ts';
import type { FileStore } from '../../../records/file-store.ts';
import { storeFile } from '../../../records/stored-files.ts';
import type { SortedPhoto } from './same-photo.ts';

/** Stores what is not kept already. Returns the ids of all, in order; each new one is told to `onStored` at once. */
export async function storePhotos(
  { db, files, ids, clock }: { db: Db; files: FileStore; ids: Ids; clock: Clock },
  { personId, photos }: { personId: string; photos: readonly SortedPhoto[] },
  onStored: (id: string) => void = () => {},
): Promise<string[]> {
  const fileIds = new Set<string>();
  for (const { photo, keptAs } of photos) {
    const id = keptAs ?? ids.next();
    if (keptAs === undefined) {
      await storeFile(db, files, { id, personId, ...photo, now: clock.now() });
      onStored(id);
    }
    fileIds.add(id);
  }
  return [...fileIds];
}
