import { t } from '../../words/words.ts';
import classes from './announcement.module.css';

/** To those whom it will not reach, beside what is being decided: the page stays open. */
export function CallsAheadLink({ id }: { id: string }) {
  return (
    <a className={classes.calls} href={`/console/announcements/${id}/calls/ahead`} target="_blank" rel="noreferrer">
      {t('announce.calls.aheadOpen')}
    </a>
  );
}
