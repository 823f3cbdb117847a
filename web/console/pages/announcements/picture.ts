import { ApiError, bodyOfError } from '../../api/client.ts';

/** A picture that the office has, and what it shows in words. */
export type Picture = { id: string; width: number; height: number; alt: string };

const PICTURES = '/staff/api/announcements/pictures';

/** Where officers see a picture, also of a draft. */
export const pictureUrl = (id: string): string => `${PICTURES}/${id}`;

/** The file as it is: the typed client knows only what is written as JSON. Throws `ApiError`. */
export async function uploadPicture(file: File, requestId: string): Promise<Omit<Picture, 'alt'>> {
  const headers = { 'content-type': 'application/octet-stream' };
  const answer = await fetch(`${PICTURES}?requestId=${requestId}`, { method: 'POST', headers, body: file }).catch(
    () => undefined,
  );
  if (answer === undefined) throw new ApiError({ code: 'offline' });
  if (!answer.ok) throw new ApiError(await bodyOfError(answer));
  return await answer.json();
}
