import type { RequestData } from '../../api/queries.ts';
import { Moment } from '../../parts/moment.tsx';
import { t, tell } from '../../words/words.ts';
import classes from './history.module.css';

/** What has happened to a request, in order. */
export function History({ events }: { events: RequestData['events'] }) {
  return (
    <ol className={classes.history}>
      {events.map(({ id, kind, at, actorKind, actorName }) => (
        <li key={id}>
          <span className={classes.when}>
            <Moment at={at} />
          </span>
          <span>
            {tell(`event.${kind}`) ?? kind}
            {actorKind === 'officer' ? ` · ${actorName ?? t('conversation.officer')}` : ''}
          </span>
        </li>
      ))}
    </ol>
  );
}
