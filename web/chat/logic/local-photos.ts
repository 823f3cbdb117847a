import type { OutgoingPhoto } from './chat-state.ts';

const urls = new Map<string, string[]>();

/** Photos sent from this page are shown from the phone's own memory, so that none is fetched back over a weak line. */
export function localPhotoUrls(messageId: string, photos?: OutgoingPhoto[]): string[] | undefined {
  const known = urls.get(messageId);
  if (known !== undefined || photos === undefined) return known;
  const made = photos.map(({ bytes, mediaType }) => URL.createObjectURL(new Blob([bytes], { type: mediaType })));
  urls.set(messageId, made);
  return made;
}
