import { sayFullDate } from '../text/say-time.ts';
import { t } from '../words/words.ts';
import classes from './photo-sheet.module.css';

type Photo = { id: string; width: number; height: number; createdAt: string };

/** All photos of a person side by side, each in its place before it has arrived. */
export function PhotoSheet({ photos, onOpen }: { photos: Photo[]; onOpen: (id: string) => void }) {
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
        </li>
      ))}
    </ul>
  );
}
