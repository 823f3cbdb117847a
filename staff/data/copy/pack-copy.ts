import { PassThrough, Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import { type Locale, wordsFor } from '../../../locales/words.ts';
import { findCentre } from '../../../records/centre.ts';
import { findPersonData, type PersonData } from '../../../records/data-copy.ts';
import type { StaffDeps } from '../../staff-deps.ts';
import { tellCopy } from './tell-copy.ts';

export type PackedCopy = { file: Readable; fileName: string };

/**
 * A copy of all that is held of a person as one .zip: words to read, every field as JSON, and the photos. The photos are
 * read one after the other, as fast as somebody fetches. Undefined when there is no such person.
 */
export async function packCopy(
  { db, files }: Pick<StaffDeps, 'db' | 'files'>,
  { personId, now }: { personId: string; now: Date },
): Promise<PackedCopy | undefined> {
  const data = await findPersonData(db, personId);
  if (data === undefined) return undefined;
  const locale: Locale = data.person.locale === 'en' ? 'en' : 'vi';
  const { t } = wordsFor(locale);
  const centre = (await findCentre(db))?.name ?? t('data-copy:theCentre');

  const zip = new ZipFile();
  const options = { mtime: now };
  const output = zip.outputStream.pipe(new PassThrough());
  zip.on('error', (error: Error) => output.destroy(error));
  const text = tellCopy(data, { centre, now, locale });
  // The mark tells old programs of Windows that the text is UTF-8.
  zip.addBuffer(Buffer.from(`\uFEFF${text.replaceAll('\n', '\r\n')}`), t('data-copy:textName'), options);
  zip.addBuffer(Buffer.from(JSON.stringify(withoutKeys(data), null, 2)), t('data-copy:dataName'), options);
  for (const { id, key, mediaType, removedAt } of data.photos) {
    if (removedAt !== null) continue;
    zip.addReadStreamLazy(`${t('data-copy:photoFolder')}/${id}.${endingOf(mediaType)}`, options, (take) => {
      files.read(key).then(
        (bytes) => take(null, Readable.from([bytes])),
        (error: Error) => take(error, Readable.from([])),
      );
    });
  }
  zip.end();
  return { file: output, fileName: t('data-copy:fileName') };
}

/** Where bytes lie on the office's disk says nothing of the person. */
function withoutKeys({ photos, ...data }: PersonData) {
  return { ...data, photos: photos.map(({ key: _, ...photo }) => photo) };
}

function endingOf(mediaType: string): string {
  const ending = mediaType.split('/')[1] ?? 'bin';
  return ending === 'jpeg' ? 'jpg' : ending.replace(/[^a-z0-9]/g, '');
}
