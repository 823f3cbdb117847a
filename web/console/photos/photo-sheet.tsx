import type { RequestData } from '../api/queries.ts';
import { Mark } from '../parts/marks.tsx';
import { sayFullDate } from '../text/say-time.ts';
import { t } from '../words/words.ts';
import classes from './photo-sheet.module.css';

type Photo = { id: string; width: number; height: number; createdAt: string };

type PhotoMarks = RequestData['items'][number]['photoMarks'];

/** Photos side by side, each in its place before it has arrived, with what is not right with it. */
export function PhotoSheet({
  photos,
  onOpen,
  marks = {},
}: {
  photos: Photo[];
  onOpen: (id: string) => void;
  marks?: PhotoMarks;
}) {
  return (
    <ul className={classes.sheet}>
      {photos.map(({ id, width, height, createdAt }, index) => (
        <li key={id}>
          <button type="button" className={classes.photo} onClick={() => onOpen(id)}>
            <img
              src={`/staff/api/files/${id}`}
              alt={t('photo.numbered', { number: index + 1 })}
              width={width}
              height={height}
              loading="lazy"
            />
          </button>
          <span>{sayFullDate(new Date(createdAt))}</span>
          {marks[id]?.map((mark) => (
            <div key={mark}>
              <Mark tone="waits">{t(`review.photoMark.${mark}`)}</Mark>
            </div>
          ))}
        </li>
      ))}
    </ul>
  );
}
