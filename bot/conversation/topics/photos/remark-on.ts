import { judgePhoto, type PhotoMark, type PhotoPurpose } from '../../../../core/photos/judge-photo.ts';
import { findPhotoMeasures } from '../../../../records/photo-records.ts';
import type { Turn } from '../../topic.ts';

/**
 * What is not right with photos that just came and what to do, in one line; nothing when they are fine. They are kept all the
 * same. `among`: all photos beside which they stand, by which they are numbered. `toldAs`: what was wrong with a photo of
 * that purpose was told before.
 */
export async function remarkOn(
  turn: Turn,
  fileIds: readonly string[],
  { purpose, among, toldAs }: { purpose: PhotoPurpose; among: readonly string[]; toldAs?: PhotoPurpose },
): Promise<string[]> {
  const known = await findPhotoMeasures(turn.tx, fileIds);
  const marked = fileIds.flatMap((id) => {
    const photo = known.get(id);
    if (photo === undefined || (toldAs !== undefined && judgePhoto(photo, toldAs).length > 0)) return [];
    const [mark] = judgePhoto(photo, purpose);
    return mark === undefined ? [] : [{ mark, number: among.indexOf(id) + 1 }];
  });
  const marks = [...new Set(marked.map(({ mark }) => mark))];
  const numbersOf = (mark: PhotoMark): string =>
    sayNumbers(
      turn,
      marked.filter((each) => each.mark === mark).map(({ number }) => number),
    );
  const [only, another] = marks;
  if (only === undefined) return [];
  if (another === undefined) {
    const { words } = turn;
    const which =
      among.length > 1 ? words.t('photos:which.some', { numbers: numbersOf(only) }) : words.t('photos:which.one');
    return [turn.words.t(remarkKey(only, purpose), { which })];
  }
  const list = marks.map((mark) => turn.words.t(`photos:part.${mark}`, { numbers: numbersOf(mark) })).join(', ');
  return [turn.words.t('photos:several', { list: `${list.charAt(0).toUpperCase()}${list.slice(1)}` })];
}

function remarkKey(mark: PhotoMark, purpose: PhotoPurpose) {
  if (purpose === 'paper') return `photos:read.${mark}` as const;
  return purpose === 'product' && mark === 'small' ? 'photos:seen.print' : (`photos:seen.${mark}` as const);
}

/** "2", "2 và 3", "1, 2 và 3" */
function sayNumbers({ words }: Turn, numbers: readonly number[]): string {
  const last = String(numbers.at(-1) ?? '');
  const before = numbers.slice(0, -1).join(', ');
  return before === '' ? last : words.t('photos:which.and', { before, last });
}
