import { Moment } from '../../parts/moment.tsx';
import { t, tell } from '../../words/words.ts';
import classes from './announcement.module.css';
import type { AnnouncementData } from './queries.ts';

/** Who did what with it and when, the latest first. */
export function History({ history }: { history: AnnouncementData['history'] }) {
  if (history.length === 0) return null;
  return (
    <section className={classes.told} aria-labelledby="history">
      <h2 id="history">{t('announce.history.title')}</h2>
      <ol className={classes.plain}>
        {history.map(({ id, kind, officer, at }) => (
          <li key={id}>
            {tell(`announce.history.${kind}`) ?? kind}
            {kind === 'asked-again' ? null : `: ${officer ?? t('announce.somebody')}`}{' '}
            <span className={classes.quiet}>
              <Moment at={at} />
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
