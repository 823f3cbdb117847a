import * as z from 'zod';

/** The id under which a dossier keeps its photos; no question of a form may bear it. */
export const PHOTOS = 'photos';

const photosValue = z.object({ fileIds: z.array(z.string()) });

/** The ids of the stored files that are kept with a dossier. */
export function readPhotos(kept: unknown): string[] {
  const parsed = photosValue.safeParse(kept);
  return parsed.success ? parsed.data.fileIds : [];
}

/** The same value with more photos; one sent twice under the same id is one. */
export function addPhotos(kept: unknown, fileIds: readonly string[]): { fileIds: string[] } {
  return { fileIds: [...new Set([...readPhotos(kept), ...fileIds])] };
}

/** Whether a new value keeps all the photos that were there: more may come, none is taken away. */
export function onlyAddsPhotos(kept: unknown, value: unknown): boolean {
  const before = readPhotos(kept);
  const after = new Set(readPhotos(value));
  return before.length > 0 && before.every((id) => after.has(id));
}
