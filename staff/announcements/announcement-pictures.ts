import { isTooNarrow, MOST_PICTURE_BYTES } from '../../core/announcements/picture.ts';
import { AppError } from '../../core/app-error.ts';
import { addPicture } from '../../records/announcement-pictures.ts';
import type { Officer } from '../auth/session.ts';
import { writeOnce } from '../http/write-once.ts';
import type { StaffDeps } from '../staff-deps.ts';

/** What the page needs to show it and to put it into an announcement. */
export type NewPicture = { id: string; width: number; height: number };

/**
 * Keeps a picture for an announcement: made anew, upright, at most 2000 pixels, without the place, the device and whatever else
 * was hidden in the file. The request's own id becomes the picture's, so that a repeat returns the same. Throws
 * `announcement.picture-too-large`, `…-too-narrow`, `photo.heic`, `photo.not-an-image`, `photo.broken`.
 */
export async function takePicture(
  deps: StaffDeps,
  { requestId: id, bytes, officer }: { requestId: string; bytes: Uint8Array; officer: Officer },
): Promise<NewPicture> {
  if (bytes.length > MOST_PICTURE_BYTES) throw new AppError('announcement.picture-too-large');
  const picture = await deps.cleanPhoto(bytes);
  if (isTooNarrow(picture)) throw new AppError('announcement.picture-too-narrow');
  const deed = { requestId: id, actorId: officer.id, action: 'announcement-picture.added' };
  await writeOnce(deps, { ...deed, subjectKind: 'AnnouncementPicture', subjectId: id }, (tx, now) =>
    addPicture(tx, { ...picture, id, officerId: officer.id, now }),
  );
  return { id, width: picture.width, height: picture.height };
}
