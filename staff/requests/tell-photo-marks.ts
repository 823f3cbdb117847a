import { PHOTOS } from '../../core/applications/photos.ts';
import { judgePhoto, type PhotoMark, type PhotoPurpose, purposeOf } from '../../core/photos/judge-photo.ts';
import { findProgramme } from '../../core/programmes/programmes.ts';
import { type Locale, wordsFor } from '../../locales/words.ts';
import type { Db } from '../../records/database.ts';
import { findPhotoMeasures } from '../../records/photo-records.ts';
import type { DescribedItem } from './describe-answers.ts';

export type PhotoMarks = {
  /** By the id of the file; only those with which something is not right. */
  photoMarks: Record<string, PhotoMark[]>;
  /** What the person could be told, in their language, when the item goes back for this. */
  retakeReason: string | null;
};

/** What was measured of the photos of each item, as the person was told when they came. */
export async function tellPhotoMarks(
  db: Db,
  items: readonly DescribedItem[],
  { programme, locale }: { programme: string; locale: Locale },
): Promise<Map<string, PhotoMarks>> {
  const known = await findPhotoMeasures(
    db,
    items.flatMap(({ fileIds }) => fileIds),
  );
  return new Map(
    items.map(({ id, fileIds }) => {
      const purpose = purposeAt(programme, id);
      const marked = fileIds.flatMap((fileId, place) => {
        const photo = known.get(fileId);
        const marks = photo === undefined ? [] : judgePhoto(photo, purpose);
        return marks.length === 0 ? [] : [{ fileId, number: place + 1, marks }];
      });
      const photoMarks = Object.fromEntries(marked.map(({ fileId, marks }) => [fileId, marks]));
      return [id, { photoMarks, retakeReason: reasonOf(marked, { isOnly: fileIds.length === 1, locale }) }];
    }),
  );
}

function purposeAt(programme: string, questionId: string): PhotoPurpose {
  const { details, form } = findProgramme(programme) ?? {};
  const question = [...(details?.questions ?? []), ...(form?.questions ?? [])].find(({ id }) => id === questionId);
  return questionId === PHOTOS || question === undefined ? 'unknown' : (purposeOf(question) ?? 'unknown');
}

/** "Ảnh 2 bị mờ, ảnh 3 quá tối. Anh/chị chụp lại …" */
function reasonOf(
  marked: readonly { number: number; marks: PhotoMark[] }[],
  { isOnly, locale }: { isOnly: boolean; locale: Locale },
): string | null {
  const words = wordsFor(locale);
  const parts = marked.flatMap(({ number, marks: [mark] }) => {
    if (mark === undefined) return [];
    const which = isOnly ? words.t('photos:officer.one') : words.t('photos:officer.numbered', { number });
    return [words.t(`photos:officer.is.${mark}`, { which })];
  });
  if (parts.length === 0) return null;
  const list = parts.slice(0, MOST_NAMED).join(', ');
  return words.t('photos:officer.retake', { list: `${list.charAt(0).toUpperCase()}${list.slice(1)}` });
}

/** A remark is short. */
const MOST_NAMED = 4;
