import { Disk } from 'flydrive';
import { FSDriver } from 'flydrive/drivers/fs';

/** Where the bytes of stored files are. Keys are relative and never come from a person. */
export type FileStore = {
  write: (key: string, bytes: Uint8Array) => Promise<void>;
  read: (key: string) => Promise<Uint8Array>;
  /** Also when it is gone already. */
  remove: (key: string) => Promise<void>;
  list: () => Promise<{ key: string; writtenAt: Date }[]>;
};

/** A local folder. Another store is another driver of flydrive. */
export function openFileStore(folder: string): FileStore {
  const disk = new Disk(new FSDriver({ location: folder, visibility: 'private' }));
  return {
    write: (key, bytes) => disk.put(key, bytes),
    read: (key) => disk.getBytes(key),
    remove: (key) => disk.delete(key),
    list: async () => {
      const found: { key: string; writtenAt: Date }[] = [];
      const { objects } = await disk.listAll('', { recursive: true });
      for (const object of objects) {
        if (!object.isFile) continue;
        // A file that was removed in between has no date any more.
        const data = await object.getMetaData().catch(() => undefined);
        if (data !== undefined) found.push({ key: object.key, writtenAt: data.lastModified });
      }
      return found;
    },
  };
}
